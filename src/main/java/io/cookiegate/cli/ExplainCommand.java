package io.cookiegate.cli;

import static java.util.Objects.requireNonNull;

import io.cookiegate.cookie.SetCookie;
import io.cookiegate.host.WebUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what the gate does with a cookie or an address without consent, and which rule decides. */
@Command(
    name = "explain",
    description =
        "Says what becomes of a cookie or an address without consent, by which rule, and where that is written.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private static final String UNSEEN = "The gate did not see such a cookie.";

  @Mixin private SiteOptions site;

  @ArgGroup(multiplicity = "1")
  private Question question;

  @Option(names = "--json", description = "Answers in JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** What is asked about: one of these. */
  static final class Question {
    @Option(
        names = "--cookie",
        paramLabel = "NAME",
        description = "A cookie of this name in the browser.")
    private @Nullable String cookie;

    @Option(
        names = "--set-cookie",
        paramLabel = "HEADER",
        description = "A Set-Cookie field that the site sends.")
    private @Nullable String setCookie;

    @Option(
        names = "--url",
        paramLabel = "URL",
        description = "An address that a tag in a page loads.")
    private @Nullable String url;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    TrialSite chosen = site.choose(spec.commandLine().getErr());
    Explanation explanation = explain(chosen);
    out.println(json ? explanation.json() : explanation.text());
    return ExitStatus.OK;
  }

  private Explanation explain(TrialSite chosen) throws IOException {
    Trial trial = new Trial(chosen);
    if (question.cookie != null) {
      trial.sendCookie(name(question.cookie));
      return Explanation.of(trial, chosen, question.cookie, UNSEEN);
    }
    if (question.setCookie != null) {
      return setCookie(trial, chosen, question.setCookie);
    }
    return url(trial, chosen, requireNonNull(question.url));
  }

  private static Explanation setCookie(Trial trial, TrialSite chosen, String field) {
    SetCookie cookie = SetCookie.parse(field);
    if (cookie == null) {
      return Explanation.unreadable(
          chosen, "set-cookie", "A browser ignores this field. What cannot be judged is not sent.");
    }
    trial.setCookie(field);
    Explanation explanation = Explanation.of(trial, chosen, cookie.sentName(), UNSEEN);
    return cookie.deletes(Instant.now())
        ? explanation.noting("It only deletes a cookie, so it always passes.")
        : explanation;
  }

  private static Explanation url(Trial trial, TrialSite chosen, String address) throws IOException {
    WebUrl page = WebUrl.parse("https://" + chosen.host() + "/", null);
    WebUrl url = WebUrl.parse(address, page);
    if (url == null) {
      return Explanation.nothing(
          chosen, address, "A browser does not take this for an address and loads nothing.");
    }
    String image = "<img src=\"" + address.replace("&", "&amp;").replace("\"", "&quot;") + "\">";
    trial.page(
        "text/html; charset=utf-8",
        new ByteArrayInputStream(image.getBytes(StandardCharsets.UTF_8)),
        bytes -> {});
    return Explanation.of(
        trial, chosen, address, "It is the site's own, or goes to no host, so the gate leaves it.");
  }

  private String name(String cookie) {
    if (cookie.isEmpty()
        || cookie.chars().anyMatch(c -> c <= ' ' || c == '=' || c == ';' || c == 127)) {
      throw new ParameterException(spec.commandLine(), "--cookie takes a cookie's name alone.");
    }
    return cookie;
  }
}
