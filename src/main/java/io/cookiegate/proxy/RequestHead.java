package io.cookiegate.proxy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;

/**
 * The bytes of request heads to an upstream, one after the other in the same array. Fields of HTTP/2 may
 * have characters that would end a line of HTTP/1.1: they become blanks, as in Jetty's own heads.
 */
final class RequestHead {
  private static final String VERSION = " HTTP/1.1\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
  private static final String NO_BODY = "Content-Length: 0\r\n";
  private static final int FIRST = 1024;

  private byte[] bytes = new byte[FIRST];
  private int end;

  /** The head of a request; valid until the next. */
  ByteBuffer of(UpstreamRequest request) {
    HttpFields fields = request.fields();
    VisitorBody body = request.body();
    end = 0;
    text(request.getMethod());
    text(" ");
    text(request.target());
    line(VERSION);
    for (int i = 0; i < fields.size(); i++) {
      field(fields.getField(i));
    }
    if (body != null && body.getLength() < 0) {
      line(CHUNKED);
    } else if (body == null && isUsual(request.getMethod(), fields)) {
      line(NO_BODY);
    }
    line("\r\n");
    return ByteBuffer.wrap(bytes, 0, end);
  }

  /** RFC 9110 8.6: the length is said where a method usually comes with a body. */
  private static boolean isUsual(String method, HttpFields fields) {
    return (HttpMethod.POST.is(method) || HttpMethod.PUT.is(method))
        && !fields.contains(HttpHeader.CONTENT_LENGTH);
  }

  private void field(HttpField field) {
    name(field.getName());
    String value = field.getValue();
    if (value != null) {
      text(value);
    }
    line("\r\n");
  }

  private void name(String name) {
    int from = end;
    text(name);
    for (int i = from; i < end; i++) {
      if (bytes[i] == ':' || bytes[i] == ' ') {
        bytes[i] = '.';
      }
    }
    line(": ");
  }

  /** Adds text, in which nothing ends a line. */
  private void text(String text) {
    int from = end;
    line(text);
    for (int i = from; i < end; i++) {
      byte b = bytes[i];
      if (b >= 0 && b < ' ' && b != '\t') {
        bytes[i] = ' ';
      }
    }
  }

  /** Each character is a byte: nothing here has others. */
  @SuppressWarnings("deprecation") // the quickest way for them
  private void line(String latin) {
    room(latin.length());
    latin.getBytes(0, latin.length(), bytes, end);
    end += latin.length();
  }

  private void room(int needed) {
    if (bytes.length - end < needed) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + needed));
    }
  }
}
