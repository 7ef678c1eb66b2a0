package io.cookiegate.page;

import io.cookiegate.gate.RequestHead;

/**
 * A request for one of the gate's own paths.
 *
 * @param head what the visitor asked
 * @param body the request's content, at most {@link OwnPages#LONGEST_BODY} bytes; empty where there
 *     is none
 */
public record OwnRequest(RequestHead head, byte[] body) {}
