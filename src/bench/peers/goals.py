"""The gate's goals as ratios within one run, and whether they are met."""

GOALS = [
    ("page", "nginx-lua", 0.48, "moonshot 0.38"),
    ("page-yes", "nginx", 1.3, ""),
    ("small", "nginx", 1.35, ""),
    ("small", "undertow", 1.0, "cheaper than Undertow"),
    ("gzip", "nginx-lua", 0.11, "seen before"),
    ("unique", "nginx-lua", 1.0, "moonshot 0.5"),
    ("5mb", "nginx", 1.3, ""),
]


def report(figures):
    """Prints each goal of which both figures are there."""
    rows = [(name, peer, most, note) for name, peer, most, note in GOALS
            if (name, peer) in figures and (name, "cookie-gate") in figures]
    if rows:
        print("\n| work | against | ratio | at most | |\n|---|---|---|---|---|")
    for name, peer, most, note in rows:
        ratio = figures[name, "cookie-gate"] / figures[name, peer]
        print(f"| {name} | {peer} | {ratio:.2f} | {most}{', ' + note if note else ''} | {'met' if ratio <= most else 'not met'} |")
