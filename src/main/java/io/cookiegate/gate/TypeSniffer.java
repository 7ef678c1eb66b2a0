package io.cookiegate.gate;

import java.nio.ByteBuffer;

/**
 * The first bytes of an answer without a usable type, as far as they tell what a browser reads it as: where
 * they are {@code <?xml}, as a document of XML (WHATWG MIME Sniffing section 7.1). Behind white space that
 * would be none (XML 1.0, section 2.8), and a browser shows an error.
 */
final class TypeSniffer {
  private static final byte[] DECLARATION = {'<', '?', 'x', 'm', 'l'};

  private int length;

  /** Takes the next bytes as long as they do not tell; whether they do now. */
  boolean tells(ByteBuffer in) {
    while (!isXml() && in.hasRemaining()) {
      if (in.get(in.position()) != DECLARATION[length]) {
        return true;
      }
      in.get();
      length++;
    }
    return isXml();
  }

  boolean isXml() {
    return length == DECLARATION.length;
  }

  /** The bytes that were taken. */
  ByteBuffer taken() {
    return ByteBuffer.wrap(DECLARATION, 0, length);
  }
}
