package io.cookiegate.receipt;

import io.cookiegate.consent.PurposeList;
import java.time.Instant;
import java.util.UUID;

/** What the digests of entries are of. Changing one of these breaks every ledger there is. */
final class Digests {
  private Digests() {}

  /** By which an erased receipt is still known to whoever holds its id. */
  static String subject(UUID id) {
    return Digest.of("cookie-gate receipt", id.toString());
  }

  /** Of a choice; the salt keeps an erased one from being guessed. */
  static String choice(Receipt receipt, String salt) {
    return Digest.of(
        salt,
        receipt.id().toString(),
        Long.toString(receipt.time().toEpochMilli()),
        receipt.site(),
        receipt.choice().word(),
        PurposeList.of(receipt.purposes()),
        receipt.classification(),
        receipt.language(),
        Boolean.toString(receipt.globalPrivacyControl()));
  }

  static String erasure(Instant time, String reason) {
    return Digest.of(Long.toString(time.toEpochMilli()), reason);
  }

  static String retention(Instant time, Head removed) {
    return Digest.of(
        Long.toString(time.toEpochMilli()), Long.toString(removed.seq()), removed.hash());
  }
}
