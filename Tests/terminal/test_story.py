"""Plays the stories of the shipped lab by keys in the real program.

Run: python3 Tests/terminal/test_story.py. Needs what drive.py needs.
"""

import os
import re
import signal
import sys
import tempfile

from drive import ROOT, Checks, Session, binary

COMMAND = [binary(), "--root", ROOT]
F2, F3, F4, F5, F6 = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~"
NUMBER = "14085267209"


def start(columns=80, rows=24, **options):
    session = Session(COMMAND, columns, rows, **options)
    session.wait_for(lambda s: "ready ×1" in s.row(0) and s.row(rows - 1).endswith("? help"))
    return session


def start_paused():
    """With the clock paused nothing changes but by keys, so that a story is the same each time."""
    session = start()
    session.send(" ")
    session.wait_for("paused ×1")
    return session


def next_until(session, wanted, most=12):
    """Presses n until a text is on the screen."""
    for _ in range(most):
        if wanted in session.text():
            return
        before = session.text()
        session.send("n")
        session.wait_for(lambda s: s.text() != before)
    session.wait_for(wanted)


def ask_for_callback(session, ending):
    session.send("\r")
    session.wait_for("● in call")
    next_until(session, "WantCallback ·")
    session.send("1")
    session.wait_for("NewNumber ·")
    session.send(NUMBER)
    session.wait_for("You typed 1 408 526 7209.")
    session.send("1")
    next_until(session, ending)


def test_duplicate_story(checks):
    with start_paused() as session:
        checks.seen("the phone opens with the lab's number", session, "dial   +1 469 409 6861")
        checks.seen("the agent starts Idle", session, "◌ Idle")
        session.wait_for("next: Enter to dial")
        checks.true("one line says the next act", True)
        ask_for_callback(session, "Your callback is scheduled.")
        next_until(session, "○ ended by flow")
        checks.seen("the callback waits", session,
                    lambda s: re.search(r"1  cb   \+1 408 526 7209 .* waiting", s.text()))
        # One n too many says that nothing will happen by itself; the next key takes that away.
        session.send(F5 + F2)
        session.wait_for("a second callback to the number is refused")
        ask_for_callback(session, "callbackStatus is Not Processed")
        for reason in ("why: task ", "callbackConnectTime is -1", "httpStatusCode is 200"):
            checks.seen("the refusal says: " + reason, session, reason)
        next_until(session, "○ ended by flow")
        session.send(F4 + "w")
        session.wait_for("Detail · CheckDuplicate")
        checks.seen("w leads to the condition", session, "▸1 CheckDuplicate")
        session.send("\x1b" + F3 + "a")
        session.wait_for("! Reserved")
        checks.seen("the offer names the number", session, "callback  +1 408 526 7209")
        session.send("a")
        session.wait_for("phone 2 ! rings")
        session.send(F2 + "p")
        session.wait_for("a answers")
        session.send("a")
        session.wait_for("with agent")
        session.send("h")
        session.wait_for("Wrap-up")
        session.send(F3 + "w")
        session.wait_for("1 Resolved")
        session.send("\r")
        session.wait_for("○ Available")
        checks.seen("nobody waits", session, "nobody waits")
        session.send("q")
        checks.equal("quit: exit code", session.wait_exit(), 0)
        check_left(checks, "quit", session)


def test_error_story(checks):
    with start_paused() as session:
        session.send("\r")
        next_until(session, "All agents are busy.")
        session.send("3")
        next_until(session, "Outdial_140_Queue ─")
        checks.seen("the error drops the call", session, "○ dropped by an error")
        session.send(F3 + "aa")
        session.wait_for("phone 2 ! rings")
        session.send(":answer\r")
        session.wait_for("with agent")
        session.send(":agent end\r")
        session.wait_for("Wrap-up")
        session.send(":agent wrapup\r")
        session.wait_for("○ Available")
        checks.true("the error story comes to its end", True)


def test_speed_and_reset(checks):
    with start() as session:
        session.send("\rn2:speed 600\r")
        session.wait_for("▶ ×600")
        session.wait_for(lambda s: "10:0" not in s.row(0), timeout=20)
        session.send(" ")
        session.wait_for("paused ×600")
        session.send(":reset\r")
        session.wait_for("Start again?")
        session.send("y")
        session.wait_for("ready ×1")
        checks.true("reset goes back to the start", "10:00:00" in session.row(0))
        session.send(":run 10:15\r")
        session.wait_for("It is 10:15:00")
        session.send(":sped 5\r")
        session.wait_for('did you mean "speed"?')
        checks.true("a wrong command is answered by a sentence", True)


def test_sizes(checks):
    with start() as session:
        session.resize(59, 20)
        session.wait_for("ivr-tui needs 60x16; this window is 59x20.")
        session.resize(60, 16)
        session.wait_for("F2 Phone")
        session.wait_gone("F4 Heard")
        checks.true("60x16: one pane", True)
        session.resize(160, 50)
        session.wait_for("F6 Trace")
        session.resize(80, 24)
        session.wait_for(lambda s: s.row(23).endswith("? help") and "─ F5 Queue" in s.text())
        checks.true("80x24 again", True)


def click(session, text, offset=0):
    """Presses and releases the left button on the first place of a text."""
    for y, row in enumerate(session.rows()):
        if text in row:
            place = "%d;%d" % (row.index(text) + offset + 1, y + 1)
            session.send("\x1b[<0;%sM\x1b[<0;%sm" % (place, place))
            return
    raise AssertionError("no %r on\n%s" % (text, session.text()))


def click_key(session, key):
    """Clicks on a key of the keypad, which stands at the same place in every 80x24 picture."""
    row = next(y for y, keys in enumerate(("123", "456", "789", "*0#")) if key in keys)
    column = ("147*", "2580", "369#").index(next(c for c in ("147*", "2580", "369#") if key in c))
    session.send("\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % ((6 + 9 * column, 5 + row) * 2))


def test_mouse(checks):
    with start_paused() as session:
        click(session, "Enter dial", 2)
        session.wait_for("● in call")
        next_until(session, "All agents are busy.")
        click_key(session, "1")
        checks.seen("a click presses a key", session, "NewNumber ·")
        for key in NUMBER:
            click_key(session, key)
        checks.seen("a number is clicked", session, "You typed 1 408 526 7209.")
        session.send("m")
        session.wait_for("m brings it back")
        checks.true("m gives the mouse to the terminal", b"1000l" in session.raw[-400:] or
                    session.raw.rfind(b"1000l") > session.raw.rfind(b"1000h"))
    with Session(COMMAND + ["--no-mouse"]) as session:
        session.wait_for("ready ×1")
        checks.true("--no-mouse asks for no reports", b"1000h" not in session.raw)


def test_looks(checks):
    with start_paused() as session:
        session.send("\r" + F6)
        session.wait_for("NewPhoneContact")
        session.send("/cont\r")
        checks.seen("a filter is shown", session, "/cont")
        session.send("z")
        checks.seen("zoom", session, "agent Idle")
        session.send("\x1b")
        session.wait_gone("/cont")
        session.send("\x1b")
        session.wait_gone("agent Idle ·")
        for theme in ("light", "safe", "mono", "default"):
            session.send(":theme %s\r" % theme)
            session.wait_gone(":theme")
        wanted = session.cell(2, 1).fg
        session.send(":theme mono\r")
        session.wait_for(lambda s: s.cell(0, 1).fg == "default")
        checks.true("themes change colours", wanted != "" and session.cell(0, 1).fg == "default")
        session.send(":borders ascii\r")
        checks.seen("frames of ASCII characters", session, "#= F6 Trace")
    with Session(COMMAND + ["--theme", "mono", "--ascii"]) as session:
        session.wait_for("#= F2 Phone")
        colors = {session.cell(x, y).fg for y in range(24) for x in range(80)}
        checks.equal("--theme mono: colours", colors, {"default"})


def test_settings(checks):
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(os.path.join(folder, "ivr-tui"))
        path = os.path.join(folder, "ivr-tui", "settings")
        with open(path, "w") as file:
            file.write("pause = F9\nborders = ascii\n")
        with start(environment={"XDG_CONFIG_HOME": folder}) as session:
            session.send("\r\x1b[20~")
            checks.seen("a key of the user", session, "paused ×1")
            checks.true("borders of the user", "#= F2 Phone" in session.text())
        with open(path, "a") as file:
            file.write("paus = x\n")
        with Session(COMMAND, columns=200, environment={"XDG_CONFIG_HOME": folder}) as session:
            checks.equal("a wrong setting: exit code", session.wait_exit(), 3)
            checks.true("a wrong setting: told", "settings:3:1: error IVR300" in session.text(),
                        session.text())


def check_left(checks, name, session):
    """The terminal is as the program found it."""
    checks.equal(name + ": modes", session.modes(), session.modes_before)
    checks.true(name + ": main screen", not session.in_alternate_screen)
    checks.true(name + ": cursor shown", not session.cursor_hidden)


def test_leaving(checks):
    with start() as session:
        session.send("\rn\x03")
        checks.equal("Ctrl-C: exit code", session.wait_exit(), 0)
        check_left(checks, "Ctrl-C", session)
    for number in (signal.SIGTERM, signal.SIGSEGV):
        with start() as session:
            session.send("\r")
            session.wait_for("● in call")
            session.kill(number)
            checks.equal("%s: status" % number.name, session.wait_exit(), -number)
            check_left(checks, number.name, session)
    session = start(keep_open=False)
    session.hang_up()
    checks.equal("hang-up: status", session.wait_exit(), -signal.SIGHUP)
    session.close()
    with start() as session:
        session.send("\rnq")
        session.wait_for("Quit?")
        session.send("n")
        session.wait_for("Still here.")
        checks.true("q asks while a call is live", not session.has_ended())
    with Session([binary(), "--root", "/nonexistent"], columns=200) as session:
        checks.equal("a lab that is not there: exit code", session.wait_exit(), 3)
        check_left(checks, "a lab that is not there", session)


def test_cost(checks):
    with start() as session:
        session.settle()
        before = session.ticks()
        checks.true("nothing is written before the first act", not session.pump(1))
        checks.equal("nothing is spent before the first act", session.ticks() - before, 0)
        session.send("\rn2n")
        session.wait_for("Nothing ahead within an hour")
        session.settle(0.5)
        ticks, switches, written = session.ticks(), session.switches(), len(session.raw)
        for _ in range(10):
            session.wait_for(lambda s, t=clock(session): clock(s) != t)
        spent = session.ticks() - ticks
        print("a call waiting for 10 s: %d ticks of 10 ms, %d switches, %d bytes"
              % (spent, session.switches() - switches, len(session.raw) - written))
        checks.true("a waiting call costs under 0.5 % of a core in a release build",
                    spent <= (5 if "release" in binary() else 15), str(spent))
        session.send(" ")
        session.wait_for("paused")
        session.wait_for("next: F3")
        session.settle(0.5)
        ticks = session.ticks()
        checks.true("nothing is written while paused", not session.pump(2))
        checks.equal("nothing is spent while paused", session.ticks() - ticks, 0)


def clock(session):
    return re.search(r"\d\d:\d\d:\d\d", session.row(0)).group()


def main():
    if not os.access(binary(), os.X_OK):
        print("no program at %s: build it, or set IVR_TUI" % binary())
        return 1
    checks = Checks()
    checks.run([function for name, function in sorted(globals().items()) if name.startswith("test_")])
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
