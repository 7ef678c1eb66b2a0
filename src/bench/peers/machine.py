"""The machine under measurement: processes pinned to cores, their CPU time and memory."""
import os, signal, socket, subprocess, sys, time

WORK = os.environ["WORK"]
HERE = os.path.dirname(os.path.abspath(__file__))
TICK = os.sysconf("SC_CLK_TCK")
running = {}


def tree(pid):
    """A process and its descendants."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                children.setdefault(int(stat(entry)[1]), []).append(int(entry))
            except OSError:
                pass
    found, todo = [], [pid]
    while todo:
        pid = todo.pop()
        found.append(pid)
        todo += children.get(pid, [])
    return found


def stat(pid):
    """The fields of /proc/PID/stat from the state on."""
    with open(f"/proc/{pid}/stat") as f:
        text = f.read()
    return text[text.rindex(")") + 2 :].split()


def cpu(pids):
    """User and system seconds of processes so far."""
    user = system = 0
    for pid in pids:
        try:
            fields = stat(pid)
            user, system = user + int(fields[11]), system + int(fields[12])
        except OSError:
            pass
    return user / TICK, system / TICK


def memory(pids, field="Pss"):
    """Proportional (Pss) or resident (Rss) MiB of processes."""
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/smaps_rollup") as f:
                total += sum(int(line.split()[1]) for line in f if line.startswith(field + ":"))
        except OSError:
            pass
    return total / 1024


def threads(pid):
    """By thread: its name, and the seconds for which it ran and waited for a core."""
    found = {}
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/comm") as comm, open(f"/proc/{pid}/task/{task}/schedstat") as times:
                ran, waited, _ = times.read().split()
                found[task] = (comm.read().strip(), int(ran) / 1e9, int(waited) / 1e9)
        except OSError:
            pass
    return found


def busy():
    """Busy seconds of core 0 and core 1 so far."""
    seconds = []
    with open("/proc/stat") as f:
        for line in f:
            if line.startswith(("cpu0 ", "cpu1 ")):
                times = [int(x) for x in line.split()[1:9]]
                seconds.append((sum(times) - times[3] - times[4]) / TICK)
    return seconds


def is_up(port, seconds=60):
    end = time.time() + seconds
    while time.time() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return True
        except OSError:
            time.sleep(0.05)
    return False


def start(name, command, core):
    """Starts a program on one core; what it prints goes to logs/NAME.out."""
    with open(f"{WORK}/logs/{name}.out", "w") as out:
        running[name] = subprocess.Popen(
            ["taskset", "-c", str(core), *command], stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    return running[name]


def stop(name):
    process = running.pop(name)
    pids = tree(process.pid)
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for pid in reversed(pids):
            try:
                os.kill(pid, sign)
            except OSError:
                pass
        try:
            process.wait(3)
            if sign == signal.SIGTERM:
                time.sleep(0.1)
        except subprocess.TimeoutExpired:
            pass


def stop_all():
    for name in list(running):
        stop(name)


def pin(pids, *cores):
    """Moves every thread of processes to one core, or some."""
    for pid in pids:
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                if os.sched_getaffinity(int(task)) != set(cores):
                    os.sched_setaffinity(int(task), cores)
        except OSError:
            pass


def render():
    """Writes the configurations with the paths of this run."""
    for folder, _, names in os.walk(f"{HERE}/conf"):
        target = f"{WORK}/conf" + folder[len(f"{HERE}/conf") :]
        os.makedirs(target, exist_ok=True)
        for name in names:
            with open(f"{folder}/{name}") as f:
                text = f.read().replace("@WORK@", WORK).replace("@USER@", os.popen("id -un").read().strip())
            with open(f"{target}/{name}", "w") as f:
                f.write(text)


def quiet(most=1.5):
    """Waits, for a bounded time, until no core is busy with something else."""
    end = time.time() + most
    while time.time() < end:
        before = busy()
        time.sleep(0.25)
        if max(b - a for a, b in zip(before, busy())) < 0.03:
            return


if sys.version_info < (3, 9):
    sys.exit("Python 3.9 or later is needed.")
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
