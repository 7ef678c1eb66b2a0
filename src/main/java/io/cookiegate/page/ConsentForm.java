package io.cookiegate.page;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Service;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.Decision;
import io.cookiegate.consent.PagePass;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.RequestHead;
import io.cookiegate.wording.Wording;
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
  private final Wording wording;
  private final String prefix;

  ConsentForm(Gate gate, ChoiceRecorder recorder, String prefix, Wording wording) {
    this.prefix = prefix;
    this.gate = gate;
    this.wording = wording;
    this.recorder = recorder;
    this.receipts = new ReceiptCookie(prefix);
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
    String path = ReturnPath.of(form.first("return"), head, prefix, ReturnPath.START);
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
    String service = Objects.requireNonNull(id);
    String pass = PagePass.of(service, path);
    List<Field> fields = new ArrayList<>(new ChoiceCookies(gate, head).allowOnce(pass).fields());
    record(made(head, Decision.ONCE, Set.of("~" + service)), head, fields);
    return leave(fields, path);
  }

  private boolean isUnknown(@Nullable String id) {
    return id == null || gate.rules().classification().service(id) == null;
  }

  private static OwnAnswer unknownService() {
    return OwnAnswers.text(400, "The field service is the name of a service of this site.");
  }

  private OwnAnswer back(ChoiceCookies cookies, RequestHead head, Consent chosen, String path) {
    List<Field> fields = new ArrayList<>(cookies.fields());
    record(made(head, Decision.of(chosen), allowedBy(chosen)), head, fields);
    fields.addAll(gate.expiries(head, chosen, path));
    return leave(fields, path);
  }

  private void record(MadeChoice made, RequestHead head, List<Field> fields) {
    String receipt = recorder.record(made);
    if (receipt != null) {
      fields.add(receipts.adding(receipt, head, gate.rules().consent().lifetime()));
    }
  }

  private static OwnAnswer leave(List<Field> cookies, String path) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Location", path));
    fields.add(new Field("Cache-Control", "no-store"));
    fields.addAll(cookies);
    return OwnAnswers.empty(SEE_OTHER, fields);
  }

  private Set<String> allowedBy(Consent chosen) {
    Set<String> allowed = new HashSet<>();
    for (Category category : gate.rules().classification().categories()) {
      if (category.needsConsent() && chosen.allows(category)) {
        allowed.add(category.id());
      }
    }
    chosen.services().forEach(id -> allowed.add("~" + id));
    return allowed;
  }

  private MadeChoice made(RequestHead head, Decision decision, Set<String> allowed) {
    String gpc = head.fields().first("Sec-GPC");
    return new MadeChoice(
        decision,
        allowed,
        gate.rules().classification().version(),
        wording.language(head.fields().first("Accept-Language")),
        gpc != null && gpc.strip().equals("1"));
  }
}
