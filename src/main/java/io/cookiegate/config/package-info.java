/**
 * The operator's files: {@code gate.yaml} and classification files are read, checked and built into
 * one immutable configuration, or refused with every problem at once.
 *
 * <p>Floor 3. Imports floors 0 to 2. The only package that knows YAML; never logs, never throws for
 * what somebody wrote.
 */
@NullMarked
package io.cookiegate.config;

import org.jspecify.annotations.NullMarked;
