/**
 * The streaming, source-preserving HTML rewriter: the WHATWG tokenizer as far as token boundaries
 * matter, tags as views over the bytes, and the small syntaxes inside attributes and styles. Floor
 * 0: it may import {@code java.*} only, and knows no cookie, no consent and no host.
 */
@NullMarked
package io.cookiegate.html;

import org.jspecify.annotations.NullMarked;
