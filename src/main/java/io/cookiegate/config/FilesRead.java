package io.cookiegate.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every file that was read or looked for: when one of them changes, what was read may too. Each is
 * told by what it was just before it was read.
 */
public final class FilesRead {
  private final Map<Path, FileStamp> stamps = new LinkedHashMap<>();

  FilesRead() {}

  FilesRead(FilesRead other) {
    stamps.putAll(other.stamps);
  }

  /** Takes note of a file that is about to be read, unless it was read before. */
  void add(Path file) {
    stamps.computeIfAbsent(file, FileStamp::of);
  }

  /** The files, in the order in which they were named. */
  public List<Path> paths() {
    return List.copyOf(stamps.keySet());
  }

  /** What each of them was. */
  Map<Path, FileStamp> stamps() {
    return new LinkedHashMap<>(stamps);
  }
}
