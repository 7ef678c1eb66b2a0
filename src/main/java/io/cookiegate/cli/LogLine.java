package io.cookiegate.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * An event as a line: the time to the millisecond, the level, who says it, what is said. Line breaks
 * in it become spaces, so that nobody can write a line of their own into the log.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
  private static final int LEVEL_WIDTH = 5;
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
    String level = event.getLevel().toString();
    line.append(' ').append(level).append(" ".repeat(Math.max(0, LEVEL_WIDTH - level.length())));
    String logger = event.getLoggerName();
    line.append(' ').append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(": ");
    oneLine(line, String.valueOf(event.getFormattedMessage()));
    return line.append(System.lineSeparator()).toString();
  }

  private static void oneLine(StringBuilder line, String message) {
    boolean broken = false;
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      boolean breaks = c == '\r' || c == '\n';
      if (!breaks || !broken) {
        line.append(breaks ? ' ' : c);
      }
      broken = breaks;
    }
  }

  /** What is said, alone. */
  static final class Bare extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
      return event.getFormattedMessage() + System.lineSeparator();
    }
  }
}
