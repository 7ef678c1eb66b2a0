package io.cookiegate.servlet;

import io.cookiegate.page.ErrorPage;
import io.cookiegate.page.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate's own error answers. The visitor reads a plain sentence and a random id; the log has the
 * reason in one line under the same id. Neither has a query or anything of a cookie.
 */
final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private ErrorAnswers() {}

  /** Answers in place of whatever was to be answered. */
  static void answer(
      HttpServletRequest request, HttpServletResponse response, Refusal refusal, String why)
      throws IOException {
    String id = ErrorPage.newId();
    log(id, Integer.toString(refusal.status()), request, why, refusal.status() < 500);
    response.reset();
    boolean html = accepts(request);
    ErrorPage page = new ErrorPage(refusal.status(), refusal.sentence(), id, html);
    response.setStatus(refusal.status());
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(page.contentType());
    byte[] content = page.content();
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
    response.flushBuffer();
  }

  /** Notes that an answer was cut off after its head had gone out. */
  static void cutOff(HttpServletRequest request, String why) {
    log(ErrorPage.newId(), "cut off", request, why, false);
  }

  private static boolean accepts(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }

  private static void log(
      String id, String what, HttpServletRequest request, String why, boolean refused) {
    String place =
        ErrorPage.place(
            String.valueOf(request.getServerName()), String.valueOf(request.getRequestURI()));
    if (refused) {
      LOG.info("refused {} {} {} {}: {}", id, what, request.getMethod(), place, why);
    } else {
      LOG.warn("error {} {} {} {}: {}", id, what, request.getMethod(), place, why);
    }
  }
}
