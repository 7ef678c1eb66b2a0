package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.wording.Appearance;
import java.util.UUID;

/**
 * A file that pages load from their own site. Its address names what it holds, so that browsers may
 * keep it for as long as they like; under its bare name, or an older one, they ask each time.
 *
 * @param name its name among the gate's own paths
 * @param version what its address says of what it holds
 */
record OwnFile(String name, String type, String text, String version) {
  static final OwnFile STYLE = style(Resource.text("banner.css"));
  static final OwnFile SCRIPT =
      new OwnFile("banner.js", "text/javascript; charset=utf-8", Resource.text("banner.js"));

  OwnFile(String name, String type, String text) {
    this(name, type, text, versionOf(text));
  }

  /** The style sheet of a site. */
  static OwnFile style(Appearance appearance) {
    String own = appearance.styleSheet();
    return own == null ? STYLE : style(own);
  }

  private static OwnFile style(String text) {
    return new OwnFile("banner.css", "text/css; charset=utf-8", text);
  }

  /** Its address, from the folder of the gate's own paths. */
  String address() {
    return name + "?v=" + version;
  }

  private static String versionOf(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString().substring(0, 8);
  }

  /**
   * The file.
   *
   * @param query what follows its name, by which an address says which text it is of
   */
  OwnAnswer answer(FormFields query) {
    return version.equals(query.first("v"))
        ? OwnAnswers.file(type, text)
        : OwnAnswers.of(200, type, text, "no-cache");
  }
}
