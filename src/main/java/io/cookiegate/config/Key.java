package io.cookiegate.config;

import org.jspecify.annotations.Nullable;

/**
 * A key that may be written: the one place from which it is read, checked and documented.
 *
 * @param kind what may stand at it
 * @param required whether its absence is a finding
 * @param fallback what holds where it is absent; null where that is nothing
 * @param fallbackWords the same for readers of the documentation
 * @param meaning what it is for, as half a sentence
 */
record Key<T>(
    String name,
    Kind<T> kind,
    boolean required,
    @Nullable T fallback,
    String fallbackWords,
    String meaning) {

  /** The same key, where it does not have to be there. */
  Key<T> optional() {
    return new Key<>(name, kind, false, fallback, fallbackWords, meaning);
  }

  /** A key that has to be there. */
  static <T> Key<T> required(String name, Kind<T> kind, String meaning) {
    return new Key<>(name, kind, true, null, "required", meaning);
  }

  /** A key whose absence means what the words say. */
  static <T> Key<T> optional(String name, Kind<T> kind, String fallbackWords, String meaning) {
    return new Key<>(name, kind, false, null, fallbackWords, meaning);
  }

  /** A key with a default. */
  static <T> Key<T> defaulted(
      String name, Kind<T> kind, T fallback, String fallbackWords, String meaning) {
    return new Key<>(name, kind, false, fallback, fallbackWords, meaning);
  }
}
