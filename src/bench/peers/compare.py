"""The comparison: starts the peers, verifies their work, measures in interleaved rounds, prints the table."""
import argparse, contextlib, json, os, statistics, subprocess, sys, time
import extras, goals, machine, peers, profiling, workloads
from machine import WORK
from verify import verify


def options():
    parser = argparse.ArgumentParser(prog="src/bench/peers/run", description="The gate beside other proxies, on the same work.")
    parser.add_argument("--quick", action="store_true", help="fewer peers and shorter rounds: under five minutes")
    parser.add_argument("--rounds", type=int, help="rounds, of which the median counts (5; quick 3)")
    parser.add_argument("--seconds", type=int, help="seconds a sample (3; quick 1)")
    parser.add_argument("--warm", type=int, help="most seconds to warm up a peer with its first workload, half of it for each other (40; quick 12)")
    parser.add_argument("--only", help="these workloads, by comma (default: those of the table)")
    parser.add_argument("--all", action="store_true", help="all workloads")
    parser.add_argument("--extras", nargs="?", const=",".join(extras.ALL), help="latency, idle, memory, growth, slow, start, or some by comma")
    parser.add_argument("--profile", metavar="WORKLOAD", help="where a peer's time goes (default: the gate's)")
    parser.add_argument("--verify", action="store_true", help="only verify the peers' work")
    parser.add_argument("--list", action="store_true", help="name the peers and workloads")
    parser.add_argument("peers", nargs="*", help="these peers (default: all)")
    return parser.parse_intermixed_args()


def chosen(given):
    names = given.peers or (peers.QUICK if given.quick else [])
    if given.extras is not None and not names:
        names = ["cookie-gate"]
    if given.profile and not names:
        names = ["cookie-gate"]
    unknown = set(names) - {peer.name for peer in peers.every()}
    if unknown:
        sys.exit(f"No such peers: {', '.join(sorted(unknown))}; --list names them.")
    return [peer for peer in peers.every() if not names or peer.name in names]


def picked(given):
    names = list(workloads.ALL if given.all else workloads.TABLE)
    if given.only:
        names = given.only.split(",")
    unknown = set(names) - set(workloads.ALL)
    if unknown:
        sys.exit(f"No such workloads: {', '.join(sorted(unknown))}; --list names them.")
    return names


def start(selected):
    """Starts the upstream and the peers; gives the upstream's process id."""
    machine.render()
    upstream = machine.start("upstream", ["nginx", "-c", f"{WORK}/conf/upstream.conf"], 0).pid
    if not machine.is_up(19000, 10):
        sys.exit(f"The upstream does not start: see {WORK}/logs/upstream.out")
    for peer in selected:
        if peer.process not in machine.running:
            machine.start(peer.process, peer.command, 1)
        if not machine.is_up(peer.port):
            sys.exit(f"{peer.name} does not start: see {WORK}/logs/{peer.process}.out")
        peer.pid = machine.running[peer.process].pid
    time.sleep(1)
    return upstream


def check(selected, names):
    """Refuses to measure what a peer does not do though it would be credited with it: the samples to begin with."""
    samples = {}
    for peer in selected:
        problems = {name: verify(peer, [name]) for name in names}
        gate = {"": "no gate", "c": "gates cookies", "cb": "gates cookies and tags"}[peer.gate]
        print(f"{peer.name:14} {gate:24} {'; '.join(p for found in problems.values() for p in found) or 'verified'}", flush=True)
        if any(problems.values()) and peer.name == "cookie-gate":
            sys.exit("The gate does not do the work it would be credited with.")
        samples.update({(name, peer.name): None for name, found in problems.items() if found})
    return samples


def can(peer, name):
    workload = workloads.ALL[name]
    return not workload.tls or peer.tls


def measure(samples, selected, names, rounds, seconds, warm, upstream):
    """Adds samples by workload and peer; None where a peer fails. Results so far are kept after each round."""
    for peer in selected:
        done = 0
        for name in names:
            if can(peer, name) and (name, peer.name) not in samples:
                most = warm if done == 0 else warm / 2  # what is common to all is compiled with the first
                attempt(samples, peer, name, lambda: workloads.warm_up(peer, workloads.ALL[name], most, upstream))
                done += 1
    for turn in range(rounds):
        for name in names:
            for peer in selected:
                if can(peer, name) and samples.get((name, peer.name), []) is not None:
                    result = attempt(samples, peer, name, lambda: workloads.undisturbed(peer, workloads.ALL[name], seconds, upstream))
                    if result:
                        samples.setdefault((name, peer.name), []).append(result)
        print(f"round {turn + 1} of {rounds}", flush=True)
        keep(samples, selected, names)
    return samples


def attempt(samples, peer, name, action):
    """Does it, or writes down that the peer fails this workload."""
    try:
        return action()
    except (RuntimeError, subprocess.TimeoutExpired) as failure:
        samples[name, peer.name] = None
        print(f"{peer.name} fails {name}: {' '.join(str(failure).split())[:300]}", flush=True)
        return None


def keep(samples, selected, names):
    """Writes down what is measured so far, so that an end before the last round loses little."""
    with open(f"{WORK}/results/table.json", "w") as f:
        json.dump([[*key, results] for key, results in samples.items()], f, indent=1)
    with open(f"{WORK}/results/table.md", "w") as f, contextlib.redirect_stdout(f):
        report(samples, selected, names)


def report(samples, selected, names):
    table(samples, selected, names)
    goals.report({key: median(results, "us") for key, results in samples.items() if results})


def median(results, key):
    calm = [r for r in results if r["alien"] < 0.12] or results
    return statistics.median(r[key] for r in calm)


def table(samples, selected, names):
    """CPU microseconds of the proxy for each request; beneath, requests a second."""
    print("\nCPU microseconds (user + system) of the proxy per request, medians\n")
    print("| proxy | " + " | ".join(workloads.ALL[name].title for name in names) + " |")
    print("|---|" + "---|" * len(names))
    for peer in selected:
        cells = [cell(samples.get((name, peer.name), [])) for name in names]
        print(f"| {peer.name}{', ' + peer.note if peer.note else ''} | " + " | ".join(cells) + " |")
    print("\nuser / system; lowest to highest sample; requests a second")
    for name in names:
        for peer in selected:
            results = samples.get((name, peer.name))
            if results:
                print(f"{name:10} {peer.name:14} {median(results, 'user'):8.1f} / {median(results, 'system'):7.1f}   "
                      f"{min(r['us'] for r in results):8.1f} to {max(r['us'] for r in results):8.1f}   "
                      f"{statistics.median(r['count'] / r['seconds'] for r in results):8.0f}", flush=True)


def cell(results):
    if results is None:
        return "fails"
    return "" if not results else f"{median(results, 'us'):.3g}" if median(results, "us") < 100 else f"{median(results, 'us'):.0f}"


def main():
    given = options()
    if given.list:
        for peer in peers.every():
            print(f"{peer.name:14} {peer.note}")
        for name, workload in workloads.ALL.items():
            print(f"{name:14} {workload.title}")
        return
    names, selected = picked(given), chosen(given)
    upstream = start(selected)
    if given.profile:
        profiling.profile(selected[0], workloads.ALL[given.profile], given.warm or 20, upstream)
    elif given.extras is not None:
        extras.run(given.extras.split(","), selected[0], upstream)
    else:
        samples = check(selected, names)
        if not given.verify:
            measure(samples, selected, names, given.rounds or (3 if given.quick else 5),
                              given.seconds or (1 if given.quick else 3), given.warm or (12 if given.quick else 40), upstream)
            report(samples, selected, names)
            if any(results is None and peer == "cookie-gate" for (_, peer), results in samples.items()):
                sys.exit("The gate failed a workload.")


if __name__ == "__main__":
    began = time.time()
    try:
        main()
    finally:
        machine.stop_all()
    if not {"--list", "--help"} & set(sys.argv):
        print(f"\n{time.time() - began:.0f} seconds")
