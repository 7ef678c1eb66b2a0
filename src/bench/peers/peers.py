"""The peers: what runs, where it listens, and what it is credited with.

gate: '' none, 'c' cookies, 'cb' cookies and tags. jit: has to be warmed up. Several peers may be
listeners of one process."""
import os
from machine import WORK

JAVA = os.environ.get("JAVA", "java")
GATE_JAVA = os.environ.get("GATE_JAVA", JAVA)
GATE_OPTIONS = os.environ.get("GATE_OPTIONS", "").split()
HEAP = "-XX:+UseSerialGC -Xms256m -Xmx256m".split()


def java(main, *arguments, options=()):
    with open(f"{WORK}/classpath") as f:
        classpath = f"{WORK}/classes:" + f.read().strip()
    return [JAVA, *HEAP, *options, "-Dorg.slf4j.simpleLogger.defaultLogLevel=off", "-cp", classpath, f"peers.{main}", *arguments]


def gate(configuration="gate", java=None, options=None):
    """The gate itself, with one of its configurations under conf/gate."""
    return [java or GATE_JAVA, *(HEAP if options is None else options), *GATE_OPTIONS, "-jar", os.environ["GATE_JAR"], "run", f"{WORK}/conf/gate/{configuration}.yaml"]


def nginx(name):
    return ["nginx", "-c", f"{WORK}/conf/nginx-{name}.conf"]


class Peer:
    def __init__(self, name, port, command, gate="", jit=False, tls=None, process=None, note=""):
        self.name, self.port, self.command, self.gate, self.jit = name, port, command, gate, jit
        self.tls, self.process, self.note, self.pid = tls, process or name, note, 0


def every():
    haproxy = ["haproxy", "-db", "-f", f"{WORK}/conf/haproxy.cfg"]
    apache = ["apache2", "-DFOREGROUND", "-f", f"{WORK}/conf/apache.conf"]
    return [
        Peer("floor-java", 19187, java("FloorRelay", "19187"), jit=True, note="a Java NIO loop that only forwards bytes"),
        Peer("haproxy", 19101, haproxy, process="haproxy", tls=19201),
        Peer("nginx", 19110, nginx("plain"), tls=19210),
        Peer("nginx-lua", 19111, nginx("lua"), "cb", tls=19211, note="page buffered, one PCRE-JIT pass; compresses at level 1"),
        Peer("nginx-sub", 19112, nginx("sub"), "cb", note="sub_filter blunts literal strings, removes no element"),
        Peer("apache-gate", 19121, apache, "cb", process="apache", note="mod_headers blanks, mod_substitute blunts"),
        Peer("privoxy", 19140, ["privoxy", "--no-daemon", f"{WORK}/conf/privoxy/config"], "cb", note="intercepting, pcrs filters"),
        Peer("node-lolhtml", 19161, ["node", f"{WORK}/node/gate.js", "19161"], "cb", jit=True, note="streaming lol-html in WebAssembly"),
        Peer("undertow", 19171, java("UndertowPeer", "19171"), jit=True),
        Peer("jetty-plain", 19181, java("JettyPeer", "plain", "19181"), jit=True, note="ProxyHandler.Reverse, defaults"),
        Peer("jetty-tuned", 19182, java("JettyPeer", "plain", "19182", options=["-Dtuned=true"]), jit=True, note="ProxyHandler.Reverse, tuned"),
        Peer("jetty-scan", 19186, java("JettyPeer", "scan", "19186", options=["-Dtuned=true"]), "cb", jit=True, note="tuned, with a sketch of a scanning gate"),
        Peer("jetty-jsoup", 19185, java("JettyPeer", "jsoup", "19185"), "cb", jit=True, note="page buffered, through jsoup"),
        Peer("cookie-gate", 19190, gate(), "cb", jit=True, tls=19290),
    ]


QUICK = ["nginx", "nginx-lua", "undertow", "cookie-gate"]
