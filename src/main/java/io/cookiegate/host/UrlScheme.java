package io.cookiegate.host;

import java.nio.charset.StandardCharsets;

/** What a scheme makes of the rest of a reference. */
enum UrlScheme {
  /** http and https, which the page itself may have. */
  PAGE,
  /** The other schemes that go to a host on the network: ws, wss and ftp. */
  NETWORK,
  DATA,
  JAVASCRIPT,
  OTHER;

  private static final byte[] HTTPS = ascii("https");
  private static final byte[] WSS = ascii("wss");
  private static final byte[] FTP = ascii("ftp");
  private static final byte[] DATA_NAME = ascii("data");
  private static final byte[] JAVASCRIPT_NAME = ascii("javascript");

  static UrlScheme of(byte[] bytes, int from, int to) {
    int length = to - from;
    return switch (length) {
      case 2 -> starts(WSS, bytes, from, length) ? NETWORK : OTHER;
      case 3 ->
          starts(WSS, bytes, from, length) || starts(FTP, bytes, from, length) ? NETWORK : OTHER;
      case 4 ->
          starts(HTTPS, bytes, from, length)
              ? PAGE
              : starts(DATA_NAME, bytes, from, length) ? DATA : OTHER;
      case 5 -> starts(HTTPS, bytes, from, length) ? PAGE : OTHER;
      case 10 -> starts(JAVASCRIPT_NAME, bytes, from, length) ? JAVASCRIPT : OTHER;
      default -> OTHER;
    };
  }

  /** Whether the bytes are that many of the name's first, in either case: ws begins wss, http https. */
  private static boolean starts(byte[] name, byte[] bytes, int from, int length) {
    for (int i = 0; i < length; i++) {
      if ((bytes[from + i] | 0x20) != name[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
