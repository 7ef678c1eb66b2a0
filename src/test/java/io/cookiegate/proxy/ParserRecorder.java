package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;

/** Writes down all that a parser tells. */
abstract class ParserRecorder implements HttpParser.HttpHandler {
  final List<String> told = new ArrayList<>();

  /** The parser that tells this. */
  abstract HttpParser parser();

  /** Reads a text in pieces of a length, and its end. */
  List<String> read(String text, int piece) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (int from = 0; from < bytes.length && !parser().isClosed(); from += piece) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length);
      buffer.put(bytes, from, Math.min(piece, bytes.length - from)).flip();
      for (int turns = 0; buffer.hasRemaining() && turns < 100; turns++) {
        int before = buffer.remaining();
        boolean stopped = parser().parseNext(buffer);
        if (!stopped && buffer.remaining() == before) {
          break;
        }
      }
    }
    parser().atEOF();
    parser().parseNext(ByteBuffer.allocate(0));
    return told;
  }

  /** A known name is spelled as it came; Jetty's spelling depends on what came before. */
  static String line(HttpField field) {
    String name = field.getHeader() == null ? field.getName() : field.getHeader().name();
    return name + "=" + field.getValue();
  }

  @Override
  public boolean content(ByteBuffer bytes) {
    told.add("content " + ISO_8859_1.decode(bytes));
    return true;
  }

  @Override
  public boolean contentComplete() {
    told.add("content complete");
    return false;
  }

  @Override
  public void parsedTrailer(HttpField field) {
    told.add("trailer " + field);
  }

  @Override
  public boolean messageComplete() {
    told.add("message complete");
    parser().reset();
    return true;
  }

  @Override
  public void earlyEOF() {
    told.add("early EOF");
  }

  @Override
  public void badMessage(HttpException failure) {
    told.add("bad " + failure.getCode() + " " + failure.getReason());
  }
}
