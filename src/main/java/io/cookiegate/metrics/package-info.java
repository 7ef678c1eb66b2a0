/**
 * The numbers of the running gate, for Prometheus: which there are, what they mean, and how what the
 * gate and its front doors see becomes them. Never a cookie's name or value, a path or an address:
 * labels are sites, services and a few words.
 *
 * <p>Floor 3. Imports floors 0 to 2; the only package that knows Micrometer. Knows no front door: those
 * are tied to it by cli.
 */
@NullMarked
package io.cookiegate.metrics;

import org.jspecify.annotations.NullMarked;
