package io.cookiegate.cli;

import io.cookiegate.gate.Answer;
import io.cookiegate.gate.BodyPlan;
import io.cookiegate.gate.BodyRewriter;
import io.cookiegate.gate.BodySink;
import io.cookiegate.gate.Fields;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One visit without consent through the very gate that visitors meet, so that what a command explains
 * is what the gate does.
 */
final class Trial {
  private static final int CHUNK = 16 << 10;

  private final TrialSite site;
  private final Sightings sightings = new Sightings();
  private final Gate gate;

  Trial(TrialSite site) {
    this.site = site;
    this.gate = Gate.of(site.rules(), sightings);
  }

  List<Sighted> seen() {
    return sightings.seen();
  }

  /** The visitor's browser sends a cookie of this name. */
  void sendCookie(String name) {
    visit(HeaderList.of("Cookie", name + "=x")).requestEdits();
  }

  /** The site answers with this field. */
  void setCookie(String field) {
    visit(HeaderList.of("Accept", "*/*")).answer(answer(HeaderList.of("Set-Cookie", field)));
  }

  /** The site answers with this page; what the gate makes of it goes to the sink. */
  void page(String contentType, InputStream page, BodySink sink) throws IOException {
    Answer answer =
        visit(HeaderList.of("Accept", "text/html"))
            .answer(answer(HeaderList.of("Content-Type", contentType)));
    if (answer instanceof Answer.Close close) {
      throw new Failure("The gate does not send this page: " + close.reason().sentence() + ".");
    }
    if (((Answer.Pass) answer).body() instanceof BodyPlan.Rewrite rewrite) {
      rewrite(rewrite, page, sink);
    } else {
      copy(page, sink);
    }
  }

  private Visit visit(Fields fields) {
    return gate.arrive(new TrialRequest(site.host(), site.secure(), site.target(), fields));
  }

  private static TrialAnswer answer(Fields fields) {
    return new TrialAnswer(fields);
  }

  private static void rewrite(BodyPlan.Rewrite plan, InputStream page, BodySink sink)
      throws IOException {
    try (BodyRewriter rewriter = plan.open()) {
      for (byte[] chunk = page.readNBytes(CHUNK);
          chunk.length > 0;
          chunk = page.readNBytes(CHUNK)) {
        rewriter.write(ByteBuffer.wrap(chunk), sink);
      }
      rewriter.end(sink);
    }
  }

  private static void copy(InputStream page, BodySink sink) throws IOException {
    for (byte[] chunk = page.readNBytes(CHUNK); chunk.length > 0; chunk = page.readNBytes(CHUNK)) {
      sink.write(ByteBuffer.wrap(chunk));
    }
  }
}
