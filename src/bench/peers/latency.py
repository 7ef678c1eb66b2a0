"""The latency that the gate adds to the upstream's, under an open load at half of what it can."""
import ctypes, os, statistics, subprocess, time
import machine, peers, workloads
from machine import WORK

ROUNDS, SECONDS = 4, 4
PLAIN = 19110


def measure(peer, upstream):
    """Median and percentiles of direct, through nginx without a gate and through the gate: the same arrivals in turn."""
    workload = workloads.TABLE["page"]
    warm(peer, workload, upstream)
    machine.start("nginx", peers.nginx("plain"), 1)
    machine.is_up(PLAIN, 10)
    full = workloads.sample(peer, workload, 3, upstream)
    rate = full["count"] / full["seconds"] / 2
    before = machine.threads(peer.pid)
    figures = open_load([19000, PLAIN, peer.port], workload, rate)
    report(peer, rate, figures)
    print_threads(before, machine.threads(peer.pid))
    machine.stop("nginx")


def warm(peer, workload, upstream, most=60):
    """Loads until the figure stands, then as it will be measured until the compilers are still, on both cores for them."""
    workloads.warm_up(peer, workload, 24, upstream)
    full = workloads.sample(peer, workload, 2, upstream)
    machine.pin(machine.tree(peer.pid), 0, 1)
    end, spent = time.time() + most, 1.0
    while spent > 0.02 and time.time() < end:
        before = compiling(peer)
        open_load([peer.port], workload, full["count"] / full["seconds"] / 2, 5, 0)
        spent = (compiling(peer) - before) / 5
        print(f"  compilers {spent:.3f}", flush=True)
    machine.pin(machine.tree(peer.pid), 1)


def compiling(peer):
    """Seconds for which the just-in-time compilers have run."""
    return sum(ran for name, ran, _ in machine.threads(peer.pid).values() if "Compiler" in name)


def open_load(ports, workload, rate, seconds=SECONDS, rounds=ROUNDS):
    """By port, the rounds' figures in ms: p50, p90, p99, p99.9, longest, and the 99th percentile of late sending."""
    command = ["taskset", "-c", "0", peers.JAVA, "-Dtrace=true", "-XX:+UseSerialGC", "-Xmx128m", "-cp", f"{WORK}/classes", "peers.OpenLoop", f"{rate:.0f}",
               str(seconds), str(rounds), str(workload.connections), workload.path, ",".join(map(str, ports)), *workload.fields]
    done = subprocess.run(command, capture_output=True, text=True, timeout=(rounds + 2) * seconds * len(ports) + 60, preexec_fn=precise, check=False)
    if done.returncode:
        raise RuntimeError("OpenLoop: " + done.stderr)
    open("/tmp/latency/trace", "w").write(done.stderr)
    figures = {port: [] for port in ports}
    for line in done.stdout.splitlines():
        port, _, *microseconds = line.split()
        figures[int(port)].append([float(figure) / 1000 for figure in microseconds])
    return figures


def precise():
    """Timers that end within a microsecond instead of fifty (PR_SET_TIMERSLACK)."""
    ctypes.CDLL(None).prctl(29, 1000)


def report(peer, rate, figures):
    names = {19000: "direct", PLAIN: "nginx, no gate", peer.port: peer.name}
    print(f"latency at {rate:.0f} pages/s, Poisson, ms, medians of {len(figures[19000])} rounds")
    for port, rounds in figures.items():
        p50, p90, p99, p999, longest, late = map(statistics.median, zip(*rounds))
        print(f"  {names[port]:16} p50 {p50:.2f}, p90 {p90:.2f}, p99 {p99:.2f} ({' '.join(f'{r[2]:.2f}' for r in rounds)}), "
              f"p99.9 {p999:.2f}, longest {longest:.2f}; sent late p99 {late:.2f}", flush=True)
    for port in (PLAIN, peer.port):
        added = statistics.median(through[2] - direct[2] for through, direct in zip(figures[port], figures[19000]))
        print(f"  p99 added by {names[port]}: {added:.2f} ms", flush=True)


def print_threads(before, after):
    """What the threads of the gate ran, and how long they could have run but waited for the core."""
    for tid, (name, ran, waited) in sorted(after.items(), key=lambda item: -item[1][1]):
        _, ran_before, waited_before = before.get(tid, ("", 0, 0))
        if ran - ran_before > 0.005 or waited - waited_before > 0.005:
            print(f"  thread {name:16} ran {ran - ran_before:7.3f} s, waited for the core {waited - waited_before:7.3f} s", flush=True)
