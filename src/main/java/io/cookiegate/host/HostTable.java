package io.cookiegate.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Things by the hosts they are known by, one of which may take every host no other has. Immutable. */
public final class HostTable<T> {
  /** The host that stands for every host no other thing has. */
  public static final String REST = "*";

  private final Map<String, Match<T>> byHost;
  private final @Nullable T rest;
  private final Lately<T> lately = new Lately<>();

  /** A thing and the canonical host by which it was found. */
  public record Match<T>(T value, String host) {}

  private HostTable(Map<String, Match<T>> byHost, @Nullable T rest) {
    this.byHost = byHost;
    this.rest = rest;
  }

  /** A table of things with their canonical hosts; none of them twice. */
  public static <T> HostTable<T> of(List<T> things, Function<T, List<String>> hosts) {
    Map<String, Match<T>> byHost = new HashMap<>();
    for (T thing : things) {
      for (String host : hosts.apply(thing)) {
        if (byHost.put(host, new Match<>(thing, host)) != null) {
          throw new IllegalArgumentException("two sites have the host " + host);
        }
      }
    }
    Match<T> rest = byHost.remove(REST);
    return new HostTable<>(Map.copyOf(byHost), rest == null ? null : rest.value());
  }

  /** What a host has, as a request names it without a port; null where there is nothing. */
  public @Nullable Match<T> find(String host) {
    Match<T> match = byHost.get(host);
    if (match != null) {
      return match;
    }
    return lately.find(host, this::read);
  }

  private @Nullable Match<T> read(String host) {
    String canonical = HostName.canonical(host);
    if (canonical == null) {
      return null;
    }
    Match<T> match = byHost.get(canonical);
    return match == null && rest != null ? new Match<>(rest, canonical) : match;
  }

  /** The hosts asked for lately that are nobody's as they stand: few, because visitors choose them. */
  private static final class Lately<T> {
    private static final int PLACES = 64;
    private static final int LONGEST = 253;

    private record Read<T>(String host, @Nullable Match<T> match) {}

    private final AtomicReferenceArray<@Nullable Read<T>> places =
        new AtomicReferenceArray<>(PLACES);

    @Nullable Match<T> find(String host, Function<String, @Nullable Match<T>> reader) {
      if (host.length() > LONGEST) {
        return reader.apply(host);
      }
      int place = host.hashCode() & (PLACES - 1);
      Read<T> known = places.get(place);
      if (known == null || !known.host().equals(host)) {
        known = new Read<>(host, reader.apply(host));
        places.set(place, known);
      }
      return known.match();
    }
  }
}
