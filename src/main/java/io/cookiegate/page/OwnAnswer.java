package io.cookiegate.page;

import io.cookiegate.gate.HeadEdits;
import java.util.List;

/**
 * An answer that the gate gives itself.
 *
 * @param status the status code
 * @param fields the header fields, without {@code Content-Length}
 * @param body the bytes; for HEAD they are left out by the front door
 */
public record OwnAnswer(int status, List<HeadEdits.Field> fields, byte[] body) {
  public OwnAnswer {
    fields = List.copyOf(fields);
  }
}
