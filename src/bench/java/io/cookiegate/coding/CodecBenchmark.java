package io.cookiegate.coding;

import io.cookiegate.html.GeneratedPage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The codecs on a page of 60 KB at the level that the gate uses and at dearer ones. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {
  private static final int PAGE = 60_000;

  @Param({"gzip", "deflate", "br", "zstd"})
  public String coding = "";

  @Param({"1", "4", "6"})
  public int level;

  private byte[] page = {};
  private byte[] coded = {};
  private int length;

  @Setup
  public void generate() {
    page = Arrays.copyOf(GeneratedPage.LARGE.bytes(), PAGE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(
        ContentCodings.encoder(coding, level),
        page,
        bytes -> {
          byte[] copy = new byte[bytes.remaining()];
          bytes.get(copy);
          out.writeBytes(copy);
        });
    coded = out.toByteArray();
  }

  private void run(ByteStep step, byte[] bytes, ByteSink sink) {
    try (step) {
      step.write(ByteBuffer.wrap(bytes), sink);
      step.end(sink);
    }
  }

  @Benchmark
  public int encode() {
    length = 0;
    run(ContentCodings.encoder(coding, level), page, bytes -> length += bytes.remaining());
    return length;
  }

  /** Through the coding and back with nothing changed; where a library codes, decoded and encoded anew. */
  @Benchmark
  public int recode() {
    length = 0;
    Recoding recoding = ContentCodings.recoding(coding);
    run(
        ByteSteps.chain(recoding.decoder(), recoding.encoder()),
        coded,
        bytes -> length += bytes.remaining());
    return length;
  }

  @Benchmark
  public int decode() {
    length = 0;
    run(ContentCodings.decoder(coding), coded, bytes -> length += bytes.remaining());
    return length;
  }
}
