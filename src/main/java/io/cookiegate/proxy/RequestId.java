package io.cookiegate.proxy;

import io.cookiegate.config.Forwarding;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The id by which a request is found in the logs of everybody on its way ({@code X-Request-Id}). */
final class RequestId {
  static final String FIELD = "X-Request-Id";

  private static final int LONGEST = 128;
  private static final char[] DIGITS = "0123456789abcdef".toCharArray();

  private RequestId() {}

  /** Adds a request's id to a site's answer, which else stays as it is. */
  static void answerOfSite(Request visitorRequest, HttpFields.Mutable going) {
    Arrival arrival = Arrival.of(visitorRequest);
    if (arrival != null && arrival.isToldOf()) {
      answer(visitorRequest, going);
    }
  }

  /** Adds a request's id to an answer of the gate's own. */
  static void answer(Request visitorRequest, HttpFields.Mutable going) {
    Arrival arrival = Arrival.of(visitorRequest);
    if (arrival != null
        && arrival.forwarding().requestIds() != Forwarding.RequestIds.NONE
        && !going.contains(FIELD)) {
      going.add(FIELD, arrival.id());
    }
  }

  /** Whether an id that somebody else made may stand in logs. */
  static boolean isFit(@Nullable String id) {
    if (id == null || id.isEmpty() || id.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (!isFit(id.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Letters, digits and what ids of base64, UUIDs and traces are made of. */
  private static boolean isFit(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || "-_.:/+=@".indexOf(c) >= 0;
  }

  /** 128 bits, as an id of a trace has them; they need not be hard to guess. */
  static String random() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    char[] id = new char[32];
    write(random.nextLong(), id, 0);
    write(random.nextLong(), id, 16);
    return new String(id);
  }

  private static void write(long bits, char[] id, int from) {
    for (int i = 0; i < 16; i++) {
      id[from + i] = DIGITS[(int) (bits >>> (60 - 4 * i)) & 0xF];
    }
  }
}
