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
  private int end;
  private int growth;

  boolean isEmpty() {
    return edits.isEmpty();
  }

  void clear() {
    if (!edits.isEmpty()) {
      edits.clear();
      end = 0;
      growth = 0;
    }
  }

  /** Replaces a range of the tag; of two edits that overlap the earlier request holds. */
  void replace(int from, int to, byte[] bytes) {
    if (from < end && overlaps(from, to)) {
      return;
    }
    edits.add(new Edit(from, to, bytes));
    end = Math.max(end, to);
    growth += bytes.length - (to - from);
  }

  private boolean overlaps(int from, int to) {
    for (Edit edit : edits) {
      if (from < edit.to && edit.from < to) {
        return true;
      }
    }
    return false;
  }

  /** How much longer the changes make the tag. */
  int growth() {
    return growth;
  }

  /** Sends the tag with its changes. */
  void send(byte[] array, int from, int to, Emitter emitter) {
    int at = from;
    for (Edit edit : inOrder()) {
      emitter.keep(array, at, from + edit.from);
      emitter.make(edit.bytes);
      at = from + edit.to;
    }
    emitter.keep(array, at, to);
  }

  /** Holds the tag with its changes. */
  void send(byte[] array, int from, int to, Carry carry) {
    int at = from;
    for (Edit edit : inOrder()) {
      carry.append(array, at, from + edit.from);
      carry.append(edit.bytes, 0, edit.bytes.length);
      at = from + edit.to;
    }
    carry.append(array, at, to);
  }

  private List<Edit> inOrder() {
    edits.sort(Comparator.comparingInt(edit -> edit.from));
    return edits;
  }
}
