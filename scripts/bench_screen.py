#!/usr/bin/env python3
"""Measures row 13 on the real program in a pseudo-terminal and prints JSON lines as ivr-bench does.

$IVR_TUI names the program; it should be a release build.
"""

import json
import os
import re
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Tests", "terminal"))

from drive import DOWN, ROOT, Session, binary  # noqa: E402

COLUMNS, ROWS, WAITING, KEYS = 160, 50, 10_000, 400
F5 = "\x1b[15~"


def start(*options, columns=COLUMNS, rows=ROWS):
    session = Session([binary(), "--root", ROOT, "run", *options], columns, rows)
    return session


def line(workload, unit, ours, at_most):
    print(json.dumps({"row": 13, "workload": workload, "unit": unit, "ours": ours,
                      "atMost": at_most, "peer": None}), flush=True)


def until_output(session):
    """Seconds until the first byte of an answer has come; reads on until the picture is whole."""
    begin = time.perf_counter()
    while not session.pump(1):
        pass
    end = time.perf_counter()
    session.settle(0.005)
    return end - begin


def key_to_cells():
    """Scrolls a line of 10,000 callbacks up and down: each key changes every row of the pane."""
    with start("--waiting", str(WAITING)) as session:
        session.wait_for("%d callbacks" % WAITING, timeout=60)
        session.send(F5)
        session.wait_for("/ filter")
        times = []
        for number in range(KEYS):
            session.settle(0.04)
            session.send(DOWN if number < KEYS / 2 else "k")
            times.append(until_output(session) * 1000)
        times.sort()
        line("key to changed cells, 10,000 in the queue, 160x50, median", "ms", statistics.median(times), 16)
        line("the same, 99 of 100", "ms", times[len(times) * 99 // 100], 16)


def clock(session):
    return re.search(r"\d\d:\d\d:\d\d", session.row(0)).group()


def bytes_and_idle():
    with start() as session:
        session.wait_for("ready ×1")
        session.settle()
        ticks = session.ticks()
        session.pump(10)
        line("processor while idle, 10 s", "% of a core", (session.ticks() - ticks) / 10, 0)
        # A clock that runs and a call that is over: what changes is the clock and one state's time.
        session.send("\rnh")
        session.wait_for("○ hung up")
        session.settle(0.5)
        per_second = []
        for _ in range(12):
            before, last = len(session.raw), clock(session)
            session.wait_for(lambda s: clock(s) != last)
            session.settle(0.05)
            per_second.append(len(session.raw) - before)
        line("bytes for a changed second of the clock, median", "bytes", statistics.median(per_second), 64)


def first_frame():
    times = []
    for _ in range(10):
        begin = time.perf_counter()
        with start() as session:
            # Read raw: the emulator here takes longer for a picture than the program does.
            seen = b""
            while b"help" not in seen:
                seen += os.read(session.master, 65536)
            times.append((time.perf_counter() - begin) * 1000)
    line("start to the first picture, median of 10", "ms", statistics.median(times), 100)


if __name__ == "__main__":
    key_to_cells()
    bytes_and_idle()
    first_frame()
