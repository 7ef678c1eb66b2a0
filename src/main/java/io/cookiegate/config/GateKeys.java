package io.cookiegate.config;

import static io.cookiegate.config.Key.defaulted;
import static io.cookiegate.config.Key.optional;
import static io.cookiegate.config.Key.required;
import static io.cookiegate.config.Kinds.list;
import static io.cookiegate.config.Kinds.mapping;
import static io.cookiegate.config.Kinds.matching;
import static io.cookiegate.config.Kinds.span;
import static io.cookiegate.config.Kinds.text;
import static io.cookiegate.config.Kinds.whole;
import static io.cookiegate.config.Kinds.word;

import io.cookiegate.gate.Banner;
import io.cookiegate.gate.GateLimits;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.gate.UngatedPaths;
import java.time.Duration;
import java.util.List;

/** The keys of {@code gate.yaml}. */
final class GateKeys {
  private static final Kind<String> FILE = text("the path of a file, from the folder of gate.yaml");
  private static final Kind<Integer> PORT = whole("a port", 0, 65_535);

  /** A token (RFC 9110 5.6.2), as RFC 6265 4.1.1 wants of a cookie that a server makes. */
  private static final Kind<String> COOKIE =
      matching("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}", "a cookie name of letters, digits, - and _");

  /** Characters that a cookie value may have without quotes (RFC 6265 4.1.1). */
  private static final Kind<String> VALUE =
      matching("[!#-+\\--:<-\\[\\]-~]{1,128}", "a cookie value without spaces, quotes , ; and \\");

  // listen[]
  static final Key<String> LISTEN_HOST =
      optional("host", new HostText("a host name or address"), "every address", "binds to it");
  static final Key<Integer> LISTEN_PORT =
      required("port", PORT, "waits there for visitors; 0 takes a free one");
  static final Key<Node.Mapping> TLS =
      optional("tls", mapping("a mapping with certificate and key"), "plain HTTP", "speaks HTTPS");
  static final Key<Boolean> PROXY_PROTOCOL =
      defaulted(
          "proxy-protocol",
          Kinds.flag(),
          false,
          "false",
          "takes the visitor's address from PROXY protocol, spoken by forwarding.trusted alone");
  static final Key<String> CERTIFICATE =
      required("certificate", FILE, "PEM: the certificate, after it its chain");
  static final Key<String> KEY = required("key", FILE, "PEM: its private key (PKCS #8)");

  // admin
  static final Key<String> ADMIN_HOST =
      defaulted(
          "host",
          new HostText("a host name or address"),
          "127.0.0.1",
          "127.0.0.1",
          "binds to it; the pages there ask for no password");
  static final Key<Integer> ADMIN_PORT =
      required("port", PORT, "serves health and the inventory there");

  // sites[]
  static final Key<List<Kind.Item<String>>> HOSTS =
      required(
          "hosts",
          list(new SiteHost(), "a list of host names"),
          "the host names of the site; \"*\" takes the rest");
  static final Key<Upstream> UPSTREAM =
      required(
          "upstream",
          new UpstreamKind(),
          "the server behind the gate; of several the first that takes connections");
  static final Key<String> AUTHORITIES =
      optional(
          "upstream-authorities",
          FILE,
          "the platform's",
          "PEM: the authorities that may vouch for an https upstream");
  static final Key<Mode> MODE =
      defaulted(
          "mode",
          word(Mode.class),
          Mode.ENFORCE,
          "enforce",
          "observe changes nothing and records what would go");
  static final Key<Node.Mapping> CONSENT =
      optional("consent", mapping("a mapping"), "the defaults", "the visitor's choice");
  static final Key<Node.Mapping> UNCLASSIFIED =
      optional("unclassified", mapping("a mapping"), "the defaults", "what no rule matches");
  static final Key<Banner> BANNER =
      defaulted("banner", word(Banner.class), Banner.BUILT_IN, "built-in", "who asks the visitor");

  static final Key<List<Kind.Item<String>>> UNGATED_PATHS =
      optional(
          "ungated-paths",
          list(
              new Kinds.Fitting(
                  "a path such as /api/ without % ; \\ // and segments of dots",
                  path -> path.indexOf('%') < 0 && UngatedPaths.isPlain(path)),
              "a list such as [/api/]"),
          "none",
          "left alone with all below them; a target that could be read in two ways is gated");

  static final Key<Node.Mapping> APPEARANCE =
      optional(
          "appearance",
          mapping("a mapping"),
          "the product's",
          "how the banner and the other pages for visitors read and look");

  // sites[].appearance
  static final Key<Node.Mapping> TEXTS =
      optional(
          "texts",
          mapping("a mapping such as { banner.title: { en: ... } }"),
          "the product's",
          "sentences in place of the product's, by language");
  static final Key<String> BANNER_TEMPLATE =
      optional(
          "banner-template",
          FILE,
          "the product's",
          "the markup of the banner, with {{names}} where words come in");
  static final Key<String> STYLE_SHEET =
      optional("style-sheet", FILE, "the product's", "CSS in place of the product's");

  // sites[].consent
  static final Key<String> COOKIE_NAME =
      defaulted("cookie", COOKIE, "acceptcookies", "acceptcookies", "the cookie that holds it");
  static final Key<List<Kind.Item<String>>> GRANTED =
      optional(
          "granted",
          list(VALUE, "a list of cookie values"),
          "[true]",
          "the exact values that mean yes");
  static final Key<List<Kind.Item<String>>> REFUSED =
      optional(
          "refused",
          list(VALUE, "a list of cookie values"),
          "[false]",
          "the exact values that mean no");
  static final Key<Duration> LIFETIME =
      defaulted(
          "lifetime",
          span("1m", "10y"),
          Duration.ofDays(730),
          "2y",
          "how long a choice is kept; browsers keep 400 days at most");
  static final Key<String> PURPOSES_COOKIE =
      optional(
          "purposes-cookie",
          COOKIE,
          "the cookie with -purposes",
          "the companion that lists purposes chosen one by one");
  static final Key<Boolean> HONOUR_GPC =
      defaulted(
          "honour-gpc",
          Kinds.flag(),
          true,
          "true",
          "Sec-GPC: 1 counts as no until the visitor chooses");

  static final Key<Boolean> ASK_AGAIN =
      defaulted(
          "ask-again",
          Kinds.flag(),
          true,
          "true",
          "asks who accepted before when a service or purpose was added; it waits until then");

  // sites[].unclassified
  static final Key<Unclassified> COOKIES =
      defaulted(
          "cookies", word(Unclassified.class), Unclassified.KEEP, "keep", "cookies without a rule");
  static final Key<Unclassified> TAGS =
      defaulted(
          "tags",
          word(Unclassified.class),
          Unclassified.KEEP,
          "keep",
          "tags of other sites' hosts without a rule");

  // limits
  static final Key<Integer> TAG_BYTES =
      defaulted(
          "tag-bytes",
          whole("a number of bytes", 256, 1 << 20),
          GateLimits.DEFAULT.tagBytes(),
          "16384",
          "the longest start tag that is held; a longer one is removed, but for a long value that nothing is to be known of");
  static final Key<Integer> SCRIPT_BYTES =
      defaulted(
          "script-bytes",
          whole("a number of bytes", 256, 4 << 20),
          GateLimits.DEFAULT.scriptBytes(),
          "32768",
          "the most of an inline script that is held while it is judged");
  static final Key<Integer> REQUEST_HEADER_BYTES =
      defaulted(
          "request-header-bytes",
          whole("a number of bytes", 1 << 10, 1 << 20),
          Limits.DEFAULT.requestHeaderBytes(),
          "65536",
          "the largest request head; beyond it 431");
  static final Key<Integer> RESPONSE_HEADER_BYTES =
      defaulted(
          "response-header-bytes",
          whole("a number of bytes", 1 << 10, 4 << 20),
          Limits.DEFAULT.responseHeaderBytes(),
          "262144",
          "the largest response head; beyond it 502");
  static final Key<Integer> UPSTREAM_CONNECTIONS =
      defaulted(
          "upstream-connections",
          whole("a number", 1, 1 << 16),
          Limits.DEFAULT.upstreamConnections(),
          "512",
          "the most connections to one upstream at a time");
  static final Key<Integer> UPSTREAM_QUEUE =
      defaulted(
          "upstream-queue",
          whole("a number", 1, 1 << 20),
          Limits.DEFAULT.upstreamQueue(),
          "4096",
          "the most requests that wait for a connection to one upstream; beyond it 503");
  static final Key<Integer> VISITOR_CONNECTIONS =
      defaulted(
          "visitor-connections",
          whole("a number", 1, 1 << 20),
          Limits.DEFAULT.visitorConnections(),
          "16384",
          "the most connections of visitors at a time; beyond it they wait to be taken");
  static final Key<Integer> VISITOR_BYTES_PER_SECOND =
      defaulted(
          "visitor-bytes-per-second",
          whole("a number of bytes", 0, 1 << 20),
          Limits.DEFAULT.visitorBytesPerSecond(),
          "200",
          "the least pace of a request's body that the gate waits for; a slower one is 408, 0 takes"
              + " any");
  static final Key<Integer> PAGE_MEMORY_BYTES =
      defaulted(
          "page-memory-bytes",
          whole("a number of bytes", 0, 1 << 29),
          Limits.DEFAULT.pageMemoryBytes(),
          "8388608",
          "the most of pages that may come again, and of what was made of them; 0 keeps none");

  // timeouts
  static final Key<Duration> CONNECT =
      defaulted(
          "connect",
          span("1s", "10m"),
          Timeouts.DEFAULT.connect(),
          "5s",
          "for an upstream to take a connection; beyond it 502");
  static final Key<Duration> RESPONSE =
      defaulted(
          "response",
          span("1s", "1d"),
          Timeouts.DEFAULT.response(),
          "60s",
          "for the next byte of an upstream; beyond it 504");
  static final Key<Duration> QUEUE =
      defaulted(
          "queue",
          span("1s", "10m"),
          Timeouts.DEFAULT.queue(),
          "10s",
          "for a connection to an upstream, where all are in use; beyond it 503");
  static final Key<Duration> REQUEST_HEAD =
      defaulted(
          "request-head",
          span("1s", "10m"),
          Timeouts.DEFAULT.requestHead(),
          "30s",
          "for the whole head of a request that has begun; from then on its body has to keep the"
              + " least pace");
  static final Key<Duration> IDLE =
      defaulted(
          "idle",
          span("1s", "1d"),
          Timeouts.DEFAULT.idle(),
          "60s",
          "for the next byte of a visitor, or the next request");

  static final Key<List<Kind.Item<String>>> DECLARATION_PAGES =
      optional(
          "declaration-pages",
          list(
              matching("/[!-~&&[^?#]]*", "a path that begins with /, without ? and #"),
              "a list of paths"),
          "none",
          "the site's pages in which <cookie-list></cookie-list> is filled");

  // receipts
  static final Key<Boolean> RECORD =
      defaulted(
          "record",
          Kinds.flag(),
          true,
          "true",
          "whether choices are recorded; a filter does so only where `receipts` is there");
  static final Key<String> FOLDER =
      optional(
          "folder",
          text("the path of a folder, from the folder of gate.yaml"),
          "receipts, in $STATE_DIRECTORY where that is set",
          "keeps what waits for the database there, and the embedded database; made where missing");
  static final Key<String> DATABASE =
      optional(
          "database",
          matching(
              "(?is)(?!.*password=)jdbc:(postgresql|h2):\\S+",
              "a JDBC URL of PostgreSQL or H2 without a password"),
          "H2 in the folder",
          "the ledger's database; many gates share one, such as jdbc:postgresql://db.example/gate");
  static final Key<String> USER =
      optional("user", text("the name of a user"), "none", "logs in to the database so");
  static final Key<String> PASSWORD_FILE =
      optional("password-file", FILE, "none", "holds the database's password and nothing else");
  static final Key<String> PASSWORD_VARIABLE =
      optional(
          "password-variable",
          matching(
              "[A-Za-z_][A-Za-z0-9_]{0,127}", "the name of an environment variable that is set"),
          "none",
          "holds the database's password");
  static final Key<Duration> RETENTION =
      defaulted(
          "retention",
          span("1d", "30y"),
          Duration.ofDays(1095),
          "3y",
          "how long a receipt is kept; then it is removed");
  static final Key<Integer> QUEUE_BYTES =
      defaulted(
          "queue-bytes",
          whole("a number of bytes", 1 << 16, 1 << 30),
          64 << 20,
          "67108864",
          "the most that waits on the disk for the database; beyond it choices count unrecorded");

  // the top
  static final Key<List<Kind.Item<Node.Mapping>>> LISTEN =
      required(
          "listen",
          list(mapping("a mapping such as { port: 8080 }"), "a list such as [{ port: 8080 }]"),
          "where the gate waits for visitors");
  static final Key<Node.Mapping> ADMIN =
      optional(
          "admin", mapping("a mapping such as { port: 9090 }"), "nowhere", "where operators look");
  static final Key<String> CLASSIFICATION =
      optional("classification", FILE, "the catalogue alone", "the site's own classification");
  static final Key<List<Kind.Item<Node.Mapping>>> SITES =
      required(
          "sites",
          list(mapping("a mapping with hosts and upstream"), "a list of sites"),
          "what stands behind the gate");
  static final Key<Node.Mapping> RECEIPTS =
      optional("receipts", mapping("a mapping"), "the defaults", "the record of choices made");

  /** What stands in place of the sites where a filter's file names none: one with every default. */
  static final Key<Node.Mapping> SITES_LEFT_OUT =
      optional("sites", mapping("a mapping"), "one site", "what stands behind the gate");

  static final Key<Node.Mapping> LIMITS =
      optional("limits", mapping("a mapping"), "the defaults", "bounds on memory");
  static final Key<Node.Mapping> TIMEOUTS =
      optional("timeouts", mapping("a mapping"), "the defaults", "bounds on waiting");

  static final Section TOP =
      Section.of(
          "",
          LISTEN,
          ADMIN,
          CLASSIFICATION,
          SITES,
          RECEIPTS,
          LIMITS,
          TIMEOUTS,
          OperationsKeys.FORWARDING,
          OperationsKeys.ACCESS_LOG,
          OperationsKeys.DEVIATIONS,
          OperationsKeys.SHUTDOWN);
  static final Section LISTENER =
      Section.of("listen[]", LISTEN_HOST, LISTEN_PORT, TLS, PROXY_PROTOCOL);
  static final Section TLS_FILES = Section.of("listen[].tls", CERTIFICATE, KEY);
  static final Section ADMIN_PLACE = Section.of("admin", ADMIN_HOST, ADMIN_PORT);
  static final Section SITE =
      Section.of(
          "sites[]",
          HOSTS,
          UPSTREAM,
          AUTHORITIES,
          MODE,
          CONSENT,
          UNCLASSIFIED,
          BANNER,
          UNGATED_PATHS,
          APPEARANCE);
  static final Section SITE_CONSENT =
      Section.of(
          "sites[].consent",
          COOKIE_NAME,
          GRANTED,
          REFUSED,
          LIFETIME,
          PURPOSES_COOKIE,
          HONOUR_GPC,
          ASK_AGAIN);
  static final Section SITE_UNCLASSIFIED = Section.of("sites[].unclassified", COOKIES, TAGS);
  static final Section SITE_APPEARANCE =
      Section.of("sites[].appearance", TEXTS, BANNER_TEMPLATE, STYLE_SHEET, DECLARATION_PAGES);
  static final Section RECEIPTS_SET =
      Section.of(
          "receipts",
          RECORD,
          FOLDER,
          DATABASE,
          USER,
          PASSWORD_FILE,
          PASSWORD_VARIABLE,
          RETENTION,
          QUEUE_BYTES);
  static final Section LIMITS_SET =
      Section.of(
          "limits",
          TAG_BYTES,
          SCRIPT_BYTES,
          REQUEST_HEADER_BYTES,
          RESPONSE_HEADER_BYTES,
          UPSTREAM_CONNECTIONS,
          UPSTREAM_QUEUE,
          VISITOR_CONNECTIONS,
          VISITOR_BYTES_PER_SECOND,
          PAGE_MEMORY_BYTES);
  static final Section TIMEOUTS_SET =
      Section.of("timeouts", CONNECT, RESPONSE, QUEUE, REQUEST_HEAD, IDLE);

  /** Every section, as documentation lists them. */
  static final List<Section> ALL =
      List.of(
          TOP,
          LISTENER,
          TLS_FILES,
          ADMIN_PLACE,
          SITE,
          SITE_CONSENT,
          SITE_UNCLASSIFIED,
          SITE_APPEARANCE,
          RECEIPTS_SET,
          LIMITS_SET,
          TIMEOUTS_SET,
          OperationsKeys.FORWARDING_SET,
          OperationsKeys.ACCESS_LOG_SET,
          OperationsKeys.SHUTDOWN_SET);

  private GateKeys() {}
}
