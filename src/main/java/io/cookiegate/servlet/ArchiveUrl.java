package io.cookiegate.servlet;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The URLs by which class loaders name what is in archives, and in archives in these: {@code
 * jar:file:/a.jar!/x} of Java, {@code jar:war:file:/a.war*}{@code /WEB-INF/lib/b.jar!/x} of Tomcat,
 * {@code jar:nested:/a.jar/!BOOT-INF/classes/!/x} of Spring Boot.
 */
final class ArchiveUrl {
  private static final Pattern KINDS = Pattern.compile("^(?:(?:jar|war|nested|file):)+");
  private static final Pattern INTO = Pattern.compile("/!(?!/)|!/|[*^]/");

  private ArchiveUrl() {}

  /**
   * The place that a URL names.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Location read(String url) {
    String rest = KINDS.matcher(url).replaceFirst("");
    if (rest.length() == url.length() || !rest.startsWith("/")) {
      throw new IllegalArgumentException("a file cannot be read from a URL such as " + url);
    }
    List<String> parts = Arrays.stream(INTO.split(rest, -1)).map(ArchiveUrl::decoded).toList();
    return new Location(Path.of(parts.get(0)), parts.subList(1, parts.size()));
  }

  private static String decoded(String part) {
    String path = part.startsWith("/") ? part.replaceFirst("^/+", "/") : "/" + part;
    String decoded = URI.create("file:" + path).getPath();
    return part.startsWith("/") ? decoded : decoded.substring(1);
  }
}
