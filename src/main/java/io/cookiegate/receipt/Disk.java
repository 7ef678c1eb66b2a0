package io.cookiegate.receipt;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What the queue asks of a disk, so that one can stand in for it which loses what was not forced. */
interface Disk {
  /** The one that files are on. */
  Disk REAL =
      new Disk() {
        @Override
        public FileChannel create(Path file) throws IOException {
          return FileChannel.open(file, CREATE_NEW, WRITE);
        }

        @Override
        public void sync(Path folder) throws IOException {
          try (FileChannel directory = FileChannel.open(folder, READ)) {
            directory.force(true);
          }
        }
      };

  /** A new file to write. */
  FileChannel create(Path file) throws IOException;

  /** Makes new and removed files in a folder outlast a loss of power. */
  void sync(Path folder) throws IOException;
}
