package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cookiegate.gate.HeadEdits;
import io.cookiegate.gate.RequestHead;
import io.cookiegate.page.OwnAnswer;
import io.cookiegate.page.OwnPages;
import io.cookiegate.page.OwnRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/** A request for one of the gate's own pages: its short content is read, then it is answered. */
final class OwnPage {
  private final OwnPages pages;
  private final RequestHead head;
  private final ErrorAnswers errors;
  private final Request visitorRequest;
  private final Response visitorResponse;
  private final Callback visitorCallback;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final Runnable demanded =
      Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::answer);

  OwnPage(
      OwnPages pages,
      RequestHead head,
      ErrorAnswers errors,
      Request visitorRequest,
      Response visitorResponse,
      Callback visitorCallback) {
    this.pages = pages;
    this.head = head;
    this.errors = errors;
    this.visitorRequest = visitorRequest;
    this.visitorResponse = visitorResponse;
    this.visitorCallback = visitorCallback;
  }

  /** Answers now, or when the rest of the content has come. */
  void answer() {
    try {
      if (readAll()) {
        respond();
      } else {
        visitorRequest.demand(demanded);
      }
    } catch (TooLong e) {
      refuse(Fault.LONG_REQUEST, "content for an own page is too long");
    } catch (TimeoutException e) {
      refuse(Fault.SLOW_REQUEST, "content for an own page did not come");
    } catch (Throwable e) {
      refuse(Fault.FAILURE, e.getClass().getSimpleName());
    }
  }

  /** Answers; a choice waits a moment for the disk, so not on a thread that others wait for. */
  private void respond() {
    if (HttpMethod.POST.is(visitorRequest.getMethod())) {
      visitorRequest.getComponents().getExecutor().execute(this::writeAnswer);
    } else {
      writeAnswer();
    }
  }

  private void writeAnswer() {
    try {
      write(pages.answer(new OwnRequest(head, body.toString(ISO_8859_1))));
    } catch (RuntimeException e) {
      refuse(Fault.FAILURE, e.getClass().getSimpleName());
    }
  }

  private boolean readAll() throws Throwable {
    for (Content.Chunk chunk = visitorRequest.read();
        chunk != null;
        chunk = visitorRequest.read()) {
      if (Content.Chunk.isFailure(chunk)) {
        throw chunk.getFailure();
      }
      body.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
      chunk.release();
      if (body.size() > OwnPages.LONGEST_BODY) {
        throw new TooLong();
      }
      if (chunk.isLast()) {
        return true;
      }
    }
    return false;
  }

  private void write(OwnAnswer answer) {
    visitorResponse.setStatus(answer.status());
    HttpFields.Mutable fields = visitorResponse.getHeaders();
    for (HeadEdits.Field field : answer.fields()) {
      fields.add(field.name(), field.value());
    }
    ResponseFields.addDate(fields);
    RequestId.answer(visitorRequest, fields);
    ByteBuffer content = answer.body();
    fields.put(HttpHeader.CONTENT_LENGTH, content.remaining());
    boolean headOnly = HttpMethod.HEAD.is(visitorRequest.getMethod());
    visitorResponse.write(true, headOnly ? BufferUtil.EMPTY_BUFFER : content, visitorCallback);
  }

  private void refuse(Fault fault, String why) {
    errors.answer(visitorRequest, visitorResponse, visitorCallback, fault, why);
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
