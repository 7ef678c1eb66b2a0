package io.cookiegate.page;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Service;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.PagePass;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.RequestHead;
import io.cookiegate.wording.Languages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The taking of a visitor's choice: a form in, cookies and the way back out. */
final class ConsentForm {
  private static final int SEE_OTHER = 303;

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
    String path = ReturnPath.of(form.first("return"), head);
    OwnAnswer answer = answer(head, form, path);
    boolean stays = form.first("stay") != null;
    return stays && answer.status() == SEE_OTHER ? answer.staying() : answer;
  }

  private OwnAnswer answer(RequestHead head, FormFields form, String path) {
    String choice = form.first("choice");
    return switch (choice == null ? "" : choice) {
      case "accept" -> choose(head, Consent.GRANTED, path);
      case "refuse" -> choose(head, Consent.REFUSED, path);
      case "selected" -> choose(head, selected(form), path);
      case "always" -> always(head, form.first("service"), path);
      case "once" -> once(head, form.first("service"), path);
      default ->
          OwnAnswers.text(
              400, "The field choice is one of accept, refuse, selected, always and once.");
    };
  }

  private OwnAnswer choose(RequestHead head, Consent chosen, String path) {
    return back(new ChoiceCookies(gate, head).choose(chosen), head, chosen, path);
  }

  private Consent selected(FormFields form) {
    List<String> purposes = form.all("purpose");
    Set<String> allowed = new HashSet<>();
    boolean all = true;
    for (Category category : gate.rules().classification().categories()) {
      if (category.needsConsent() && purposes.contains(category.id())) {
        allowed.add(category.id());
      }
      all &= !category.needsConsent() || allowed.contains(category.id());
    }
    return all
        ? Consent.GRANTED
        : new Consent(Choice.REFUSED, allowed).allowing(services(form, allowed));
  }

  /** The services chosen one by one, but for those that pass with their category anyway. */
  private Set<String> services(FormFields form, Set<String> categories) {
    Set<String> services = new HashSet<>();
    for (String id : form.all("service")) {
      Service service = gate.rules().classification().service(id);
      if (service != null && !categories.contains(service.category())) {
        services.add(id);
      }
    }
    return services;
  }

  /** One service is allowed from now on. Whoever was not asked has thereby said no to the rest. */
  private OwnAnswer always(RequestHead head, @Nullable String id, String path) {
    if (isUnknown(id)) {
      return unknownService();
    }
    Consent before = gate.consentOf(head);
    Consent chosen =
        (before.choice() == Choice.UNASKED ? Consent.REFUSED : before)
            .allowing(Set.of(Objects.requireNonNull(id)));
    return back(new ChoiceCookies(gate, head).allowService(chosen), head, chosen, path);
  }

  private OwnAnswer once(RequestHead head, @Nullable String id, String path) {
    if (isUnknown(id)) {
      return unknownService();
    }
    String pass = PagePass.of(Objects.requireNonNull(id), path);
    return leave(new ChoiceCookies(gate, head).allowOnce(pass).fields(), path);
  }

  private boolean isUnknown(@Nullable String id) {
    return id == null || gate.rules().classification().service(id) == null;
  }

  private static OwnAnswer unknownService() {
    return OwnAnswers.text(400, "The field service is the name of a service of this site.");
  }

  private OwnAnswer back(ChoiceCookies cookies, RequestHead head, Consent chosen, String path) {
    List<Field> fields = new ArrayList<>(cookies.fields());
    String receipt = recorder.record(made(head, chosen));
    if (receipt != null) {
      fields.add(receipts.adding(receipt, head, gate.rules().consent().lifetime()));
    }
    fields.addAll(gate.expiries(head, chosen));
    return leave(fields, path);
  }

  private static OwnAnswer leave(List<Field> cookies, String path) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Location", path));
    fields.add(new Field("Cache-Control", "no-store"));
    fields.addAll(cookies);
    return OwnAnswers.empty(SEE_OTHER, fields);
  }

  private MadeChoice made(RequestHead head, Consent chosen) {
    Set<String> allowed = new HashSet<>();
    for (Category category : gate.rules().classification().categories()) {
      if (category.needsConsent() && chosen.allows(category)) {
        allowed.add(category.id());
      }
    }
    chosen.services().forEach(id -> allowed.add("~" + id));
    String gpc = head.fields().first("Sec-GPC");
    return new MadeChoice(
        chosen.choice(),
        allowed,
        gate.rules().classification().version(),
        Languages.best(head.fields().first("Accept-Language")),
        gpc != null && gpc.strip().equals("1"));
  }
}
