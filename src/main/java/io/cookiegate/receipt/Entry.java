package io.cookiegate.receipt;

import java.time.Instant;
import java.util.UUID;

/** Something that waits to be written into the ledger. */
sealed interface Entry {
  /** The receipt that it is about. */
  UUID id();

  /** A choice was made. */
  record Made(Receipt receipt) implements Entry {
    @Override
    public UUID id() {
      return receipt.id();
    }
  }

  /** A receipt is to be erased; it may come before the receipt, by another gate. */
  record Erased(UUID id, Instant time, Reason reason) implements Entry {}

  /** Who wants a receipt erased. */
  enum Reason {
    VISITOR,
    OPERATOR
  }
}
