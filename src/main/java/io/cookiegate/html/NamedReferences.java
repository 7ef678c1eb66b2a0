package io.cookiegate.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The named character references (WHATWG HTML 13.5), read from a resource that has one a line, sorted
 * by bytes: the name without its ampersand, with its semicolon where it has one, and code points.
 */
final class NamedReferences {
  static final NamedReferences ALL = load();

  private final byte[][] names;
  private final byte[][] texts;

  private NamedReferences(List<String> lines) {
    names = new byte[lines.size()][];
    texts = new byte[lines.size()][];
    for (int i = 0; i < names.length; i++) {
      int space = lines.get(i).indexOf(' ');
      names[i] = lines.get(i).substring(0, space).getBytes(StandardCharsets.US_ASCII);
      texts[i] = text(lines.get(i).substring(space + 1));
    }
  }

  private static byte[] text(String codePoints) {
    StringBuilder text = new StringBuilder();
    for (String codePoint : codePoints.split(" ", -1)) {
      text.appendCodePoint(Integer.parseInt(codePoint, 16));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static NamedReferences load() {
    try (InputStream in = NamedReferences.class.getResourceAsStream("character-references.txt")) {
      if (in == null) {
        throw new IllegalStateException("character-references.txt is missing from the archive");
      }
      InputStreamReader reader = new InputStreamReader(in, StandardCharsets.US_ASCII);
      return new NamedReferences(new BufferedReader(reader).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int count() {
    return names.length;
  }

  /** The number of the longest name that a range begins with, or -1. */
  int longest(byte[] a, int from, int to) {
    int low = 0;
    int high = names.length;
    int found = -1;
    for (int depth = 0; from + depth < to && low < high; depth++) {
      int b = a[from + depth];
      low = firstNotBelow(low, high, depth, b);
      high = firstNotBelow(low, high, depth, b + 1);
      // The shortest name of the group is the first, and is the prefix itself if it ends here.
      if (low < high && names[low].length == depth + 1) {
        found = low;
      }
    }
    return found;
  }

  private int firstNotBelow(int from, int to, int depth, int wanted) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      byte[] name = names[middle];
      if (depth < name.length && name[depth] >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  byte[] name(int i) {
    return names[i];
  }

  /** What a name stands for, in UTF-8. */
  byte[] text(int i) {
    return texts[i];
  }
}
