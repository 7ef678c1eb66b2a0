package io.cookiegate.receipt;

import io.cookiegate.consent.Decision;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Entries as bytes in the queue on disk. */
final class EntryBytes {
  private static final int MADE = 1;
  private static final int ERASED = 2;

  private EntryBytes() {}

  static byte[] of(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      if (entry instanceof Entry.Made made) {
        write(made.receipt(), out);
      } else if (entry instanceof Entry.Erased erased) {
        write(erased, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private static void write(Receipt receipt, DataOutputStream out) throws IOException {
    out.writeByte(MADE);
    write(receipt.id(), out);
    out.writeLong(receipt.time().toEpochMilli());
    out.writeUTF(receipt.site());
    out.writeUTF(receipt.choice().name());
    out.writeShort(receipt.purposes().size());
    for (String purpose : receipt.purposes()) {
      out.writeUTF(purpose);
    }
    out.writeUTF(receipt.classification());
    out.writeUTF(receipt.language());
    out.writeBoolean(receipt.globalPrivacyControl());
  }

  private static void write(Entry.Erased erased, DataOutputStream out) throws IOException {
    out.writeByte(ERASED);
    write(erased.id(), out);
    out.writeLong(erased.time().toEpochMilli());
    out.writeUTF(erased.reason().name());
  }

  private static void write(UUID id, DataOutputStream out) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  /**
   * Reads an entry.
   *
   * @throws IOException if the bytes are of another release that knows more
   */
  static Entry read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int kind = in.readUnsignedByte();
      return switch (kind) {
        case MADE -> new Entry.Made(receipt(in));
        case ERASED ->
            new Entry.Erased(
                id(in), Instant.ofEpochMilli(in.readLong()), Entry.Reason.valueOf(in.readUTF()));
        default -> throw new IOException("an entry of kind " + kind);
      };
    } catch (IllegalArgumentException e) {
      throw new IOException("an entry with an unknown word", e);
    }
  }

  private static Receipt receipt(DataInputStream in) throws IOException {
    return new Receipt(
        id(in),
        Instant.ofEpochMilli(in.readLong()),
        in.readUTF(),
        Decision.valueOf(in.readUTF()),
        purposes(in),
        in.readUTF(),
        in.readUTF(),
        in.readBoolean());
  }

  private static SortedSet<String> purposes(DataInputStream in) throws IOException {
    SortedSet<String> purposes = new TreeSet<>();
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      purposes.add(in.readUTF());
    }
    return purposes;
  }

  private static UUID id(DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }
}
