package io.cookiegate.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a file is that a parameter names: {@code classpath:NAME}, {@code /WEB-INF/NAME} in the web
 * application, or a path of the system's.
 */
final class Location {
  private static final String CLASSPATH = "classpath:";
  private static final String WEB_INF = "/WEB-INF/";

  private final URI uri;

  private Location(URI uri) {
    this.uri = uri;
  }

  static Location of(String named, ServletContext context) throws ServletException {
    String name = named.strip();
    try {
      if (name.startsWith(CLASSPATH)) {
        return found(name, resource(name.substring(CLASSPATH.length()), context));
      } else if (name.startsWith(WEB_INF)) {
        String real = context.getRealPath(name);
        return real == null ? found(name, context.getResource(name)) : file(real);
      }
      return file(name);
    } catch (URISyntaxException | MalformedURLException | IllegalArgumentException e) {
      throw new ServletException("Cookie Gate cannot find " + name + ".", e);
    }
  }

  private static Location file(String path) {
    return new Location(Path.of(path).toUri());
  }

  private static Location found(String name, @Nullable URL url)
      throws URISyntaxException, ServletException {
    if (url == null) {
      throw new ServletException("Cookie Gate cannot find " + name + ": there is no such file.");
    }
    return new Location(url.toURI());
  }

  private static @Nullable URL resource(String name, ServletContext context) {
    String bare = name.startsWith("/") ? name.substring(1) : name;
    // A context may be without a loader while it starts.
    for (ClassLoader loader :
        new @Nullable ClassLoader[] {
          context.getClassLoader(),
          Thread.currentThread().getContextClassLoader(),
          Location.class.getClassLoader()
        }) {
      URL url = loader == null ? null : loader.getResource(bare);
      if (url != null) {
        return url;
      }
    }
    return null;
  }

  /** Whether it can change while the application runs. */
  boolean isFile() {
    return "file".equals(uri.getScheme());
  }

  /** Does something with the file, which is not to be read afterwards. */
  <T> T with(Function<Path, T> reader) {
    if (isFile()) {
      return reader.apply(Path.of(uri));
    }
    try (FileSystem archive = FileSystems.newFileSystem(uri, Map.of())) {
      String text = uri.toString();
      return reader.apply(archive.getPath(text.substring(text.lastIndexOf('!') + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
