package io.cookiegate.receipt;

import static java.nio.file.StandardOpenOption.READ;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of the queue. One thread appends and forces to the disk; another reads what is there for
 * sure.
 */
final class Segment {
  private final Path file;
  private @Nullable FileChannel writing;
  private volatile long durable;
  private long read;

  private Segment(Path file, @Nullable FileChannel writing, long durable) {
    this.file = file;
    this.writing = writing;
    this.durable = durable;
  }

  static Segment create(Path file, Disk disk) throws IOException {
    return new Segment(file, disk.create(file), 0);
  }

  /** What an earlier run left. */
  static Segment left(Path file) throws IOException {
    return new Segment(file, null, Files.size(file));
  }

  /** Appends frames; they are on the disk when this returns, and not in the file where it throws. */
  void append(ByteBuffer frames) throws IOException {
    FileChannel channel = writing;
    if (channel == null) {
      throw new IOException("the segment is closed");
    }
    long end = durable;
    try {
      long at = end;
      while (frames.hasRemaining()) {
        at += channel.write(frames, at);
      }
      channel.force(false);
      durable = at;
    } catch (IOException e) {
      cut(channel, end, e);
      throw e;
    }
  }

  private static void cut(FileChannel channel, long end, IOException failure) {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      failure.addSuppressed(e); // a reader stops at the known end, and passes over half a frame
    }
  }

  /** Ends the writing. */
  void close() throws IOException {
    if (writing != null) {
      writing.close();
      writing = null;
    }
  }

  long size() {
    return durable;
  }

  /** The next contents, at most a number of them, and where they end. */
  Batch next(int most) throws IOException {
    ByteBuffer bytes = unread();
    List<byte[]> contents = new ArrayList<>();
    int place = 0;
    while (place < bytes.limit() && contents.size() < most) {
      byte[] content = Frame.at(bytes, place);
      if (content == null) {
        place++;
      } else {
        contents.add(content);
        place += Frame.OVERHEAD + content.length;
      }
    }
    return new Batch(contents, read + place);
  }

  private ByteBuffer unread() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(durable - read));
    try (FileChannel channel = FileChannel.open(file, READ)) {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, read + bytes.position()) < 0) {
          throw new EOFException(file + " is shorter than it was");
        }
      }
    }
    return bytes.flip();
  }

  /** Contents in order. */
  record Batch(List<byte[]> contents, long end) {}

  void readUpTo(long end) {
    read = end;
  }

  boolean isRead() {
    return read >= durable;
  }

  void delete() throws IOException {
    close();
    Files.deleteIfExists(file);
  }
}
