"""The workloads, and the load that runs them: wrk for HTTP/1.1, h2load for HTTP/2."""
import re, subprocess, time
import machine
from machine import WORK

VISITOR = "Cookie: JSESSIONID=0A1B2C; preferedstartpage=portal"
CONSENT = VISITOR + "; acceptcookies=true"
HOST = "Host: 127.0.0.1:19000"


class Workload:
    """One kind of request. A figure is divided by `per` requests: one, or those of a whole page load."""

    def __init__(self, title, path, fields=(), warm=40_000, tls=False, http2=False, connections=32, script=None, per=1):
        self.title, self.path, self.fields, self.warm = title, path, list(fields), warm
        self.tls, self.http2, self.connections, self.script, self.per = tls, http2, connections, script, per


TABLE = {
    "small": Workload("1 KB asset", "/api/small.json", warm=120_000),
    "page": Workload("60 KB page, no consent", "/page.html", [VISITOR]),
    "page-yes": Workload("same page, consent", "/page.html", [CONSENT]),
    "gzip": Workload("gzip page, no consent", "/page.html", [VISITOR, "Accept-Encoding: gzip"], warm=15_000),
    "unique": Workload("gzip page, never the same", "/unique.html", [VISITOR, "Accept-Encoding: gzip"], warm=8_000),
    "5mb": Workload("5 MB file", "/bin/5m.bin", warm=600),
}
OTHERS = {
    "clean": Workload("page with nothing to remove", "/clean.html", [VISITOR]),
    "gzip-yes": Workload("gzip page, consent", "/page.html", [CONSENT, "Accept-Encoding: gzip"]),
    "br": Workload("brotli page, no consent", "/page.br", [VISITOR, "Accept-Encoding: br"], warm=15_000),
    "zstd": Workload("zstd page, no consent", "/page.zst", [VISITOR, "Accept-Encoding: zstd"], warm=15_000),
    "mix": Workload("page load: 1 page, 30 assets", "/", [VISITOR], script="mix.lua", per=31),
    "tls": Workload("page by TLS", "/page.html", [VISITOR], tls=True),
    "tls-small": Workload("1 KB asset by TLS", "/api/small.json", tls=True),
    "h2": Workload("page by HTTP/2", "/page.html", [VISITOR], tls=True, http2=True),
    "h2-small": Workload("1 KB asset by HTTP/2", "/api/small.json", tls=True, http2=True),
    "slow": Workload("1,000 open, upstream takes 1 s", "/slow.json", connections=1000, warm=10_000),
}
ALL = {**TABLE, **OTHERS}


def port(peer, workload):
    return peer.tls if workload.tls else peer.port


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(us|ms|s|m)$", text).groups()
    return float(number) * {"us": 1e-3, "ms": 1, "s": 1e3, "m": 6e4}[unit]


def load(peer, workload, seconds, core):
    """Runs the load from one core: how many requests, how long they took."""
    tool = h2load if workload.http2 else wrk
    return tool(peer, workload, seconds, ["taskset", "-c", str(core)])


def wrk(peer, workload, seconds, pinned):
    scheme = "https" if workload.tls else "http"
    command = [*pinned, "wrk", "-t1", f"-c{workload.connections}", f"-d{seconds}s", "--timeout", "10s", "--latency", "-H", HOST]
    for field in workload.fields:
        command += ["-H", field]
    if workload.script:
        command += ["-s", f"{WORK}/conf/{workload.script}"]
    said = run([*command, f"{scheme}://127.0.0.1:{port(peer, workload)}{workload.path}"], seconds)
    count = re.search(r"(\d+) requests in ([\d.]+\w+)", said)
    if not count or not re.search(r"(?m)^\s+50%\s+\d", said) or failures(said) > allowed(peer) * int(count[1]):
        raise RuntimeError(f"{peer.name}: wrk: {said}")
    percentile = {p: milliseconds(re.search(rf"(?m)^\s+{p}%\s+(\S+)", said)[1]) for p in (50, 99)}
    return dict(count=int(count[1]), seconds=milliseconds(count[2]) / 1e3, p50=percentile[50], p99=percentile[99])


def failures(said):
    """Failed answers and broken connections."""
    numbers = re.findall(r"Non-2xx or 3xx responses: (\d+)", said)
    for line in re.findall(r"Socket errors: (.*)", said):
        numbers += re.findall(r"\d+", line)
    return sum(map(int, numbers))


def allowed(peer):
    """The gate must not fail once; other proxies may, as a few do when an upstream connection is fresh."""
    return 0 if peer.name.startswith(("cookie-gate", "gate-")) else 0.02


def h2load(peer, workload, seconds, pinned):
    command = [*pinned, "h2load", "-t1", "-c8", "-m4", "-D", str(seconds), "-H", ":authority: 127.0.0.1:19000"]
    for field in workload.fields:
        command += ["-H", field.lower()]
    said = run([*command, f"https://127.0.0.1:{port(peer, workload)}{workload.path}"], seconds)
    count = re.search(r"status codes: (\d+) 2xx, (\d+) 3xx, (\d+) 4xx, (\d+) 5xx", said)
    if not count or int(count[1]) == 0 or int(count[3]) or int(count[4]):
        raise RuntimeError("h2load: " + said)
    mean = re.search(r"time for request:\s+\S+\s+\S+\s+(\S+)", said)
    return dict(count=int(count[1]), seconds=seconds, p50=milliseconds(mean[1]), p99=0.0)


def run(command, seconds):
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 40, check=False)
    return done.stdout + done.stderr


def sample(peer, workload, seconds, upstream):
    """One run with the proxy alone on core 1: microseconds of its CPU for each request."""
    machine.pin(machine.tree(peer.pid), 1)
    machine.pin(machine.tree(upstream), 0)
    user, system = machine.cpu(machine.tree(peer.pid))
    before, began = machine.busy(), time.time()
    result = load(peer, workload, seconds, 0)
    took, after = time.time() - began, machine.busy()
    user2, system2 = machine.cpu(machine.tree(peer.pid))
    count = max(result["count"], 1) / workload.per
    own = user2 - user + system2 - system
    result.update(
        us=1e6 * own / count,
        user=1e6 * (user2 - user) / count,
        system=1e6 * (system2 - system) / count,
        busy=own / took,
        alien=max(0.0, after[1] - before[1] - own) / took,
    )
    return result


def undisturbed(peer, workload, seconds, upstream):
    """A sample; a second one where something else had more than an eighth of the proxy's core."""
    machine.quiet()
    first = sample(peer, workload, seconds, upstream)
    if first["alien"] < 0.12:
        return first
    machine.quiet(4)
    second = sample(peer, workload, seconds, upstream)
    return min(first, second, key=lambda result: result["alien"])


def warm_up(peer, workload, most, upstream):
    """Loads until a just-in-time compiled peer's figure stands, three times within a thirtieth.

    At first on both cores, for its compiler needs one of its own."""
    if not peer.jit:
        load(peer, workload, 1, 0)
        return
    machine.pin(machine.tree(peer.pid), 0, 1)
    count = load(peer, workload, max(1, int(most / 2)), 0)["count"]
    end, figures = time.time() + most / 2, []
    while time.time() < end:
        result = sample(peer, workload, 2, upstream)
        count += result["count"]
        figures.append(result["us"])
        last = figures[-3:]
        if count >= workload.warm and len(last) == 3 and max(last) < 1.03 * min(last):
            return
