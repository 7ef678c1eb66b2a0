package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The DokuWiki of the distribution with pages of its own, one user, and trackers in its template, as
 * site owners put them there by the vendors' instructions.
 */
final class Wiki {
  static final String USER = "karin";
  static final String PASSWORD = "enbart till test";

  private static final Path PROGRAM = Path.of("/usr/share/dokuwiki");
  private static final Path CONFIGURATION = Path.of("/etc/dokuwiki");

  private static final String HEAD_TRACKER =
      """
      <script>
      (function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){
      (i[r].q=i[r].q||[]).push(arguments)},i[r].l=1*new Date();a=s.createElement(o),
      m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)
      })(window,document,'script','https://www.google-analytics.com/analytics.js','ga');
      ga('create', 'UA-1-1', 'auto');
      ga('send', 'pageview');
      </script>
      """;

  private static final String FOOT_TRACKER =
      """
      <img class="pixel" src="https://www.facebook.com/tr?id=1&amp;ev=PageView" width="1" height="1" alt="">
      """;

  private Wiki() {}

  /** Sets one up in a folder that the servers' own users can read, and gives its root. */
  static Path install(Path folder) throws IOException {
    if (!Files.isDirectory(PROGRAM)) {
      throw new AssertionError(
          "This test needs "
              + PROGRAM
              + ": install it (Debian, Ubuntu: apt-get install --no-install-recommends dokuwiki).");
    }
    Path root = folder.resolve("wiki");
    copy(PROGRAM, root);
    copy(CONFIGURATION, root.resolve("conf"));
    configure(root, folder.resolve("data"));
    putTrackers(root);
    open(folder);
    return root;
  }

  private static void configure(Path root, Path data) throws IOException {
    for (String name :
        List.of(
            "pages",
            "attic",
            "media",
            "media_attic",
            "media_meta",
            "meta",
            "cache",
            "index",
            "locks",
            "tmp",
            "log")) {
      Files.createDirectories(data.resolve(name));
    }
    Path configuration = root.resolve("conf");
    Files.writeString(
        configuration.resolve("local.php"),
        """
        <?php
        $conf['title'] = 'Old wiki';
        $conf['savedir'] = '%s';
        $conf['useacl'] = 1;
        $conf['superuser'] = '@admin';
        $conf['dmode'] = 0777;
        $conf['fmode'] = 0666;
        """
            .formatted(data));
    Files.writeString(configuration.resolve("acl.auth.php"), "*\t@ALL\t1\n*\t@user\t16\n");
    Files.writeString(
        configuration.resolve("users.auth.php"),
        USER + ":" + sha1(PASSWORD) + ":Karin Öberg:karin@wiki.test:admin,user\n");
  }

  /** By the preload file the site sets a vendor's cookie itself, with every page. */
  private static void putTrackers(Path root) throws IOException {
    Files.writeString(
        root.resolve("inc/preload.php"),
        "<?php header('Set-Cookie: _ga=GA1.2.1.1; path=/', false);\n");
    Path template = root.resolve("lib/tpl/dokuwiki");
    Files.writeString(template.resolve("meta.html"), HEAD_TRACKER);
    Files.writeString(template.resolve("footer.html"), FOOT_TRACKER);
  }

  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Servers that are started by root serve as somebody else. */
  private static void open(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setPosixFilePermissions(
            file,
            PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwxrwxrwx" : "rw-rw-rw-"));
      }
    }
  }
}
