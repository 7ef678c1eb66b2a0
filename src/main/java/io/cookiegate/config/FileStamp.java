package io.cookiegate.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what a file that was written anew is told from what it was. Links are followed, so that a
 * folder which is exchanged as a whole, as Kubernetes does with a ConfigMap, is seen too.
 *
 * @param key the file system's own number; null where it has none
 */
record FileStamp(FileTime modified, long size, @Nullable Object key) {
  private static final FileStamp ABSENT = new FileStamp(FileTime.fromMillis(0), -1, null);

  static FileStamp of(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(found.lastModifiedTime(), found.size(), found.fileKey());
    } catch (IOException | SecurityException e) {
      return ABSENT;
    }
  }

  static Map<Path, FileStamp> ofAll(Collection<Path> files) {
    Map<Path, FileStamp> stamps = new LinkedHashMap<>();
    files.forEach(file -> stamps.put(file, of(file)));
    return stamps;
  }
}
