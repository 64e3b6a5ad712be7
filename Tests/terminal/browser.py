"""Drives headless Chromium through the DevTools protocol, over a pipe; needs nothing but Python.

Nothing here sleeps for luck: every wait ends with what it waits for or raises Timeout. Only the
keyboard is used: no function clicks.
"""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

KEYS = {
    "Tab": (9, None), "Enter": (13, "\r"), "Escape": (27, None), "Space": (32, " "),
    "ArrowLeft": (37, None), "ArrowUp": (38, None), "ArrowRight": (39, None),
    "ArrowDown": (40, None), "Backspace": (8, None),
}
NAMES = {"Space": " "}


class Timeout(AssertionError):
    """What was waited for did not come."""


def executable():
    """Chromium's path; None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Browser:
    """A Chromium with a profile of its own; it reaches loopback only."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="ivr-chromium")
        self.log = tempfile.TemporaryFile()
        reads, self.commands = os.pipe()
        self.answers, writes = os.pipe()
        options = [
            executable(), "--headless=new", "--no-sandbox", "--disable-gpu",
            "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--disable-default-apps", "--mute-audio", "--hide-scrollbars", "--lang=en-US",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
            "--user-data-dir=" + self.folder.name, "--remote-debugging-pipe", "about:blank"]
        environment = dict(os.environ, HOME=self.folder.name, LANG="C.UTF-8")
        self.process = subprocess.Popen(
            ["bash", "-c", 'exec "$@" 3<&%d 4>&%d' % (reads, writes), "bash"] + options,
            pass_fds=(reads, writes), stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            env=environment, start_new_session=True)
        os.close(reads)
        os.close(writes)
        self.held = b""
        self.number = 0
        self.replies = {}
        self.pages = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close", timeout=5)
            self.process.wait(timeout=10)
        except (Timeout, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        for descriptor in (self.commands, self.answers):
            os.close(descriptor)
        self.log.close()
        self.folder.cleanup()

    def page(self, width, height, is_phone=False):
        """A new page of a size in CSS pixels."""
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})
        page = Page(self, session["sessionId"], target)
        self.pages[page.session] = page
        page.begin(width, height, is_phone)
        return page

    def call(self, method, parameters=None, session=None, timeout=20):
        """Calls a method and answers its result."""
        self.number += 1
        number = self.number
        message = {"id": number, "method": method, "params": parameters or {}}
        if session:
            message["sessionId"] = session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + timeout
        while number not in self.replies:
            if not self.pump(max(0, end - time.monotonic())) and time.monotonic() >= end:
                raise Timeout("no answer to %s; %s" % (method, self.tail()))
        reply = self.replies.pop(number)
        if "error" in reply:
            raise RuntimeError("%s: %s" % (method, reply["error"]))
        return reply["result"]

    def pump(self, timeout):
        """Takes what the browser has sent, waiting at most so long; whether something came."""
        ready, _, _ = select.select([self.answers], [], [], timeout)
        if not ready:
            return False
        data = os.read(self.answers, 1 << 20)
        if not data:
            raise Timeout("the browser has ended: " + self.tail())
        self.held += data
        *messages, self.held = self.held.split(b"\0")
        for message in messages:
            self._take(json.loads(message))
        return True

    def _take(self, message):
        if "id" in message:
            self.replies[message["id"]] = message
        elif message.get("sessionId") in self.pages:
            self.pages[message["sessionId"]].take(message["method"], message["params"])

    def tail(self):
        self.log.seek(0)
        return self.log.read()[-600:].decode(errors="replace")


class Page:
    """A page of the browser, with all that it complained about and asked for."""

    def __init__(self, browser, session, target):
        self.browser, self.session, self.target = browser, session, target
        self.complaints = []
        self.requests = []
        self.sent_headers = {}

    def begin(self, width, height, is_phone):
        self.size = (width, height)
        for domain in ("Page", "Runtime", "Network", "Log", "Audits", "Accessibility"):
            self.call(domain + ".enable")
        self.call("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone})
        self.call("Emulation.setFocusEmulationEnabled", {"enabled": True})

    def call(self, method, parameters=None):
        return self.browser.call(method, parameters, self.session)

    def take(self, method, parameters):
        if method == "Runtime.exceptionThrown":
            self.complaints.append("exception: %s" % parameters["exceptionDetails"])
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning"):
            self.complaints.append("console: %s" % parameters["args"])
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.complaints.append("log: %(text)s %(source)s" % parameters["entry"])
        elif method == "Audits.issueAdded":
            self.complaints.append("issue: %s" % json.dumps(parameters["issue"]))
        elif method == "Network.requestWillBeSent":
            self.requests.append((parameters["request"]["method"], parameters["request"]["url"]))
        elif method == "Network.requestWillBeSentExtraInfo":
            for name, value in parameters["headers"].items():
                self.sent_headers.setdefault(name.lower(), []).append(value)

    # -- looking --

    def evaluate(self, expression):
        """The value of a JavaScript expression; None while the page is being changed."""
        try:
            result = self.call("Runtime.evaluate", {
                "expression": expression, "returnByValue": True, "awaitPromise": True})
        except RuntimeError:
            return None
        if "exceptionDetails" in result:
            raise AssertionError("%s: %s" % (expression, result["exceptionDetails"]))
        return result["result"].get("value")

    def wait(self, expression, timeout=20):
        """Waits until an expression is true; looks again when the browser tells something."""
        end = time.monotonic() + timeout
        while not self.evaluate(expression):
            if time.monotonic() >= end:
                raise Timeout("waited for %s; the page is\n%s" % (expression, self.text()))
            self.browser.pump(0.05)

    def wait_text(self, text, timeout=20):
        self.wait("document.readyState === 'complete' && document.body.innerText.includes(%s)"
                  % json.dumps(text), timeout)

    def text(self):
        return self.evaluate("document.body ? document.body.innerText : ''") or ""

    def open(self, address):
        self.call("Page.navigate", {"url": address})
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def picture(self, file, whole=False):
        """Writes a PNG of what is shown, or of the whole page."""
        import base64
        options = {"format": "png", "optimizeForSpeed": False}
        if whole:
            size = self.call("Page.getLayoutMetrics")["cssContentSize"]
            options.update(captureBeyondViewport=True, clip={
                "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1})
        data = self.call("Page.captureScreenshot", options)["data"]
        with open(file, "wb") as output:
            output.write(base64.b64decode(data))

    def tree(self):
        """The names and roles that assistive technology gets, as (role, name) in order."""
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        return [(node["role"]["value"], node.get("name", {}).get("value", ""))
                for node in nodes if not node.get("ignored")]

    # -- the keyboard --

    def press(self, *keys):
        for key in keys:
            shift = key.startswith("Shift+")
            name = key[6:] if shift else key
            code, text = KEYS[name]
            event = {"key": NAMES.get(name, name), "code": name, "windowsVirtualKeyCode": code,
                     "modifiers": 8 if shift else 0}
            down = dict(event, type="keyDown" if text else "rawKeyDown")
            if text:
                down["text"] = text
            self.call("Input.dispatchKeyEvent", down)
            self.call("Input.dispatchKeyEvent", dict(event, type="keyUp"))

    def type(self, text):
        for character in text:
            event = {"key": character, "text": character}
            self.call("Input.dispatchKeyEvent", dict(event, type="keyDown"))
            self.call("Input.dispatchKeyEvent", {"type": "keyUp", "key": character})

    def focus(self):
        """What has the focus: id, name or text, and whether one sees it."""
        return self.evaluate(FOCUS)

    def tab_to(self, wanted, most=30):
        """Presses Tab until the focus is on an element with an id or a text; answers the way.

        Each step must be seen: the way is a list of (what, whether the focus is visible).
        """
        way = []
        for _ in range(most):
            self.press("Tab")
            what, is_seen = self.focus()
            way.append((what, is_seen))
            if what == wanted:
                return way
        raise Timeout("Tab does not reach %s: %s" % (wanted, way))


FOCUS = """(() => {
  const element = document.activeElement;
  const seen = [element, element.closest(".choice")].filter(Boolean).some((shown) => {
    const style = getComputedStyle(shown);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const box = element.getBoundingClientRect();
  const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight
    && box.left >= 0 && box.right <= innerWidth + 1;
  return [element.id || element.textContent.trim(), seen && inside];
})()"""

# What axe would look at first; each finding is a sentence.
RULES = """(() => {
  const found = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (element) => element.checkVisibility();
  if (!document.documentElement.lang) found.push("no lang");
  if (!document.title.trim()) found.push("no title");
  if (all("h1").length !== 1) found.push("not one h1");
  if (all("main").length !== 1) found.push("not one main");
  for (const element of all("input, select, textarea"))
    if (!element.labels.length) found.push("no label: " + element.outerHTML);
  for (const element of all("button, a"))
    if (!element.textContent.trim()) found.push("no name: " + element.outerHTML);
  for (const group of all("fieldset"))
    if (!group.querySelector(":scope > legend")?.textContent.trim()) found.push("no legend");
  for (const image of all("img")) if (!image.hasAttribute("alt")) found.push("no alt");
  const ids = all("[id]").map((element) => element.id);
  if (new Set(ids).size !== ids.length) found.push("an id twice: " + ids);
  for (const name of ["aria-describedby", "aria-labelledby"])
    for (const element of all(`[${name}]`))
      for (const id of element.getAttribute(name).split(" "))
        if (!document.getElementById(id)) found.push(`${name} leads nowhere: ${id}`);
  let level = 0;
  for (const heading of all("h1, h2, h3, h4").filter(shown)) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) found.push("a level is left out at " + heading.textContent);
    level = own;
  }
  for (const element of all("a, button, input").filter(shown)) {
    const box = (element.closest(".choice") || element).getBoundingClientRect();
    const inline = element.matches("p a:not(.button)");
    if (!inline && !element.matches(".skip") && (box.width < 24 || box.height < 24))
      found.push("too small a target: " + element.outerHTML);
  }
  for (const element of all("[style], [onclick], style"))
    if (element !== document.documentElement) found.push("inline: " + element.outerHTML);
  const channel = (value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map(channel);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let place = element; place; place = place.parentElement) {
      const colour = getComputedStyle(place).backgroundColor;
      if ((parts(colour)[3] ?? 1) === 1) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const contrast = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  let least = 21;
  for (const element of all("body *").filter(shown)) {
    const style = getComputedStyle(element);
    const hasText = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (hasText) {
      const ratio = contrast(style.color, behind(element));
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      least = Math.min(least, ratio);
      if (ratio < (isLarge ? 3 : 4.5)) found.push(`contrast ${ratio.toFixed(2)}: ` + element.outerHTML);
    }
    if (element.matches("input[type=tel]")
        && contrast(style.borderTopColor, behind(element.parentElement)) < 3)
      found.push("the input's edge is too faint");
  }
  return { found, least };
})()"""
