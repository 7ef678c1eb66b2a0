package io.cookiegate.gate;

/** An upstream's answer as the gate needs to see it. */
public interface ResponseHead {
  /** The status code, also of interim answers (1xx). */
  int status();

  /** The header fields. */
  Fields fields();
}
