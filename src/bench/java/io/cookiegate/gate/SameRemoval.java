package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.ScriptSifting;
import io.cookiegate.classification.TagRule;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** What parsers are given to find what the gate takes out: less than the gate knows, and cheaper. */
final class SameRemoval {
  private final Classification classification;
  private final ScriptSifting scripts;

  SameRemoval(Classification classification) {
    this.classification = classification;
    this.scripts = classification.scriptSifting();
  }

  /** Whether an element goes whose address this is. */
  boolean isGated(String element, @Nullable String url) {
    return loads(element) && url != null && isGated(url);
  }

  private static boolean loads(String element) {
    return switch (element) {
      case "script", "img", "iframe", "source", "embed", "video", "link" -> true;
      default -> false;
    };
  }

  private boolean isGated(String url) {
    int slashes = url.indexOf("//");
    if (slashes < 0) {
      return false;
    }
    int from = slashes + 2;
    int path = url.indexOf('/', from);
    byte[] bytes = url.getBytes(UTF_8);
    int hostTo = path < 0 ? bytes.length : path;
    TagRule rule = classification.host(bytes, from, hostTo, bytes, hostTo, bytes.length);
    return rule != null && classification.needsConsent(rule);
  }

  /** Whether a script goes whose text this is. */
  boolean isGatedScript(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    scripts.begin();
    return scripts.mayMatter(bytes, 0, bytes.length);
  }

  /** A document of jsoup without what goes. */
  Document from(Document page) {
    page.select("script,img,iframe,source,embed,video,link")
        .forEach(
            element -> {
              String url = element.attr(element.normalName().equals("link") ? "href" : "src");
              boolean script = element.normalName().equals("script") && url.isEmpty();
              if (script ? isGatedScript(element.data()) : isGated(url)) {
                element.remove();
              }
            });
    return page;
  }
}
