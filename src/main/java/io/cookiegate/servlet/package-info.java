/**
 * The gate as a servlet filter: translates an application's requests and answers for the gate, and
 * decides nothing by itself.
 *
 * <p>Floor 4, beside {@code proxy} and {@code admin}, which it never imports. The only package that
 * knows {@code jakarta.servlet}, version 6.0 and later; imports floors 0 to 3.
 */
@NullMarked
package io.cookiegate.servlet;

import org.jspecify.annotations.NullMarked;
