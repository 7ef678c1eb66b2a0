package io.cookiegate.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a message head: field lines that go or get another value, by their index in the
 * head they were made for, and field lines that are added after all others. What is not named keeps
 * its bytes and its order.
 */
public final class HeadEdits {
  /** No change. */
  public static final HeadEdits NONE = new HeadEdits(new @Nullable String[0], List.of());

  private static final String REMOVED = new String("removed");

  private final @Nullable String[] changes;
  private final List<Field> added;

  private HeadEdits(@Nullable String[] changes, List<Field> added) {
    this.changes = changes;
    this.added = added;
  }

  /** Whether nothing changes. */
  public boolean isEmpty() {
    return this == NONE;
  }

  /** Whether the field line at an index stays out. */
  @SuppressWarnings("ReferenceEquality") // the mark is one instance
  public boolean removes(int index) {
    return index < changes.length && changes[index] == REMOVED;
  }

  /** The new value of the field line at an index; null where its value stays. */
  public @Nullable String replacement(int index) {
    return index < changes.length && !removes(index) ? changes[index] : null;
  }

  /** The field lines to add, in order. */
  public List<Field> added() {
    return added;
  }

  /** A field line. */
  public record Field(String name, String value) {}

  /** Collects edits to one head; nothing is allocated until there is one. */
  static final class Builder {
    private final int size;
    private @Nullable String @Nullable [] changes;
    private @Nullable List<Field> added;

    Builder(int size) {
      this.size = size;
    }

    void remove(int index) {
      changes()[index] = REMOVED;
    }

    void replace(int index, String value) {
      changes()[index] = value;
    }

    void add(String name, String value) {
      if (added == null) {
        added = new ArrayList<>(4);
      }
      added.add(new Field(name, value));
    }

    private @Nullable String[] changes() {
      if (changes == null) {
        changes = new @Nullable String[size];
      }
      return changes;
    }

    HeadEdits build() {
      if (changes == null && added == null) {
        return NONE;
      }
      return new HeadEdits(
          changes == null ? NONE.changes : changes, added == null ? List.of() : added);
    }
  }
}
