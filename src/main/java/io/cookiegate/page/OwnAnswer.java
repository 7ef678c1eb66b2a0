package io.cookiegate.page;

import io.cookiegate.gate.HeadEdits;
import java.nio.ByteBuffer;
import java.util.List;

/** An answer that the gate gives itself. */
public final class OwnAnswer {
  private static final int NO_CONTENT = 204;

  private final int status;
  private final List<HeadEdits.Field> fields;
  private final byte[] body;

  OwnAnswer(int status, List<HeadEdits.Field> fields, byte[] body) {
    this.status = status;
    this.fields = List.copyOf(fields);
    this.body = body;
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** The header fields, without {@code Content-Length}. */
  public List<HeadEdits.Field> fields() {
    return fields;
  }

  /** The content; the front door leaves it out of the answer to HEAD. */
  public ByteBuffer body() {
    return ByteBuffer.wrap(body).asReadOnlyBuffer();
  }

  /** The same without content and without a way to another page: the browser stays where it is. */
  OwnAnswer staying() {
    List<HeadEdits.Field> kept =
        fields.stream().filter(field -> !field.name().equals("Location")).toList();
    return new OwnAnswer(NO_CONTENT, kept, new byte[0]);
  }
}
