package io.cookiegate.proxy;

import io.cookiegate.config.AccessLogSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.AsyncRequestLogWriter;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Slf4jRequestLogWriter;

/** Where the lines of an access log go: Jetty's own writers. */
final class AccessLogWriters {
  /** The logger that takes the lines where no file does. */
  static final String LOGGER = "io.cookiegate.access";

  private AccessLogWriters() {}

  static RequestLog.Writer of(AccessLogSettings settings) throws ProxyStartException {
    Path file = settings.file();
    return file == null ? logger() : file(file, settings.keepDays());
  }

  private static RequestLog.Writer logger() {
    Slf4jRequestLogWriter writer = new Slf4jRequestLogWriter();
    writer.setLoggerName(LOGGER);
    return writer;
  }

  /** Lines are written by a thread of its own, so that no request waits for a disk. */
  private static RequestLog.Writer file(Path file, int keepDays) throws ProxyStartException {
    checkFolder(file);
    AsyncRequestLogWriter writer = new AsyncRequestLogWriter(file.toString());
    writer.setAppend(true);
    writer.setRetainDays(keepDays);
    writer.setTimeZone("UTC");
    return writer;
  }

  private static void checkFolder(Path file) throws ProxyStartException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ProxyStartException(
          "The access log " + file + " cannot be written: its folder is not there.");
    } else if (!Files.isWritable(folder)) {
      throw new ProxyStartException(
          "The access log " + file + " cannot be written: its folder does not let it.");
    }
  }
}
