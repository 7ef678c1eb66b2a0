package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.List;

/** Steps put together. */
public final class ByteSteps {
  private ByteSteps() {}

  /** A step that changes nothing and copies nothing. */
  public static ByteStep identity() {
    return IdentityStep.INSTANCE;
  }

  /**
   * One step that does all of these in order: the first gets the input, the last gives the output.
   * Closes all of them.
   */
  public static ByteStep chain(List<? extends ByteStep> steps) {
    List<ByteStep> working =
        steps.stream()
            .<ByteStep>map(step -> step)
            .filter(step -> step != IdentityStep.INSTANCE)
            .toList();
    if (working.isEmpty()) {
      return identity();
    }
    ByteStep chain = working.get(working.size() - 1);
    for (int i = working.size() - 2; i >= 0; i--) {
      chain = new Pair(working.get(i), chain);
    }
    return chain;
  }

  /** One step that does all of these in order. */
  public static ByteStep chain(ByteStep... steps) {
    return chain(List.of(steps));
  }

  /** A step and all that follow it. */
  private static final class Pair implements ByteStep {
    private final ByteStep first;
    private final ByteStep rest;
    private final ByteSink between = this::pass;

    /**
     * Where the running call's output goes; held only during a call, so that none is allocated per
     * call.
     */
    private ByteSink target = Pair::refuse;

    Pair(ByteStep first, ByteStep rest) {
      this.first = first;
      this.rest = rest;
    }

    private void pass(ByteBuffer bytes) {
      rest.write(bytes, target);
    }

    private static void refuse(ByteBuffer bytes) {
      throw new IllegalStateException("a step wrote outside a call");
    }

    @Override
    public void write(ByteBuffer in, ByteSink out) {
      target = out;
      first.write(in, between);
    }

    @Override
    public void flush(ByteSink out) {
      target = out;
      first.flush(between);
      rest.flush(out);
    }

    @Override
    public void end(ByteSink out) {
      target = out;
      first.end(between);
      rest.end(out);
    }

    @Override
    public void close() {
      try (rest) {
        first.close();
      }
    }
  }
}
