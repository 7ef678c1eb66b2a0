package io.cookiegate.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 over fields of text. Each is preceded by its length, so that no two lists of fields are
 * the same bytes.
 */
final class Digest {
  private static final HexFormat HEX = HexFormat.of();

  private final MessageDigest digest = sha256();

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest of some fields as 64 hexadecimal digits; an absent field differs from an empty one. */
  static String of(@Nullable String... fields) {
    Digest digest = new Digest();
    for (String field : fields) {
      digest.add(field);
    }
    return HEX.formatHex(digest.digest.digest());
  }

  private void add(@Nullable String field) {
    byte[] bytes = field == null ? new byte[0] : field.getBytes(UTF_8);
    int length = field == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    digest.update(bytes);
  }
}
