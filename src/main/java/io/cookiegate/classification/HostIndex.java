package io.cookiegate.classification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Host rules by host, read from the bytes of a URL without making a String of them.
 *
 * <p>An open-addressing table keyed by a hash that is computed from the last byte to the first: one
 * walk over a host passes the hash of each of its parent domains at each dot, so a look-up costs one
 * probe per label however many rules there are.
 */
final class HostIndex {
  private static final int SEED = 17;

  private final byte[][] hosts;
  private final PathRules[] rules;
  private final int mask;

  private HostIndex(Map<String, List<TagRule.Host>> byHost) {
    int capacity = Integer.highestOneBit(Math.max(2, byHost.size() * 2)) * 2;
    this.hosts = new byte[capacity][];
    this.rules = new PathRules[capacity];
    this.mask = capacity - 1;
    byHost.forEach(this::put);
  }

  static HostIndex of(List<TagRule.Host> rules) {
    Map<String, List<TagRule.Host>> byHost = new LinkedHashMap<>();
    for (TagRule.Host rule : rules) {
      byHost.computeIfAbsent(rule.host(), host -> new ArrayList<>()).add(rule);
    }
    return new HostIndex(byHost);
  }

  /** Rules for a path, by each end of their host that has at least two labels. */
  static HostIndex ofEnds(List<TagRule.Host> rules) {
    Map<String, List<TagRule.Host>> byEnd = new LinkedHashMap<>();
    for (TagRule.Host rule : rules) {
      String end = rule.path().length() > 1 ? afterFirstLabel(rule.host()) : "";
      while (end.indexOf('.') > 0) {
        byEnd.computeIfAbsent(end, host -> new ArrayList<>()).add(rule);
        end = afterFirstLabel(end);
      }
    }
    return new HostIndex(byEnd);
  }

  private static String afterFirstLabel(String host) {
    return host.substring(host.indexOf('.') + 1);
  }

  private void put(String host, List<TagRule.Host> hostRules) {
    byte[] key = host.getBytes(US_ASCII);
    int slot = slot(hash(key));
    while (hosts[slot] != null) {
      slot = (slot + 1) & mask;
    }
    hosts[slot] = key;
    rules[slot] = PathRules.of(hostRules);
  }

  private static int hash(byte[] host) {
    int hash = SEED;
    for (int i = host.length - 1; i >= 0; i--) {
      hash = hash * 31 + host[i];
    }
    return hash;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & mask;
  }

  TagRule.@Nullable Host find(
      byte[] host, int from, int to, byte[] path, int pathFrom, int pathTo) {
    TagRule.Host best = null;
    int hash = SEED;
    for (int i = to - 1; i >= from; i--) {
      hash = hash * 31 + host[i];
      if (i == from || host[i - 1] == '.') {
        PathRules candidates = probe(hash, host, i, to);
        TagRule.Host found = candidates == null ? null : candidates.find(path, pathFrom, pathTo);
        best = found != null ? found : best;
      }
    }
    return best;
  }

  /** The rule for just this host, not for a parent of it. */
  TagRule.@Nullable Host findExactly(
      byte[] host, int from, int to, byte[] path, int pathFrom, int pathTo) {
    int hash = SEED;
    for (int i = to - 1; i >= from; i--) {
      hash = hash * 31 + host[i];
    }
    PathRules candidates = probe(hash, host, from, to);
    return candidates == null ? null : candidates.find(path, pathFrom, pathTo);
  }

  /** Whether there is a rule for the host or a parent of it, for whatever path. */
  boolean covers(byte[] host, int from, int to) {
    int hash = SEED;
    for (int i = to - 1; i >= from; i--) {
      hash = hash * 31 + host[i];
      if ((i == from || host[i - 1] == '.') && probe(hash, host, i, to) != null) {
        return true;
      }
    }
    return false;
  }

  private @Nullable PathRules probe(int hash, byte[] host, int from, int to) {
    int slot = slot(hash);
    while (hosts[slot] != null) {
      if (Arrays.equals(hosts[slot], 0, hosts[slot].length, host, from, to)) {
        return rules[slot];
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  /** The rules of one host, the longest path first, the site's before the catalogue's. */
  private static final class PathRules {
    private static final Comparator<TagRule.Host> LONGEST_FIRST =
        Comparator.comparingInt((TagRule.Host rule) -> -rule.path().length())
            .thenComparing(TagRule.Host::origin);

    private final TagRule.Host[] rules;
    private final byte[][] prefixes;

    private PathRules(TagRule.Host[] rules, byte[][] prefixes) {
      this.rules = rules;
      this.prefixes = prefixes;
    }

    static PathRules of(List<TagRule.Host> rules) {
      List<TagRule.Host> sorted = rules.stream().sorted(LONGEST_FIRST).toList();
      return new PathRules(
          sorted.toArray(TagRule.Host[]::new),
          sorted.stream().map(rule -> rule.path().getBytes(US_ASCII)).toArray(byte[][]::new));
    }

    TagRule.@Nullable Host find(byte[] path, int from, int to) {
      for (int i = 0; i < rules.length; i++) {
        if (startsWith(path, from, to, prefixes[i])) {
          return rules[i];
        }
      }
      return null;
    }

    private static boolean startsWith(byte[] path, int from, int to, byte[] prefix) {
      if (prefix.length == 1) {
        return true;
      }
      return to - from >= prefix.length
          && Arrays.equals(path, from, from + prefix.length, prefix, 0, prefix.length);
    }
  }
}
