package io.cookiegate.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The origin of the site behind the gate. */
final class UpstreamText implements Kind.OfText<Upstream> {
  private static final Kind.OfText<String> HOST = new HostText("a host");
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(https?)://(\\[[^]]*]|[^/:@?#\\[\\]]+)(?::([1-9][0-9]{0,4}))?/?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String form() {
    return "a URL without path, such as http://127.0.0.1:8081";
  }

  @Override
  public @Nullable Upstream parse(String text) {
    Matcher origin = ORIGIN.matcher(text);
    if (!origin.matches()) {
      return null;
    }
    String scheme = origin.group(1).toLowerCase(Locale.ROOT);
    String host = HOST.parse(origin.group(2));
    int port = port(scheme, origin.group(3));
    return host == null || port > 65_535 ? null : new Upstream(scheme, host, port, List.of(), null);
  }

  private static int port(String scheme, @Nullable String written) {
    if (written != null) {
      return Integer.parseInt(written);
    }
    return scheme.equals("https") ? 443 : 80;
  }
}
