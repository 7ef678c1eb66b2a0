package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteStepsTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void noStepsAreTheIdentity() {
    assertSame(ByteSteps.identity(), ByteSteps.chain());
    assertSame(ByteSteps.identity(), ByteSteps.chain(ByteSteps.identity(), ByteSteps.identity()));
  }

  @Test
  void oneStepIsItself() {
    Marker marker = new Marker("a");
    assertSame(marker, ByteSteps.chain(ByteSteps.identity(), marker));
  }

  @Test
  void identityHandsOnTheSameBufferAndUsesItUp() {
    ByteBuffer in = ByteBuffer.wrap(new byte[3]);
    ByteSteps.identity().write(in, out -> assertSame(in, out));
    assertEquals(0, in.remaining());
  }

  @Test
  void stepsFollowInOrderThroughWriteFlushAndEnd() {
    Bytes out = new Bytes();
    ByteStep chain = ByteSteps.chain(new Marker("a"), new Marker("b"), new Marker("c"));
    chain.write(ByteBuffer.wrap("x".getBytes(US_ASCII)), out);
    assertEquals("xabc", out.all.toString(US_ASCII));
    out.all.reset();
    chain.flush(out);
    assertEquals("(a)bc(b)c(c)", out.all.toString(US_ASCII));
    out.all.reset();
    chain.end(out);
    assertEquals("[a]bc[b]c[c]", out.all.toString(US_ASCII));
  }

  @Test
  void closingReachesEveryStepEvenPastOneThatFails() {
    ByteStep chain = ByteSteps.chain(new Marker("a"), new Marker("fails"), new Marker("c"));
    assertThrows(IllegalStateException.class, chain::close);
    assertEquals(List.of("a", "fails", "c"), closed);
  }

  /** Puts its name after everything that passes. */
  private final class Marker implements ByteStep {
    private final String name;

    Marker(String name) {
      this.name = name;
    }

    @Override
    public void write(ByteBuffer in, ByteSink out) {
      byte[] bytes = new byte[in.remaining()];
      in.get(bytes);
      out.write(ByteBuffer.wrap((new String(bytes, US_ASCII) + name).getBytes(US_ASCII)));
    }

    @Override
    public void flush(ByteSink out) {
      out.write(ByteBuffer.wrap(("(" + name + ")").getBytes(US_ASCII)));
    }

    @Override
    public void end(ByteSink out) {
      out.write(ByteBuffer.wrap(("[" + name + "]").getBytes(US_ASCII)));
    }

    @Override
    public void close() {
      closed.add(name);
      if (name.equals("fails")) {
        throw new IllegalStateException(name);
      }
    }
  }
}
