package io.cookiegate.receipt;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The ledger in the embedded H2. */
class EmbeddedStoreTest extends StoreSuite {
  @TempDir private Path folder;

  @Override
  LedgerSettings settings() {
    return Receipts.embedded(folder);
  }
}
