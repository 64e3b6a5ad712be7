"""Speaks with the lab in lines, through pipes and on a terminal.

Run: python3 Tests/terminal/test_plain.py. Needs what drive.py needs.
"""

import difflib
import os
import subprocess
import sys

from drive import ROOT, Checks, Session, binary

GOLDEN = os.path.join(ROOT, "Tests", "Snapshots", "demo-duplicates.txt")
ASK = ["dial Support", "next", "1", "14085267209", "1", "next", "next"]


def run(arguments, lines=(), **environment):
    """The exit code, the lines of output and the errors of a run with piped input."""
    variables = {"TERM": "dumb", "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", ""), **environment}
    if "LD_LIBRARY_PATH" in os.environ:
        variables["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    done = subprocess.run(
        [binary(), "--root", ROOT] + arguments, input="".join(line + "\n" for line in lines).encode(),
        capture_output=True, timeout=60, env=variables)
    return done.returncode, done.stdout.decode().split("\n")[:-1], done.stderr.decode()


def harmless(lines):
    return all(character.isprintable() for line in lines for character in line)


def test_duplicate_story(checks):
    commands = ASK + ["queue"] + ASK + [
        "queue", "agent available", "agent accept", "answer", "status", "agent end",
        "agent wrapup Resolved", "queue"]
    code, lines, errors = run(["--plain"], commands)
    checks.equal("story: exit code", (code, errors), (0, ""))
    checks.true("story: no control sequences", harmless(lines), lines)
    wanted = [
        "10:00:00 phone 1: dials +14694096861, Support",
        "10:00:02 phone 1 hears: All agents are busy.",
        "10:00:02 phone 1 presses 1",
        "10:00:02 phone 1 presses 14085267209",
        "phone 1 hears: Your callback is scheduled.",
        "phone 1: the flow ends the call after",
        "Support_Queue holds 0 calls and 1 callback, its guard refuses duplicates.",
        "phone 1: why: task ", "callbackConnectTime is -1", "callbackStatus is Not Processed",
        "httpStatusCode is 200", "A callback to this number is already waiting.",
        "Support_Queue holds 0 calls and 1 callback", "Agent 1 is Available",
        "Agent 1 is offered the callback to 14085267209, Support_Queue",
        "phone 2: rings, the callback to +14085267209", "phone 2: talks with Agent 1",
        "with an agent", "Agent 1 is Wrap-up", "the agent ends the call",
        "Support_Queue holds 0 calls and 0 callbacks",
    ]
    rest = iter(lines)
    missing = [text for text in wanted if not any(text in line for line in rest)]
    checks.true("story: all lines in order", not missing, "\n".join(missing[:1] + lines))
    checks.equal("story: the same twice", run(["run", "--plain"], commands)[1], lines)


def test_ends(checks):
    checks.equal("nothing said", run(["--plain"]), (0, [], ""))
    code, lines, _ = run(["--plain"], ["dail Support", "agent accept", "quit", "status"])
    checks.equal("bad commands end nothing", (code, lines), (0, [
        'There is no command "dail"; did you mean "dial"?', "Agent 1 is Idle: not now."]))
    code, lines, _ = run(["--plain"], ["help"])
    checks.true("help names the commands", any(line.startswith("dial NAME|NUMBER:") for line in lines))
    for words in (["play", "--plain", "x"], ["check", "--plain"], ["demo", "a", "b"]):
        code, lines, errors = run(words)
        checks.equal("%s: usage" % words, (code, lines), (2, []))
    code, lines, errors = run(["demo", "duplicate"])
    checks.equal("unknown demo", (code, lines), (2, []))
    checks.true("unknown demo: a sentence", 'did you mean "duplicates"?' in errors, errors)
    code, lines, _ = run(["demo"])
    checks.true("demos are listed", code == 0 and "duplicates: Before, Race" in lines[0], lines)


def test_ascii(checks):
    code, lines, _ = run(["--plain"], ASK + ASK + ["status"], LANG="C")
    checks.true("LANG=C: ASCII only", all(line.isascii() for line in lines), lines)
    checks.true("LANG=C: stand-ins", any("Idle . Lunch" in line for line in lines), lines)


def test_foreign_flow(checks):
    flow = os.path.join(ROOT, "Flows", "Main_Flow_before.json")
    code, lines, errors = run(["run", "--plain", flow], ["status"])
    checks.true("a flow from elsewhere", code == 0 and "Next: dial" in "".join(lines), (lines, errors))


def test_demo(checks):
    code, lines, errors = run(["demo", "duplicates", "--plain"])
    checks.equal("demo: exit code", (code, errors), (0, ""))
    ends = [line for line in lines if line.startswith("At the end")]
    checks.equal("demo: what waits", [line.split()[6] for line in ends], ["3", "2", "1", "1"])
    if os.environ.get("IVR_RECORD"):
        with open(GOLDEN, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    with open(GOLDEN, encoding="utf-8") as file:
        golden = file.read().split("\n")[:-1]
    checks.true("demo: golden", lines == golden, "\n".join(
        difflib.unified_diff(golden, lines, "golden", "now", lineterm="")))


def test_terminal(checks):
    with Session([binary(), "--root", ROOT, "--plain"], 100, 40,
                 environment={"TERM": "dumb"}) as session:
        session.wait_for("Next: dial Support")
        session.send("dial Support\n")
        session.wait_for("phone 1 hears: Thank you for calling the lab.")
        session.wait_for("phone 1 hears: All agents are busy.")
        checks.true("terminal: real time", True)
        session.send("stauts\n")
        session.wait_for('did you mean "status"?')
        session.send("status\n")
        session.wait_for("Phone 1 is in a call for")
        session.send("1\n14085267209\n1\n")
        session.wait_for("hears: Your callback is scheduled.")
        checks.true("terminal: no control sequence", b"\x1b" not in session.raw)
        session.send("\x04")
        checks.equal("terminal: end of input", session.wait_exit(), 0)
        checks.equal("terminal: modes", session.modes(), session.modes_before)


def test_dumb_terminal(checks):
    with Session([binary(), "--root", ROOT], 200, 24, environment={"TERM": "dumb"}) as session:
        checks.equal("TERM=dumb: exit code", session.wait_exit(), 4)
        checks.true("TERM=dumb: names --plain", "ivr-tui --plain" in session.text(), session.text())


def test_demo_on_a_terminal(checks):
    with Session([binary(), "--root", ROOT, "demo", "duplicates"]) as session:
        session.wait_for("Demo 1/4 Before")
        session.wait_for("in call", timeout=20)
        session.send(" ")
        session.wait_for("paused · 1/4 Before")
        session.send("\x1bOC")
        session.wait_for("Demo 2/4 Race")
        session.send("h")
        session.wait_for("the lab is yours; space lets")
        session.send("q")
        checks.equal("demo on the screen: quit", session.wait_exit(), 0)
        checks.equal("demo on the screen: modes", session.modes(), session.modes_before)
    with Session([binary(), "--root", ROOT, "demo", "duplicates", "--plain"], 100, 40) as session:
        session.wait_for("Nobody checks anything here")
        session.send("next\n")
        session.wait_for("Chapter 2 of 4: Race")
        session.send("status\n")
        session.wait_for("The demo has stopped and the lab is yours.")
        session.wait_for("its guard is off")
        session.send("quit\n")
        checks.equal("demo in lines: quit", session.wait_exit(), 0)


def main():
    checks = Checks()
    checks.run([test_duplicate_story, test_ends, test_ascii, test_foreign_flow, test_demo,
                test_terminal, test_dumb_terminal, test_demo_on_a_terminal])
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
