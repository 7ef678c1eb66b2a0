package io.cookiegate.inventory;

/**
 * A gated cookie that browsers sent again after their visitors had refused it.
 *
 * @param site the first host of the site
 * @param name the cookie's name, at most {@link Inventory#LONGEST_NAME} characters
 * @param page the path of the page it came from, without a query, at most {@link
 *     Inventory#LONGEST_PAGE} characters
 * @param count how often, since the start
 */
public record ReturnedCookie(String site, String name, String page, long count) {}
