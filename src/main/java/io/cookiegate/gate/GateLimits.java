package io.cookiegate.gate;

/**
 * Bounds on what the gate holds of one page; over a bound, the part at hand is removed.
 *
 * @param tagBytes the longest start tag that is held, 256 to 1,048,576 bytes
 * @param scriptBytes the most of an inline script that is held while it is judged, 256 to 4,194,304
 *     bytes
 */
public record GateLimits(int tagBytes, int scriptBytes) {
  /** 16 KiB of a tag, 32 KiB of a script: together under 64 KiB a page. */
  public static final GateLimits DEFAULT = new GateLimits(16 << 10, 32 << 10);

  public GateLimits {
    require(tagBytes, 256, 1 << 20);
    require(scriptBytes, 256, 4 << 20);
  }

  private static void require(int bytes, int least, int most) {
    if (bytes < least || bytes > most) {
      throw new IllegalArgumentException(bytes + " bytes; allowed are " + least + " to " + most);
    }
  }
}
