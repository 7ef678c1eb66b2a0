package io.cookiegate.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody meant who wrote another. */
final class Nearest {
  private static final int LONGEST = 40;

  private Nearest() {}

  /** The known word with the fewest slips between, where they are few enough to be slips. */
  static Optional<String> to(String written, List<String> known) {
    String word = folded(written);
    return word.isEmpty() || word.length() > LONGEST
        ? Optional.empty()
        : known.stream()
            .filter(candidate -> slips(word, folded(candidate)) <= tolerated(word, candidate))
            .min(Comparator.comparingInt(candidate -> slips(word, folded(candidate))));
  }

  private static int tolerated(String word, String candidate) {
    boolean begins = Math.min(word.length(), candidate.length()) >= 3 && begins(word, candidate);
    return begins ? LONGEST : Math.max(1, Math.min(word.length(), candidate.length()) / 3);
  }

  private static boolean begins(String word, String candidate) {
    return candidate.startsWith(word) || word.startsWith(candidate);
  }

  // needs_consent, needsConsent and needs-consent are one word in different habits.
  private static String folded(String word) {
    return word.replaceAll("(?<=[a-z])(?=[A-Z])|_| ", "-").toLowerCase(Locale.ROOT);
  }

  /** The optimal string alignment distance: letters added, lost, changed, or two exchanged. */
  static int slips(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    return exchanged(a, b, i, j) ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }

  private static boolean exchanged(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
