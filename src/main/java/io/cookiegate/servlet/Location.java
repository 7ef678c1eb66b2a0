package io.cookiegate.servlet;

import io.cookiegate.config.Loaded;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a file is that a parameter names: {@code classpath:NAME}, {@code /WEB-INF/NAME} in the web
 * application, or a path of the system's.
 *
 * @param file it, or the archive that holds it
 * @param inside the way to it through archives in archives; empty where it is in none
 */
record Location(Path file, List<String> inside) {
  private static final String CLASSPATH = "classpath:";
  private static final String WEB_INF = "/WEB-INF/";

  static Location of(String named, ServletContext context) throws ServletException {
    String name = named.strip();
    try {
      if (name.startsWith(CLASSPATH)) {
        return found(name, resource(name.substring(CLASSPATH.length()), context));
      } else if (name.startsWith(WEB_INF)) {
        String real = context.getRealPath(name);
        return real == null ? found(name, context.getResource(name)) : plain(real);
      }
      return plain(name);
    } catch (MalformedURLException | IllegalArgumentException e) {
      throw new ServletException("Cookie Gate cannot find " + name + ".", e);
    }
  }

  private static Location plain(String path) {
    return new Location(Path.of(path), List.of());
  }

  private static Location found(String name, @Nullable URL url) throws ServletException {
    if (url == null) {
      throw new ServletException("Cookie Gate cannot find " + name + ": there is no such file.");
    }
    return ArchiveUrl.read(url.toString());
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
    return inside.isEmpty();
  }

  /** Reads the file, which is not to be read afterwards. */
  <T> Loaded<T> with(Function<Path, Loaded<T>> reader) {
    try {
      return read(file, inside, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> Loaded<T> read(Path at, List<String> inside, Function<Path, Loaded<T>> reader)
      throws IOException {
    if (inside.isEmpty()) {
      return reader.apply(at);
    }
    List<String> further = inside.subList(1, inside.size());
    if (Files.isDirectory(at)) {
      return read(at.resolve(inside.get(0)), further, reader);
    }
    try (FileSystem archive = FileSystems.newFileSystem(at)) {
      return read(archive.getPath("/", inside.get(0)), further, reader);
    }
  }
}
