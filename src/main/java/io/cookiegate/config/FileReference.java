package io.cookiegate.config;

import io.cookiegate.diagnostic.FindingCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that a file names, from the folder in which that file stands. */
final class FileReference {
  private final Path from;
  private final Set<Path> found = new LinkedHashSet<>();
  private final FilesRead named = new FilesRead();

  FileReference(Path from) {
    this.from = from;
    found.add(from);
    named.add(from);
  }

  /** The file that a key names; null where none is named, or, with the finding, where it is not. */
  @Nullable Path get(Fields fields, Key<String> key) {
    String written = fields.get(key);
    Path file = written == null ? null : resolved(written);
    if (file != null) {
      named.add(file);
    }
    if (file != null && Files.isRegularFile(file) && Files.isReadable(file)) {
      found.add(file);
      return file;
    }
    if (written != null) {
      refuse(fields, key, file == null ? written : file.toString());
    }
    return null;
  }

  /** The PEM file that a key names; null as before, and, with the finding, where it is none. */
  @Nullable Path get(Fields fields, Key<String> key, Pem content) {
    Path file = get(fields, key);
    if (file == null || content.isIn(file)) {
      return file;
    }
    String given = Shown.of(file.toString()) + " holds something else";
    fields.refuse(key, FindingCode.BAD_VALUE, given, "allowed is " + content.form());
    return null;
  }

  /** The folder that a key names, whether it is there or not. */
  Path folder(Fields fields, Key<String> key) {
    String written = fields.get(key);
    Path folder = written == null ? null : resolved(written);
    if (written != null && folder == null) {
      refuse(fields, key, written);
    }
    return folder == null ? beside("") : folder;
  }

  /** What is in the folder of the file that names. */
  Path beside(String name) {
    return from.resolveSibling(name);
  }

  private @Nullable Path resolved(String written) {
    try {
      Path named = Path.of(written); // of the system's, where the file that names is in an archive
      return named.isAbsolute() ? named : from.resolveSibling(written);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static void refuse(Fields fields, Key<String> key, String file) {
    String given = "there is no readable file " + Shown.of(file);
    fields.refuse(key, FindingCode.MISSING_FILE, given, "allowed is " + key.kind().form());
  }

  /** A file that need not be there, from the same folder. */
  Path toBeMade(String written) {
    return from.resolveSibling(written);
  }

  /** Every file so far, whether it is there or not. */
  FilesRead named() {
    return new FilesRead(named);
  }

  /** Every file so far that is there: the one that names, and the named. */
  List<Path> found() {
    return List.copyOf(found);
  }
}
