"""An independent count of what each peer did to the page: it is credited with nothing else.

Python's own HTML parser counts the elements that would load a tracker, before and after."""
import gzip, html.parser, http.client, re, subprocess
from machine import WORK
from workloads import ALL, port

NEEDED = {"JSESSIONID", "preferedstartpage", "XSRF-TOKEN"}
TRACKING = {"_ga", "_gid", "_mkto_trk", "s_cc", "IDE"}
HOSTS = re.compile(
    r"googletagmanager\.com|google-analytics\.com|connect\.facebook\.net|facebook\.com/tr\b|doubleclick\.net"
    r"|snap\.licdn\.com|px\.ads\.linkedin\.com|munchkin\.marketo\.net|static\.hotjar\.com|\bgtag\('config",
    re.I,
)


class Count(html.parser.HTMLParser):
    """Counts elements with a tracker's URL and scripts that name one, and gathers the text and the links."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.trackers = self.links = 0
        self.text, self.script = [], None
        self.feed(page.decode("utf-8", "replace"))
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "iframe", "img") and HOSTS.search(dict(attributes).get("src") or ""):
            self.trackers += 1
        self.links += tag == "a"
        if tag == "script":
            self.script = []

    def handle_endtag(self, tag):
        if tag == "script" and self.script is not None:
            self.trackers += bool(HOSTS.search("".join(self.script)))
            self.script = None

    def handle_data(self, data):
        (self.text if self.script is None else self.script).append(data)

    def content(self):
        return " ".join("".join(self.text).split()), self.links


def get(peer, name):
    """Status, fields and decoded body."""
    workload = ALL[name]
    connection = http.client.HTTPConnection("127.0.0.1", port(peer, workload), timeout=20)
    connection.putrequest("GET", workload.path, skip_accept_encoding=True, skip_host=True)
    connection.putheader("Host", "127.0.0.1:19000")
    for field in workload.fields:
        connection.putheader(*field.split(": ", 1))
    connection.endheaders()
    answer = connection.getresponse()
    body, fields = answer.read(), answer.getheaders()
    connection.close()
    coding = dict((n.lower(), v) for n, v in fields).get("content-encoding", "")
    return answer.status, fields, coding, decoded(coding, body)


def decoded(coding, body):
    if coding == "gzip":
        return gzip.decompress(body)
    tool = {"br": ["brotli", "-dc"], "zstd": ["zstd", "-dcq"]}.get(coding)
    return subprocess.run(tool, input=body, stdout=subprocess.PIPE, check=True).stdout if tool else body


def cookies(fields):
    names = [v.split("=", 1)[0].strip() for n, v in fields if n.lower() == "set-cookie" and v.strip()]
    return sum(n in NEEDED for n in names), sum(n in TRACKING for n in names)


def read(path):
    with open(f"{WORK}/www/{path}", "rb") as f:
        return f.read()


def verify(peer, names):
    """Why a peer did not do its work; empty where it did."""
    page, clean = read("page.html"), Count(read("clean.html"))
    problems = []
    for name in names:
        workload = ALL[name]
        if (workload.tls and not peer.tls) or workload.tls or name in ("mix", "slow"):
            continue
        status, fields, coding, body = get(peer, name)
        if status != 200:
            problems.append(f"{name}: {status}")
        elif name in ("small", "5mb"):
            original = read("api/small.json" if name == "small" else "bin/5m.bin")
            problems += [] if body == original else [f"{name}: bytes differ"]
        elif name in ("page-yes", "gzip-yes"):
            whole = body == page and cookies(fields) == (3, 5)
            problems += [] if whole else [f"{name}: not what the upstream sent"]
        else:
            problems += gated(peer, name, fields, body, clean)
            if name in ("gzip", "unique") and coding != "gzip" and peer.name != "privoxy":
                problems.append(f"{name}: answered without gzip")
    return problems


def gated(peer, name, fields, body, clean):
    seen, tracked = Count(body), "c" in peer.gate and name != "clean"
    expected = (0, 0) if name == "clean" else (3, 0 if tracked else 5)
    problems = [] if cookies(fields) == expected else [f"{name}: needed and tracking cookies {cookies(fields)}"]
    if peer.gate == "cb" and seen.trackers:
        problems.append(f"{name}: {seen.trackers} trackers left")
    if not peer.gate and name != "clean" and seen.trackers == 0:
        problems.append(f"{name}: trackers are gone, but it is no gate")
    if seen.content()[0] != clean.content()[0] or seen.content()[1] != clean.content()[1]:
        problems.append(f"{name}: text or links differ")
    return problems
