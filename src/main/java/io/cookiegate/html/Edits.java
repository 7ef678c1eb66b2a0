package io.cookiegate.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The changes a handler asked for inside one tag, by position in the tag. */
final class Edits {
  private static final class Edit {
    final int from;
    final int to;
    final byte[] bytes;

    Edit(int from, int to, byte[] bytes) {
      this.from = from;
      this.to = to;
      this.bytes = bytes;
    }
  }

  private final List<Edit> edits = new ArrayList<>();

  boolean isEmpty() {
    return edits.isEmpty();
  }

  void clear() {
    if (!edits.isEmpty()) {
      edits.clear();
    }
  }

  /** Replaces a range of the tag; of two edits that overlap the earlier request holds. */
  void replace(int from, int to, byte[] bytes) {
    for (Edit edit : edits) {
      if (from < edit.to && edit.from < to) {
        return;
      }
    }
    edits.add(new Edit(from, to, bytes));
  }

  /** Sends the tag with its changes. */
  void send(byte[] array, int from, int to, Emitter emitter) {
    edits.sort(Comparator.comparingInt(edit -> edit.from));
    int at = from;
    for (Edit edit : edits) {
      emitter.keep(array, at, from + edit.from);
      emitter.make(edit.bytes);
      at = from + edit.to;
    }
    emitter.keep(array, at, to);
  }
}
