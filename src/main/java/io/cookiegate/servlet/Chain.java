package io.cookiegate.servlet;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/** The responses that stand before one another in a chain of filters. */
final class Chain {
  private Chain() {}

  /** The gated response that a response is or stands before; null where there is none. */
  static @Nullable GatedResponse gated(ServletResponse response) {
    ServletResponse current = response;
    while (current instanceof ServletResponseWrapper wrapper) {
      if (current instanceof GatedResponse gated) {
        return gated;
      }
      current = wrapper.getResponse();
    }
    return null;
  }

  /** Whether a gate that another class loader brought stands there. */
  static boolean isGatedByAnother(ServletResponse response) {
    ServletResponse current = response;
    while (current instanceof ServletResponseWrapper wrapper) {
      if (current.getClass().getName().equals(GatedResponse.class.getName())) {
        return true;
      }
      current = wrapper.getResponse();
    }
    return false;
  }
}
