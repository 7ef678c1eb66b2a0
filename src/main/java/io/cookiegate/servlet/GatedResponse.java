package io.cookiegate.servlet;

import static java.util.Objects.requireNonNullElse;

import io.cookiegate.gate.Visit;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the application writes it. It keeps the container's promises about when a head can
 * still be changed, with a buffer of the same size: when the container would have sent the first
 * byte, the head is complete, and is judged.
 */
final class GatedResponse extends GatedHead {
  private final Departure departure;
  private final AnswerBody body;
  private final GatedStream stream;
  private @Nullable PrintWriter printer;
  private @Nullable GatedWriter writer;
  private boolean streaming;

  GatedResponse(
      HttpServletResponse container, GatedRequest request, Visit visit, String sessionCookie) {
    super(container, request, visit);
    this.departure = new Departure(container, request, held, visit, sessionCookie);
    this.body = new AnswerBody(departure, container.getBufferSize());
    this.stream = new GatedStream(this, body, departure);
    request.answeredBy(this);
  }

  @Override
  boolean isUnjudged() {
    return body.isHeld();
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
    if (departure.judge(status, "text/html") == null) {
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
    redirect(location, SC_FOUND, true, () -> super.sendRedirect(location));
  }

  /** Of Servlet 6.1, as the two after it. */
  @Override
  public void sendRedirect(String location, int status, boolean clear) throws IOException {
    redirect(location, status, clear, () -> container.sendRedirect(location, status, clear));
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

  /** The gate sees where it leads; where that may not be, it leads nowhere. */
  private void redirect(String location, int status, boolean clear, Sending sending)
      throws IOException {
    requireHeld();
    setHeader("Location", location);
    if (clear) {
      forgetBody();
    } else if (body.holdsBytes()) {
      setStatus(status);
    }
    boolean passes = departure.judge(status, container.getContentType()) != null;
    if (passes && container.containsHeader("Location")) {
      sending.send();
    } else if (passes) {
      container.setStatus(status);
      container.setContentLength(0);
      container.flushBuffer();
    }
    body.drop();
  }

  /**
   * The container is about to answer 101 and to hand the connection over. False where it is not to,
   * because the visitor has an error answer.
   */
  boolean switchesProtocols() throws IOException {
    boolean passes = departure.judge(SC_SWITCHING_PROTOCOLS, container.getContentType()) != null;
    body.drop();
    return passes;
  }

  /** The application failed; what it set before stays with the container's error answer. */
  void failed(Throwable cause) {
    try {
      if (!isCommitted()) {
        forgetBody();
        var unused = departure.judge(SC_INTERNAL_SERVER_ERROR, "text/html");
        body.drop();
      }
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  // The end.

  /** The application has closed its stream: the answer goes out now. */
  void close() throws IOException {
    if (!body.hasEnded()) {
      body.end();
      departure.outlet().close();
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
    departure.failIfCutOff();
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
      departure.outlet().whenDrained(task);
    } catch (IOException e) {
      task.run(); // the visitor has gone, or the reason is in the log
    }
  }
}
