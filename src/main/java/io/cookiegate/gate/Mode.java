package io.cookiegate.gate;

/** Whether the gate acts. */
public enum Mode {
  /** Gated cookies and tags are removed. */
  ENFORCE,
  /** Nothing is changed; the observer learns what would have gone. */
  OBSERVE
}
