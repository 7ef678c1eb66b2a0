package io.cookiegate.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses in CIDR notation (RFC 4632 3.1, RFC 4291 2.3): {@code 10.0.0.0/8}, {@code
 * 2001:db8::/32}, or one address. Two are equal if they hold the same addresses.
 */
public final class AddressRange {
  private static final Pattern NOTATION =
      Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/([0-9]{1,3}))?");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

  private final byte[] prefix;
  private final int bits;

  private AddressRange(byte[] prefix, int bits) {
    this.prefix = cleared(prefix, bits);
    this.bits = bits;
  }

  /** The range in a text; null where it holds none. */
  public static @Nullable AddressRange parse(String text) {
    Matcher range = NOTATION.matcher(text);
    InetAddress address = range.matches() ? address(range.group(1)) : null;
    if (address == null) {
      return null;
    }
    int most = address.getAddress().length * 8;
    int bits = range.group(2) == null ? most : Integer.parseInt(range.group(2));
    return bits > most ? null : new AddressRange(address.getAddress(), bits);
  }

  /** The address in a text, without asking anybody; null where it is no address. */
  public static @Nullable InetAddress address(String text) {
    boolean literal = text.indexOf(':') >= 0 ? isIpv6(text) : IPV4.matcher(text).matches();
    try {
      return literal ? InetAddress.getByName(text) : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** Nothing in it that the resolver could take for a name or a zone. */
  private static boolean isIpv6(String text) {
    return text.length() <= 45
        && text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
  }

  /** The range of the first bits of an address. */
  public static AddressRange of(InetAddress address, int bits) {
    return new AddressRange(address.getAddress(), bits);
  }

  /** Whether an address is in it; an IPv4 address is in no IPv6 range. */
  public boolean contains(InetAddress address) {
    byte[] given = address.getAddress();
    return given.length == prefix.length && startsAlike(given);
  }

  private boolean startsAlike(byte[] given) {
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (given[i] != prefix[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || ((given[whole] ^ prefix[whole]) & 0xFF) >> (8 - rest) == 0;
  }

  private static byte[] cleared(byte[] address, int bits) {
    byte[] prefix = address.clone();
    for (int i = 0; i < prefix.length; i++) {
      int kept = Math.max(0, Math.min(8, bits - i * 8));
      prefix[i] &= (byte) (0xFF << (8 - kept));
    }
    return prefix;
  }

  /** Its first address. */
  public InetAddress first() {
    try {
      return InetAddress.getByAddress(prefix);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // the length is that of an address
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AddressRange range
        && bits == range.bits
        && Arrays.equals(prefix, range.prefix);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(prefix) * 31 + bits;
  }

  @Override
  public String toString() {
    return first().getHostAddress() + "/" + bits;
  }
}
