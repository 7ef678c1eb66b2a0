package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.host.WebUrl;
import org.jspecify.annotations.Nullable;

/** The base that a page's relative URLs are read against, and what it makes of the plain ones. */
final class OwnAddress {
  private final Scratch joined = new Scratch();
  private @Nullable WebUrl base;
  private byte[] authority = Bytes.NONE;
  private byte[] path = Bytes.NONE;
  private int folderTo;
  private int length;

  void use(@Nullable WebUrl url) {
    base = url;
    String host = url == null ? null : url.matchHost();
    authority = host == null ? Bytes.NONE : ("//" + host).getBytes(US_ASCII);
    path = url == null ? Bytes.NONE : url.path().getBytes(US_ASCII);
    folderTo = path.length;
    while (folderTo > 0 && path[folderTo - 1] != '/') {
      folderTo--;
    }
  }

  @Nullable WebUrl base() {
    return base;
  }

  /** Joins a relative URL to the base; false where it is not plain, so that it must be parsed. */
  boolean join(byte[] a, int from, int to) {
    int first = from;
    while (first < to && a[first] >= 0 && a[first] <= ' ') {
      first++;
    }
    if (authority.length == 0 || mayHaveScheme(a, first, to)) {
      return false;
    }
    byte[] into = joined.ofLength(authority.length + path.length + to - first);
    length = 0;
    put(into, authority, 0, authority.length);
    boolean same = first == to || a[first] == '?' || a[first] == '#';
    boolean rooted = !same && (a[first] == '/' || a[first] == '\\');
    put(into, path, 0, same ? path.length : rooted ? 0 : folderTo);
    put(into, a, first, to);
    return true;
  }

  private void put(byte[] into, byte[] a, int from, int to) {
    System.arraycopy(a, from, into, length, to - from);
    length += to - from;
  }

  private static boolean mayHaveScheme(byte[] a, int from, int to) {
    int at = from;
    while (at < to && "/\\?#:".indexOf(a[at]) < 0) {
      at++;
    }
    return at < to && a[at] == ':';
  }

  byte[] array() {
    return joined.ofLength(0);
  }

  int length() {
    return length;
  }

  void rest() {
    joined.rest();
  }
}
