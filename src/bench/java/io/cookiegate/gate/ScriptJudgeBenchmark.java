package io.cookiegate.gate;

import static java.util.Objects.requireNonNull;

import io.cookiegate.coding.PageCharset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** The judge of inline scripts under the whole catalogue, 256 KB a time in 8 KB pieces. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScriptJudgeBenchmark {
  private static final int PIECE = 8192;

  @Param public GeneratedScript script;

  private byte[] bytes = {};
  private @Nullable ScriptJudge judge;

  @Setup
  public void generate() {
    bytes = script.bytes();
    judge =
        new PageScope(
                CatalogueSite.RULES,
                CatalogueSite.gating(),
                GateObserver.NONE,
                CatalogueSite.page(),
                PageCharset.utf8())
            .scripts;
  }

  /** Whether there is anything to read a script for. */
  @Benchmark
  public boolean sift() {
    ScriptJudge scripts = requireNonNull(judge);
    scripts.begin(ScriptKind.SCRIPT);
    boolean matters = false;
    for (int at = 0; at < bytes.length; at += PIECE) {
      matters |= scripts.mayMatter(bytes, at, Math.min(bytes.length, at + PIECE));
    }
    return matters;
  }

  /** One script. */
  @Benchmark
  public @Nullable TagVerdict judge() {
    ScriptJudge scripts = requireNonNull(judge);
    scripts.begin(ScriptKind.SCRIPT);
    for (int at = 0; at < bytes.length; at += PIECE) {
      scripts.read(bytes, at, Math.min(bytes.length, at + PIECE));
    }
    scripts.end();
    return scripts.verdict();
  }
}
