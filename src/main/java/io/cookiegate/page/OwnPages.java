package io.cookiegate.page;

import io.cookiegate.gate.Gate;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.RequestHead;
import io.cookiegate.page.Declaration.Format;
import io.cookiegate.wording.Appearance;
import io.cookiegate.wording.Messages;
import io.cookiegate.wording.Wording;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answers to the paths that are the gate's own, for one site. Safe for use by many threads. */
public final class OwnPages {
  /** The most of a request's content that is read, in bytes; more is answered 413. */
  public static final int LONGEST_BODY = 8192;

  /** The first part of every own path. */
  public static final String DEFAULT_PREFIX = "/.cookie-gate/";

  private final Gate gate;
  private final String prefix;
  private final ConsentForm form;
  private final ReceiptForm receipts;
  private final boolean records;
  private final Wording wording;
  private final OwnFile style;

  /**
   * The own pages of a site that records no choices.
   *
   * @param prefix the first part of their paths; begins and ends with {@code /}
   */
  public OwnPages(Gate gate, String prefix) {
    this(gate, prefix, ChoiceRecorder.NONE, Appearance.BUILT_IN);
  }

  /**
   * The own pages of a site.
   *
   * @param prefix the first part of their paths; begins and ends with {@code /}
   * @param recorder where its visitors' choices are recorded
   */
  public OwnPages(Gate gate, String prefix, ChoiceRecorder recorder) {
    this(gate, prefix, recorder, Appearance.BUILT_IN);
  }

  /**
   * The own pages of a site with words and looks of its own.
   *
   * @param prefix the first part of their paths; begins and ends with {@code /}
   * @param recorder where its visitors' choices are recorded
   */
  public OwnPages(Gate gate, String prefix, ChoiceRecorder recorder, Appearance appearance) {
    this.gate = gate;
    this.prefix = prefix;
    this.receipts = new ReceiptForm(recorder, prefix);
    this.records = recorder != ChoiceRecorder.NONE;
    this.wording = appearance.wording();
    this.form = new ConsentForm(gate, recorder, prefix, wording);
    this.style = OwnFile.style(appearance);
  }

  /** Whether a request target, as it came, is one of the gate's own and not for the upstream. */
  public boolean owns(String target) {
    return target.startsWith(prefix);
  }

  /** Answers a request whose target it {@linkplain #owns owns}. */
  public OwnAnswer answer(OwnRequest request) {
    RequestHead head = request.head();
    String target = head.target();
    int mark = target.indexOf('?');
    String name = target.substring(prefix.length(), mark < 0 ? target.length() : mark);
    FormFields query = FormFields.parse(mark < 0 ? "" : target.substring(mark + 1));
    return switch (name) {
      case "consent" -> form.answer(request);
      case "receipt" -> receipts.answer(request);
      case "preferences" -> read(head, () -> preferences(head, query));
      case "declaration" -> read(head, () -> declaration(head, query, Format.HTML));
      case "declaration.json" -> read(head, () -> declaration(head, query, Format.JSON));
      case "declaration.md" -> read(head, () -> declaration(head, query, Format.MD));
      case "declaration.schema.json" ->
          read(head, () -> OwnAnswers.file("application/schema+json", DeclarationJson.SCHEMA));
      case "banner.css" -> read(head, () -> style.answer(query));
      case "banner.js" -> read(head, () -> OwnFile.SCRIPT.answer(query));
      case "stand-in.js" -> read(head, () -> standIn(query));
      default -> OwnAnswers.notFound();
    };
  }

  private static OwnAnswer read(RequestHead head, Supplier<OwnAnswer> answer) {
    boolean reading = head.method().equals("GET") || head.method().equals("HEAD");
    return reading
        ? answer.get()
        : OwnAnswers.text(405, "This page can only be read.", new Field("Allow", "GET, HEAD"));
  }

  private OwnAnswer preferences(RequestHead head, FormFields query) {
    String here = prefix + "preferences?saved=1";
    String back = ReturnPath.of(query.first("return"), head, prefix, here);
    PreferencesPage page =
        new PreferencesPage(gate.rules().classification(), wording.in(language(head)), prefix);
    List<String> ids = new ReceiptCookie(prefix).ids(head);
    return OwnAnswers.page(page.of(gate.consentOf(head), gpc(head), back, ids, news(query)));
  }

  private static @Nullable String news(FormFields query) {
    if (query.first("erased") != null) {
      return "receipt.erased";
    }
    return query.first("saved") == null ? null : "banner.saved";
  }

  private GlobalPrivacyControl gpc(RequestHead head) {
    return GlobalPrivacyControl.of(head, gate.rules().consent());
  }

  private OwnAnswer declaration(RequestHead head, FormFields query, Format format) {
    String asked = query.first("lang");
    Messages messages = wording.in(asked == null ? language(head) : wording.language(asked));
    String text = Declaration.of(gate.rules(), messages, records, prefix).as(format);
    return format == Format.HTML
        ? OwnAnswers.page(text)
        : OwnAnswers.of(
            200, format.contentType(), text, "no-store", new Field("Vary", "Accept-Language"));
  }

  private String language(RequestHead head) {
    return wording.language(head.fields().first("Accept-Language"));
  }

  private OwnAnswer standIn(FormFields query) {
    String script = StandInScript.of(gate.rules().classification(), query.first("of"));
    return script == null
        ? OwnAnswers.notFound()
        : OwnAnswers.file("text/javascript; charset=utf-8", script);
  }
}
