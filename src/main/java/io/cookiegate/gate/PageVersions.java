package io.cookiegate.gate;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bodies that one page came with lately, the newest first. Immutable. */
record PageVersions(List<PageVersion> all) {
  private static final int MOST = 4;

  static PageVersions of(PageVersion only) {
    return new PageVersions(List.of(only));
  }

  /** The same with one more; those that have no room beside it are forgotten. */
  PageVersions with(PageVersion newest) {
    Stream<PageVersion> others = all.stream().filter(version -> !version.isOf(newest));
    List<PageVersion> kept = Stream.concat(Stream.of(newest), others).limit(MOST).toList();
    all.stream().filter(version -> !kept.contains(version)).forEach(PageVersion::forget);
    return new PageVersions(kept);
  }

  void forget() {
    all.forEach(PageVersion::forget);
  }

  PageVersion newest() {
    return all.get(0);
  }

  /**
   * A version that goes on with these bytes.
   *
   * @param followed a version that is like the page so far
   * @param read how far that is
   */
  @Nullable PageVersion following(PageVersion followed, int read, ByteBuffer bytes) {
    if (followed.goesOn(read, bytes)) {
      return followed;
    }
    for (PageVersion version : all) {
      if (version.goesOn(read, bytes) && version.beginsLike(followed, read)) {
        return version;
      }
    }
    return null;
  }

  /** A version that ends here. */
  @Nullable PageVersion ending(PageVersion followed, int read) {
    if (followed.length() == read) {
      return followed;
    }
    for (PageVersion version : all) {
      if (version.length() == read && version.beginsLike(followed, read)) {
        return version;
      }
    }
    return null;
  }

  int size() {
    return all.stream().mapToInt(PageVersion::size).sum();
  }
}
