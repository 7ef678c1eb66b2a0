package io.cookiegate.gate;

/** A page that goes out again and again, for who counts what is seen on it. */
public interface Recurrence {
  /** It goes out once more, and all is seen that was seen on it the first time. */
  void again();

  /** It is not remembered any more. What goes out of it still counts. */
  void over();
}
