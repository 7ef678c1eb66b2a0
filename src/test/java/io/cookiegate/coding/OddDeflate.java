package io.cookiegate.coding;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * DEFLATE streams that no usual encoder makes: blocks of every kind in any order, empty ones among
 * them, codes of any shape, matches wherever the format allows them. Written from RFC 1951 alone; it
 * shares nothing with the code under test.
 */
final class OddDeflate {
  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] LENGTH_EXTRA = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };
  private static final int[] DISTANCE_BASE = {
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577
  };

  private final Random random;
  private final ByteArrayOutputStream coded = new ByteArrayOutputStream();
  private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
  private byte[] soFar = {};
  private long bits;
  private int count;

  private OddDeflate(long seed) {
    this.random = new Random(seed);
  }

  /** A stream and what it says. */
  static final class Stream {
    private final byte[] coded;
    private final byte[] plain;

    Stream(byte[] coded, byte[] plain) {
      this.coded = coded;
      this.plain = plain;
    }

    byte[] coded() {
      return coded;
    }

    byte[] plain() {
      return plain;
    }
  }

  static Stream of(long seed, int blocks) {
    OddDeflate odd = new OddDeflate(seed);
    for (int i = 0; i < blocks; i++) {
      odd.block(i == blocks - 1);
    }
    odd.align();
    return new Stream(odd.coded.toByteArray(), odd.plain.toByteArray());
  }

  private void put(long value, int width) {
    bits |= value << count;
    count += width;
    while (count >= 8) {
      coded.write((int) bits & 0xff);
      bits >>>= 8;
      count -= 8;
    }
  }

  private void align() {
    if (count > 0) {
      put(0, 8 - count);
    }
  }

  private void block(boolean last) {
    int kind = random.nextInt(3);
    put(last ? 1 : 0, 1);
    put(kind, 2);
    soFar = plain.toByteArray();
    switch (kind) {
      case 0 -> stored();
      case 1 -> fixed();
      default -> dynamic();
    }
  }

  private void stored() {
    byte[] bytes = new byte[size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = literal();
    }
    align();
    put(bytes.length, 16);
    put(~bytes.length & 0xffff, 16);
    for (byte b : bytes) {
      put(b & 0xff, 8);
    }
    plain.writeBytes(bytes);
  }

  private int size() {
    return random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextInt(6) == 0 ? 20_000 : 300);
  }

  private byte literal() {
    return (byte)
        (random.nextInt(20) == 0 ? random.nextInt(256) : "<script>ab=".charAt(random.nextInt(11)));
  }

  /** Literals, and matches as length, distance. */
  private List<int[]> symbols() {
    List<int[]> symbols = new ArrayList<>();
    int length = size();
    int at = soFar.length;
    for (int i = 0; i < length; i++) {
      if (at > 0 && random.nextInt(3) == 0) {
        int far = 1 + random.nextInt(Math.min(at, random.nextInt(4) == 0 ? 32768 : 40));
        int n = random.nextInt(9) == 0 ? 258 : 3 + random.nextInt(random.nextInt(5) == 0 ? 256 : 8);
        symbols.add(new int[] {n, far});
        at += n;
      } else {
        symbols.add(new int[] {literal() & 0xff});
        at++;
      }
    }
    return symbols;
  }

  private void fixed() {
    int[] literals = new int[288];
    for (int i = 0; i < 288; i++) {
      literals[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    }
    int[] distances = new int[32];
    java.util.Arrays.fill(distances, 5);
    write(symbols(), literals, distances);
  }

  private void dynamic() {
    List<int[]> symbols = symbols();
    boolean[] literals = new boolean[286];
    boolean[] distances = new boolean[30];
    literals[256] = true;
    for (int[] symbol : symbols) {
      if (symbol.length == 1) {
        literals[symbol[0]] = true;
      } else {
        literals[257 + lengthCode(symbol[0])] = true;
        distances[distanceCode(symbol[1])] = true;
      }
    }
    int[] literalLengths = code(literals, 15, true);
    int[] distanceLengths = code(distances, 15, random.nextBoolean());
    header(literalLengths, distanceLengths);
    write(symbols, literalLengths, distanceLengths);
  }

  /** A complete code of any shape, with some symbols that are never used; or one of one or none. */
  private int[] code(boolean[] used, int longest, boolean more) {
    List<Integer> symbols = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      if (used[i] || (more && random.nextInt(12) == 0)) {
        symbols.add(i);
      }
    }
    int[] lengths = new int[used.length];
    if (symbols.size() == 1) {
      lengths[symbols.get(0)] = 1;
    }
    if (symbols.size() < 2) {
      return lengths;
    }
    List<Integer> leaves = new ArrayList<>(List.of(0));
    while (leaves.size() < symbols.size()) {
      int at = random.nextInt(3) == 0 ? leaves.size() - 1 : random.nextInt(leaves.size());
      int depth = leaves.get(at);
      if (depth < longest) {
        leaves.set(at, depth + 1);
        leaves.add(depth + 1);
      }
    }
    java.util.Collections.shuffle(leaves, random);
    for (int i = 0; i < symbols.size(); i++) {
      lengths[symbols.get(i)] = leaves.get(i);
    }
    return lengths;
  }

  private void header(int[] literals, int[] distances) {
    int literalCount = trimmed(literals, 257);
    int distanceCount = trimmed(distances, 1);
    List<int[]> said = new ArrayList<>();
    int[] all = new int[literalCount + distanceCount];
    System.arraycopy(literals, 0, all, 0, literalCount);
    System.arraycopy(distances, 0, all, literalCount, distanceCount);
    boolean[] used = new boolean[19];
    for (int i = 0; i < all.length; ) {
      int same = 1;
      while (i + same < all.length && all[i + same] == all[i]) {
        same++;
      }
      int n = 1;
      int[] next = {all[i], 0, 0};
      if (all[i] == 0 && same >= 11 && random.nextInt(4) != 0) {
        n = Math.min(138, same);
        next = new int[] {18, n - 11, 7};
      } else if (all[i] == 0 && same >= 3 && random.nextInt(4) != 0) {
        n = Math.min(10, same);
        next = new int[] {17, n - 3, 3};
      } else if (i > 0 && all[i - 1] == all[i] && same >= 3 && random.nextInt(4) != 0) {
        n = Math.min(6, same);
        next = new int[] {16, n - 3, 2};
      }
      said.add(next);
      used[next[0]] = true;
      i += n;
    }
    if (said.stream().map(s -> s[0]).distinct().count() == 1) {
      used[said.get(0)[0] == 0 ? 1 : 0] = true;
    }
    int[] lengths = code(used, 7, random.nextBoolean());
    int[] order = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    put(literalCount - 257, 5);
    put(distanceCount - 1, 5);
    put(15, 4);
    for (int symbol : order) {
      put(lengths[symbol], 3);
    }
    int[] codes = canonical(lengths);
    for (int[] one : said) {
      put(codes[one[0]], lengths[one[0]]);
      put(one[1], one[2]);
    }
  }

  private static int trimmed(int[] lengths, int least) {
    int n = lengths.length;
    while (n > least && lengths[n - 1] == 0) {
      n--;
    }
    return n;
  }

  private static int[] canonical(int[] lengths) {
    int[] codes = new int[lengths.length];
    int code = 0;
    for (int length = 1; length <= 15; length++) {
      code <<= 1;
      for (int i = 0; i < lengths.length; i++) {
        if (lengths[i] == length) {
          codes[i] = Integer.reverse(code++) >>> (32 - length);
        }
      }
    }
    return codes;
  }

  private static int lengthCode(int length) {
    int code = 28;
    while (LENGTH_BASE[code] > length) {
      code--;
    }
    return code;
  }

  private static int distanceCode(int distance) {
    int code = 29;
    while (DISTANCE_BASE[code] > distance) {
      code--;
    }
    return code;
  }

  private void write(List<int[]> symbols, int[] literals, int[] distances) {
    int[] literalCodes = canonical(literals);
    int[] distanceCodes = canonical(distances);
    StringBuilder out =
        new StringBuilder(new String(soFar, java.nio.charset.StandardCharsets.ISO_8859_1));
    for (int[] symbol : symbols) {
      if (symbol.length == 1) {
        put(literalCodes[symbol[0]], literals[symbol[0]]);
        out.append((char) symbol[0]);
      } else {
        int code = lengthCode(symbol[0]);
        put(literalCodes[257 + code], literals[257 + code]);
        put(symbol[0] - LENGTH_BASE[code], LENGTH_EXTRA[code]);
        int far = distanceCode(symbol[1]);
        put(distanceCodes[far], distances[far]);
        put(symbol[1] - DISTANCE_BASE[far], far < 2 ? 0 : far / 2 - 1);
        for (int i = 0; i < symbol[0]; i++) {
          out.append(out.charAt(out.length() - symbol[1]));
        }
      }
    }
    put(literalCodes[256], literals[256]);
    plain.writeBytes(
        out.substring(soFar.length).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
