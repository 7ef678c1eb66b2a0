package io.cookiegate.servlet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parts of the class path of the tests, for processes that get less of it. */
public final class TestPath {
  /** What the filter needs of the thin jar's dependencies; Jetty is not among them. */
  public static final String FILTER =
      "jspecify|slf4j-api|guava|failureaccess|jackson-(core|databind|annotations|dataformat-yaml)"
          + "|snakeyaml-engine|brotli4j|service|native-linux-.*|zstd-jni|caffeine";

  /** What writes the log of a test. */
  public static final String LOGGING = "logback-(core|classic)";

  /** Tomcat with its JSP compiler. */
  public static final String TOMCAT = "tomcat-.*|ecj";

  /** Spring Boot on it. */
  public static final String SPRING_BOOT =
      TOMCAT + "|spring-.*|micrometer-.*|commons-logging|snakeyaml|jakarta.annotation-api";

  private TestPath() {}

  private static List<String> entries() {
    String surefire = System.getProperty("surefire.test.class.path");
    String path = surefire == null ? System.getProperty("java.class.path") : surefire;
    return Arrays.asList(path.split(File.pathSeparator, -1));
  }

  /** The product's and the tests' own classes. */
  public static List<String> folders() {
    return entries().stream().filter(entry -> Files.isDirectory(Path.of(entry))).toList();
  }

  /** The jars of the class path whose names, without a version, match. */
  public static List<String> jars(String names) {
    Pattern pattern = Pattern.compile("(" + names + ")-v?[0-9][^/]*\\.jar");
    return entries().stream()
        .filter(entry -> pattern.matcher(Path.of(entry).getFileName().toString()).matches())
        .toList();
  }

  /** The jar that is published, without anything that it depends on. */
  public static String thinJar() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .map(Path::toString)
          .filter(name -> name.matches("target/cookie-gate-[0-9][^/]*\\.jar"))
          .filter(name -> !name.endsWith("sources.jar") && !name.endsWith("javadoc.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("There is no thin jar; mvn package builds it."));
    }
  }
}
