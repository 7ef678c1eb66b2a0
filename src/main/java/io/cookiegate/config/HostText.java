package io.cookiegate.config;

import io.cookiegate.host.HostName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A host in the canonical spelling: ASCII, lower case, an IPv6 address in brackets. */
record HostText(String form) implements Kind.OfText<String> {
  private static final Pattern CANONICAL = Pattern.compile("[a-z0-9_.-]{1,253}|\\[[0-9a-f:.]+]");
  private static final Pattern WITH_SUBDOMAINS = Pattern.compile("\\*?\\.[^*]+");
  private static final Pattern WITH_PORT = Pattern.compile("[^:/]+:[0-9]+");

  @Override
  public @Nullable String parse(String text) {
    String host = HostName.canonical(isBareIpv6(text) ? "[" + text + "]" : text);
    return host != null && isNamed(text) && CANONICAL.matcher(host).matches() ? host : null;
  }

  // A browser would drop white space and cut at these; somebody who writes them means more than a
  // host.
  private static boolean isNamed(String text) {
    return text.chars().noneMatch(c -> c <= ' ' || "/\\?#@%*".indexOf(c) >= 0)
        && !text.startsWith(".")
        && !text.contains("..")
        && !WITH_PORT.matcher(text).matches();
  }

  private static boolean isBareIpv6(String text) {
    return text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[");
  }

  @Override
  public String remedy(String text) {
    if (WITH_PORT.matcher(text).matches()) {
      return "allowed is " + form + " without a port";
    }
    if (text.contains("/")) {
      return "allowed is " + form + " without scheme and path";
    }
    return WITH_SUBDOMAINS.matcher(text).matches()
        ? "allowed is " + form + " without * or leading dot"
        : "allowed is " + form;
  }
}
