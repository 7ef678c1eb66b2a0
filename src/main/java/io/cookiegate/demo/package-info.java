/**
 * The legacy site of the demonstration: an old web site with every cookie and every vendor of the first
 * classification, to put the gate in front of.
 *
 * <p>Floor 4, a neighbour of the front doors that none of them knows: it is what stands behind a gate.
 * Imports Jetty's server, as the second exception beside {@code admin}, and {@code coding} for its
 * compressed pages; nothing of the gate's meaning or decisions, or it could not show them.
 */
@NullMarked
package io.cookiegate.demo;

import org.jspecify.annotations.NullMarked;
