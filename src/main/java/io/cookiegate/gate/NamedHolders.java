package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one page that have a gated address and do nothing with it: blocks of data, which a
 * script may look for, and these and links of a kind that is only read by the names by which scripts
 * call them: an id, of a block also a class ({@code .name}) or an attribute ({@code [name}). Of a name
 * its hash is kept.
 */
final class NamedHolders {
  /** What the hash of a name begins with (FNV-1a). */
  static final long NOTHING = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  /** What the hash of the name of a class begins with. */
  static final long CLASS = hash(NOTHING, '.');

  /** What the hash of the name of an attribute begins with. */
  static final long ATTRIBUTE = hash(NOTHING, '[');

  private static final int MOST = 16;
  private static final int[] NONE = {};

  private int[] names = NONE;
  private @Nullable TagVerdict first;
  private @Nullable TagVerdict block;
  private int count;

  /** How many names stand behind these, of an element that is not added yet. */
  private int proposed;

  /** The hash of a name with one byte more; those beyond ASCII are all alike. */
  static long hash(long before, int c) {
    return (before ^ Math.min(c & 0xff, 0x80)) * PRIME;
  }

  static long hash(byte[] a, int from, int to) {
    return hash(NOTHING, a, from, to);
  }

  /** The hash of the name of a class. */
  static long ofClass(byte[] a, int from, int to) {
    return hash(CLASS, a, from, to);
  }

  /** The hash of the name of an attribute. */
  static long ofAttribute(byte[] a, int from, int to) {
    long hash = ATTRIBUTE;
    for (int i = from; i < to; i++) {
      hash = hash(hash, AsciiText.lower(a[i]));
    }
    return hash;
  }

  /** The same of a name in lower case. */
  static long ofAttribute(String name) {
    return hash(ATTRIBUTE, name.getBytes(US_ASCII), 0, name.length());
  }

  private static long hash(long before, byte[] a, int from, int to) {
    long hash = before;
    for (int i = from; i < to; i++) {
      hash = hash(hash, a[i]);
    }
    return hash;
  }

  boolean isEmpty() {
    return count == 0 && block == null;
  }

  /** Tells a digest all that a script's verdict depends on. */
  void tell(ScriptDigest digest) {
    for (int i = 0; i < count; i++) {
      digest.add(names[i]);
    }
    digest.add(ruleOf(first));
    digest.add(ruleOf(block));
    digest.add(block == null ? count : -count - 1);
  }

  private static int ruleOf(@Nullable TagVerdict verdict) {
    return verdict == null ? 0 : Objects.hashCode(verdict.rule());
  }

  /** Adds a block of data, whether it has an id or not. */
  void addBlock(TagVerdict verdict) {
    block = block == null ? verdict : block;
  }

  /** Why a block of data is gated, in words of the first of all; null where none is. */
  @Nullable TagVerdict block() {
    return block;
  }

  /** Why an element with a name is gated, in words of the first of all; null where there is none. */
  @Nullable TagVerdict first() {
    return first;
  }

  /** Adds an element by the hash of a name; false where there are too many. */
  boolean add(long name, TagVerdict verdict) {
    propose();
    propose(name);
    return addProposed(verdict);
  }

  /** Begins with an element of which it is not known yet whether it is gated. */
  void propose() {
    proposed = 0;
  }

  /** Gives it a name, by its hash. */
  void propose(long name) {
    if (has(name)) {
      return;
    }
    if (names.length == 0) {
      names = new int[MOST];
    }
    if (count + proposed < MOST) {
      names[count + proposed] = Long.hashCode(name);
    }
    proposed++;
  }

  /** Whether all names of the element can be kept in mind. */
  boolean hasRoom() {
    return count + proposed <= MOST;
  }

  /** Adds the element, which is gated; false where there are too many names. */
  boolean addProposed(TagVerdict verdict) {
    if (!hasRoom()) {
      return false;
    }
    first = first == null ? verdict : first;
    count += proposed;
    proposed = 0;
    return true;
  }

  /** Why an element of that name is gated, in words of the first of all; null where there is none. */
  @Nullable TagVerdict find(long name) {
    return has(name) ? first : null;
  }

  /** Whether an element has that name. */
  boolean has(long name) {
    return has(Long.hashCode(name));
  }

  private boolean has(int name) {
    for (int i = 0; i < count; i++) {
      if (names[i] == name) {
        return true;
      }
    }
    return false;
  }
}
