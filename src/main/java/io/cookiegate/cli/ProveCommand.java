package io.cookiegate.cli;

import io.cookiegate.diagnostic.Reason;
import io.cookiegate.gate.SiteRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;

/** Fetches pages through a running gate without consent and lists anything gated that still came. */
@Command(
    name = "prove",
    description =
        "Fetches pages through a running gate without consent and lists anything gated that still"
            + " came; exit status 1 where something did.",
    mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {
  /** As many as browsers follow (Fetch standard, HTTP-redirect fetch). */
  private static final int MOST_REDIRECTS = 20;

  @Mixin private SiteOptions site;

  @Parameters(paramLabel = "URL", arity = "1..*", description = "A page, at the gate's address.")
  private List<String> urls;

  @Option(
      names = "--crawl",
      paramLabel = "N",
      defaultValue = "0",
      description = "Goes on to pages that these link to on the same host, N of them at most.")
  private int crawl;

  @Option(names = "--json", description = "Answers in JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  private final Set<String> known = new LinkedHashSet<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<Proved> proved = new ArrayList<>();

  /** A page to fetch, and how many redirects led to it. */
  private record Waiting(URI address, int redirects) {}

  /** What became of one page; the trouble is null where it came. */
  private record Proved(URI address, int status, List<Leak> leaks, @Nullable String trouble) {}

  @Override
  public Integer call() throws InterruptedException {
    SiteRules rules = site.choose(spec.commandLine().getErr()).everywhere().rules();
    urls.forEach(url -> add(address(url), 0));
    int most = known.size() + Math.max(0, crawl);
    HttpClient client = FetchedPage.client();
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      prove(client, rules, next, most);
    }
    report();
    boolean clean = proved.stream().allMatch(one -> one.leaks().isEmpty() && one.trouble() == null);
    return clean ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private URI address(String url) {
    try {
      URI address = URI.create(url);
      String scheme = String.valueOf(address.getScheme());
      if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // The sentence below says it for both.
    }
    throw new ParameterException(
        spec.commandLine(), "URL is not an address of http or https: " + url);
  }

  private void add(URI address, int redirects) {
    String whole = address.toString();
    int fragment = whole.indexOf('#');
    String page = fragment < 0 ? whole : whole.substring(0, fragment);
    if (known.add(page)) {
      waiting.add(new Waiting(URI.create(page), redirects));
    }
  }

  private void prove(HttpClient client, SiteRules rules, Waiting next, int most)
      throws InterruptedException {
    URI address = next.address();
    try {
      FetchedPage page = FetchedPage.fetch(client, address);
      List<Leak> leaks = new LeakSearch(rules, page).leaks();
      boolean endless = next.redirects() == MOST_REDIRECTS && !page.all("Location").isEmpty();
      String trouble = endless ? "is redirected on and on" : null;
      proved.add(new Proved(address, page.status(), leaks, trouble));
      follow(page, next.redirects(), most);
    } catch (IOException e) {
      proved.add(new Proved(address, 0, List.of(), "cannot be fetched: " + Reason.of(e)));
    }
  }

  /** A redirect is always followed where it stays on the host; links as far as was asked for. */
  private void follow(FetchedPage page, int redirects, int most) throws IOException {
    if (redirects < MOST_REDIRECTS) {
      page.all("Location").forEach(to -> addIfHere(page.address(), to, redirects + 1));
    }
    if (page.isPage() && known.size() < most) {
      for (String link : LoadedUrls.of(page).links()) {
        if (known.size() < most) {
          addIfHere(page.address(), link, 0);
        }
      }
    }
  }

  private void addIfHere(URI from, String written, int redirects) {
    try {
      URI to = from.resolve(written);
      boolean here = from.getHost().equals(to.getHost()) && from.getPort() == to.getPort();
      if (here && from.getScheme().equals(to.getScheme())) {
        add(to, redirects);
      }
    } catch (IllegalArgumentException e) {
      return; // An address that Java cannot read is left to the list of URLs.
    }
  }

  private void report() {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(document()));
    } else {
      proved.forEach(one -> lines(one, out));
      out.println(summary());
    }
    out.flush();
  }

  private static void lines(Proved one, PrintWriter out) {
    if (one.trouble() != null) {
      out.println(one.address() + ": " + one.trouble());
    }
    one.leaks().forEach(leak -> out.println(one.address() + ": " + leak.line()));
  }

  private String summary() {
    int gated = proved.stream().mapToInt(one -> one.leaks().size()).sum();
    long missing = proved.stream().filter(one -> one.trouble() != null).count();
    String pages = proved.size() == 1 ? "1 page" : proved.size() + " pages";
    String came = gated == 0 ? "nothing gated came" : gated + " gated came";
    return pages + ": " + came + (missing == 0 ? "." : "; " + missing + " could not be fetched.");
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("pages", proved.stream().map(ProveCommand::fields).toList());
    document.put("gated", proved.stream().mapToInt(one -> one.leaks().size()).sum());
    return document;
  }

  private static Map<String, Object> fields(Proved one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("url", one.address().toString());
    fields.put("status", one.status());
    fields.put("trouble", one.trouble());
    fields.put("gated", one.leaks().stream().map(Leak::fields).toList());
    return fields;
  }
}
