package io.cookiegate.config;

import io.cookiegate.classification.LocalizedText;
import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Findings;
import io.cookiegate.wording.Appearance;
import io.cookiegate.wording.BannerTemplate;
import io.cookiegate.wording.Template;
import io.cookiegate.wording.Texts;
import io.cookiegate.wording.Wording;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how what visitors meet on a site reads and looks. */
final class AppearanceReader {
  private final FileReference files;
  private final Fields fields;
  private final Findings findings;

  private AppearanceReader(FileReference files, Fields fields) {
    this.files = files;
    this.fields = fields;
    this.findings = fields.findings();
  }

  /** The appearance of a site; the product's own in whatever it does not give, or gives wrongly. */
  static Appearance read(Fields site, FileReference files) {
    if (!site.has(GateKeys.APPEARANCE)) {
      return Appearance.BUILT_IN;
    }
    Fields fields = site.open(GateKeys.APPEARANCE, GateKeys.SITE_APPEARANCE);
    AppearanceReader reader = new AppearanceReader(files, fields);
    return new Appearance(
        reader.wording(), reader.template(), reader.styleSheet(), reader.declarationPages());
  }

  private Set<String> declarationPages() {
    return Set.copyOf(Kind.Item.values(fields.items(GateKeys.DECLARATION_PAGES)));
  }

  private Wording wording() {
    Node.Mapping texts = fields.get(GateKeys.TEXTS);
    Map<String, LocalizedText> own = new HashMap<>();
    for (Node.Entry entry : texts == null ? List.<Node.Entry>of() : texts.entries()) {
      LocalizedText text = isKnown(entry) ? Kinds.texts().read(entry.value(), findings) : null;
      if (text != null && keepsBlank(entry, text)) {
        own.put(entry.key(), text);
      }
    }
    return Wording.with(own);
  }

  private boolean isKnown(Node.Entry entry) {
    boolean known = Texts.keys().contains(entry.key());
    if (!known) {
      List<String> keys = List.copyOf(Texts.keys());
      findings.add(
          entry.position(),
          FindingCode.UNKNOWN_KEY,
          entry.value().path(),
          "there is no such text",
          Nearest.to(entry.key(), keys)
              .map(key -> "did you mean " + key + "?")
              .orElse("allowed are the texts listed in configuration.md"));
    }
    return known;
  }

  private boolean keepsBlank(Node.Entry entry, LocalizedText text) {
    if (!Texts.hasBlank(entry.key())
        || text.byLanguage().values().stream().allMatch(t -> t.contains(Texts.BLANK))) {
      return true;
    }
    findings.add(
        entry.position(),
        FindingCode.BAD_VALUE,
        entry.value().path(),
        "a text without " + Texts.BLANK + " is given",
        "required is " + Texts.BLANK + ", where the product fills in what it is about");
    return false;
  }

  private Template template() {
    SourceText source = source(GateKeys.BANNER_TEMPLATE);
    Template own =
        source == null ? null : BannerTemplate.parse(source.name(), source.text(), findings);
    return own == null ? BannerTemplate.BUILT_IN : own;
  }

  private @Nullable String styleSheet() {
    SourceText source = source(GateKeys.STYLE_SHEET);
    return source == null ? null : source.text();
  }

  private @Nullable SourceText source(Key<String> key) {
    Path file = files.get(fields, key);
    return file == null ? null : SourceText.read(file, findings);
  }
}
