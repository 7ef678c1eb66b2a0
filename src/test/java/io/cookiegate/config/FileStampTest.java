package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing by which a file that was written anew is told, where all others are the same. */
class FileStampTest {
  private static final FileTime THEN = FileTime.fromMillis(1_000_000);

  @TempDir private Path folder;
  private Path file;
  private FileStamp before;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("file");
    write(file, "one", THEN);
    before = FileStamp.of(file);
  }

  private static void write(Path to, String text, FileTime at) throws IOException {
    Files.writeString(to, text);
    Files.setLastModifiedTime(to, at);
  }

  @Test
  void theSameFileHasTheSameStamp() {
    assertEquals(before, FileStamp.of(file));
    assertEquals(Map.of(file, before), FileStamp.ofAll(Map.of(file, before).keySet()));
  }

  @Test
  void itIsToldByItsTime() throws IOException {
    write(file, "two", FileTime.fromMillis(2_000_000));
    assertNotEquals(before, FileStamp.of(file));
  }

  @Test
  void itIsToldByItsSize() throws IOException {
    write(file, "three", THEN);
    assertNotEquals(before, FileStamp.of(file));
  }

  @Test
  void itIsToldByItsNumber() throws IOException {
    Path other = folder.resolve("other");
    write(other, "two", THEN);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertNotEquals(before, FileStamp.of(file));
  }

  @Test
  void itIsToldByNotBeingThere() throws IOException {
    Files.delete(file);
    assertNotEquals(before, FileStamp.of(file));
    assertEquals(FileStamp.of(folder.resolve("none")), FileStamp.of(file));
  }

  /** What was read first counts: what changed since is a change. */
  @Test
  void aFileIsWhatItWasWhenItWasFirstRead() throws IOException {
    FilesRead files = new FilesRead();
    files.add(file);
    write(file, "three", THEN);
    files.add(file);
    assertEquals(before, files.stamps().get(file));
  }
}
