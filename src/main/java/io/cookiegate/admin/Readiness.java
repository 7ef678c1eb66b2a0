package io.cookiegate.admin;

/** Whether the gate takes visitors, for the page that load balancers ask. */
public interface Readiness {
  /** Whether it does. */
  boolean isReady();

  /** What operators should know of the configuration in use: lines, each with its end. */
  String notes();
}
