package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.diagnostic.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The classification that ships, with many more rules, of names that look like real ones. */
final class ManyRules {
  private static final Position PLACE = Position.ofFile("many.yaml");
  private static final String[] WORDS =
      ("ad ads adserv analytic analytics api app audience banner beacon bid bidder box buzz click cloud co cdn connect"
              + " content conversion core count data deal deep digital direct display dot drive engage event exchange fast"
              + " feed first flow fusion get go graph grid group growth heat hub ignite impact insight iq lab lead link"
              + " live logic loop market media metric metrics mind mob mobile native net next north nova one open optim"
              + " page people pixel point pop programmatic pub pulse push quant rank reach real red retarget rev rich rocket"
              + " rtb scale scout search sense serv share shop signal site smart social source spark stat stats stream sync"
              + " tag target tech track tracker trade traffic trend trust turn unit user vast video view vision visit wave"
              + " web widget wise works yield zen zone")
          .split(" ", -1);
  private static final String[] SYLLABLES =
      ("ka lo mi ter an su vel pro con der ing tion al is er on re at en ti or ra st ne ble ment ous ive qua zy fi xo be dra")
          .split(" ", -1);
  private static final String[] TOPS =
      "com com com com com com net net org io co de ru fr jp pl nl se info biz co.uk com.br com.au me tv xyz online"
          .split(" ", -1);

  private ManyRules() {}

  /** The catalogue with so many rules more: {@code hosts}, {@code literals}, {@code cookies} or {@code all}. */
  static Classification of(String kind, int count) {
    Random random = new Random(count);
    Set<String> names = new HashSet<>();
    List<Service> services = new ArrayList<>(CatalogueSite.RULES.classification().services());
    int each = 50;
    for (int first = 0; first < count; first += each) {
      List<CookieRule> cookies = new ArrayList<>();
      List<TagRule> tags = new ArrayList<>();
      String id = "many-" + first;
      for (int i = first; i < Math.min(count, first + each); i++) {
        String name = name(random);
        String own = names.add(name) ? name : name + i;
        add(kind.equals("all") ? i % 3 : -1, kind, id, own, i, random, tags, cookies);
      }
      services.add(service(id, cookies, tags));
    }
    return Classification.of(CatalogueSite.RULES.classification().categories(), services);
  }

  private static void add(
      int turn,
      String kind,
      String id,
      String name,
      int number,
      Random random,
      List<TagRule> tags,
      List<CookieRule> cookies) {
    if (turn == 0 || kind.equals("hosts")) {
      tags.add(host(id, name + '.' + TOPS[random.nextInt(TOPS.length)]));
    } else if (turn == 1 || kind.equals("literals")) {
      String text = number % 2 == 0 ? name + "q.push(" : "window." + name + "_id";
      tags.add(new TagRule.Inline(List.of(text), id, "marketing", Origin.SITE, PLACE));
    } else {
      cookies.add(cookie(id, number % 5 == 0 ? "_" + name + "_*" : "_" + name, number % 50 == 1));
    }
  }

  private static CookieRule cookie(String id, String name, boolean regex) {
    NamePattern pattern =
        name.endsWith("*")
            ? new NamePattern.Wildcard(name)
            : regex ? new NamePattern.Regex(name + "_[0-9]+") : new NamePattern.Exact(name);
    return new CookieRule(
        pattern, null, null, false, LocalizedText.NONE, null, id, "marketing", Origin.SITE, PLACE);
  }

  private static TagRule.Host host(String id, String host) {
    return new TagRule.Host(host, "/", id, "marketing", Origin.SITE, PLACE);
  }

  private static Service service(String id, List<CookieRule> cookies, List<TagRule> tags) {
    LocalizedText none = LocalizedText.NONE;
    return new Service(
        id,
        id,
        "marketing",
        none,
        none,
        none,
        null,
        null,
        cookies,
        tags,
        List.of(),
        Origin.SITE,
        PLACE);
  }

  private static String name(Random random) {
    String name = part(random) + (random.nextInt(5) < 3 ? part(random) : "");
    return random.nextInt(6) == 0 ? name + random.nextInt(1000) : name;
  }

  private static String part(Random random) {
    if (random.nextInt(3) < 1) {
      return WORDS[random.nextInt(WORDS.length)];
    }
    StringBuilder part = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      part.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return part.toString();
  }

  /** The catalogue with so many services more, each with a host, a cookie and a literal. */
  static Classification services(int count) {
    List<Service> services = new ArrayList<>(CatalogueSite.RULES.classification().services());
    for (int i = 0; i < count; i++) {
      String id = "v" + i;
      TagRule inline =
          new TagRule.Inline(List.of("vendor" + i + ".load("), id, "marketing", Origin.SITE, PLACE);
      services.add(
          service(id, List.of(cookie(id, "_v" + i, false)), List.of(host(id, vendor(i)), inline)));
    }
    return Classification.of(CatalogueSite.RULES.classification().categories(), services);
  }

  private static String vendor(int number) {
    return String.format("v%04d.test", number);
  }

  /** A page with a thousand tags of so many services. */
  static byte[] tags(int services) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>\n");
    for (int i = 0; i < 1000; i++) {
      page.append("<p>a</p><script src=\"https://").append(vendor(i % services));
      page.append("/x.js\"></script>\n");
    }
    return page.append("</body></html>\n").toString().getBytes(US_ASCII);
  }
}
