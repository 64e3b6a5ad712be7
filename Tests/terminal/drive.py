"""Drives a terminal program through a pseudo-terminal and reads its screen.

Needs only Python 3.9 or newer and pyte. Nothing here sleeps: every wait ends with what it waits for
or raises Timeout with the screen in its message.
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import termios
import time

import pyte

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# What the mark of a picture's beginning may look like when a read ends within it.
MARK_HEADS = tuple(b"\x1b[?2026"[:length] for length in range(1, 8))

UP, DOWN, RIGHT, LEFT = "\x1bOA", "\x1bOB", "\x1bOC", "\x1bOD"


def binary():
    """The program to drive: $IVR_TUI, else the debug build."""
    return os.environ.get("IVR_TUI") or os.path.join(ROOT, ".build", "debug", "ivr-tui")


def lab_copy(folder, change):
    """Puts a copy of the lab into a folder, its document changed by a function; the folder."""
    os.mkdir(folder + "/Flows")
    for name in os.listdir(ROOT + "/Flows"):
        if name != "lab.json":
            os.symlink(ROOT + "/Flows/" + name, folder + "/Flows/" + name)
    os.symlink(ROOT + "/Prompts", folder + "/Prompts")
    with open(ROOT + "/Flows/lab.json", encoding="utf-8") as file:
        lab = json.load(file)
    change(lab)
    with open(folder + "/Flows/lab.json", "w", encoding="utf-8") as file:
        json.dump(lab, file)
    return folder


class Timeout(AssertionError):
    """What was waited for did not come."""


class _Emulator(pyte.Screen):
    """pyte with the repeat sequence (REP), which ncurses uses for ASCII runs."""

    def __init__(self, columns, lines):
        self.last_drawn = " "
        super().__init__(columns, lines)

    def draw(self, data):
        if data:
            self.last_drawn = data[-1]
        super().draw(data)

    def repeat_character(self, count=1, **_):
        super().draw(self.last_drawn * (count or 1))


class _Stream(pyte.ByteStream):
    csi = dict(pyte.ByteStream.csi, b="repeat_character")
    events = pyte.ByteStream.events | {"repeat_character"}


class Session:
    """One run of a program on a pseudo-terminal of its own.

    `environment` replaces variables (None removes one) of a small fixed environment.
    """

    def __init__(self, arguments, columns=80, rows=24, environment=None, keep_open=True):
        self.columns, self.rows_count = columns, rows
        self.raw = b""
        self.held = b""
        self.status = None
        self.emulator = _Emulator(columns, rows)
        self.stream = _Stream(self.emulator)
        self.master, slave = pty.openpty()
        self._resize_only(columns, rows)
        self.modes_before = termios.tcgetattr(slave)
        variables = self._environment(environment)
        self.pid = os.fork()
        if self.pid == 0:
            self._become(arguments, slave, variables)
        # Held open, so that the modes can be read after the program has ended.
        self.slave = slave if keep_open else None
        if not keep_open:
            os.close(slave)
        self.pidfd = os.pidfd_open(self.pid)

    @staticmethod
    def _environment(changes):
        variables = {
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": os.environ.get("HOME", "/"),
        }
        if "LD_LIBRARY_PATH" in os.environ:
            variables["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
        variables.update(changes or {})
        return {name: value for name, value in variables.items() if value is not None}

    @staticmethod
    def _become(arguments, slave, variables):
        try:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(slave, descriptor)
            os.closerange(3, 256)
            for number in (signal.SIGPIPE, signal.SIGINT, signal.SIGTSTP, signal.SIGHUP):
                signal.signal(number, signal.SIG_DFL)
            os.execve(arguments[0], arguments, variables)
        finally:
            os._exit(127)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Ends the program if it still runs and frees the terminal."""
        if self.status is None:
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)
            self.wait_exit()
        for descriptor in (self.master, self.slave, self.pidfd):
            if descriptor is not None:
                os.close(descriptor)
        self.master = self.slave = self.pidfd = None

    # -- input --

    def send(self, text):
        """Types a text or bytes; escape sequences as the terminal would send them."""
        data = text.encode() if isinstance(text, str) else text
        while data:
            data = data[os.write(self.master, data):]

    def resize(self, columns, rows):
        """Changes the size; the kernel tells the program."""
        self.columns, self.rows_count = columns, rows
        self.emulator.resize(rows, columns)
        self._resize_only(columns, rows)

    def _resize_only(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def kill(self, number):
        """Sends the program a signal."""
        signal.pidfd_send_signal(self.pidfd, number)

    def hang_up(self):
        """Closes the terminal under the program."""
        os.close(self.master)
        self.master = None

    # -- output --

    def pump(self, timeout):
        """Reads what there is, waiting at most `timeout` seconds; answers whether bytes came."""
        if self.master is None:
            return False
        ready, _, _ = select.select([self.master], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.raw += data
        self._show(data)
        return bool(data)

    def _show(self, data):
        """Feeds the emulator whole pictures only, as a terminal with synchronized output does."""
        self.held += data
        begin, end = self.held.rfind(b"\x1b[?2026h"), self.held.rfind(b"\x1b[?2026l")
        ready = begin if begin > end else len(self.held)
        if begin <= end and self.held.endswith(MARK_HEADS):
            ready = self.held.rfind(b"\x1b")
        self.stream.feed(self.held[:ready])
        self.held = self.held[ready:]

    def settle(self, quiet=0.15):
        """Reads until nothing has come for `quiet` seconds: for counting bytes, not for waiting."""
        while self.pump(quiet):
            pass

    def wait_for(self, wanted, timeout=30):
        """Waits until a text is on the screen, or a function of this session answers true."""
        found = wanted if callable(wanted) else (lambda session: wanted in session.text())
        end = time.monotonic() + timeout
        while not found(self):
            left = end - time.monotonic()
            if left <= 0:
                raise Timeout("waited for %r; the screen is\n%s" % (wanted, self.text()))
            if not self.pump(min(left, 0.5)) and self.has_ended() and not self.pump(0):
                if found(self):
                    return
                raise Timeout("ended while waiting for %r:\n%s" % (wanted, self.text()))

    def wait_gone(self, unwanted, timeout=30):
        """Waits until a text is no longer on the screen."""
        self.wait_for(lambda session: unwanted not in session.text(), timeout)

    def rows(self):
        """The screen's lines without trailing spaces; a wide character stands once."""
        return [line.rstrip() for line in self.emulator.display]

    def row(self, index):
        return self.rows()[index]

    def text(self):
        return "\n".join(self.rows())

    def cell(self, x, y):
        """pyte's character at a place: data, fg, bg, bold, reverse ..."""
        return self.emulator.buffer[y][x]

    @property
    def in_alternate_screen(self):
        """Whether the last switch in the output was into the alternate screen."""
        return self.raw.rfind(b"\x1b[?1049h") > self.raw.rfind(b"\x1b[?1049l")

    @property
    def cursor_hidden(self):
        return self.raw.rfind(b"\x1b[?25l") > max(
            self.raw.rfind(b"\x1b[?25h"), self.raw.rfind(b"\x1b[?12;25h"))

    def modes(self):
        """The terminal's modes now, as termios gives them."""
        return termios.tcgetattr(self.slave)

    # -- the process --

    def has_ended(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = status
        return self.status is not None

    def wait_exit(self, timeout=30):
        """Waits for the end; the exit code, or minus the signal's number."""
        end = time.monotonic() + timeout
        while not self.has_ended():
            left = end - time.monotonic()
            if left <= 0:
                raise Timeout("the program does not end; the screen is\n" + self.text())
            watched = [self.pidfd] + ([self.master] if self.master is not None else [])
            ready, _, _ = select.select(watched, [], [], left)
            if self.master in ready:
                if not self.pump(0):
                    select.select([self.pidfd], [], [], max(0, left))
        while self.pump(0):
            pass
        return os.waitstatus_to_exitcode(self.status)

    def ticks(self):
        """Processor time used so far, in clock ticks (usually 10 ms)."""
        with open("/proc/%d/stat" % self.pid) as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def switches(self):
        """How often the process has been given a processor after waiting for something."""
        with open("/proc/%d/status" % self.pid) as file:
            lines = [line.split() for line in file if "ctxt_switches" in line]
        return sum(int(line[1]) for line in lines)


class Checks:
    """Counts checks and prints the closing line that CI reads."""

    def __init__(self):
        self.passed = self.failed = 0

    def seen(self, name, session, wanted):
        """A text comes on the screen, or a function of the session answers true, in good time."""
        try:
            session.wait_for(wanted)
            self.true(name, True)
        except Timeout as problem:
            self.true(name, False, str(problem))

    def equal(self, name, found, wanted):
        self.true(name, found == wanted, "found %r, wanted %r" % (found, wanted))

    def true(self, name, holds, detail=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print("FAILED %s %s" % (name, detail))

    def run(self, functions):
        """Runs each test function with these checks; an exception is one failure."""
        for function in functions:
            try:
                function(self)
            except Exception as problem:  # noqa: BLE001 - every problem is a failed check
                self.true(function.__name__, False, "%s: %s" % (type(problem).__name__, problem))

    def finish(self):
        """Prints the totals; the exit code."""
        print("%d passed, %d failed" % (self.passed, self.failed))
        return 1 if self.failed else 0
