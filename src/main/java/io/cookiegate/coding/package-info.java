/**
 * Content codings (gzip, deflate, br, zstd) and page charsets as streaming steps over byte buffers.
 *
 * <p>Floor 0. Owns everything between the bytes on the wire and the ASCII-compatible bytes the
 * rewriter reads, both ways. Imports {@code java.*} and the codecs of brotli4j and zstd-jni, which
 * nobody else may import.
 */
@NullMarked
package io.cookiegate.coding;

import org.jspecify.annotations.NullMarked;
