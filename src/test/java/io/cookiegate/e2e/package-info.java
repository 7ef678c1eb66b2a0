/**
 * The whole gate, as a person meets it: the real jar as a process, a real browser in front of it, the
 * legacy site behind it, and a server that is every vendor at once.
 */
package io.cookiegate.e2e;
