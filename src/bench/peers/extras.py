"""What the table does not show: added latency, memory, growth, slow upstreams and start of the gate."""
import http.client, os, re, resource, socket, statistics, subprocess, sys, time
import latency, machine, peers, workloads
from machine import WORK

REQUEST = b"GET /api/small.json HTTP/1.1\r\nHost: 127.0.0.1:19000\r\n\r\n"


def run(names, peer, upstream):
    for name in names:
        if name not in ALL:
            sys.exit(f"No such measurement: {name}; there are {', '.join(ALL)}.")
        ALL[name](peer, upstream)


def verdict(value, most, unit):
    return f"{value:.3g} {unit} (at most {most}: {'met' if value <= most else 'not met'})"


def idle(peer, upstream, count=2000):
    """Live heap for each idle kept-alive connection, after a full collection."""
    workloads.load(peer, workloads.TABLE["small"], 3, 0)
    files = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(files[1], count + 500), files[1]))
    before, opened = live(peer), []
    for _ in range(count):
        connection = socket.create_connection(("127.0.0.1", peer.port), 5)
        connection.sendall(REQUEST)
        body = b""
        while len(body) < 1024 or b"\r\n\r\n" not in body:
            body += connection.recv(65536)
        opened.append(connection)
    time.sleep(1)
    after = live(peer)
    for connection in opened:
        connection.close()
    print(f"idle: {count} connections, live heap {before:.1f} to {after:.1f} MiB, "
          f"{verdict((after - before) * 1024 / count, 4, 'KiB each')}", flush=True)


def live(peer):
    """MiB of live objects after a full collection."""
    jcmd = peer.command[0].replace("bin/java", "bin/jcmd") if "/" in peer.command[0] else "jcmd"
    for _ in range(2):
        subprocess.run([jcmd, str(peer.pid), "GC.run"], capture_output=True, check=True)
    text = subprocess.run([jcmd, str(peer.pid), "GC.heap_info"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r"(?:[Dd]ef ?[Nn]ew|[Tt]enured|DefNew|Tenured)[^\n]*?used (\d+)K", text)
    if not found:
        raise RuntimeError("jcmd: " + text)
    return sum(map(int, found)) / 1024


def another(name, port, command):
    """Another gate process beside the peers; its peer."""
    machine.start(name, command, 1)
    if not machine.is_up(port):
        sys.exit(f"{name} does not start: see {WORK}/logs/{name}.out")
    peer = peers.Peer(name, port, command, "cb", jit=True)
    peer.pid = machine.running[name].pid
    return peer


def configure(name, port, classification=None, options=""):
    """Writes a configuration beside conf/gate/gate.yaml; its name."""
    lines = [f"listen: [{{ host: 127.0.0.1, port: {port} }}]"]
    if classification is not None:
        with open(f"{WORK}/conf/gate/{name}-classification.yaml", "w") as f:
            f.write(classification)
        lines.append(f"classification: {name}-classification.yaml")
    lines += ["sites:", '  - hosts: ["*"]', "    upstream: http://127.0.0.1:19000", "    banner: none", options]
    with open(f"{WORK}/conf/gate/{name}.yaml", "w") as f:
        f.write("\n".join(lines) + "\n")
    return name


def memory(peer, upstream):
    """Resident memory with a heap of 32 MB under the page load."""
    heap = "-XX:+UseSerialGC -Xms32m -Xmx32m -XX:TrimNativeHeapInterval=5000".split()
    image = os.environ.get("GATE_IMAGE")
    command = peers.gate(configure("gate-32m", 19390), options=heap)
    if image and os.path.exists(f"{image}/cookie-gate.aot"):
        shipped = [f"-XX:AOTCache={image}/cookie-gate.aot", "-jar", f"{image}/cookie-gate.jar"]
        command = [f"{image}/jre/bin/java", *heap, *shipped, *command[command.index("run"):]]
    small = another("gate-32m", 19390, command)
    for name in ("page", "gzip", "page-yes"):
        workloads.warm_up(small, workloads.TABLE[name], 12, upstream)
    figure = workloads.sample(small, workloads.TABLE["page"], 3, upstream)
    resident = machine.memory(machine.tree(small.pid), "Rss")
    machine.stop("gate-32m")
    print(f"memory: {verdict(resident, 110, 'MiB resident')} at a heap of 32 MB, {figure['us']:.0f} us a page", flush=True)


def growth(peer, upstream):
    """What more rules, more services on a page and longer pages cost."""
    rules_grow(upstream)
    services_grow(upstream)
    pages_grow(upstream)


def rules_grow(upstream):
    """The page with 10 and with 100,000 rules besides the catalogue's. A file holds so many in bounds."""
    grow("rules", upstream, [10, 100_000], rules_of, "/page.html")


def rules_of(count):
    each = max(1, count // 5)
    lines = ["services:"]
    for service in range(-(-count // each)):
        hosts = ",".join(f"{{host: s{service * each + i}.t}}" for i in range(each))  # a file has at most 2 MiB
        lines += [f"  s{service}:", f"    name: S{service}", "    category: marketing", f"    tags: [{hosts}]"]
    return "\n".join(lines) + "\n"


def services_grow(upstream):
    """A page with 1,000 tags of 1 service, and with a tag of each of 1,000 services, of the same length; new, and seen before."""
    for count in (1, 1000):
        tags = "".join(f'<p>a</p><script src="https://v{i % count:04}.test/x.js"></script>\n' for i in range(1000))
        with open(f"{WORK}/www/grow/services{count}.html", "w") as f:
            f.write("<!DOCTYPE html><html><body>\n" + tags + "</body></html>\n")
    grow("services", upstream, [1, 1000], lambda count: services_of(1000), "/grow/services{}.html")
    grow("services, a new page", upstream, [1, 1000], lambda count: services_of(1000), "/private/grow/services{}.html")


def services_of(count):
    lines = ["services:"]
    for i in range(count):
        lines += [f"  v{i}:", f"    name: V{i}", "    category: marketing", f"    tags: [{{ host: v{i:04}.test }}]"]
    return "\n".join(lines) + "\n"


def grow(name, upstream, counts, classification, path):
    figures = []
    gates = []
    for i, count in enumerate(counts):
        title, port = f"gate-{name.split(',')[0]}-{count}", 19391 + i
        gate = another(title, port, peers.gate(configure(title, port, classification(count))))
        workload = workloads.Workload(title, path.format(count), [workloads.VISITOR])
        workloads.warm_up(gate, workload, 16, upstream)
        gates.append((gate, workload))
    for _ in range(5):
        figures.append([workloads.undisturbed(gate, workload, 2, upstream)["us"] for gate, workload in gates])
    for gate, _ in gates:
        machine.stop(gate.process)
    few, many = (statistics.median(column) for column in zip(*figures))
    print(f"growth: {counts[0]:,} to {counts[1]:,} {name}: {few:.1f} to {many:.1f} us a page, "
          f"{verdict(many / few, 1.1, 'times')}", flush=True)


def pages_grow(upstream):
    """Time and memory of pages from 1 KB to 100 MB with a heap of 32 MB."""
    heap = "-XX:+UseSerialGC -Xms32m -Xmx32m".split()
    gate = another("gate-pages", 19393, peers.gate(configure("gate-pages", 19393), options=heap))
    workloads.warm_up(gate, workloads.TABLE["page"], 12, upstream)
    for size in ("1k", "32k", "1m", "10m", "100m"):
        length = os.path.getsize(f"{WORK}/www/grow/{size}.html")
        fetches = max(2, min(3000, (300 << 20) // length))
        before, began = machine.cpu(machine.tree(gate.pid)), time.time()
        done = subprocess.run(["taskset", "-c", "0", "h2load", "--h1", "-t1", "-c1", f"-n{fetches}", "-H", ":authority: 127.0.0.1:19000",
                               f"http://127.0.0.1:19393/grow/{size}.html"], capture_output=True, text=True, timeout=300, check=True)
        if f"status codes: {fetches} 2xx" not in done.stdout:
            raise RuntimeError("h2load: " + done.stdout)
        seconds, after = time.time() - began, machine.cpu(machine.tree(gate.pid))
        own = sum(after) - sum(before)
        print(f"growth: page of {length:>11,} bytes: {1e6 * own / fetches:11.0f} us CPU, {1e9 * own / fetches / length:5.2f} ns a byte, "
              f"{1e3 * seconds / fetches:8.2f} ms, resident {machine.memory(machine.tree(gate.pid), 'Rss'):.0f} MiB", flush=True)
    machine.stop("gate-pages")


def slow(peer, upstream):
    """What 1,000 open requests to an upstream that takes a second for each cost, and keep."""
    workload = workloads.TABLE["small"]
    workloads.warm_up(peer, workload, 12, upstream)
    before, resident = live(peer), machine.memory(machine.tree(peer.pid), "Rss")
    figure = workloads.sample(peer, workloads.OTHERS["slow"], 6, upstream)
    after = machine.memory(machine.tree(peer.pid), "Rss")
    print(f"slow: 1,000 open requests, {figure['count'] / figure['seconds']:.0f} answers/s, p50 {figure['p50']:.0f} ms, p99 {figure['p99']:.0f} ms, "
          f"{figure['us']:.0f} us CPU each; live heap {before:.1f} to {live(peer):.1f} MiB, resident {resident:.0f} to {after:.0f} MiB", flush=True)


def start(peer, upstream):
    """Seconds from the start of the process to the first gated page, on one core as everywhere here, and on two.

    With the image's runtime where GATE_IMAGE names the folder that src/image/runtime made."""
    configuration = f"{WORK}/conf/gate/{configure('gate-start', 19394)}.yaml"
    image = os.environ.get("GATE_IMAGE")
    commands = [(peers.GATE_JAVA, [peers.GATE_JAVA], os.environ["GATE_JAR"], 2)]
    if image:
        cache = "-XX:AOTCache=" if os.path.exists(f"{image}/cookie-gate.aot") else "-XX:SharedArchiveFile="
        archive = "aot" if "AOT" in cache else "jsa"
        commands.insert(0, ("the image's runtime", [f"{image}/jre/bin/java", "-XX:+UseSerialGC", f"{cache}{image}/cookie-gate.{archive}"], f"{image}/cookie-gate.jar", 1))
    for title, java, jar, most in commands:
        for cores in ("1", "0,1"):
            times = [first_page([*java, "-jar", jar, "run", configuration], cores) for _ in range(9)]
            print(f"start: {title}, {'one core' if cores == '1' else 'two cores'}: first gated page after "
                  f"{verdict(statistics.median(times), most, 's')}; {min(times):.2f} to {max(times):.2f}", flush=True)


def first_page(command, cores):
    began = time.time()
    machine.start("gate-start", command, cores)
    while time.time() - began < 30:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", 19394, timeout=5)
            connection.request("GET", "/page.html", headers={"Host": "127.0.0.1:19000"})
            body = connection.getresponse().read()
            took = time.time() - began
            if b"googletagmanager.com/gtm.js" in body or len(body) < 50_000:
                raise RuntimeError("the first answer is not gated")
            break
        except OSError:
            time.sleep(0.005)
    machine.stop("gate-start")
    return took


ALL = {"latency": latency.measure, "idle": idle, "memory": memory, "growth": growth, "slow": slow, "start": start}
