package io.cookiegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of the log is what Logback's own pattern for it would be. */
class LogLineTest {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{0}: %replace(%msg){'[\\r\\n]+', ' '}%nopex%n";

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T00:44:30.120Z, INFO, io.cookiegate.proxy.ProxyServer, stopped",
    "2026-11-23T00:44:30Z, WARN, Alone, 'two\r\n\nlines'",
    "1999-12-31T23:59:59.999Z, ERROR, a.b, '\nends\n'",
    "2026-01-02T03:04:05.006Z, DEBUG, a.b.C, ''",
    "2026-01-02T03:04:05.006Z, TRACE, a.b.C, 'år'"
  })
  void isThePatterns(Instant time, String level, String logger, String message) {
    LoggerContext context = new LoggerContext();
    PatternLayout pattern = new PatternLayout();
    pattern.setContext(context);
    pattern.setPattern(PATTERN);
    pattern.start();
    LoggingEvent event = new LoggingEvent();
    event.setLoggerContext(context);
    event.setLoggerName(logger);
    event.setLevel(Level.toLevel(level));
    event.setMessage(message);
    event.setInstant(time);
    assertEquals(pattern.doLayout(event), new LogLine().doLayout(event));
  }
}
