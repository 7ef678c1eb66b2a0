package io.cookiegate.config;

import static io.cookiegate.config.Key.defaulted;
import static io.cookiegate.config.Key.optional;
import static io.cookiegate.config.Kinds.flag;
import static io.cookiegate.config.Kinds.list;
import static io.cookiegate.config.Kinds.mapping;
import static io.cookiegate.config.Kinds.span;
import static io.cookiegate.config.Kinds.text;
import static io.cookiegate.config.Kinds.whole;
import static io.cookiegate.config.Kinds.word;

import io.cookiegate.host.AddressRange;
import java.time.Duration;
import java.util.List;

/** The keys of {@code gate.yaml} that operations set beside the sites. */
final class OperationsKeys {
  // forwarding
  static final Key<List<Kind.Item<AddressRange>>> TRUSTED =
      optional(
          "trusted",
          list(new AddressRangeText(), "a list such as [10.0.0.0/8, \"::1\"]"),
          "nobody",
          "the proxies in front that may say for whom a request comes; what others say is dropped");
  static final Key<Forwarding.Dialect> BY =
      defaulted(
          "by",
          word(Forwarding.Dialect.class),
          Forwarding.Dialect.X_FORWARDED,
          "x-forwarded",
          "in which fields they say it: X-Forwarded-For and -Proto, or Forwarded (RFC 7239)");
  static final Key<Boolean> VIA =
      defaulted(
          "via",
          flag(),
          true,
          "true",
          "adds Via to requests; an nginx upstream stops compressing when it sees it");
  static final Key<Forwarding.RequestIds> REQUEST_ID =
      defaulted(
          "request-id",
          word(Forwarding.RequestIds.class),
          Forwarding.RequestIds.ASKED,
          "asked",
          "which answers carry X-Request-Id: where the request did and the gate's own, all, or no"
              + " answer and no request");

  // access-log
  static final Key<AccessLogSettings.Format> FORMAT =
      defaulted(
          "format",
          word(AccessLogSettings.Format.class),
          AccessLogSettings.Format.COMBINED,
          "combined",
          "the form of a line; never with a query, a cookie or a path parameter");
  static final Key<AccessLogSettings.Addresses> ADDRESSES =
      defaulted(
          "addresses",
          word(AccessLogSettings.Addresses.class),
          AccessLogSettings.Addresses.TRUNCATED,
          "truncated",
          "truncated keeps 24 bits of an IPv4 address and 48 of an IPv6 one");
  static final Key<String> LOG_FILE =
      optional(
          "file",
          text("the path of a file, from the folder of gate.yaml"),
          "standard output",
          "lines are added to it; yyyy_mm_dd in its name makes a file a day");
  static final Key<Integer> KEEP_DAYS =
      defaulted(
          "keep-days",
          whole("a number of days", 1, 3650),
          31,
          "31",
          "for how long the files of days are kept");

  // shutdown
  static final Key<Duration> DELAY =
      defaulted(
          "delay",
          span("0s", "10m"),
          Shutdown.DEFAULT.delay(),
          "5s",
          "how long visitors are still taken after /health/ready has said no; nothing without admin");
  static final Key<Duration> DRAIN =
      defaulted(
          "drain",
          span("1s", "1h"),
          Shutdown.DEFAULT.drain(),
          "20s",
          "how long requests under way may take after that");

  // the top
  static final Key<Node.Mapping> FORWARDING =
      optional(
          "forwarding", mapping("a mapping"), "the defaults", "for whom requests come, and on");
  static final Key<Node.Mapping> ACCESS_LOG =
      optional(
          "access-log",
          mapping("a mapping such as { format: combined }"),
          "none",
          "a line a request");
  static final Key<Node.Mapping> SHUTDOWN =
      optional("shutdown", mapping("a mapping"), "the defaults", "how the gate ends");

  static final Key<List<Kind.Item<Deviation>>> DEVIATIONS =
      optional(
          "deviations",
          list(
              new Deviation.Text(),
              "a list of any of " + new Deviation.Text().form().replace(" or ", ", ")),
          "none",
          "what requests of old clients may have against the letter of HTTP, each by its name");

  static final Section FORWARDING_SET = Section.of("forwarding", TRUSTED, BY, VIA, REQUEST_ID);
  static final Section ACCESS_LOG_SET =
      Section.of("access-log", FORMAT, ADDRESSES, LOG_FILE, KEEP_DAYS);
  static final Section SHUTDOWN_SET = Section.of("shutdown", DELAY, DRAIN);

  private OperationsKeys() {}
}
