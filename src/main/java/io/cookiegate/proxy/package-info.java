/**
 * The reverse proxy's front door on Jetty: connectors, sites by host, the way of a request to its
 * upstream and of the answer back. It translates heads and bodies for the gate and decides nothing
 * about cookies or tags itself.
 *
 * <p>Floor 4. Imports page, the settings of config, gate and what is below it; {@code org.eclipse.jetty} is used here and in
 * admin only. Never imports the other front doors.
 */
@NullMarked
package io.cookiegate.proxy;

import org.jspecify.annotations.NullMarked;
