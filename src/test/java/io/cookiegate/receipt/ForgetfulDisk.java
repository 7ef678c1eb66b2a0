package io.cookiegate.receipt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A disk as a loss of power finds it: bytes that were not forced are not there, and neither are files
 * in folders that were not. It can be slow, and refuse to force.
 */
final class ForgetfulDisk implements Disk {
  private final Set<Path> unsynced = new HashSet<>();
  volatile boolean broken;
  volatile Runnable beforeForce = () -> {};

  @Override
  public FileChannel create(Path file) throws IOException {
    unsynced.add(file);
    return new Channel(Disk.REAL.create(file));
  }

  @Override
  public void sync(Path folder) throws IOException {
    Disk.REAL.sync(folder);
    unsynced.removeIf(file -> file.startsWith(folder));
  }

  /** What is left of a queue's folder goes to another place. */
  void losePower(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : SpoolFolder.segments(from)) {
      if (!unsynced.contains(file)) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private record Write(ByteBuffer bytes, long at) {}

  /** Keeps what is written until it is forced. */
  private final class Channel extends FileChannel {
    private final FileChannel file;
    private final List<Write> unforced = new ArrayList<>();

    Channel(FileChannel file) {
      this.file = file;
    }

    @Override
    public int write(ByteBuffer source, long position) {
      int length = source.remaining();
      unforced.add(new Write(ByteBuffer.allocate(length).put(source).flip(), position));
      return length;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      beforeForce.run();
      if (broken) {
        throw new IOException("Input/output error");
      }
      for (Write write : unforced) {
        file.write(write.bytes(), write.at());
      }
      unforced.clear();
      file.force(metaData);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      unforced.removeIf(write -> write.at() >= size);
      file.truncate(size);
      return this;
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }

    private static UnsupportedOperationException unused() {
      return new UnsupportedOperationException("The queue does not do this.");
    }

    @Override
    public int read(ByteBuffer target) {
      throw unused();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
      throw unused();
    }

    @Override
    public int write(ByteBuffer source) {
      throw unused();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      throw unused();
    }

    @Override
    public long position() {
      throw unused();
    }

    @Override
    public FileChannel position(long newPosition) {
      throw unused();
    }

    @Override
    public long size() {
      throw unused();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw unused();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw unused();
    }

    @Override
    public int read(ByteBuffer target, long position) {
      throw unused();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw unused();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw unused();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
      throw unused();
    }
  }
}
