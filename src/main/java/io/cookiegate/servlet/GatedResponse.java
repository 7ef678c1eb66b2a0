package io.cookiegate.servlet;

import static java.util.Objects.requireNonNullElse;

import io.cookiegate.gate.Answer;
import io.cookiegate.gate.BodyClosedException;
import io.cookiegate.gate.BodyPlan;
import io.cookiegate.gate.Fields;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.ResponseHead;
import io.cookiegate.gate.Visit;
import io.cookiegate.page.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the application writes it. It keeps the container's promises about when a head can
 * still be changed, with a buffer of the same size: when the container would have sent the first
 * byte, the head is complete, and is judged.
 *
 * <p>Fields at which the gate does not look go to the container at once, as does whatever makes the
 * {@code Content-Type}. Where it has to reach the container past what a dispatch has put in between
 * (an include, which may change no head), it uses the response it was made for.
 */
final class GatedResponse extends HttpServletResponseWrapper implements AnswerBody.Head {
  private static final String CONTENT_LENGTH = "Content-Length";

  private final HttpServletResponse container;
  private final GatedRequest request;
  private final Visit visit;
  private final String sessionCookie;
  private final HeldFields held = new HeldFields();
  private final AnswerBody body;
  private final GatedStream stream;
  private @Nullable PrintWriter printer;
  private @Nullable GatedWriter writer;
  private boolean streaming;
  private @Nullable Outlet outlet;
  private @Nullable Supplier<Map<String, String>> trailers;
  private @Nullable IOException cutOff;

  GatedResponse(
      HttpServletResponse container, GatedRequest request, Visit visit, String sessionCookie) {
    super(container);
    this.container = container;
    this.request = request;
    this.visit = visit;
    this.sessionCookie = sessionCookie;
    this.body = new AnswerBody(this, container.getBufferSize());
    this.stream = new GatedStream(this, body);
    request.answeredBy(this);
  }

  /** The gated response that a response is or stands before; null where there is none. */
  static @Nullable GatedResponse in(ServletResponse response) {
    ServletResponse current = response;
    while (current instanceof ServletResponseWrapper wrapper) {
      if (current instanceof GatedResponse gated) {
        return gated;
      }
      current = wrapper.getResponse();
    }
    return null;
  }

  // The head.

  /** Fields that cannot be changed: the head is on its way, or an included servlet asks. */
  private boolean isFixed() {
    return isCommitted() || request.getDispatcherType() == DispatcherType.INCLUDE;
  }

  private static boolean isHeld(@Nullable String name) {
    return name != null && !name.equalsIgnoreCase("Content-Type") && Gate.looksAt(name);
  }

  @Override
  public void addCookie(Cookie cookie) {
    if (!isFixed()) {
      held.add((Cookie) cookie.clone());
    }
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (!isHeld(name)) {
      setOther(name, value);
    } else if (!isFixed()) {
      held.set(name, value, super.getHeaders(name));
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!isHeld(name)) {
      addOther(name, value);
    } else if (!isFixed() && value != null) {
      held.add(name, value);
    }
  }

  private void setOther(String name, @Nullable String value) {
    if ("Content-Type".equalsIgnoreCase(name) && value != null) {
      setContentType(value);
    } else if (!isCommitted()) {
      super.setHeader(name, value);
    }
  }

  private void addOther(String name, String value) {
    if ("Content-Type".equalsIgnoreCase(name)) {
      setContentType(value);
    } else if (!isCommitted()) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setDateHeader(String name, long date) {
    setHeader(name, HttpDate.of(date));
  }

  @Override
  public void addDateHeader(String name, long date) {
    addHeader(name, HttpDate.of(date));
  }

  @Override
  public void setIntHeader(String name, int value) {
    setHeader(name, Integer.toString(value));
  }

  @Override
  public void addIntHeader(String name, int value) {
    addHeader(name, Integer.toString(value));
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    setHeader(CONTENT_LENGTH, length < 0 ? null : Long.toString(length));
  }

  @Override
  public boolean containsHeader(String name) {
    return isHeld(name) ? !getHeaders(name).isEmpty() : super.containsHeader(name);
  }

  @Override
  public @Nullable String getHeader(String name) {
    if (!isHeld(name)) {
      return super.getHeader(name);
    }
    Collection<String> values = getHeaders(name);
    return values.isEmpty() ? null : values.iterator().next();
  }

  @Override
  public Collection<String> getHeaders(String name) {
    Collection<String> containers = super.getHeaders(name);
    return isHeld(name) && body.isHeld() ? held.values(name, containers) : containers;
  }

  @Override
  public Collection<String> getHeaderNames() {
    Set<String> names = new LinkedHashSet<>(super.getHeaderNames());
    if (body.isHeld()) {
      names.removeIf(name -> isHeld(name) && getHeaders(name).isEmpty());
      held.lines().forEach(line -> addMissing(names, line.name()));
    }
    return names;
  }

  private static void addMissing(Set<String> names, String name) {
    if (names.stream().noneMatch(name::equalsIgnoreCase)) {
      names.add(name);
    }
  }

  @Override
  public void setStatus(int status) {
    if (!isCommitted()) {
      super.setStatus(status);
    }
  }

  @Override
  public void setTrailerFields(Supplier<Map<String, String>> supplier) {
    if (isCommitted()) {
      throw new IllegalStateException("The answer is on its way.");
    }
    trailers = supplier;
    super.setTrailerFields(() -> Trailers.judged(supplier.get(), visit));
  }

  @Override
  public @Nullable Supplier<Map<String, String>> getTrailerFields() {
    return trailers;
  }

  // What the head says of characters. With a writer the charset stands.

  @Override
  public void setContentType(@Nullable String type) {
    if (isCommitted()) {
      return;
    }
    if (printer == null || type == null) {
      super.setContentType(type);
    } else {
      super.setContentType(ContentType.with(type, getCharacterEncoding()));
    }
  }

  @Override
  public void setCharacterEncoding(@Nullable String charset) {
    if (printer == null && !isCommitted()) {
      super.setCharacterEncoding(charset);
    }
  }

  /** Of Servlet 6.1. */
  @Override
  public void setCharacterEncoding(@Nullable Charset charset) {
    setCharacterEncoding(charset == null ? null : charset.name());
  }

  // The body.

  @Override
  public ServletOutputStream getOutputStream() {
    if (printer != null) {
      throw new IllegalStateException("The answer is written by its writer.");
    }
    streaming = true;
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (streaming) {
      throw new IllegalStateException("The answer is written by its stream.");
    }
    PrintWriter known = printer;
    if (known == null) {
      String charset = requireNonNullElse(getCharacterEncoding(), "ISO-8859-1");
      GatedWriter encoding = new GatedWriter(stream, ContentType.charset(charset));
      if (!ContentType.impliesCharset(getContentType(), charset)) {
        setCharacterEncoding(charset);
      }
      writer = encoding;
      known = new PrintWriter(encoding);
      printer = known;
    }
    return known;
  }

  @Override
  public void setBufferSize(int size) {
    if (!body.isHeld() || body.holdsBytes()) {
      throw new IllegalStateException("The answer has begun.");
    }
    super.setBufferSize(size);
    body.limit(Math.max(size, container.getBufferSize()));
  }

  @Override
  public int getBufferSize() {
    return body.limit();
  }

  @Override
  public boolean isCommitted() {
    return !body.isHeld() || container.isCommitted();
  }

  @Override
  public void flushBuffer() throws IOException {
    body.flush();
  }

  @Override
  public void resetBuffer() {
    requireHeld();
    super.resetBuffer();
    forgetBody();
  }

  @Override
  public void reset() {
    requireHeld();
    super.reset();
    forgetBody();
    held.clear();
    printer = null;
    writer = null;
    streaming = false;
  }

  private void forgetBody() {
    body.reset();
    GatedWriter encoding = writer;
    if (encoding != null) {
      encoding.reset();
    }
  }

  private void requireHeld() {
    if (isCommitted()) {
      throw new IllegalStateException("The answer is on its way.");
    }
  }

  // Answers of the container's own.

  @Override
  public void sendError(int status) throws IOException {
    sendError(status, null);
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    requireHeld();
    forgetBody();
    if (status == SC_NOT_MODIFIED) { // no error, but some containers' file servlets say it so
      super.resetBuffer();
      setContentLengthLong(-1);
      setHeader("Last-Modified", null);
      setStatus(status);
      body.end();
      return;
    }
    if (judge(status, "text/html") == null) {
      body.drop();
      return;
    }
    if (message == null) {
      super.sendError(status);
    } else {
      super.sendError(status, message);
    }
    if (!body.holdsBytes()) {
      body.drop();
    }
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    redirect(SC_FOUND, true, () -> super.sendRedirect(location));
  }

  /** Of Servlet 6.1, as the two after it. */
  @Override
  public void sendRedirect(String location, int status, boolean clear) throws IOException {
    redirect(status, clear, () -> container.sendRedirect(location, status, clear));
  }

  @Override
  public void sendRedirect(String location, boolean clear) throws IOException {
    sendRedirect(location, SC_FOUND, clear);
  }

  @Override
  public void sendRedirect(String location, int status) throws IOException {
    sendRedirect(location, status, true);
  }

  private interface Sending {
    void send() throws IOException;
  }

  private void redirect(int status, boolean clear, Sending sending) throws IOException {
    requireHeld();
    if (clear) {
      forgetBody();
    } else if (body.holdsBytes()) {
      setStatus(status);
    }
    if (judge(status, container.getContentType()) != null) {
      sending.send();
    }
    body.drop();
  }

  /** The container is about to answer 101 and to hand the connection over. */
  void switchProtocols() throws IOException {
    var unused = judge(SC_SWITCHING_PROTOCOLS, container.getContentType());
    body.drop();
  }

  /** The application failed; what it set before stays with the container's error answer. */
  void failed(Throwable cause) {
    try {
      if (!isCommitted()) {
        forgetBody();
        var unused = judge(SC_INTERNAL_SERVER_ERROR, "text/html");
        body.drop();
      }
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  // The way out.

  @Override
  public @Nullable BodyPlan commit() throws IOException {
    return judge(container.getStatus(), container.getContentType());
  }

  /** Judges the head and gives it to the container; null where that got another answer. */
  private @Nullable BodyPlan judge(int status, @Nullable String contentType) throws IOException {
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
    container.setStatus(status == SC_OK ? SC_CREATED : SC_OK);
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

  void writeWhenPossible(WriteListener listener) {
    try {
      ReadyOutlet ready = new ReadyOutlet(container.getOutputStream(), listener);
      outlet = ready;
      ready.begin();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isReady() {
    try {
      return outlet().isReady();
    } catch (IOException e) {
      return true; // the next write says why
    }
  }

  /** The application has closed its stream: the answer goes out now. */
  void close() throws IOException {
    if (!body.hasEnded()) {
      body.end();
      outlet().close();
    }
  }

  /** Ends the answer; the container sends what it holds of it. */
  void finish() throws IOException {
    if (body.holdsBytes() && container.isCommitted()) {
      ErrorAnswers.cutOff(
          request, "the container ended the answer first; the filter has to be mapped to FORWARD");
      body.drop();
    }
    if (!body.hasEnded()) {
      GatedWriter encoding = writer;
      if (encoding != null) {
        encoding.end();
      }
      body.end();
    }
  }

  /** Ends the answer, unless an asynchronous one goes on. */
  void finishUnlessGoingOn() throws IOException {
    if (!request.goesOn()) {
      finish();
    }
    IOException why = cutOff;
    if (why != null) {
      throw why; // the container closes the connection, so that the visitor sees that it is cut off
    }
  }

  /** A dispatch begins anew, out of an asynchronous one. */
  void dispatched() {
    request.dispatched();
  }

  /** Another servlet answers in place of the first one, whose bytes go (Servlet 6.0 section 9.4). */
  void forwarded() {
    if (!isCommitted()) {
      forgetBody();
      printer = null;
      writer = null;
      streaming = false;
    }
  }

  /** Ends the answer, and does something when the container has it. */
  void finishThen(Runnable task) {
    try {
      finish();
      outlet().whenDrained(task);
    } catch (IOException e) {
      task.run(); // the visitor has gone, or the reason is in the log
    }
  }
}
