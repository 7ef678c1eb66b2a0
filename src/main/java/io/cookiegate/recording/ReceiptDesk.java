package io.cookiegate.recording;

import io.cookiegate.config.Receipts;
import io.cookiegate.page.ChoiceRecorder;
import io.cookiegate.page.MadeChoice;
import io.cookiegate.receipt.Ledger;
import io.cookiegate.receipt.LedgerCounts;
import io.cookiegate.receipt.LedgerException;
import io.cookiegate.receipt.LedgerSettings;
import io.cookiegate.receipt.Receipt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a running gate records the choices of its sites' visitors. Safe for use by many threads. */
public final class ReceiptDesk implements AutoCloseable {
  private final @Nullable Ledger ledger;

  private ReceiptDesk(@Nullable Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Opens what is configured.
   *
   * @param receipts null where choices are not to be recorded
   * @throws LedgerException where nothing can be kept there; the sentence says what helps
   */
  public static ReceiptDesk open(@Nullable Receipts receipts) throws LedgerException {
    return new ReceiptDesk(receipts == null ? null : Ledger.open(settings(receipts)));
  }

  /** The same in the ledger's terms. */
  public static LedgerSettings settings(Receipts receipts) {
    return new LedgerSettings(
        receipts.folder(),
        receipts.database(),
        receipts.user(),
        receipts.password(),
        receipts.retention(),
        receipts.queueBytes());
  }

  /** Whether choices are recorded. */
  public boolean records() {
    return ledger != null;
  }

  /** The recorder of one site's choices. */
  public ChoiceRecorder of(String site) {
    return ledger == null ? ChoiceRecorder.NONE : new SiteRecorder(ledger, site);
  }

  /** What was recorded so far; null where nothing is. */
  public @Nullable LedgerCounts counts() {
    return ledger == null ? null : ledger.counts();
  }

  @Override
  public void close() {
    if (ledger != null) {
      ledger.close();
    }
  }

  private record SiteRecorder(Ledger ledger, String site) implements ChoiceRecorder {
    @Override
    public @Nullable String record(MadeChoice choice) {
      Receipt receipt =
          Receipt.of(
              site,
              choice.choice(),
              choice.purposes(),
              choice.classification(),
              choice.language(),
              choice.globalPrivacyControl());
      return ledger.take(receipt) ? receipt.id().toString() : null;
    }

    @Override
    public Erasure erase(String id) {
      return ledger.erase(UUID.fromString(id)) ? Erasure.TAKEN : Erasure.UNAVAILABLE;
    }
  }
}
