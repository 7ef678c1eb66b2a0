package io.cookiegate.metrics;

import io.cookiegate.classification.Rule;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.gate.Closure;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.gate.Recurrence;
import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The numbers of one site. Those of every request are found without a look-up by name. */
public final class SiteMetrics implements GateObserver {
  /** The site of requests for a host that no site has. */
  public static final String NONE = "-";

  private static final int STATUSES = 1000;
  private static final String[] PROTOCOLS = {"1.0", "1.1", "2"};
  private static final String[] KINDS = {"set-cookie", "cookie", "tag"};

  private record CookieKey(String service, String field, Outcome outcome) {}

  private final GateMetrics all;
  private final String site;
  private final LatencyCounts latency;
  private final Counter bytes;
  private final Counter cutOff;
  private final Counter visitorsGone;
  private final Counter retries;
  private final Counter pages;
  private final Counter pageBytesRead;
  private final Counter pageBytesWritten;
  private final Counter granted;
  private final Counter refused;
  private final Counter some;
  private final Counter unasked;
  private final Counter[] unclassified = new Counter[KINDS.length];
  private final AtomicReferenceArray<@Nullable Counter> requests =
      new AtomicReferenceArray<>(STATUSES * PROTOCOLS.length);
  private final Map<CookieKey, Counter> cookies = new ConcurrentHashMap<>();
  private final Map<String, Counter> tags = new ConcurrentHashMap<>();
  private final Map<String, Counter> failures = new ConcurrentHashMap<>();
  private final Map<Closure, Counter> closures = new ConcurrentHashMap<>();

  SiteMetrics(GateMetrics all, String site) {
    this.all = all;
    this.site = site;
    latency = all.latency(site);
    bytes = counter(Metric.BYTES);
    cutOff = counter(Metric.CUT_OFF);
    visitorsGone = counter(Metric.VISITORS_GONE);
    retries = counter(Metric.UPSTREAM_RETRIES);
    pages = counter(Metric.PAGES);
    pageBytesRead = counter(Metric.PAGE_BYTES, "upstream");
    pageBytesWritten = counter(Metric.PAGE_BYTES, "visitor");
    granted = counter(Metric.CONSENTS, "granted");
    refused = counter(Metric.CONSENTS, "refused");
    some = counter(Metric.CONSENTS, "some");
    unasked = counter(Metric.CONSENTS, "unasked");
    for (int i = 0; i < KINDS.length; i++) {
      unclassified[i] = counter(Metric.UNCLASSIFIED, KINDS[i]);
    }
    for (Closure reason : Closure.values()) {
      closures.put(reason, counter(Metric.CLOSURES, reason.code()));
    }
  }

  private Counter counter(Metric metric, String... more) {
    String[] values = new String[more.length + 1];
    values[0] = site;
    System.arraycopy(more, 0, values, 1, more.length);
    return all.counter(metric, values);
  }

  // What the proxy sees.

  /**
   * A request was answered.
   *
   * @param protocol the version of HTTP that the visitor spoke, such as {@code HTTP/1.1}
   */
  public void answered(int status, String protocol, long nanos, long bodyBytes) {
    request(index(protocol), Math.max(0, Math.min(status, STATUSES - 1))).increment();
    latency.record(nanos);
    bytes.increment((double) bodyBytes);
  }

  private static int index(String protocol) {
    return protocol.endsWith("1.1") ? 1 : protocol.endsWith("1.0") ? 0 : 2;
  }

  private Counter request(int protocol, int status) {
    int index = protocol * STATUSES + status;
    Counter known = requests.get(index);
    if (known == null) {
      known = counter(Metric.REQUESTS, Integer.toString(status), PROTOCOLS[protocol]);
      requests.set(index, known);
    }
    return known;
  }

  /** A page was rewritten. */
  public void rewritten(long bytesRead, long bytesWritten) {
    pages.increment();
    pageBytesRead.increment((double) bytesRead);
    pageBytesWritten.increment((double) bytesWritten);
  }

  /** An answer was cut off. */
  public void cutOff() {
    cutOff.increment();
  }

  /** A visitor did not wait for an answer. */
  public void visitorGone() {
    visitorsGone.increment();
  }

  /** The upstream failed, for a reason in a word. */
  public void upstreamFailed(String reason) {
    failures.computeIfAbsent(reason, word -> counter(Metric.UPSTREAM_FAILURES, word)).increment();
  }

  /** A request was sent to an upstream once more. */
  public void retried() {
    retries.increment();
  }

  // What the gate sees.

  @Override
  public void arrived(Consent consent) {
    if (consent.choice() == Choice.GRANTED) {
      granted.increment();
    } else if (!consent.purposes().isEmpty()) {
      some.increment();
    } else if (consent.choice() == Choice.REFUSED) {
      refused.increment();
    } else {
      unasked.increment();
    }
  }

  @Override
  public void cookieSet(String name, @Nullable Rule rule, Outcome outcome) {
    cookie(0, rule, outcome);
  }

  @Override
  public void cookieSent(String name, @Nullable Rule rule, Outcome outcome) {
    cookie(1, rule, outcome);
  }

  private void cookie(int kind, @Nullable Rule rule, Outcome outcome) {
    if (rule == null) {
      unclassified[kind].increment();
    }
    if (outcome != Outcome.KEPT) {
      cookies
          .computeIfAbsent(new CookieKey(service(rule), KINDS[kind], outcome), this::counter)
          .increment();
    }
  }

  private Counter counter(CookieKey key) {
    String outcome = key.outcome.name().toLowerCase(Locale.ROOT);
    return counter(Metric.COOKIES, key.service, key.field, outcome);
  }

  @Override
  public void tag(String host, @Nullable Rule rule, Outcome outcome) {
    count(rule, outcome, Counter::increment);
  }

  private void count(@Nullable Rule rule, Outcome outcome, Consumer<Counter> each) {
    if (rule == null) {
      each.accept(unclassified[2]);
    }
    if (outcome == Outcome.REMOVED) {
      each.accept(removed(service(rule)));
    }
  }

  // To compute what is there already would take a lock.
  private Counter removed(String service) {
    Counter known = tags.get(service);
    return known == null
        ? tags.computeIfAbsent(service, name -> counter(Metric.TAGS_REMOVED, name))
        : known;
  }

  @Override
  public Recurrence recurring(Consumer<GateObserver> page) {
    Step step = new Step();
    page.accept(step);
    return all.recurrences().of(step);
  }

  private static String service(@Nullable Rule rule) {
    return rule == null ? "unclassified" : rule.service();
  }

  @Override
  public void closed(Closure reason) {
    Objects.requireNonNull(closures.get(reason)).increment();
  }

  /** What is counted each time that a page goes out. */
  private final class Step implements GateObserver, LongConsumer {
    private final List<Counter> counted = new ArrayList<>();

    @Override
    public void tag(String host, @Nullable Rule rule, Outcome outcome) {
      count(rule, outcome, counted::add);
    }

    @Override
    public void closed(Closure reason) {
      counted.add(Objects.requireNonNull(closures.get(reason)));
    }

    @Override
    public void accept(long times) {
      counted.forEach(counter -> counter.increment((double) times));
    }
  }
}
