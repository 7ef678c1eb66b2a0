package io.cookiegate.page;

import org.jspecify.annotations.Nullable;

/**
 * The place where choices are recorded. What it promises is acknowledged by the number that it
 * gives; a visitor's choice counts whether it is recorded or not. Safe for use by many threads.
 */
public interface ChoiceRecorder {
  /** Nothing is recorded. */
  ChoiceRecorder NONE =
      new ChoiceRecorder() {
        @Override
        public @Nullable String record(MadeChoice choice) {
          return null;
        }

        @Override
        public Erasure erase(String id) {
          return Erasure.UNAVAILABLE;
        }
      };

  /** What becomes of a wish to have a record erased. */
  enum Erasure {
    /** It is noted where it is not lost, and will be done. */
    TAKEN,
    /** It could not be noted; the visitor should ask again. */
    UNAVAILABLE
  }

  /**
   * Records a choice.
   *
   * @return the random number of the record, a UUID, once it can no longer be lost; null where
   *     nothing is recorded or that could not be had in a moment. Never fails.
   */
  @Nullable String record(MadeChoice choice);

  /**
   * Has a record erased. Asking for one that does not exist is no mistake.
   *
   * @param id what {@link #record} gave
   */
  Erasure erase(String id);
}
