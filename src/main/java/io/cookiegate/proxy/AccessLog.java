package io.cookiegate.proxy;

import io.cookiegate.config.AccessLogSettings;
import io.cookiegate.config.AccessLogSettings.Addresses;
import io.cookiegate.host.AddressRange;
import io.cookiegate.page.ErrorPage;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.util.DateCache;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line for every request that is over. It never has a query, a path parameter (where old
 * applications keep the session), a cookie, a password or what a form holds; the referrer is cut in
 * the same way, and the address to that of a network.
 */
final class AccessLog implements ProxyObserver {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final int IPV4_BITS = 24;
  private static final int IPV6_BITS = 48;

  private final AccessLogSettings settings;
  private final RequestLog.Writer writer;
  private final InstantSource clock;
  private final DateCache times =
      new DateCache("dd/MMM/yyyy:HH:mm:ss Z", Locale.US, TimeZone.getTimeZone("UTC"));

  AccessLog(AccessLogSettings settings, RequestLog.Writer writer, InstantSource clock) {
    this.settings = settings;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public void answered(Answered answered) {
    try {
      writer.write(line(answered));
    } catch (IOException e) {
      LOG.warn("a line of the access log could not be written: {}", e.toString());
    }
  }

  private String line(Answered answered) {
    return switch (settings.format()) {
      case COMMON -> common(answered).toString();
      case COMBINED -> combined(answered);
      case JSON -> json(answered);
    };
  }

  private StringBuilder common(Answered answered) {
    StringBuilder line = new StringBuilder(200);
    line.append(orDash(address(answered.visitor()))).append(" - - [");
    line.append(times.format(clock.millis())).append("] \"");
    escape(line, answered.method());
    line.append(' ');
    escape(line, ErrorPage.withoutParameters(answered.path()));
    line.append(' ').append(answered.protocol()).append("\" ");
    line.append(answered.status()).append(' ');
    return answered.bodyBytes() == 0 ? line.append('-') : line.append(answered.bodyBytes());
  }

  private String combined(Answered answered) {
    StringBuilder line = common(answered).append(" \"");
    escape(line, orDash(referrer(answered)));
    line.append("\" \"");
    escape(line, orDash(answered.requestField("User-Agent")));
    return line.append('"').toString();
  }

  private static String orDash(@Nullable String text) {
    return text == null || text.isEmpty() ? "-" : text;
  }

  private @Nullable String address(@Nullable InetAddress visitor) {
    if (visitor == null || settings.addresses() == Addresses.NONE) {
      return null;
    } else if (settings.addresses() == Addresses.FULL) {
      return visitor.getHostAddress();
    }
    int bits = visitor instanceof Inet4Address ? IPV4_BITS : IPV6_BITS;
    return AddressRange.of(visitor, bits).first().getHostAddress();
  }

  /** The page that led here, without all that could be of one visitor alone. */
  private static @Nullable String referrer(Answered answered) {
    String referrer = answered.requestField("Referer");
    if (referrer == null) {
      return null;
    }
    int authority = referrer.indexOf("//");
    int path = authority < 0 ? 0 : referrer.indexOf('/', authority + 2);
    String origin = path < 0 ? referrer : referrer.substring(0, path);
    String rest = path < 0 ? "" : referrer.substring(path);
    return cut(withoutUser(origin)) + ErrorPage.withoutParameters(cut(rest));
  }

  private static String withoutUser(String origin) {
    int at = origin.lastIndexOf('@');
    int authority = origin.indexOf("//");
    return at < 0 || authority < 0
        ? origin
        : origin.substring(0, authority + 2) + origin.substring(at + 1);
  }

  private static String cut(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '?' || text.charAt(i) == '#') {
        return text.substring(0, i);
      }
    }
    return text;
  }

  /** As Apache httpd does: what could end the quotes or the line is written as an escape. */
  private static void escape(StringBuilder line, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7F) {
        line.append(c);
      } else {
        line.append("\\x").append(hex(c >> 4 & 0xF)).append(hex(c & 0xF));
      }
    }
  }

  private static char hex(int digit) {
    return Character.forDigit(digit, 16);
  }

  private String json(Answered answered) {
    StringBuilder line = new StringBuilder(400);
    BiConsumer<String, @Nullable String> text = (name, value) -> text(line, name, value);
    text.accept("time", clock.instant().toString());
    text.accept("site", answered.site());
    text.accept("requestId", answered.requestId());
    text.accept("address", address(answered.visitor()));
    text.accept("method", answered.method());
    text.accept("scheme", answered.isSecure() ? "https" : "http");
    text.accept("host", answered.host());
    text.accept("path", ErrorPage.withoutParameters(answered.path()));
    text.accept("protocol", answered.protocol());
    number(line, "status", answered.status());
    number(line, "bytes", answered.bodyBytes());
    number(line, "micros", answered.nanos() / 1000);
    text.accept("end", answered.end().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    text.accept("upstreamFailure", answered.upstreamFailure());
    text.accept("errorId", answered.errorId());
    text.accept("referrer", referrer(answered));
    text.accept("userAgent", answered.requestField("User-Agent"));
    return line.append('}').toString();
  }

  private static void text(StringBuilder line, String name, @Nullable String value) {
    if (value != null) {
      name(line, name).append('"');
      for (int i = 0; i < value.length(); i++) {
        quoted(line, value.charAt(i));
      }
      line.append('"');
    }
  }

  private static void number(StringBuilder line, String name, long value) {
    name(line, name).append(value);
  }

  private static StringBuilder name(StringBuilder line, String name) {
    return line.append(line.length() == 0 ? '{' : ',').append('"').append(name).append("\":");
  }

  /** RFC 8259 7. */
  private static void quoted(StringBuilder line, char c) {
    if (c == '"' || c == '\\') {
      line.append('\\').append(c);
    } else if (c >= ' ' && c < 0x7F) {
      line.append(c);
    } else {
      line.append("\\u").append(String.format("%04x", (int) c));
    }
  }
}
