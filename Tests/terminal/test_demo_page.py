"""Asks for callbacks at /demo in headless Chromium, by the keyboard alone, at two widths.

Run: python3 Tests/terminal/test_demo_page.py; with --pictures FOLDER it draws the pictures of the
pages instead. Needs what drive.py needs, and Debian's chromium.
"""

import html
import http.server
import json
import os
import sys
import tempfile
import threading
import time

from browser import RULES, Browser, executable
from drive import ROOT, Checks, Session, binary
import test_http
from test_http import ask

PHONE, DESKTOP = (375, 812), (1280, 800)
AGENT = test_http.AGENT
NUMBER = "+1 408 526 7209"
SHOWN = "+1\u00a0408\u00a0526\u00a07209"
POLICY = ("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
          "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")


def set_agent(port, state, agent=AGENT):
    body = {"state": state, "auxCodeId": "0", "agentId": agent}
    return ask(port, "PUT", "/v1/agents/session/state", body).status


def newest_task(port):
    return tasks(port)[-1]["id"]


def tasks(port):
    """The tasks of the last hour of the lab's clock."""
    now = test_http.instant(ask(port, "GET", "/", token=None).headers["X-IVR-Time"])
    return json.loads(ask(port, "GET", "/v1/tasks?from=%d" % (now - 3600000)).text)["data"]


def look(checks, page, name, port):
    """Everything that holds for each page at each width, light and dark."""
    page.wait("document.readyState === 'complete'")
    for scheme in ("light", "dark"):
        page.call("Emulation.setEmulatedMedia", {"features": [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"}]})
        result = page.evaluate(RULES)
        checks.equal("%s, %s: rules" % (name, scheme), result["found"], [])
    page.call("Emulation.setEmulatedMedia", {"features": []})
    wide = "document.documentElement.scrollWidth > innerWidth"
    checks.equal(name + ": no horizontal scrolling", page.evaluate(wide), False)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    checks.equal(name + ": text at 200 %", page.evaluate(wide), False)
    page.evaluate("document.documentElement.removeAttribute('style')")
    # The browser also notes that a page with an error came with its status.
    complaints = [text for text in page.complaints if "status of 422" not in text]
    checks.equal(name + ": no complaints", complaints, [])
    ours = "http://127.0.0.1:%d/" % port
    foreign = [url for _, url in page.requests if not url.startswith(ours)
               and url != "about:blank"]
    checks.equal(name + ": nothing from elsewhere", foreign, [])


def fill(checks, page, name, number, downs):
    """Fills the form in and sends it, by the keyboard alone."""
    way = page.tab_to("phone")
    checks.true(name + ": the focus is seen on the way", all(seen for _, seen in way), way)
    page.type(number)
    checks.equal(name + ": typed", page.evaluate("document.getElementById('phone').value"), number)
    page.press("Tab")
    checks.equal(name + ": the choices", page.focus(), ["when-now", True])
    page.press(*["ArrowDown"] * downs)
    chosen = ["when-now", "when-in5", "when-agent"][downs]
    checks.equal(name + ": chosen", page.focus(), [chosen, True])
    checks.true(name + ": checked", page.evaluate(
        "document.getElementById('%s').checked" % chosen))
    page.press("Tab")
    checks.equal(name + ": the button", page.focus(), ["Call me back", True])
    page.press("Enter")


def title(page, text):
    """Waits for what the page says in its live region."""
    page.wait("document.querySelector('[role=status] .title')?.textContent === %s"
              % json.dumps(text))


def test_phone(checks):
    """A whole callback beside the lab's screen: asked in the browser, answered on the screen."""
    with Browser() as browser, Session([binary(), "--root", ROOT], 160, 50) as session:
        port, _ = test_http.serve_on_screen(session)
        site = "http://127.0.0.1:%d/demo" % port
        page = browser.page(*PHONE, is_phone=True)
        page.open(site)
        look(checks, page, "form, phone", port)
        page.press("Tab")
        checks.equal("the skip link comes first", page.focus(), ["Skip to the content", True])
        page.press("Enter")
        page.wait("document.activeElement.id === 'main'")
        tree = page.tree()
        for role, name in (("heading", "We call you back"), ("textbox", "Your telephone number"),
                           ("radio", "Now"), ("radio", "In five minutes"),
                           ("radio", "When an agent is free"), ("button", "Call me back"),
                           ("group", "When shall we call?")):
            checks.true("assistive technology: %s %s" % (role, name), (role, name) in tree, tree)
        fill(checks, page, "phone", NUMBER, 2)
        title(page, "You are next in line")
        page.wait("document.querySelector('[data-live]').textContent === 'Live'")
        look(checks, page, "request, phone", port)
        checks.true("the number is shown", SHOWN in page.text())
        checks.seen("it waits on the lab's screen", session,
                    lambda s: "cb   +1 408 526 7209" in s.text())

        again = browser.page(*PHONE, is_phone=True)
        again.open(site)
        fill(checks, again, "again", "408 526 7209", 0)
        title(again, "You already have a callback waiting")
        look(checks, again, "refused, phone", port)
        again.tab_to("Ask again")
        again.press("Enter")
        again.wait_text("When shall we call?")

        checks.equal("available", set_agent(port, "Available"), 202)
        title(page, "An agent is ready for you")
        task = newest_task(port)
        checks.equal("accept", ask(port, "POST", "/v1/tasks/%s/accept" % task, b"").status, 202)
        title(page, "Your phone is ringing")
        checks.equal("nothing to cancel", page.evaluate(
            "document.querySelector('[data-cancel]').hidden"), True)
        session.wait_for("p for phone 2, then a to answer")
        session.send("pa")
        title(page, "You are on the line with us")
        checks.equal("end", ask(port, "POST", "/v1/tasks/%s/end" % task, b"").status, 202)
        title(page, "Your callback is done")
        page.wait("!document.querySelector('[data-over]').hidden")
        look(checks, page, "done, phone", port)
        checks.equal("one connection told all", len(
            [url for _, url in page.requests if "/demo/events" in url]), 1)
        session.send(":reset\r")
        session.wait_for("Start again?")
        session.send("y")
        session.wait_for("ready ×1")
        page.call("Page.reload")
        page.wait_text("We do not know this request")


def test_desktop(checks):
    """Board, cancelling, the paused clock's and the stopping server's streams."""
    with Browser() as browser, test_http.Served() as served:
        port = served.port
        site = "http://127.0.0.1:%d/demo" % port
        page = browser.page(*DESKTOP)
        page.open(site)
        look(checks, page, "form, desktop", port)
        page.tab_to("Wall board")
        page.press("Enter")
        page.wait("document.querySelector('[data-live]')?.textContent === 'Live'")
        look(checks, page, "board, desktop", port)
        field = "document.querySelector('[data-field=\"%s\"]').textContent"
        checks.equal("nobody waits", page.evaluate(field % "waiting"), "0")

        visitor = browser.page(*DESKTOP)
        visitor.open(site)
        fill(checks, visitor, "nothing typed", "", 1)
        visitor.wait_text("Enter a telephone number that we can call")
        checks.equal("the focus is on what is wrong", visitor.focus(), ["phone", True])
        checks.true("the title tells it", visitor.evaluate("document.title").startswith("Error"))
        look(checks, visitor, "wrong, desktop", port)
        visitor.type("<b>1</b>")
        visitor.press("Enter")
        visitor.wait("document.readyState === 'complete'"
                     " && document.getElementById('phone').value === '<b>1</b>'")
        checks.equal("what was typed is text", visitor.evaluate(
            "document.querySelectorAll('b').length"), 0)
        visitor.open(site)
        fill(checks, visitor, "desktop", NUMBER, 2)
        title(visitor, "You are next in line")
        look(checks, visitor, "request, desktop", port)
        page.wait(field % "waiting" + " === '1'")
        page.wait(field % "callbacks" + " === '1'")
        page.wait(field % "longest" + " !== '–'")
        checks.true("the board names no customer", "526" not in page.text(), page.text())
        checks.equal("the browser tells its origin", set(visitor.sent_headers.get("origin", [])),
                     {"http://127.0.0.1:%d" % port})
        visitor.tab_to("Cancel this callback")
        visitor.press("Space")
        title(visitor, "Your request is cancelled")
        page.wait(field % "waiting" + " === '0'")
        set_agent(port, "Available")
        page.wait(field % "ready" + " === '1'")
        checks.equal("no referrer leaves", [
            value for value in visitor.sent_headers.get("referer", []) if "callbacks/" in value], [])
        token = served_token()
        checks.true("the tenant's token is nowhere", token not in visitor.evaluate(
            "document.documentElement.outerHTML"))
        start = time.monotonic()
        code, log = served.stop()
        checks.equal("stopping with open streams", code, 0)
        checks.true("it does not wait for them", time.monotonic() - start < 4)
        checks.true("no key in the log", all("/demo/callbacks/…" in line for line in log
                                             if "/demo/callbacks/" in line), log)
        checks.true("streams are in the log", any("/demo/board/events 200" in line
                                                  for line in log), log)


def served_token():
    with open(ROOT + "/Flows/lab.json", encoding="utf-8") as file:
        return json.load(file)["webCallback"]["tenants"][0]["token"]


def test_without_script(checks):
    """The same without JavaScript; the page looks again by itself."""
    with Browser() as browser, test_http.Served() as served:
        page = browser.page(*PHONE, is_phone=True)
        page.call("Emulation.setScriptExecutionDisabled", {"value": True})
        page.open("http://127.0.0.1:%d/demo" % served.port)
        fill(checks, page, "no script", NUMBER, 2)
        page.wait_text("You are next in line")
        checks.equal("no script: no stream", [
            url for _, url in page.requests if "events" in url], [])
        set_agent(served.port, "Available")
        page.wait_text("An agent is ready for you")
        checks.equal("no script: no complaints", page.complaints, [])


class Thief(http.server.BaseHTTPRequestHandler):
    """A page of another server that sends its visitors' browsers to the lab."""

    target = ""

    def do_GET(self):
        body = ("<!DOCTYPE html><html lang=en><title>x</title><form method=post action=%s>"
                "<input name=phone value=14085267209><input name=when value=agent>"
                "<button>Win</button></form>" % html.escape(Thief.target, quote=True)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def test_other_origin(checks):
    thief = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Thief)
    threading.Thread(target=thief.serve_forever, daemon=True).start()
    with Browser() as browser, test_http.Served() as served:
        Thief.target = "http://127.0.0.1:%d/demo/callbacks" % served.port
        for host in ("127.0.0.1", "localhost"):
            page = browser.page(*DESKTOP)
            page.open("http://%s:%d/" % (host, thief.server_port))
            page.press("Tab", "Tab", "Tab", "Enter")
            page.wait_text("That did not work")
            checks.true("a form of %s is refused" % host,
                        "A page of another site may not change the lab" in page.text(), page.text())
        checks.equal("no callback was made", tasks(served.port), [])
        answer = ask(served.port, "GET", "/demo", token=None)
        checks.equal("policy", answer.headers["Content-Security-Policy"], POLICY)
        head = ask(served.port, "HEAD", "/demo/board/events", token=None)
        checks.equal("HEAD", (head.status, head.headers["Content-Type"], head.text),
                     (200, "text/event-stream", b""))
    thief.shutdown()


def draw(folder):
    """The pictures of docs/pictures."""
    with Browser() as browser, test_http.Served() as served:
        port = served.port
        for number in range(3):
            ask(port, "POST", "/v1/tasks", dict(
                test_http.TASK, destination="+1408555010%d" % number))
        desk = browser.page(1280, 860)
        desk.open("http://127.0.0.1:%d/demo" % port)
        desk.picture(folder + "/demo-desktop.png")
        page = browser.page(*PHONE, is_phone=True)
        page.open("http://127.0.0.1:%d/demo" % port)
        fill(Checks(), page, "picture", NUMBER, 2)
        title(page, "You are number 4 in line")
        page.wait("document.querySelector('[data-live]').textContent === 'Live'")
        page.picture(folder + "/demo-phone.png")
        set_agent(port, "Available")
        desk.open("http://127.0.0.1:%d/demo/board" % port)
        desk.wait("document.querySelector('[data-live]').textContent === 'Live'")
        desk.picture(folder + "/demo-board.png", whole=True)
    for name in ("phone", "desktop", "board"):
        file = "%s/demo-%s.png" % (folder, name)
        print("%s: %d bytes" % (file, os.path.getsize(file)))
    return 0


def main():
    if executable() is None:
        print("SKIPPED the demo page: there is no chromium (apt-get install chromium)")
        return Checks().finish()
    # No state folder of the user's is written.
    with tempfile.TemporaryDirectory() as state:
        os.environ["XDG_STATE_HOME"] = state
        if "--pictures" in sys.argv:
            return draw(sys.argv[sys.argv.index("--pictures") + 1])
        checks = Checks()
        checks.run([test_phone, test_desktop, test_without_script, test_other_origin])
        return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
