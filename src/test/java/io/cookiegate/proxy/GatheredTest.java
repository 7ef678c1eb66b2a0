package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class GatheredTest {
  private final ByteBuffer head = US_ASCII.encode("head").asReadOnlyBuffer();
  private final ByteBuffer nothing = ByteBuffer.allocate(0);
  private final ByteBuffer body = US_ASCII.encode("body");

  private String left() {
    return US_ASCII.decode(head.duplicate()) + "|" + US_ASCII.decode(body.duplicate());
  }

  @Test
  void isAllBuffersInTheirOrder() {
    Gathered all = new Gathered(head, nothing, body);
    assertEquals("headbody", US_ASCII.decode(all.bytes()).toString());
    assertEquals("head|body", left());
  }

  @Test
  void takesFromEachWhatWentOut() {
    Gathered all = new Gathered(head, nothing, body);
    all.bytes();
    assertEquals(6, all.taken(6));
    assertEquals("|dy", left());
    assertTrue(all.hasRemaining());
    assertEquals("dy", US_ASCII.decode(new Gathered(head, nothing, body).bytes()).toString());
  }

  @Test
  void isOverWhenAllWentOut() {
    Gathered all = new Gathered(head, nothing, body);
    all.bytes();
    all.taken(8);
    assertFalse(all.hasRemaining());
    assertFalse(Gathered.fits(head, nothing, body));
  }

  @Test
  void leavesLargeBodiesWhereTheyAre() {
    assertTrue(Gathered.fits(head, ByteBuffer.allocate(4092)));
    assertFalse(Gathered.fits(head, ByteBuffer.allocate(4093)));
  }
}
