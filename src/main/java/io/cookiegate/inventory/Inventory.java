package io.cookiegate.inventory;

import io.cookiegate.classification.Rule;
import io.cookiegate.gate.Closure;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.gate.Recurrence;
import io.cookiegate.gate.Recurrences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The sightings of all sites since the start. Bounded: what comes after {@link #MOST} different ones
 * is counted as one, because a visitor can make up names. Safe for use by many threads, without a
 * lock where a sighting is known.
 */
public final class Inventory {
  /** The most different sightings that are told apart. */
  public static final int MOST = 10_000;

  /** The longest name, in characters; the rest of a longer one is left out. */
  public static final int LONGEST_NAME = 100;

  /** The longest path of a page, in characters, likewise. */
  public static final int LONGEST_PAGE = 300;

  private static final int MOST_RETURNED = 2_000;

  private record Key(
      String site,
      Sighting.Kind kind,
      String name,
      @Nullable String service,
      @Nullable String category,
      GateObserver.Outcome outcome) {
    // Written out: what a record brings is linked at its first use, which costs a start
    // milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && site.equals(key.site)
          && kind == key.kind
          && name.equals(key.name)
          && Objects.equals(service, key.service)
          && Objects.equals(category, key.category)
          && outcome == key.outcome;
    }

    @Override
    public int hashCode() {
      int which = kind.hashCode() * 31 + outcome.hashCode();
      return ((which * 31 + site.hashCode()) * 31 + name.hashCode()) * 31
          + Objects.hashCode(service);
    }
  }

  private record ReturnedKey(String site, String name, String page) {}

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
  private final Map<ReturnedKey, LongAdder> returned = new ConcurrentHashMap<>();
  private final LongAdder others = new LongAdder();
  private final Recurrences recurrences = new Recurrences();
  private final Map<Closure, LongAdder> closures = new EnumMap<>(Closure.class);

  /** An inventory in which nothing was seen. */
  public Inventory() {
    for (Closure reason : Closure.values()) {
      closures.put(reason, new LongAdder());
    }
  }

  /** An observer for one site's gate. */
  public GateObserver of(String site) {
    return new Observer(site);
  }

  /** The sightings so far, in the order of their names. */
  public List<Sighting> sightings() {
    recurrences.settle();
    return counts.entrySet().stream()
        .map(entry -> sighting(entry.getKey(), entry.getValue().sum()))
        .sorted(
            Comparator.comparing(Sighting::site)
                .thenComparing(Sighting::kind)
                .thenComparing(Sighting::name)
                .thenComparing(Sighting::outcome))
        .toList();
  }

  /** The cookies that came back after they were refused, in the order of their names. */
  public List<ReturnedCookie> returned() {
    return returned.entrySet().stream()
        .map(
            entry ->
                new ReturnedCookie(
                    entry.getKey().site(),
                    entry.getKey().name(),
                    entry.getKey().page(),
                    entry.getValue().sum()))
        .sorted(
            Comparator.comparing(ReturnedCookie::site)
                .thenComparing(ReturnedCookie::name)
                .thenComparing(ReturnedCookie::page))
        .toList();
  }

  /** How many sightings were not told apart any more. */
  public long others() {
    recurrences.settle();
    return others.sum();
  }

  /** How often something was not sent because it could not be judged. */
  public long closures(Closure reason) {
    recurrences.settle();
    return Objects.requireNonNull(closures.get(reason)).sum();
  }

  private static Sighting sighting(Key key, long count) {
    return new Sighting(
        key.site, key.kind, key.name, key.service, key.category, key.outcome, count);
  }

  private <K> LongAdder count(Map<K, LongAdder> counted, K key, int most) {
    LongAdder known = counted.get(key);
    if (known == null && counted.size() >= most) {
      known = others;
    } else if (known == null) {
      known = counted.computeIfAbsent(key, first -> new LongAdder());
    }
    return known;
  }

  private static String shortened(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  private final class Observer implements GateObserver {
    private final String site;
    private final RecentCounts recent = new RecentCounts();

    Observer(String site) {
      this.site = site;
    }

    @Override
    public void cookieSet(String name, @Nullable Rule rule, Outcome outcome) {
      see(Sighting.Kind.SET_COOKIE, name, rule, outcome);
    }

    @Override
    public void cookieSent(String name, @Nullable Rule rule, Outcome outcome) {
      see(Sighting.Kind.COOKIE, name, rule, outcome);
    }

    @Override
    public void cookieReturned(String name, String page) {
      ReturnedKey key =
          new ReturnedKey(site, shortened(name, LONGEST_NAME), shortened(page, LONGEST_PAGE));
      count(returned, key, MOST_RETURNED).increment();
    }

    @Override
    public void tag(String host, @Nullable Rule rule, Outcome outcome) {
      see(Sighting.Kind.TAG, host, rule, outcome);
    }

    @Override
    public Recurrence recurring(Consumer<GateObserver> page) {
      Step step = new Step(this);
      page.accept(step);
      return recurrences.of(step);
    }

    @Override
    public void closed(Closure reason) {
      Objects.requireNonNull(closures.get(reason)).increment();
    }

    private void see(Sighting.Kind kind, String name, @Nullable Rule rule, Outcome outcome) {
      LongAdder known = recent.find(kind, name, rule, outcome);
      if (known == null) {
        known = counted(kind, name, rule, outcome);
        if (name.length() <= LONGEST_NAME) {
          recent.add(kind, name, rule, outcome, known);
        }
      }
      known.increment();
    }

    private LongAdder counted(
        Sighting.Kind kind, String name, @Nullable Rule rule, Outcome outcome) {
      String shown = shortened(name, LONGEST_NAME);
      String service = rule == null ? null : rule.service();
      String category = rule == null ? null : rule.category();
      return count(counts, new Key(site, kind, shown, service, category, outcome), MOST);
    }
  }

  /** What is counted each time that a page goes out. */
  private final class Step implements GateObserver, LongConsumer {
    private final Observer site;
    private final List<LongAdder> counted = new ArrayList<>();

    Step(Observer site) {
      this.site = site;
    }

    @Override
    public void tag(String host, @Nullable Rule rule, Outcome outcome) {
      counted.add(site.counted(Sighting.Kind.TAG, host, rule, outcome));
    }

    @Override
    public void closed(Closure reason) {
      counted.add(Objects.requireNonNull(closures.get(reason)));
    }

    @Override
    public void accept(long times) {
      counted.forEach(count -> count.add(times));
    }
  }
}
