package io.cookiegate.proxy;

import io.cookiegate.config.Forwarding;
import io.cookiegate.host.AddressRange;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * The hops of a request before the trusted proxy that sent it, the visitor's first, as its fields tell
 * them. Each proxy adds the one it heard from at the end, so only as much of the end can be believed as
 * trusted proxies have written.
 */
final class Hops {
  /** One of them: where from, and by which scheme; empty where that is not said. */
  record Hop(String node, String scheme) {
    @Nullable InetAddress address() {
      return AddressRange.address(withoutPort(node));
    }

    private static String withoutPort(String node) {
      if (node.startsWith("[")) {
        int end = node.indexOf(']');
        return end < 0 ? "" : node.substring(1, end);
      }
      int colon = node.indexOf(':');
      return colon >= 0 && colon == node.lastIndexOf(':') ? node.substring(0, colon) : node;
    }
  }

  private static final Hop NOTHING = new Hop("", "");

  private final List<Hop> hops;

  private Hops(List<Hop> hops) {
    this.hops = hops;
  }

  static Hops of(HttpFields came, Forwarding.Dialect dialect) {
    return new Hops(dialect == Forwarding.Dialect.FORWARDED ? standard(came) : customary(came));
  }

  /**
   * The visitor as the trusted proxies saw it: the last hop that is none of them. Where an entry is no
   * address nothing before it can be told, so the hop after it is the last that is known; where there is
   * none, the proxy itself is, and what it says of the scheme still counts.
   */
  Hop visitor(Forwarding forwarding) {
    Hop known = hops.isEmpty() ? NOTHING : new Hop("", hops.get(hops.size() - 1).scheme());
    for (int i = hops.size() - 1; i >= 0; i--) {
      InetAddress address = hops.get(i).address();
      if (address == null) {
        return known;
      }
      known = hops.get(i);
      if (!forwarding.trusts(address)) {
        return known;
      }
    }
    return known;
  }

  private static List<Hop> customary(HttpFields came) {
    List<String> nodes = values(came, HttpHeader.X_FORWARDED_FOR);
    List<String> schemes = values(came, HttpHeader.X_FORWARDED_PROTO);
    List<Hop> hops = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      hops.add(new Hop(nodes.get(i), scheme(schemes, i, nodes.size())));
    }
    if (hops.isEmpty() && !schemes.isEmpty()) {
      hops.add(new Hop("", schemes.get(schemes.size() - 1)));
    }
    return hops;
  }

  /** Most proxies keep one scheme for all hops, some write a list beside the list of addresses. */
  private static String scheme(List<String> schemes, int hop, int hops) {
    if (schemes.isEmpty()) {
      return "";
    }
    return schemes.get(schemes.size() == hops ? hop : schemes.size() - 1);
  }

  private static List<String> values(HttpFields came, HttpHeader name) {
    List<String> values = new ArrayList<>();
    for (HttpField field : came) {
      if (field.getHeader() == name && field.getValue() != null) {
        for (String value : field.getValue().split(",", -1)) {
          values.add(value.strip());
        }
      }
    }
    return values;
  }

  // RFC 7239 4.

  private static List<Hop> standard(HttpFields came) {
    List<Hop> hops = new ArrayList<>();
    for (HttpField field : came) {
      if (field.getHeader() == HttpHeader.FORWARDED && field.getValue() != null) {
        split(field.getValue(), ',').forEach(element -> hops.add(hop(element)));
      }
    }
    return hops;
  }

  private static Hop hop(String element) {
    String node = "";
    String scheme = "";
    for (String pair : split(element, ';')) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      if (name.equals("for")) {
        node = unquoted(pair.substring(equals + 1).strip());
      } else if (name.equals("proto")) {
        scheme = unquoted(pair.substring(equals + 1).strip());
      }
    }
    return new Hop(node, scheme);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
  }

  /** The parts between separators outside of quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(begin, i));
        begin = i + 1;
      }
    }
    parts.add(text.substring(begin));
    return parts;
  }
}
