package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.SiteRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers to the paths that are the gate's own, for one site. Safe for use by many threads. */
public final class OwnPages {
  /** The most of a request's content that is read, in bytes; more is answered 413. */
  public static final int LONGEST_BODY = 8192;

  /** The first part of every own path. */
  public static final String DEFAULT_PREFIX = "/.cookie-gate/";

  private final SiteRules rules;
  private final String prefix;

  /**
   * The own pages of a site.
   *
   * @param prefix the first part of their paths; begins and ends with {@code /}
   */
  public OwnPages(SiteRules rules, String prefix) {
    this.rules = rules;
    this.prefix = prefix;
  }

  /** Whether a request target, as it came, is one of the gate's own and not for the upstream. */
  public boolean owns(String target) {
    return target.startsWith(prefix);
  }

  /** Answers a request whose target it {@linkplain #owns owns}. */
  public OwnAnswer answer(OwnRequest request) {
    String target = request.head().target();
    int query = target.indexOf('?');
    String name = target.substring(prefix.length(), query < 0 ? target.length() : query);
    String method = request.head().method();
    return switch (name) {
      case "stand-in.js" -> reading(method, standIn(target));
      default -> text(404, "There is no such page here.");
    };
  }

  private static OwnAnswer reading(String method, @Nullable OwnAnswer answer) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return text(405, "This page can only be read.", new Field("Allow", "GET, HEAD"));
    }
    return answer == null ? text(404, "There is no such page here.") : answer;
  }

  private @Nullable OwnAnswer standIn(String target) {
    String script = StandInScript.of(rules.classification(), target);
    return script == null
        ? null
        : new OwnAnswer(
            200,
            List.of(
                new Field("Content-Type", "text/javascript; charset=utf-8"),
                new Field("X-Content-Type-Options", "nosniff"),
                new Field("Cache-Control", "public, max-age=86400")),
            script.getBytes(UTF_8));
  }

  private static OwnAnswer text(int status, String sentence, Field... more) {
    List<Field> fields = new ArrayList<>(List.of(more));
    fields.add(new Field("Content-Type", "text/plain; charset=utf-8"));
    return new OwnAnswer(status, fields, (sentence + "\n").getBytes(UTF_8));
  }
}
