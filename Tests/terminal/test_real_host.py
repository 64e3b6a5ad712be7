"""Has flows of the lab call a real server on this machine: played, in lines, and on the screen.

Run: python3 Tests/terminal/test_real_host.py. Needs what drive.py needs.
"""

import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from urllib.parse import parse_qs, urlsplit

from drive import ROOT, Checks, Session, binary, lab_copy

MOCK = "https://674481b1b4e2e04abea27c6e.mockapi.io"
STORY = "Flows/scenarios/global-error-story.scenario"
PERMISSION = ["--allow-private-host", "127.0.0.1"]


class Store(http.server.BaseHTTPRequestHandler):
    """Answers like the lab's mock store, from the lab document itself."""

    rows = []
    asked = []
    # Set by a test: what happens before the answer.
    gate = None
    place = ""

    def do_GET(self):
        Store.asked.append((self.path, self.headers.get("Authorization")))
        if Store.gate:
            Store.gate.wait(20)
        if Store.place:
            return self.redirect()
        query = parse_qs(urlsplit(self.path).query)
        body = json.dumps([r for r in Store.rows if [r["dn"]] == query.get("dn")]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            # Who asked has given up.
            pass

    def redirect(self):
        self.send_response(302)
        self.send_header("Location", Store.place)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def lab_folder(folder, port, real_hosts=None):
    """A copy of the lab whose flow asks this machine instead of the mock."""
    def change(lab):
        Store.rows = lab.pop("mockStores")[0]["collections"]["DynVars"]
        if real_hosts:
            lab["realHosts"] = real_hosts

    lab_copy(folder, change)
    flow = folder + "/Flows/Main_Flow.json"
    with open(flow, encoding="utf-8") as file:
        text = file.read().replace(MOCK, "http://127.0.0.1:%d" % port)
    os.unlink(flow)
    with open(flow, "w", encoding="utf-8") as file:
        file.write(text)
    return folder


def run(root, words, lines=()):
    done = subprocess.run(
        [binary(), *words[:1], "--root", root, *words[1:]],
        input="".join(line + "\n" for line in lines).encode(), capture_output=True, timeout=120,
        env=dict(os.environ, LANG="C.UTF-8"))
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_play(checks, root):
    story = os.path.join(ROOT, STORY)
    code, out, _ = run(root, ["play", "--trace", *PERMISSION, story])
    checks.equal("play: exit code", code, 0)
    checks.true("play: the trace names the real host", "127.0.0.1 answered, a real host" in out, out)
    checks.equal("play: what was asked", Store.asked[0],
                 ("/flowdesigner/Lab/DynVars?dn=4694096861", None))
    before = len(Store.asked)
    code, out, _ = run(root, ["play", "--trace", story])
    checks.equal("without permission: exit code", code, 1)
    checks.true("without permission: the reason", "flows may not call it" in out, out[-800:])
    code, out, _ = run(root, ["play", "--trace", "--allow-host", "127.0.0.1", story])
    checks.equal("this machine is private", code, 1)
    checks.true("this machine is private: why", "may not be reached" in out, out[-800:])
    code, out, errors = run(root, ["play", "--allow-host", "http://127.0.0.1", story])
    checks.equal("a host is a name alone", (code, out), (2, ""))
    checks.true("a host is a name alone: why", "the name or address of a host alone" in errors)
    code, out, errors = run(root, ["check", *PERMISSION])
    checks.equal("check calls nobody", code, 2)
    checks.true("only what was allowed was asked", len(Store.asked) == before, Store.asked)


def test_document(checks, port):
    with tempfile.TemporaryDirectory() as folder:
        root = lab_folder(folder, port, [{"host": "127.0.0.1", "isPrivate": True}])
        code, out, _ = run(root, ["play", os.path.join(ROOT, STORY)])
        checks.equal("allowed by the lab document", code, 0)
    for hosts, wanted in [
            (["http://x"], "is no name of a host"), ([7], "a name or an object"),
            ("x", "is no list"), ([{"host": "a", "isPrivat": True}], "isPrivate")]:
        with tempfile.TemporaryDirectory() as folder:
            out = run(lab_folder(folder, port, hosts), ["check"])[1]
            checks.true("check: %s" % hosts, wanted in out, out)


def test_redirects(checks, root):
    for place, wanted in [
            ("http://localhost:1/x", "302"), ("https://127.0.0.1/x", "302"), ("/again", "302")]:
        Store.place = place
        out = run(root, ["play", "--trace", *PERMISSION, os.path.join(ROOT, STORY)])[1]
        checks.true("redirect to %s is the answer" % place, "response: " + wanted in out, out[:1500])
    Store.place = ""


def test_lines(checks, root):
    code, out, errors = run(
        root, ["run", "--plain", *PERMISSION], ["dial Support", "next", "3", "wait 5", "queue Outdial_140_Queue"])
    checks.equal("lines: exit code", (code, errors), (0, ""))
    checks.true("lines: the callback that the real answer named", "0 calls and 1 callback" in out, out)


def test_screen(checks, root):
    """At 600 times the speed a second of real waiting would be ten minutes of a call."""
    Store.gate = threading.Event()
    with Session([binary(), "run", "--root", root, *PERMISSION], 100, 30) as screen:
        screen.wait_for("F2 Phone")
        screen.send(":dial Support\r")
        screen.wait_for("All agents are busy")
        asked = len(Store.asked)
        screen.send(":press 3\r:speed 600\r")
        screen.wait_for("×600")
        while len(Store.asked) == asked:
            screen.pump(0.05)
        screen.send("n")
        screen.wait_for("waits for a real host")
        Store.gate.set()
        Store.gate = None
        screen.wait_for("Outdial_140")
        checks.true("screen: no time-out at speed 600", "No answer within" not in screen.text())
        screen.wait_for("1  cb   +1 408 526 7209")
        checks.equal("screen: asked once", len(Store.asked), asked + 1)
        screen.send(":quit\r")


def main():
    checks = Checks()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Store)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_port
    with tempfile.TemporaryDirectory() as folder:
        root = lab_folder(folder, port)
        checks.run([
            lambda c: test_play(c, root), lambda c: test_document(c, port),
            lambda c: test_redirects(c, root), lambda c: test_lines(c, root),
            lambda c: test_screen(c, root)])
    server.shutdown()
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
