package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Undoes gzip (RFC 1952): one member or several, each checked against its length and its CRC-32.
 *
 * <p>What follows the last member and is none is dropped, as browsers and gzip itself do: it is
 * padding. A body without a single byte is an empty page, for servers put {@code Content-Encoding}
 * on those too.
 */
final class GzipDecoder implements ByteStep {
  private enum State {
    HEADER,
    BODY,
    TRAILER,
    PADDING
  }

  private static final int TRAILER_LENGTH = 8;

  private final GzipHeader header = new GzipHeader();
  private final Inflation inflation;
  private final CRC32 crc = new CRC32();
  private final Inflation.Watcher checksum = crc::update;
  private State state = State.HEADER;
  private int members;
  private boolean begun;
  private long trailer;
  private int trailerBytes;

  GzipDecoder(Inflation inflation) {
    this.inflation = inflation;
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    begun |= in.hasRemaining();
    while (in.hasRemaining()) {
      switch (state) {
        case HEADER -> readHeader(in);
        case BODY -> readBody(in, out);
        case TRAILER -> readTrailer(in);
        case PADDING -> in.position(in.limit());
      }
    }
  }

  private void readHeader(ByteBuffer in) {
    switch (header.read(in)) {
      case MORE -> {}
      case COMPLETE -> state = State.BODY;
      case FOREIGN -> {
        if (members == 0) {
          throw new CodingException("The body is said to be gzip and does not begin like it.");
        }
        state = State.PADDING;
      }
    }
  }

  private void readBody(ByteBuffer in, ByteSink out) {
    inflation.inflate(in, out, checksum);
    if (inflation.finished()) {
      state = State.TRAILER;
    }
  }

  private void readTrailer(ByteBuffer in) {
    trailer |= (in.get() & 0xffL) << (8 * trailerBytes);
    if (++trailerBytes == TRAILER_LENGTH) {
      checkTrailer();
      members++;
      trailer = 0;
      trailerBytes = 0;
      crc.reset();
      inflation.reset();
      header.reset();
      state = State.HEADER;
    }
  }

  private void checkTrailer() {
    boolean sameSum = (trailer & 0xffffffffL) == crc.getValue();
    boolean sameLength = trailer >>> 32 == (inflation.written() & 0xffffffffL);
    if (!sameSum || !sameLength) {
      throw new CodingException("The gzip body does not match its own checksum.");
    }
  }

  @Override
  public void flush(ByteSink out) {}

  @Override
  public void end(ByteSink out) {
    boolean between = state == State.HEADER && header.unbegun() && members > 0;
    if (begun && !between && state != State.PADDING) {
      throw new CodingException("The gzip body stops before its end.");
    }
  }

  @Override
  public void close() {
    inflation.close();
  }
}
