package io.cookiegate.page;

import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.RequestHead;
import io.cookiegate.page.ChoiceRecorder.Erasure;
import java.util.List;

/** The erasing of the records that a visitor's browser holds the numbers of. */
final class ReceiptForm {
  private final ChoiceRecorder recorder;
  private final ReceiptCookie cookie;
  private final String prefix;

  ReceiptForm(ChoiceRecorder recorder, String prefix) {
    this.recorder = recorder;
    this.cookie = new ReceiptCookie(prefix);
    this.prefix = prefix;
  }

  OwnAnswer answer(OwnRequest request) {
    RequestHead head = request.head();
    if (!head.method().equals("POST")) {
      return OwnAnswers.text(405, "A record is erased by POST.", new Field("Allow", "POST"));
    }
    if (!SameOrigin.sends(head)) {
      return OwnAnswers.text(403, "A record is erased from this site's own pages only.");
    }
    List<String> ids = cookie.ids(head);
    // A loop over all of them: those that can be noted are, whatever becomes of another.
    long refused = ids.stream().filter(id -> recorder.erase(id) == Erasure.UNAVAILABLE).count();
    if (refused > 0) {
      return OwnAnswers.text(
          503, "The record cannot be erased just now; please try again in a minute.");
    }
    return OwnAnswers.empty(
        303,
        List.of(
            new Field("Location", prefix + "preferences?erased=1"),
            new Field("Cache-Control", "no-store"),
            cookie.expiry(head)));
  }
}
