package io.cookiegate.cli;

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
  private final Deque<URI> waiting = new ArrayDeque<>();
  private final List<Proved> proved = new ArrayList<>();

  /** What became of one page; the trouble is null where it came. */
  private record Proved(URI address, int status, List<Leak> leaks, @Nullable String trouble) {}

  @Override
  public Integer call() throws InterruptedException {
    SiteRules rules = site.choose(spec.commandLine().getErr()).rules();
    urls.forEach(url -> add(address(url)));
    int most = known.size() + Math.max(0, crawl);
    HttpClient client = FetchedPage.client();
    for (URI next = waiting.poll(); next != null; next = waiting.poll()) {
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

  private void add(URI address) {
    String whole = address.toString();
    int fragment = whole.indexOf('#');
    String page = fragment < 0 ? whole : whole.substring(0, fragment);
    if (known.add(page)) {
      waiting.add(URI.create(page));
    }
  }

  private void prove(HttpClient client, SiteRules rules, URI address, int most)
      throws InterruptedException {
    try {
      FetchedPage page = FetchedPage.fetch(client, address);
      proved.add(new Proved(address, page.status(), new LeakSearch(rules, page).leaks(), null));
      follow(page, most);
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      proved.add(new Proved(address, 0, List.of(), "cannot be fetched: " + why));
    }
  }

  /** A redirect is always followed where it stays on the host; links as far as was asked for. */
  private void follow(FetchedPage page, int most) throws IOException {
    for (String location : page.all("Location")) {
      addIfHere(page.address(), location);
    }
    if (page.isPage() && known.size() < most) {
      for (String link : LoadedUrls.of(page).links()) {
        if (known.size() < most) {
          addIfHere(page.address(), link);
        }
      }
    }
  }

  private void addIfHere(URI from, String written) {
    try {
      URI to = from.resolve(written);
      boolean here = from.getHost().equals(to.getHost()) && from.getPort() == to.getPort();
      if (here && from.getScheme().equals(to.getScheme())) {
        add(to);
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
