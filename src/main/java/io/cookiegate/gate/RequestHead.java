package io.cookiegate.gate;

/** A visitor's request as the gate needs to see it. */
public interface RequestHead {
  /** The method, for instance {@code GET}. */
  String method();

  /** Whether the visitor came by https. */
  boolean secure();

  /** The host the visitor asked for: canonical, lower case, without a port. */
  String host();

  /** The request target's path and query as they came, beginning with {@code /}. */
  String target();

  /** The header fields. */
  Fields fields();
}
