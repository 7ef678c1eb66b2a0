package io.cookiegate.servlet;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the published jar brings with it: as Maven says, all of the build's dependencies at run time
 * that are not optional, neither themselves nor by what brings them.
 */
class ThinJarTest {
  private static final Pattern LINE =
      Pattern.compile("(?m)^ +([\\w.-]+):([\\w.-]+):jar:[^:\\s]+:\\w+( \\(optional\\))?");

  private static List<MatchResult> lines() throws IOException {
    String brought = Files.readString(Path.of("target", "brought.txt"));
    return LINE.matcher(brought).results().toList();
  }

  /** Names of groups and artefacts; what Spring brings to the tests is no concern of the jar's. */
  private static Set<String> brought() throws IOException {
    return lines().stream()
        .filter(line -> line.group(3) == null && !line.group(1).equals("io.micrometer"))
        .map(line -> line.group(1) + ":" + line.group(2))
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void thereIsNothingButWhatTheFilterNeeds() throws IOException {
    assertEquals(
        Set.of(
            "org.jspecify:jspecify",
            "org.slf4j:slf4j-api",
            "com.google.guava:guava",
            "com.google.guava:failureaccess",
            "com.google.guava:listenablefuture",
            "com.google.errorprone:error_prone_annotations",
            "com.google.j2objc:j2objc-annotations",
            "com.github.ben-manes.caffeine:caffeine",
            "tools.jackson.dataformat:jackson-dataformat-yaml",
            "tools.jackson.core:jackson-core",
            "tools.jackson.core:jackson-databind",
            "com.fasterxml.jackson.core:jackson-annotations",
            "org.snakeyaml:snakeyaml-engine",
            "com.aayushatharva.brotli4j:brotli4j",
            "com.aayushatharva.brotli4j:service",
            "com.aayushatharva.brotli4j:native-linux-x86_64",
            "com.aayushatharva.brotli4j:native-linux-aarch64",
            "com.github.luben:zstd-jni"),
        brought());
  }

  @Test
  void serversLogsAndDatabasesAreOptional() throws IOException {
    Set<String> optional =
        lines().stream()
            .filter(line -> line.group(3) != null)
            .map(line -> line.group(1) + ":" + line.group(2))
            .collect(toCollection(TreeSet::new));
    for (String name :
        List.of(
            "org.eclipse.jetty:jetty-server",
            "org.eclipse.jetty:jetty-io",
            "info.picocli:picocli",
            "ch.qos.logback:logback-classic",
            "com.h2database:h2",
            "org.postgresql:postgresql",
            "com.zaxxer:HikariCP",
            "org.flywaydb:flyway-core",
            "org.flywaydb:flyway-database-postgresql")) {
      assertTrue(optional.contains(name), name);
    }
  }
}
