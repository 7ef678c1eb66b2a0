package io.cookiegate.gate;

import static java.util.Objects.requireNonNull;

import io.cookiegate.classification.Classification;
import io.cookiegate.coding.PageCharset;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.Loaded;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.page.BuiltInMarkup;
import java.nio.file.Path;
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
    Classification classification = classification();
    SiteRules rules =
        new SiteRules(
            classification,
            ConsentPolicy.DEFAULT,
            io.cookiegate.gate.Mode.ENFORCE,
            Unclassified.KEEP,
            Unclassified.KEEP,
            GateLimits.DEFAULT,
            Banner.NONE,
            new BuiltInMarkup("/.cookie-gate/"));
    PageContext page =
        new PageContext(
            true,
            "www.site.example",
            "/",
            "en",
            null,
            null,
            false,
            Consent.UNASKED,
            "",
            "https://www.site.example");
    Gating gating = Gating.of(classification, Consent.UNASKED);
    judge = new PageScope(rules, gating, GateObserver.NONE, page, PageCharset.utf8()).scripts;
  }

  private static Classification classification() {
    Loaded<Classification> loaded =
        ConfigLoader.loadClassification(Path.of("config/classification.yaml"));
    if (loaded instanceof Loaded.Ready<Classification> ready) {
      return ready.value();
    }
    throw new IllegalStateException(loaded.toString());
  }

  /** One script. */
  @Benchmark
  public @Nullable TagVerdict judge() {
    ScriptJudge scripts = requireNonNull(judge);
    scripts.beginScript();
    for (int at = 0; at < bytes.length; at += PIECE) {
      scripts.read(bytes, at, Math.min(bytes.length, at + PIECE));
    }
    scripts.end();
    return scripts.verdict();
  }
}
