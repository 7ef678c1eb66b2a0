package io.cookiegate.page;

import io.cookiegate.classification.Category;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.PurposeList;
import io.cookiegate.cookie.SetCookie;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.RequestHead;
import io.cookiegate.host.RegistrableDomain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The taking of a visitor's choice: a form in, cookies and the way back out. */
final class ConsentForm {
  private final Gate gate;
  private final ChoiceRecorder recorder;
  private final ReceiptCookie receipts;

  ConsentForm(Gate gate, ChoiceRecorder recorder, ReceiptCookie receipts) {
    this.gate = gate;
    this.recorder = recorder;
    this.receipts = receipts;
  }

  OwnAnswer answer(OwnRequest request) {
    RequestHead head = request.head();
    if (!head.method().equals("POST")) {
      return OwnAnswers.text(405, "A choice is sent by POST.", new Field("Allow", "POST"));
    }
    if (!SameOrigin.sends(head)) {
      return OwnAnswers.text(403, "A choice is taken from this site's own pages only.");
    }
    FormFields form = FormFields.parse(request.body());
    Consent chosen = chosen(form);
    if (chosen == null) {
      return OwnAnswers.text(400, "The field choice is one of accept, refuse and selected.");
    }
    return back(head, chosen, ReturnPath.of(form.first("return"), head));
  }

  private @Nullable Consent chosen(FormFields form) {
    String choice = form.first("choice");
    return switch (choice == null ? "" : choice) {
      case "accept" -> Consent.GRANTED;
      case "refuse" -> Consent.REFUSED;
      case "selected" -> selected(form.all("purpose"));
      default -> null;
    };
  }

  private Consent selected(List<String> purposes) {
    Set<String> allowed = new HashSet<>();
    boolean all = true;
    for (Category category : gate.rules().classification().categories()) {
      if (category.needsConsent() && purposes.contains(category.id())) {
        allowed.add(category.id());
      }
      all &= !category.needsConsent() || allowed.contains(category.id());
    }
    return all ? Consent.GRANTED : new Consent(Choice.REFUSED, allowed);
  }

  private OwnAnswer back(RequestHead head, Consent chosen, String path) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Location", path));
    fields.add(new Field("Cache-Control", "no-store"));
    remember(fields, head, chosen);
    String receipt = recorder.record(made(head, chosen));
    if (receipt != null) {
      fields.add(receipts.adding(receipt, head, gate.rules().consent().lifetime()));
    }
    fields.addAll(gate.expiries(head, chosen));
    return OwnAnswers.empty(303, fields);
  }

  private MadeChoice made(RequestHead head, Consent chosen) {
    Set<String> allowed = new HashSet<>();
    for (Category category : gate.rules().classification().categories()) {
      if (category.needsConsent() && chosen.allows(category)) {
        allowed.add(category.id());
      }
    }
    String gpc = head.fields().first("Sec-GPC");
    return new MadeChoice(
        chosen.choice(),
        allowed,
        gate.rules().classification().version(),
        Languages.best(head.fields().first("Accept-Language")),
        gpc != null && gpc.strip().equals("1"));
  }

  private void remember(List<Field> fields, RequestHead head, Consent chosen) {
    boolean granted = chosen.choice() == Choice.GRANTED;
    var policy = gate.rules().consent();
    set(fields, head, policy.cookie(), granted ? policy.grantedValue() : policy.refusedValue());
    if (chosen.purposes().isEmpty()) {
      expire(fields, head, policy.purposesCookie(), null);
    } else {
      set(fields, head, policy.purposesCookie(), PurposeList.of(chosen.purposes()));
    }
    // A choice made earlier for a parent domain would contradict this one.
    for (String domain : RegistrableDomain.parents(head.host())) {
      expire(fields, head, policy.cookie(), domain);
      expire(fields, head, policy.purposesCookie(), domain);
    }
  }

  private void set(List<Field> fields, RequestHead head, String name, String value) {
    Duration lifetime = gate.rules().consent().lifetime();
    String cookie = name + "=" + value + "; Path=/; Max-Age=" + lifetime.toSeconds();
    String secure = head.secure() ? "; Secure" : "";
    fields.add(new Field("Set-Cookie", cookie + secure + "; SameSite=Lax"));
  }

  private static void expire(
      List<Field> fields, RequestHead head, String name, @Nullable String domain) {
    fields.add(new Field("Set-Cookie", SetCookie.expire(name, domain, "/", head.secure())));
  }
}
