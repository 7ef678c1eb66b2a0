"""Where a Java peer's time goes, by async-profiler: a flame graph, and the time by what runs at the leaf."""
import collections, os, subprocess, zipfile
import machine, workloads
from machine import WORK

LIBRARY = f"{WORK}/linux-x64/libasyncProfiler.so"
KERNEL = [
    ("eventfd_write", "kernel: selector wake-up"),
    ("futex", "kernel: thread hand-off (futex)"),
    ("epoll_wait", "kernel: epoll_wait"),
    ("epoll_ctl", "kernel: epoll_ctl"),
    ("tcp_sendmsg", "kernel: socket send, with the loopback's receipt"),
    ("tcp_recvmsg", "kernel: socket receive"),
]
OURS = ["io.cookiegate.html", "io.cookiegate.gate", "io.cookiegate.coding", "io.cookiegate.cookie", "io.cookiegate",
        "org.eclipse.jetty.server", "org.eclipse.jetty.client", "org.eclipse.jetty.http", "org.eclipse.jetty.io",
        "org.eclipse.jetty.util.thread", "org.eclipse.jetty.util", "org.eclipse.jetty",
        "sun.nio", "java.nio", "java.util.zip", "java.util.concurrent", "java.util", "java.lang", "java"]


def kind(frames):
    """What a stack, from the root to the leaf, was busy with."""
    kernel = " ".join(frame for frame in frames if frame.endswith("_[k]"))
    if kernel:
        return next((name for sign, name in KERNEL if sign in kernel), "kernel: other")
    whole = " ".join(frames)
    if "CompileBroker" in whole or "C2Compiler" in whole:
        return "JVM: compiler"
    if "VM_Operation" in whole or "GenCollect" in whole or "DefNew" in whole or "SerialHeap" in whole:
        return "JVM: garbage collector"
    for frame in reversed(frames):
        name = frame.replace("/", ".")
        for owner in OURS:
            if name.startswith(owner + "."):
                return owner
    return "native"


def library():
    if not os.path.exists(LIBRARY):
        with open(f"{WORK}/classpath") as f:
            jar = next(entry for entry in f.read().strip().split(":") if "async-profiler" in entry)
        with zipfile.ZipFile(jar) as z:
            z.extractall(WORK, [name for name in z.namelist() if name.startswith("linux-x64/")])
    return LIBRARY


def jcmd(peer, *arguments):
    tool = peer.command[0].replace("bin/java", "bin/jcmd") if "/" in peer.command[0] else "jcmd"
    return subprocess.run([tool, str(peer.pid), *arguments], capture_output=True, text=True, check=False).stdout


def profile(peer, workload, warm, upstream, seconds=8):
    workloads.warm_up(peer, workload, warm, upstream)
    figure = workloads.sample(peer, workload, 3, upstream)
    attach = lambda what: jcmd(peer, "JVMTI.agent_load", library(), f'"{what}"')
    out = f"{WORK}/results/{peer.name}-{workload.path.strip('/').replace('/', '-')}"
    attach("start,event=cpu,interval=500us")
    workloads.sample(peer, workload, seconds, upstream)
    attach(f"dump,file={out}.html,flamegraph")
    attach(f"stop,file={out}.collapsed,collapsed")
    kinds, leaves, total = collections.Counter(), collections.Counter(), 0
    with open(f"{out}.collapsed") as f:
        for line in f:
            stack, count = line.rstrip().rsplit(" ", 1)
            frames = stack.split(";")
            total += int(count)
            kinds[kind(frames)] += int(count)
            java = next((frame for frame in reversed(frames) if "/" in frame and not frame.endswith("_[k]")), frames[-1])
            leaves[java.split("_[")[0]] += int(count)
    print(f"{peer.name}, {workload.title}: {figure['us']:.1f} us (user {figure['user']:.1f}, system {figure['system']:.1f})")
    for name, count in kinds.most_common():
        print(f"{100 * count / total:6.1f} % {figure['us'] * count / total:7.2f} us  {name}")
    print("leaves:")
    for name, count in leaves.most_common(40):
        print(f"{100 * count / total:6.1f} % {figure['us'] * count / total:7.2f} us  {name}")
    print(f"flame graph: {out}.html")
