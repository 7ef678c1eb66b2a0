package io.cookiegate.page;

import io.cookiegate.gate.RequestHead;

/**
 * A request for one of the gate's own paths.
 *
 * @param head what the visitor asked
 * @param body the request's content, each byte as one character (ISO-8859-1), at most {@link
 *     OwnPages#LONGEST_BODY} of them; empty where there is none
 */
public record OwnRequest(RequestHead head, String body) {}
