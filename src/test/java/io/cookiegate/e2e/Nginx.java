package io.cookiegate.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The nginx of the distribution with a configuration and folder of a test's own. */
final class Nginx {
  private Nginx() {}

  /**
   * Starts one.
   *
   * @param folder for all its files; its access log is {@code access.log} there
   * @param http what stands in the http block
   */
  static Program start(Path folder, int port, String http) throws IOException {
    return Program.start(folder.resolve("nginx.log"), port, command(folder, http));
  }

  /** Writes the configuration, and gives the command that starts one. */
  static List<String> command(Path folder, String http) throws IOException {
    Files.createDirectories(folder);
    Path config = folder.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        user root;
        worker_processes 1;
        pid FOLDER/pid;
        error_log FOLDER/error.log warn;
        daemon off;
        events { worker_connections 512; }
        http {
          types { text/html html; image/png png; text/css css; text/plain txt; }
          log_format test '$status $request_method $request_uri "$http_if_none_match"';
          access_log FOLDER/access.log test;
          client_body_temp_path FOLDER/body;
          proxy_temp_path FOLDER/proxy;
          fastcgi_temp_path FOLDER/fastcgi;
          uwsgi_temp_path FOLDER/uwsgi;
          scgi_temp_path FOLDER/scgi;
          %s
        }
        """
            .formatted(http)
            .replace("FOLDER", folder.toString()));
    return List.of(
        Programs.find("nginx", "nginx"),
        "-p",
        folder.toString(),
        "-e",
        folder.resolve("error.log").toString(),
        "-c",
        config.toString());
  }
}
