package io.cookiegate.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The two ways in which most PHP is served: by Apache itself, and by nginx with php-fpm. */
final class PhpServers {
  private static final Path MODULES = Path.of("/usr/lib/apache2/modules");

  private static final String APACHE =
      """
      ServerRoot "FOLDER"
      ServerName localhost
      Listen 127.0.0.1:%d
      PidFile FOLDER/apache.pid
      ErrorLog FOLDER/error.log
      Mutex file:FOLDER
      DefaultRuntimeDir FOLDER
      LoadModule mpm_prefork_module MODULES/mod_mpm_prefork.so
      LoadModule authz_core_module MODULES/mod_authz_core.so
      LoadModule dir_module MODULES/mod_dir.so
      LoadModule mime_module MODULES/mod_mime.so
      LoadModule filter_module MODULES/mod_filter.so
      LoadModule deflate_module MODULES/mod_deflate.so
      LoadModule php_module %s
      User www-data
      Group www-data
      StartServers 3
      MinSpareServers 1
      MaxRequestWorkers 10
      TypesConfig /etc/mime.types
      AddOutputFilterByType DEFLATE text/html text/css application/javascript
      DocumentRoot "%s"
      <Directory "%s">
        AllowOverride None
        Require all granted
        DirectoryIndex doku.php
      </Directory>
      <FilesMatch "\\.php$">
        SetHandler application/x-httpd-php
      </FilesMatch>
      php_admin_value session.save_path FOLDER
      php_admin_value upload_tmp_dir FOLDER
      """;

  private static final String FPM =
      """
      [global]
      daemonize = no
      error_log = FOLDER/fpm.log
      [www]
      listen = 127.0.0.1:%d
      user = www-data
      group = www-data
      pm = static
      pm.max_children = 3
      php_admin_value[session.save_path] = FOLDER
      php_admin_value[upload_tmp_dir] = FOLDER
      """;

  private static final String NGINX =
      """
      server {
        listen 127.0.0.1:%d;
        root %s;
        index doku.php;
        client_max_body_size 20m;
        gzip on;
        gzip_proxied any;
        gzip_types text/css application/javascript;
        location ~ \\.php(/|$) {
          include /etc/nginx/fastcgi_params;
          fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
          fastcgi_pass 127.0.0.1:%d;
        }
      }
      """;

  private PhpServers() {}

  static Program apache(Path folder, Path root, int port) throws IOException {
    prepare(folder);
    Path config = folder.resolve("apache.conf");
    String program = Programs.find("apache2", "apache2");
    Files.writeString(
        config,
        APACHE
            .formatted(port, phpModule(), root, root)
            .replace("FOLDER", folder.toString())
            .replace("MODULES", MODULES.toString()));
    return Program.start(
        folder.resolve("apache.log"),
        port,
        List.of(program, "-D", "FOREGROUND", "-f", config.toString()));
  }

  private static Path phpModule() throws IOException {
    try (Stream<Path> modules = Files.list(MODULES)) {
      return modules
          .filter(module -> module.getFileName().toString().matches("libphp[\\d.]*\\.so"))
          .findFirst()
          .orElseThrow(
              () ->
                  new AssertionError(
                      "This test needs Apache's PHP: install it (Debian, Ubuntu: apt-get install"
                          + " libapache2-mod-php)."));
    }
  }

  static Program fpm(Path folder, int port) throws IOException {
    prepare(folder);
    Path config = folder.resolve("fpm.conf");
    Files.writeString(config, FPM.formatted(port).replace("FOLDER", folder.toString()));
    return Program.start(
        folder.resolve("fpm.out"),
        port,
        List.of(Programs.find("php-fpm", "php-fpm"), "-F", "-y", config.toString()));
  }

  static Program nginx(Path folder, Path root, int port, int fpmPort) throws IOException {
    return Nginx.start(folder, port, NGINX.formatted(port, root, fpmPort));
  }

  private static void prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (!folder.toFile().setWritable(true, false)) {
      throw new IOException("Cannot open " + folder + " for the servers.");
    }
  }
}
