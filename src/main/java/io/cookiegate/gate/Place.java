package io.cookiegate.gate;

/**
 * The page in which the gate's markup stands.
 *
 * @param target its path and query, to come back to
 * @param origin what the paths of own pages begin with there: empty, or the site's origin
 *     where the page's base is another site
 * @param nonce the nonce by which the page's Content-Security-Policy allows scripts and styles;
 *     empty where it has none
 */
public record Place(String target, String origin, String nonce) {}
