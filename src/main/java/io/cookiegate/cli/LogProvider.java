package io.cookiegate.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LogbackServiceProvider;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;

/**
 * The log: one event, one line, on standard error, as text or, with {@code COOKIE_GATE_LOG=JSON} in
 * the environment, as JSON. Lines of an access log without a file go to standard output as they are.
 *
 * <p>Logback is set up in code, because reading its XML and patterns takes a tenth of the time in
 * which a gate starts. An operator's own file goes in with {@code -Dlogback.configurationFile}. SLF4J makes the
 * one instance.
 */
public final class LogProvider extends LogbackServiceProvider {
  @Override
  public void initialize() {
    LoggerContext context = (LoggerContext) getLoggerFactory();
    context.setName("default");
    context.setMDCAdapter(getMDCAdapter());
    boolean json = "JSON".equals(System.getenv("COOKIE_GATE_LOG"));
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender(context, "System.err", json ? json() : text(new LogLine())));
    levels(context);
    Logger access = context.getLogger("io.cookiegate.access");
    access.setAdditive(false);
    access.addAppender(appender(context, "System.out", text(new LogLine.Bare())));
    context.start();
  }

  private static void levels(LoggerContext context) {
    context.getLogger("io.cookiegate").setLevel(Level.INFO);
    // Jetty tells its own life in warnings with stack traces; what matters of it the gate says.
    context.getLogger("org.eclipse.jetty").setLevel(Level.OFF);
    // What fails between the ledger and its database, the ledger says itself, and tries again.
    context.getLogger("org.flywaydb").setLevel(Level.OFF);
  }

  private static ConsoleAppender<ILoggingEvent> appender(
      LoggerContext context, String target, Encoder<ILoggingEvent> encoder) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget(target);
    encoder.setContext(context);
    encoder.start();
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  private static Encoder<ILoggingEvent> text(Layout<ILoggingEvent> layout) {
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setLayout(layout);
    layout.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> json() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithThrowable(false);
    encoder.setWithContext(false);
    encoder.setWithMarkers(false);
    encoder.setWithMDC(false);
    encoder.setWithKVPList(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    return encoder;
  }
}
