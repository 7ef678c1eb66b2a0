/**
 * The ledger of visitors' choices: a queue on disk that takes them at once, and a database to which
 * they are carried, with a chain of hashes over its entries. Nothing in it tells who chose. The only
 * package that knows JDBC.
 *
 * <p>Floor 3. Imports floors 0 to 2.
 */
@NullMarked
package io.cookiegate.receipt;

import org.jspecify.annotations.NullMarked;
