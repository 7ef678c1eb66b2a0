package io.cookiegate.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** An answer's bytes, as the application writes them. */
final class GatedStream extends ServletOutputStream {
  private final GatedResponse response;
  private final AnswerBody body;
  private final Departure departure;
  private final byte[] single = new byte[1];

  GatedStream(GatedResponse response, AnswerBody body, Departure departure) {
    this.response = response;
    this.body = body;
    this.departure = departure;
  }

  @Override
  public void write(int b) throws IOException {
    single[0] = (byte) b;
    body.write(single, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    body.write(bytes, from, length);
  }

  @Override
  public void flush() throws IOException {
    body.flush();
  }

  @Override
  public void close() throws IOException {
    response.close();
  }

  @Override
  public boolean isReady() {
    return departure.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    departure.writeWhenPossible(listener);
  }
}
