package io.cookiegate.gate;

import java.util.Arrays;

/** The word (identifier, keyword, number) at hand in a script, as far as telling keywords apart needs. */
final class ScriptWord {
  private static final int LONGEST = 12;

  private static final long[] BEFORE_VALUE =
      packed(
          "return",
          "typeof",
          "instanceof",
          "in",
          "new",
          "delete",
          "void",
          "throw",
          "case",
          "do",
          "else",
          "extends",
          "default");
  private static final long[] MAY_BE_BEFORE_VALUE = packed("of", "yield", "await");
  private static final long[] BEFORE_HEAD = packed("if", "while", "for", "with");

  /** Functions that look at a text, keep it or tell it on, and do nothing else with it. */
  private static final long[] ONLY_READING =
      packed(
          "indexOf",
          "lastIndexOf",
          "includes",
          "startsWith",
          "endsWith",
          "match",
          "matchAll",
          "search",
          "test",
          "split",
          "replace",
          "replaceAll",
          "concat",
          "push",
          "unshift",
          "has",
          "contains",
          "equals",
          "setItem",
          "postMessage",
          "log",
          "info",
          "warn",
          "error",
          "debug");

  /** Functions that hand the elements of an array to another as its arguments. */
  private static final long[] HANDING_ON = packed("apply", "construct");

  // Most words are no keywords, and most of those share no hash with one.
  private static final boolean[] HASHED = hashed(BEFORE_VALUE, MAY_BE_BEFORE_VALUE, BEFORE_HEAD);

  private long letters;
  private int length;

  void begin() {
    letters = 0;
    length = 0;
  }

  /** Adds bytes, of which those that make it too long for a keyword need not be told apart. */
  void add(byte[] a, int from, int to) {
    for (int i = from; i < to && length <= LONGEST; i++) {
      add(a[i]);
    }
  }

  void add(int c) {
    letters = (letters << 5) | (c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0);
    length++;
  }

  /** Whether a value follows: a slash after it begins a regular expression. */
  boolean comesBeforeValue() {
    return among(BEFORE_VALUE);
  }

  /** Whether a value follows, unless the word is a variable's name here. */
  boolean mayComeBeforeValue() {
    return among(MAY_BE_BEFORE_VALUE);
  }

  /** Whether parentheses follow and then a statement. */
  boolean comesBeforeHead() {
    return among(BEFORE_HEAD);
  }

  /** Whether a function of that name only reads what it is given. */
  boolean onlyReads() {
    return length <= LONGEST && Arrays.binarySearch(ONLY_READING, key()) >= 0;
  }

  /** Whether a function of that name hands the elements of an array to another one. */
  boolean handsOn() {
    return length <= LONGEST && Arrays.binarySearch(HANDING_ON, key()) >= 0;
  }

  private boolean among(long[] keywords) {
    return length <= LONGEST && HASHED[hash(key())] && Arrays.binarySearch(keywords, key()) >= 0;
  }

  private long key() {
    return letters | (long) length << (5 * LONGEST);
  }

  private static boolean[] hashed(long[]... keywords) {
    boolean[] hashed = new boolean[256];
    Arrays.stream(keywords).flatMapToLong(Arrays::stream).forEach(key -> hashed[hash(key)] = true);
    return hashed;
  }

  private static int hash(long key) {
    return (int) ((key * 0x9e3779b97f4a7c15L) >>> 56);
  }

  private static long[] packed(String... words) {
    return Arrays.stream(words).mapToLong(ScriptWord::pack).sorted().toArray();
  }

  private static long pack(String word) {
    ScriptWord packed = new ScriptWord();
    word.chars().forEach(packed::add);
    return packed.key();
  }
}
