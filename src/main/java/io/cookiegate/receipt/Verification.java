package io.cookiegate.receipt;

import java.util.List;

/**
 * What a look at the whole ledger found.
 *
 * @param receipts the receipts that are there, as they were written
 * @param erased those that were erased
 * @param removed the entries that were removed because they were kept for long enough
 * @param head where the chain ends; noted elsewhere, it shows later that nothing before was removed
 * @param problems a sentence for each thing that is wrong
 */
public record Verification(
    long receipts, long erased, long removed, Head head, List<String> problems) {
  public Verification {
    problems = List.copyOf(problems);
  }

  /** Whether every entry is there and as it was written. */
  public boolean isWhole() {
    return problems.isEmpty();
  }
}
