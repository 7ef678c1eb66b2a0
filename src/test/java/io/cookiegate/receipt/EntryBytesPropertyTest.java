package io.cookiegate.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.consent.Decision;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class EntryBytesPropertyTest {
  @Property(tries = 300)
  void aReceiptIsReadAsItWasWritten(
      @ForAll long high,
      @ForAll long low,
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long time,
      @ForAll @StringLength(max = 300) String site,
      @ForAll Decision choice,
      @ForAll @Size(max = 9) List<@StringLength(max = 30) String> purposes,
      @ForAll boolean gpc,
      @ForAll Entry.Reason reason)
      throws IOException {
    Receipt receipt =
        new Receipt(
            new UUID(high, low),
            Instant.ofEpochMilli(time),
            site,
            choice,
            new TreeSet<>(purposes),
            Receipts.VERSION,
            "fi",
            gpc);
    Entry entry = new Entry.Made(receipt);
    assertEquals(entry, EntryBytes.read(EntryBytes.of(entry)));
    Entry erased = new Entry.Erased(receipt.id(), receipt.time(), reason);
    assertEquals(erased, EntryBytes.read(EntryBytes.of(erased)));
  }
}
