package io.cookiegate.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Patterns of one run by what stands beside it. */
final class SieveGroups {
  private static final SieveRun.Entry[] NONE = {};

  private final SieveRun.Entry[] all;
  private final SieveKeys keys;
  private final SieveRun.Entry[][] groups;

  private SieveGroups(List<SieveRun.Entry> all, Map<Long, List<SieveRun.Entry>> groups) {
    this.all = all.toArray(NONE);
    this.keys = new SieveKeys(groups.size());
    this.groups = new SieveRun.Entry[groups.isEmpty() ? 0 : keys.size()][];
    groups.forEach((beside, same) -> this.groups[keys.add(beside)] = same.toArray(NONE));
  }

  boolean isEmpty() {
    return all.length == 0;
  }

  /** All of them, where what stands beside the run cannot be told. */
  SieveRun.Entry[] all() {
    return all;
  }

  /** Those beside whose run something stands. */
  SieveRun.Entry[] beside(long key) {
    int found = keys.find(key);
    return found < 0 ? NONE : groups[found];
  }

  /** Gathers patterns. */
  static final class Builder {
    private final List<SieveRun.Entry> all = new ArrayList<>();
    private final Map<Long, List<SieveRun.Entry>> groups = new HashMap<>();

    void add(long key, SieveRun.Entry entry) {
      all.add(entry);
      groups.computeIfAbsent(key, first -> new ArrayList<>()).add(entry);
    }

    SieveGroups build() {
      return new SieveGroups(all, groups);
    }
  }
}
