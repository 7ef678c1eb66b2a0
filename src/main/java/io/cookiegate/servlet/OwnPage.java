package io.cookiegate.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cookiegate.gate.HeadEdits;
import io.cookiegate.gate.RequestHead;
import io.cookiegate.page.OwnAnswer;
import io.cookiegate.page.OwnPages;
import io.cookiegate.page.OwnRequest;
import io.cookiegate.page.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A request for one of the gate's own pages: its short content is read, then it is answered. */
final class OwnPage {
  private final OwnPages pages;
  private final RequestHead head;
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  OwnPage(
      OwnPages pages, RequestHead head, HttpServletRequest request, HttpServletResponse response) {
    this.pages = pages;
    this.head = head;
    this.request = request;
    this.response = response;
  }

  void answer() throws IOException {
    byte[] body = request.getInputStream().readNBytes(OwnPages.LONGEST_BODY + 1);
    if (body.length > OwnPages.LONGEST_BODY) {
      refuse(Refusal.LONG_REQUEST, "content for an own page is too long");
      return;
    }
    try {
      write(pages.answer(new OwnRequest(head, new String(body, ISO_8859_1))));
    } catch (RuntimeException e) {
      refuse(Refusal.FAILURE, e.getClass().getSimpleName());
    }
  }

  private void write(OwnAnswer answer) throws IOException {
    response.setStatus(answer.status());
    for (HeadEdits.Field field : answer.fields()) {
      if (field.name().equalsIgnoreCase("Content-Type")) {
        response.setContentType(field.value());
      } else {
        response.addHeader(field.name(), field.value());
      }
    }
    ByteBuffer content = answer.body();
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    response.setContentLength(bytes.length);
    if (!head.method().equals("HEAD")) {
      response.getOutputStream().write(bytes);
    }
  }

  private void refuse(Refusal refusal, String why) throws IOException {
    ErrorAnswers.answer(request, response, refusal, why);
  }
}
