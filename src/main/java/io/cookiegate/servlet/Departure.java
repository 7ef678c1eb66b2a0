package io.cookiegate.servlet;

import io.cookiegate.gate.Answer;
import io.cookiegate.gate.BodyClosedException;
import io.cookiegate.gate.BodyPlan;
import io.cookiegate.gate.Fields;
import io.cookiegate.gate.ResponseHead;
import io.cookiegate.gate.Visit;
import io.cookiegate.page.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The way of an answer out of the gate: its head is judged and given to the container, once, and its
 * body follows. Where it has to reach the container past what a dispatch has put in between (an
 * include, which may change no head), it uses the response that the filter was called with.
 */
final class Departure implements AnswerBody.Head {
  private final HttpServletResponse container;
  private final HttpServletRequest request;
  private final HeldFields held;
  private final Visit visit;
  private final String sessionCookie;
  private @Nullable Outlet outlet;
  private @Nullable IOException cutOff;

  Departure(
      HttpServletResponse container,
      HttpServletRequest request,
      HeldFields held,
      Visit visit,
      String sessionCookie) {
    this.container = container;
    this.request = request;
    this.held = held;
    this.visit = visit;
    this.sessionCookie = sessionCookie;
  }

  @Override
  public @Nullable BodyPlan commit() throws IOException {
    return judge(container.getStatus(), container.getContentType());
  }

  /** Judges the head and gives it to the container; null where that got another answer. */
  @Nullable BodyPlan judge(int status, @Nullable String contentType) throws IOException {
    AnswerLines lines = AnswerLines.of(container, held, sessionCookie, contentType);
    Answer answer;
    try {
      answer = visit.answer(new Judged(status, lines));
    } catch (RuntimeException e) {
      refuse(Refusal.FAILURE, "failed with " + e.getClass().getSimpleName());
      return null;
    }
    if (answer instanceof Answer.Close close) {
      refuse(Refusal.UNJUDGED, close.reason().sentence());
      return null;
    }
    Answer.Pass pass = (Answer.Pass) answer;
    lines.write(pass.edits());
    held.clear();
    return pass.body();
  }

  private record Judged(int status, Fields fields) implements ResponseHead {}

  private void refuse(Refusal refusal, String why) throws IOException {
    held.clear();
    ErrorAnswers.answer(request, container, refusal, why);
  }

  @Override
  public IOException broken(BodyClosedException cause) throws IOException {
    String why = cause.closure().sentence();
    IOException broken = new IOException("The answer was cut off: " + why + ".", cause);
    if (container.isCommitted()) {
      ErrorAnswers.cutOff(request, why);
      cutOff = broken;
    } else {
      refuse(Refusal.UNJUDGED, why);
    }
    return broken;
  }

  /** Undertow takes nothing into a head while an include runs; whether it does, a status tells. */
  @Override
  public boolean takesHead() {
    if (request.getDispatcherType() != DispatcherType.INCLUDE) {
      return true;
    }
    int status = container.getStatus();
    container.setStatus(
        status == HttpServletResponse.SC_OK
            ? HttpServletResponse.SC_CREATED
            : HttpServletResponse.SC_OK);
    boolean takes = container.getStatus() != status;
    container.setStatus(status);
    return takes;
  }

  @Override
  public Outlet outlet() {
    Outlet known = outlet;
    if (known == null) {
      known = new DirectOutlet(container);
      outlet = known;
    }
    return known;
  }

  /** From now on nothing waits, and the listener is told when more is taken. */
  void writeWhenPossible(WriteListener listener) {
    try {
      ReadyOutlet ready = new ReadyOutlet(container.getOutputStream(), listener);
      outlet = ready;
      ready.begin();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the container takes more now. */
  boolean isReady() {
    try {
      return outlet().isReady();
    } catch (IOException e) {
      return true; // the next write says why
    }
  }

  /** The container closes the connection of an answer that was cut off: the visitor sees that. */
  void failIfCutOff() throws IOException {
    IOException why = cutOff;
    if (why != null) {
      throw why;
    }
  }
}
