package io.cookiegate.config;

import io.cookiegate.diagnostic.FindingCode;
import org.jspecify.annotations.Nullable;

/** A whole number within bounds, in decimal digits; {@code 0777} and {@code 0x1F} are none. */
record Whole(String noun, int least, int most) implements Kind.OfText<Integer> {
  @Override
  public String form() {
    return noun + " from " + least + " to " + most;
  }

  @Override
  public @Nullable Integer parse(String text) {
    if (!isWhole(text) || text.length() > 9) {
      return null;
    }
    int value = Integer.parseInt(text);
    return value >= least && value <= most ? value : null;
  }

  @Override
  public FindingCode code(String text) {
    return isWhole(text) || isWhole(text.replaceFirst("^-", ""))
        ? FindingCode.OUT_OF_RANGE
        : FindingCode.WRONG_TYPE;
  }

  private static boolean isWhole(String text) {
    return text.matches("0|[1-9][0-9]*");
  }
}
