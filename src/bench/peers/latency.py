"""The latency that the gate adds to the upstream's, under an open load that takes half of its core."""
import os, statistics, subprocess, time
import machine, peers, workloads

ROUNDS, SECONDS = 5, 3
DIRECT, PLAIN, FLOOR = 19000, 19110, 19187


def measure(peer, upstream):
    """Percentiles of direct, through nginx without a gate, a loop that only forwards bytes and the gate: the same arrivals in turn."""
    workload = workloads.TABLE["page"]
    machine.start("nginx", peers.nginx("plain"), 1)
    machine.start("floor-java", peers.java("FloorRelay", str(FLOOR)), 1)
    machine.is_up(PLAIN, 10)
    machine.is_up(FLOOR, 10)
    first(upstream, 2)
    open_load([FLOOR], workload, 5000, 4, 1)
    warm(peer, workload, upstream)
    for name in ("nginx", "floor-java", peer.process):
        alone(machine.running[name].pid)
    rate = half(peer, workload)
    before = machine.threads(peer.pid)
    figures = open_load([DIRECT, PLAIN, FLOOR, peer.port], workload, rate)
    report(peer, rate, figures)
    print_threads(before, machine.threads(peer.pid))
    machine.stop("nginx")
    machine.stop("floor-java")


def half(peer, workload):
    """So many pages a second that the gate is at work half of the time.

    That is less than half of what a closed load gets: pages that come one by one take more each than those in bunches."""
    rate = 2000
    for _ in range(2):
        before = serving(peer)
        open_load([peer.port], workload, rate, 3, 1)
        rate *= 0.5 / ((serving(peer) - before) / 3)
    return rate


def serving(peer):
    """Seconds for which all but the just-in-time compilers have run."""
    return sum(ran for name, ran, _ in machine.threads(peer.pid).values() if "Compiler" not in name)


def first(upstream, priority):
    """Lets the upstream run before the load, on whose core it is: what the two take from each other is no proxy's doing.

    Without the right to do so, added times have a millisecond or two of the scheduler's slices in them."""
    for pid in machine.tree(upstream):
        subprocess.run(["chrt", "--fifo", "--pid", str(priority), str(pid)], check=False)


def alone(pid):
    """Lets a proxy run whenever it can, before what else the machine does, all but the just-in-time compilers of a JVM."""
    for process in machine.tree(pid):
        for task, (name, _, _) in machine.threads(process).items():
            if "Compiler" not in name:
                subprocess.run(["chrt", "--fifo", "--pid", "1", task], check=False)


def warm(peer, workload, upstream, most=90):
    """Loads until the figure stands, then as it will be measured until the compilers do, twice."""
    workloads.warm_up(peer, workload, 24, upstream)
    rate, calm, end = half(peer, workload), 0, time.time() + most
    while calm < 2 and time.time() < end:
        before = compiling(peer)
        open_load([peer.port], workload, rate, 4, 1)
        calm = calm + 1 if compiling(peer) - before < 0.04 else 0


def compiling(peer):
    """Seconds for which the just-in-time compilers have run."""
    return sum(ran for name, ran, _ in machine.threads(peer.pid).values() if "Compiler" in name)


def open_load(ports, workload, rate, seconds=SECONDS, rounds=ROUNDS):
    """By port, the rounds' figures in ms: p50, p90, p99, p99.9, longest, and the 99th percentile of late sending."""
    precedence = ["chrt", "--fifo", "1"] if os.geteuid() == 0 else []
    command = ["taskset", "-c", "0", *precedence, "luajit", f"{machine.HERE}/lua/open-loop.lua", f"{rate:.0f}", str(seconds), str(rounds),
               str(workload.connections), workload.path, ",".join(map(str, ports)), *workload.fields]
    done = subprocess.run(command, capture_output=True, text=True, timeout=(rounds + 1) * seconds * len(ports) + 60, check=False)
    if done.returncode:
        raise RuntimeError("open-loop.lua: " + done.stderr)
    figures = {port: [] for port in ports}
    for line in done.stdout.splitlines():
        port, _, *microseconds = line.split()
        figures[int(port)].append([float(figure) / 1000 for figure in microseconds])
    return figures


def report(peer, rate, figures):
    names = {DIRECT: "direct", PLAIN: "nginx, no gate", FLOOR: "bytes, Java", peer.port: peer.name}
    print(f"latency at {rate:.0f} pages/s, Poisson, ms, medians of {len(figures[DIRECT])} rounds")
    for port, rounds in figures.items():
        p50, p90, p99, p999, longest, late = map(statistics.median, zip(*rounds))
        print(f"  {names[port]:16} p50 {p50:.2f}, p90 {p90:.2f}, p99 {p99:.2f} ({' '.join(f'{r[2]:.2f}' for r in rounds)}), "
              f"p99.9 {p999:.2f}, longest {longest:.2f}; sent late p99 {late:.2f}", flush=True)
    for port in (PLAIN, FLOOR, peer.port):
        added = statistics.median(through[2] - direct[2] for through, direct in zip(figures[port], figures[DIRECT]))
        print(f"  p99 added by {names[port]}: {added:.2f} ms (at most 1: {'met' if added <= 1 else 'not met'})", flush=True)


def print_threads(before, after):
    """What the threads of the gate ran, and how long they could have run but waited for the core."""
    for tid, (name, ran, waited) in sorted(after.items(), key=lambda item: -item[1][1]):
        _, ran_before, waited_before = before.get(tid, ("", 0, 0))
        if ran - ran_before > 0.02:
            print(f"  thread {name:16} ran {ran - ran_before:7.3f} s, waited for the core {waited - waited_before:7.3f} s", flush=True)
