package io.cookiegate.servlet;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Archives as tests need them, not compressed: archives inside are found only so. */
final class Zip {
  private Zip() {}

  static byte[] of(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(entries, bytes);
    return bytes.toByteArray();
  }

  /** Writes an archive to a file, of which the name is returned. */
  static String write(Map<String, byte[]> entries, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(entries, out);
    }
    return file.toString();
  }

  private static void write(Map<String, byte[]> entries, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(stored(entry.getKey(), entry.getValue()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  private static ZipEntry stored(String name, byte[] content) {
    ZipEntry entry = new ZipEntry(name);
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    return entry;
  }

  /** Adds all files below a folder. */
  static void addAll(Path folder, String prefix, Map<String, byte[]> to) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> to.put(prefix + folder.relativize(file), content(file)));
    }
  }

  /** Adds jars, by their own names. */
  static void addJars(List<String> jars, String prefix, Map<String, byte[]> to) {
    jars.forEach(jar -> to.put(prefix + Path.of(jar).getFileName(), content(Path.of(jar))));
  }

  /** Adds what is in a jar. */
  static void addContents(String jar, Map<String, byte[]> to) throws IOException {
    try (ZipFile zip = new ZipFile(jar)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        to.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
