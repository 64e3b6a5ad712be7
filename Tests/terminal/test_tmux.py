"""The program inside tmux, a second terminal emulator, as people use it.

Run: python3 Tests/terminal/test_tmux.py. Needs what drive.py needs, and tmux.
"""

import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from drive import ROOT, Checks, Timeout, binary

NUMBER = "14085267209"


class Tmux:
    """A tmux server of its own with one window and a shell in it."""

    def __init__(self, columns=80, rows=24, environment=()):
        self.folder = tempfile.mkdtemp()
        settings = os.path.join(self.folder, "conf")
        with open(settings, "w", encoding="utf-8") as file:
            # Esc must not wait for a key behind it.
            file.write("set -g escape-time 10\nset -g default-terminal tmux-256color\nset -g status off\n")
        self.call("-f", settings, "new-session", "-d", "-x", str(columns), "-y", str(rows),
                  "env", "PS1=READY> ", *environment, "bash", "--norc", "--noprofile", "-i")
        self.wait_for("READY>")

    def call(self, *arguments):
        done = subprocess.run(["tmux", "-S", os.path.join(self.folder, "socket"), *arguments],
                              capture_output=True, text=True, check=False, timeout=60)
        if done.returncode:
            raise AssertionError("tmux %s: %s" % (arguments, done.stderr))
        return done.stdout

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.call("kill-server")
        shutil.rmtree(self.folder, ignore_errors=True)

    def keys(self, *names):
        """Sends keys by tmux's names."""
        self.call("send-keys", *names)

    def text(self, text):
        self.call("send-keys", "-l", text)

    def rows(self):
        return [row.rstrip() for row in self.call("capture-pane", "-p").split("\n")]

    def screen(self):
        return "\n".join(self.rows())

    def wait_for(self, wanted, timeout=30):
        found = wanted if callable(wanted) else (lambda rows: any(wanted in row for row in rows))
        end = time.monotonic() + timeout
        while not found(self.rows()):
            if time.monotonic() > end:
                raise Timeout("waited for %r; the screen is\n%s" % (wanted, self.screen()))

    def resize(self, columns, rows):
        self.call("resize-window", "-x", str(columns), "-y", str(rows))

    def start(self, options=""):
        self.text("%s --root %s %s" % (binary(), ROOT, options))
        self.keys("Enter")
        self.wait_for(lambda rows: any("ready ×1" in row or "ready x1" in row for row in rows[:1]))

    def program(self):
        """The process id of the program."""
        shell = self.call("display-message", "-p", "#{pane_pid}").strip()
        with open("/proc/%s/task/%s/children" % (shell, shell), encoding="utf-8") as file:
            return int(file.read().split()[0])

    def shell_works(self, checks, name):
        """The prompt is back, what is typed is shown, and the modes are the shell's."""
        self.wait_for(lambda rows: [row for row in rows if row][-1:] == ["READY>"])
        self.text("stty -a | grep -c -- ' icanon.* echo ' ; echo still$((40+2))")
        self.keys("Enter")
        self.wait_for("still42")
        checks.true(name + ": main screen", self.call("display-message", "-p", "#{alternate_on}").strip() == "0")
        checks.true(name + ": cursor shown", self.call("display-message", "-p", "#{cursor_flag}").strip() == "1")
        checks.true(name + ": no mouse", self.call("display-message", "-p", "#{mouse_any_flag}").strip() == "0")


def next_until(tmux, wanted, most=8):
    """Presses n until a text is on the screen; the clock must be paused."""
    for _ in range(most):
        before = tmux.rows()
        if any(wanted in row for row in before):
            return
        tmux.keys("n")
        tmux.wait_for(lambda rows: rows != before)
    tmux.wait_for(wanted)


def ask(tmux, ending):
    tmux.keys("Enter")
    tmux.wait_for("● in call")
    next_until(tmux, "WantCallback ·")
    tmux.keys("1")
    tmux.wait_for("NewNumber ·")
    tmux.text(NUMBER)
    tmux.wait_for("You typed 1 408 526 7209.")
    tmux.keys("1")
    next_until(tmux, ending)


def test_story(checks):
    with Tmux() as tmux:
        tmux.start()
        tmux.keys("Space")
        tmux.wait_for("paused")
        ask(tmux, "Your callback is scheduled.")
        next_until(tmux, "○ ended by flow")
        ask(tmux, "callbackStatus is Not Processed")
        checks.true("the refusal names the task", "why: task" in tmux.screen(), tmux.screen())
        tmux.resize(20, 5)
        tmux.wait_for("ivr-tui needs")
        tmux.resize(80, 24)
        tmux.wait_for("─ F5 Queue")
        checks.true("20x5 and back", "callbackStatus is Not Processed" in tmux.screen(), tmux.screen())
        tmux.resize(160, 50)
        tmux.wait_for("F6 Trace")
        tmux.keys("q")
        tmux.wait_for("Quit?")
        tmux.keys("y")
        tmux.shell_works(checks, "q y")


def test_suspend(checks):
    with Tmux() as tmux:
        tmux.start()
        tmux.keys("C-z")
        tmux.wait_for("Stopped")
        tmux.shell_works(checks, "Ctrl-Z")
        tmux.text("fg")
        tmux.keys("Enter")
        tmux.wait_for("F2 Phone")
        checks.true("fg: mouse again", tmux.call("display-message", "-p", "#{mouse_any_flag}").strip() == "1")
        tmux.keys("q")
        tmux.shell_works(checks, "q after fg")


def test_signals(checks):
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGSEGV, signal.SIGABRT):
        with Tmux() as tmux:
            tmux.start()
            os.kill(tmux.program(), number)
            tmux.shell_works(checks, number.name)


def test_types(checks):
    for kind in ("vt100", "screen-256color", "xterm-256color"):
        with Tmux(environment=("TERM=" + kind,)) as tmux:
            tmux.start()
            checks.true(kind + ": frames", "┏━ F2 Phone" in tmux.screen(), tmux.screen())
            tmux.keys("q")
            tmux.shell_works(checks, kind)
    with Tmux(environment=("TERM=dumb",)) as tmux:
        tmux.text("%s --root %s" % (binary(), ROOT))
        tmux.keys("Enter")
        tmux.wait_for("TERM is 'dumb'")
        tmux.shell_works(checks, "dumb")
    with Tmux(environment=("LANG=C", "LC_ALL=C")) as tmux:
        tmux.start("--theme mono")
        checks.true("LANG=C: no rubbish", "F2 Phone" in tmux.screen() and "~" not in tmux.screen()[:80], tmux.screen())
        tmux.keys("q")
        tmux.shell_works(checks, "LANG=C")


def test_closed(checks):
    tmux = Tmux()
    tmux.start()
    process = os.pidfd_open(tmux.program())
    tmux.__exit__()
    ended, _, _ = select.select([process], [], [], 30)
    checks.true("a closed terminal ends the program", bool(ended))
    os.close(process)


def main():
    if not shutil.which("tmux") or not os.access(binary(), os.X_OK):
        print("no tmux, or no program at %s: build it, or set IVR_TUI" % binary())
        return 1
    checks = Checks()
    checks.run([function for name, function in sorted(globals().items()) if name.startswith("test_")])
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
