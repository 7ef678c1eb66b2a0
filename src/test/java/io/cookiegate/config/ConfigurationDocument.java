package io.cookiegate.config;

import static java.util.stream.Collectors.joining;

import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.wording.Messages;
import io.cookiegate.wording.Texts;
import java.util.Arrays;
import java.util.List;

/** {@code src/docs/configuration.md}, made from the keys as the reader knows them. */
final class ConfigurationDocument {
  private static final String HEAD =
      """
      # Configuration

      Two files in YAML 1.2: `gate.yaml` says where the gate waits and what stands behind it, a classification says \
      which cookies and tags need consent. `java -jar target/cookie-gate.jar check config/gate.yaml` reads both and \
      lists everything that is wrong, each as one line: `file:line:column code path: given; allowed`.

      How they are read:

      1. Every plain value is text as it is written. What other YAML readers make of `no`, `on`, `0777` or `1_000` \
      does not matter; `null`, `~` and nothing at all are nothing, and nothing is never allowed.
      2. Unknown and duplicate keys are errors. So are anchors, aliases, tags and a second document. A value that \
      begins with `*`, `&`, `!`, `%` or `@` stands in quotes.
      3. Times are a whole number and a unit: `s`, `m` (minutes), `h`, `d`, `w`, `M` (30 days), `y` (365 days).
      4. Host names are compared in ASCII and lower case: `www.Räksmörgås.example` is \
      `www.xn--rksmrgs-5wao1o.example`.
      5. Paths of files start from the folder of the file that names them.
      6. A file has at most 2 MiB and 16 levels.

      """;
  private static final String RELOADS =
      """
      ## What takes a restart

      A change of a file is taken while the gate runs, with all of it that is about sites, their upstreams, \
      certificates, classification, pages and wording. What is under `listen` (but for the content of certificates), \
      `admin`, `receipts`, `limits` (but for `tag-bytes`, `script-bytes` and `page-memory-bytes`), `timeouts`, \
      `forwarding`, `access-log`, `deviations` and `shutdown` counts from the next start on: the log and \
      `/health/ready` name what waits for it.

      """;

  private static final String CLASSIFICATION =
      """
      ## A classification

      It is read over the catalogue that ships with the product. A category or service that the catalogue has keeps \
      what the file does not give, so `name` and `category` can be left out there, and so can `needs-consent` and \
      `title`. Its cookies and tags are added to the catalogue's, and go before them; the catalogue's follow the \
      service into another category, unless they had one of their own. `stand-in` replaces the catalogue's. With \
      `catalogue: none` the catalogue's services are left out, and its categories stay.

      Within a file, two services may name the same cookie, host or code only if they agree on its category.

      """;

  private static final String TEXTS =
      """
      ## What visitors read

      `sites[].appearance.texts` takes the place of any of these sentences, in any language; one that the product has \
      not is offered to visitors as soon as it is used. `{}` is where a name or a number comes in, and has to stay.

      `banner-template` is the markup of the banner in a part of Mustache: `{{word}}`, always escaped; \
      `{{#list}}...{{/list}}` for each item; `{{^list}}...{{/list}}` where there is none; `{{! a comment }}`. There are \
      `title`, `text`, `accept`, `refuse`, `choose`, `declaration`, `saved`, `language`, `direction`, `nonce`, the \
      addresses `action`, `return`, `choose-url`, `declaration-url`, `stylesheet-url`, `script-url`, and the lists \
      `purposes` (of `name` and `description`) and `added` (of `text`). The form posts to `{{action}}` the fields \
      `return` and `choice`, which is `accept` or `refuse`. A name that is not there is a finding, and so is a banner \
      that cannot be answered.

      | text | in English |
      |---|---|
      """;

  private static final String FINDINGS =
      """
      ## What `check` says

      | code | what it means |
      |---|---|
      """;

  private ConfigurationDocument() {}

  static String text() {
    return HEAD
        + "## gate.yaml\n\n"
        + tables(GateKeys.ALL)
        + RELOADS
        + TEXTS
        + Texts.keys().stream().map(ConfigurationDocument::text).collect(joining())
        + "\n"
        + CLASSIFICATION
        + tables(ClassificationKeys.ALL)
        + FINDINGS
        + Arrays.stream(FindingCode.values()).map(ConfigurationDocument::row).collect(joining());
  }

  private static String text(String key) {
    return "| " + code(key) + " | " + Messages.in("en").text(key) + " |\n";
  }

  private static String row(FindingCode code) {
    return "| " + code(code.code()) + " | " + meaning(code) + " |\n";
  }

  private static String meaning(FindingCode code) {
    return switch (code) {
      case UNREADABLE_FILE -> "the file cannot be opened, or is too long";
      case EMPTY_FILE -> "the file holds nothing but comments";
      case SYNTAX -> "the text is no YAML in UTF-8, or more of YAML than is taken";
      case UNKNOWN_KEY -> "no such key belongs here; often a slip of the pen";
      case DUPLICATE_KEY -> "the key stands twice in one mapping; the first counted";
      case MISSING_KEY -> "the place is that of the mapping in which it is missing";
      case WRONG_TYPE -> "a list stands for a text, a text for a number, and so on";
      case BAD_VALUE -> "the value is of the right type and means nothing";
      case OUT_OF_RANGE -> "the number or time is beyond its bounds";
      case DUPLICATE_HOST -> "two sites, or one twice, have the same host";
      case DUPLICATE_RULE -> "one service names the same cookie, host or code twice";
      case UNKNOWN_REFERENCE -> "no category, or no name in a template, is called that";
      case MISSING_FILE -> "a file that is named is not there, or is no readable file";
      case CONFLICT -> "two places are right by themselves and contradict one another";
    };
  }

  private static String tables(List<Section> sections) {
    return sections.stream().map(ConfigurationDocument::table).collect(joining());
  }

  private static String table(Section section) {
    String title = section.path().isEmpty() ? "" : "### " + code(section.path()) + "\n\n";
    String rows = section.keys().stream().map(ConfigurationDocument::row).collect(joining());
    return title
        + "| key | what it is for | allowed | default |\n|---|---|---|---|\n"
        + rows
        + "\n";
  }

  private static String row(Key<?> key) {
    return "| "
        + String.join(
            " | ", code(key.name()), key.meaning(), key.kind().form(), key.fallbackWords())
        + " |\n";
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
