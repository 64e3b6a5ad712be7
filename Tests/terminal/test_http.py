"""Asks the lab over HTTP, on the screen and without one.

Run: python3 Tests/terminal/test_http.py. Needs what drive.py needs.
"""

import gzip
import hashlib
import hmac
import http.client
import http.server
import json
import os
import queue
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading

from drive import ROOT, Checks, Session, binary, lab_copy

TOKEN = "not-a-real-token-only-for-this-lab"
ENTRY = "f2b1c7d0-5a34-4c1e-9a10-000000000140"
JSON = "application/json"
TASK = {
    "entryPointId": ENTRY, "destination": "+14085267209", "mediaType": "telephony",
    "outboundType": "CALLBACK", "attributes": {},
    "callback": {"callbackOrigin": "web", "callbackType": "immediate"}}
SEARCH = {
    "query": "query($from:Long!,$to:Long!){task(from:$from,to:$to)"
             "{tasks{id status origin callbackData{callbackStatus}}}}"}


def ask(port, method, path, body=None, token=TOKEN, **headers):
    """The response with its body read."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        return over(connection, method, path, body, token, **headers)
    finally:
        connection.close()


def over(connection, method, path, body=None, token=TOKEN, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    if token:
        headers["Authorization"] = "Bearer " + token
    data = json.dumps(body).encode() if isinstance(body, dict) else body
    if isinstance(body, dict):
        headers.setdefault("Content-Type", JSON)
    connection.request(method, path, data, headers)
    response = connection.getresponse()
    response.text = response.read()
    return response


def search(time):
    """The query for the hour before and after an instant as X-IVR-Time has it, in milliseconds."""
    return dict(SEARCH, variables={"from": time - 3600000, "to": time + 3600000})


def instant(text):
    import datetime
    parsed = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ")
    return int(parsed.replace(tzinfo=datetime.timezone.utc).timestamp() * 1000)


def serve_on_screen(session):
    session.wait_for("ready ×1")
    session.send(":serve\r")
    return shown_once(session)


def shown_once(session):
    """The port and the fresh token, which are shown when serving begins."""
    session.wait_for("It is shown this once.")
    port = re.search(r"HTTP +http://127\.0\.0\.1:(\d+)", session.text()).group(1)
    token = re.search(r"ivrtui_[A-Za-z0-9_-]{43}", session.text()).group(0)
    session.send("\x1b")
    session.wait_gone(token)
    return int(port), token


def test_screen(checks):
    with Session([binary(), "--root", ROOT], 80, 24) as session:
        port, token = serve_on_screen(session)
        checks.equal("the fresh token is good", ask(
            port, "GET", "/v1/tasks?from=1767600000000", token=token).status, 200)
        checks.true("the status line tells it", "serves :%d" % port in session.row(0))
        session.send(" ")
        session.wait_for("paused ×1")
        created = ask(port, "POST", "/v1/tasks", TASK, TrackingId="t-1")
        checks.equal("a callback while paused", created.status, 201)
        checks.equal("TrackingId", created.headers["TrackingId"], "t-1")
        checks.true("X-IVR-Time", created.headers["X-IVR-Time"].startswith("2026-01-05T10:00:0"),
                    created.headers["X-IVR-Time"])
        task = json.loads(created.text)["data"]["id"]
        checks.seen("it waits on the screen at once", session,
                    lambda s: re.search(r"cb   \+1 408 526 7209 .* waiting", s.text()))
        checks.true("the clock is still paused", "paused ×1" in session.row(0), session.row(0))
        again = ask(port, "POST", "/v1/tasks", TASK)
        checks.equal("a second one is refused", again.status, 409)
        checks.true("it names the task", task in again.text.decode(), again.text)
        found = ask(port, "POST", "/search", search(instant(created.headers["X-IVR-Time"])))
        checks.equal("Search", found.status, 200)
        ids = [row["id"] for row in json.loads(found.text)["data"]["task"]["tasks"]]
        checks.equal("Search finds it", ids, [task])
        session.send(":reset\r")
        session.wait_for("Start again?")
        session.send("y")
        session.wait_for("ready ×1")
        checks.equal("after a reset", ask(port, "POST", "/v1/tasks", TASK).status, 201)
        session.send("S")
        session.wait_for("The lab serves no longer.")
        try:
            ask(port, "GET", "/")
            checks.true("nobody listens", False)
        except ConnectionRefusedError:
            checks.true("nobody listens", True)
        session.send("S")
        port, other = shown_once(session)
        checks.true("another token at the next start", other != token)
        checks.equal("the first one is no longer good", ask(
            port, "GET", "/mock", token=token).status, 401)
        session.send("\x03")
        checks.equal("quit while serving", session.wait_exit(), 0)
        checks.equal("modes", session.modes(), session.modes_before)


class Served:
    """`ivr-tui serve` on a free port."""

    def __init__(self, *options):
        environment = {"LANG": "C.UTF-8", "PATH": os.environ.get("PATH", "")}
        for name in ("LD_LIBRARY_PATH", "HOME", "XDG_STATE_HOME"):
            if name in os.environ:
                environment[name] = os.environ[name]
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [binary(), "serve", "--root", ROOT, *options], stdout=subprocess.PIPE,
            stderr=self.log, env=environment)
        self.first = self.process.stdout.readline().decode()
        self.port = int(self.first.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def stop(self, number=signal.SIGINT):
        self.process.send_signal(number)
        code = self.process.wait(timeout=20)
        self.log.seek(0)
        return code, self.log.read().decode().splitlines()


def test_headless(checks):
    with Served("--seed", "7") as served:
        port = served.port
        checks.true("the address is told", "http://127.0.0.1:%d" % port in served.first)
        created = ask(port, "POST", "/v1/tasks", TASK)
        checks.equal("serve: created", created.status, 201)
        checks.equal("serve: again", ask(port, "POST", "/v1/tasks", TASK).status, 409)
        found = ask(port, "POST", "/search", search(instant(created.headers["X-IVR-Time"])))
        checks.true("serve: Search", json.loads(created.text)["data"]["id"] in found.text.decode())
        other = dict(TASK, destination="+14085550100")
        checks.equal("by the host's path", ask(
            port, "POST", "/hosts/api.wxcc-us1.cisco.com/v1/tasks", other).status, 201)
        checks.equal("by the Host header", ask(
            port, "POST", "/v1/tasks", other, Host="api.wxcc-us1.cisco.com").status, 409)
        checks.equal("a host that is not there", ask(port, "GET", "/hosts/example.com/").status, 502)
        head = ask(port, "HEAD", "/")
        checks.equal("HEAD", (head.status, head.text), (200, b""))
        body = search(instant(created.headers["X-IVR-Time"]))
        zipped = ask(port, "POST", "/search", body, Accept_Encoding="gzip")
        checks.equal("gzip", zipped.headers["Content-Encoding"], "gzip")
        checks.true("gzip: the same", json.loads(gzip.decompress(zipped.text))["data"])
        refusals(checks, port)
        code, log = served.stop()
        checks.equal("serve: Ctrl-C", code, 0)
        checks.true("the log", re.fullmatch(
            r"127\.0\.0\.1 POST /v1/tasks 201 \d+ \d+ ms -", log[0]), log[:1])
        checks.true("no secret in the log", TOKEN not in "".join(log))
        checks.true("no query in the log", "secret" not in "".join(log), log)


AGENT = "5e7f1a3d-9c48-4d26-a840-000000000401"
SECRET = "01234567890123456789012345678901"


class Hooks(http.server.ThreadingHTTPServer):
    """Takes webhooks; the first is refused, so that it comes again."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), HookHandler)
        self.taken = queue.Queue()
        self.refusals = 1
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def next(self, *types):
        """The next webhook of one of the types."""
        while True:
            event, is_signed = self.taken.get(timeout=20)
            if event["type"] in types:
                return event, is_signed


class HookHandler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        code = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        is_refused = self.server.refusals > 0
        self.server.refusals -= 1
        if not is_refused:
            self.server.taken.put((json.loads(body), code == self.headers["X-WebexCC-Signature"]))
        self.send_response(503 if is_refused else 204)
        self.end_headers()

    def log_message(self, *_):
        pass


def test_apis(checks):
    """A callback from its creation to the agent's ringing phone, seen by every API."""
    with Served("--seed", "7") as served, Hooks() as hooks:
        port = served.port
        order = {"name": "Checks", "secret": SECRET, "eventTypes": [
            "task:new", "task:parked", "task:connect"],
            "destinationUrl": "http://127.0.0.1:%d/hook" % hooks.server_port}
        made = ask(port, "POST", "/v1/subscriptions", order)
        checks.equal("subscribed", made.status, 201)
        checks.true("no secret is told", SECRET.encode() not in made.text)
        created = ask(port, "POST", "/v1/tasks", TASK)
        task = json.loads(created.text)["data"]["id"]
        event, is_signed = hooks.next("task:parked")
        checks.equal("a webhook", (event["data"]["taskId"], is_signed), (task, True))
        event, _ = hooks.next("task:new")
        checks.equal("the refused webhook comes again", event["data"]["taskId"], task)
        now = instant(created.headers["X-IVR-Time"])
        listed = ask(port, "GET", "/v1/tasks?from=%d" % (now - 1000))
        checks.equal("listed", [(row["id"], row["attributes"]["status"]) for row
                                in json.loads(listed.text)["data"]], [(task, "queued")])
        state = {"state": "Available", "auxCodeId": "0", "agentId": AGENT}
        checks.equal("available", ask(port, "PUT", "/v1/agents/session/state", state).status, 202)
        event, _ = hooks.next("task:connect")
        checks.equal("offered", event["data"]["agentId"], AGENT)
        path = "/v1/tasks/%s/" % task
        checks.equal("hold too early", ask(port, "POST", path + "hold", {}).status, 400)
        checks.equal("accept", ask(port, "POST", path + "accept", b"").status, 202)
        checks.equal("accept twice", ask(port, "POST", path + "accept", b"").status, 400)
        query = "query($from:Long!,$to:Long!){taskDetails(from:$from,to:$to){tasks{" \
                "activities{nodes{eventName}}}}}"
        found = ask(port, "POST", "/search", dict(search(now), query=query))
        nodes = json.loads(found.text)["data"]["taskDetails"]["tasks"][0]["activities"]["nodes"]
        checks.equal("activities", [node["eventName"] for node in nodes],
                     ["connect", "parked", "new"])
        queue_id = "3c9e5a52-77aa-4b1f-8d20-000000000201"
        wait = ask(port, "GET", "/v1/ewt?lookbackMinutes=10&queueId=" + queue_id)
        checks.true("estimated wait", json.loads(wait.text)["estimatedWaitTime"] > 0, wait.text)
        none = ask(port, "GET", "/v1/ewt?lookbackMinutes=10&queueId=none")
        checks.equal("no estimate", (none.status, none.text, none.headers["Content-Length"]),
                     (204, b"", None))
        variable = "/organization/00000000-0000-4000-8000-000000000001/cad-variable/Global_Language"
        checks.equal("a variable", ask(
            port, "PUT", variable, {"defaultValue": "de-DE"}).status, 200)
        checks.true("changed", b"de-DE" in ask(port, "GET", variable).text)
        scheduled = "/v1/callbacks/organization/00000000-0000-4000-8000-000000000001/" \
                    "scheduled-callback"
        checks.equal("a bad callback", ask(port, "POST", scheduled, {}).status, 400)
        checks.equal("callbacks of a number", ask(
            port, "GET", scheduled + "?callbackNumber=%2B14085267209").status, 200)


def refusals(checks, port):
    cases = [
        ("no token for Tasks", 401, dict(method="POST", path="/v1/tasks", body=TASK, token=None)),
        ("no token for Search", 400, dict(method="POST", path="/search", body=SEARCH, token=None)),
        ("a wrong token", 401, dict(method="POST", path="/search", body=SEARCH, token="no")),
        ("no JSON", 400, dict(method="POST", path="/v1/tasks", body=b"{", Content_Type=JSON)),
        ("a bad task", 400, dict(method="POST", path="/v1/tasks", body=dict(TASK, mediaType="x"))),
        ("no such path", 404, dict(method="GET", path="/nope?password=secret")),
        ("a wrong method", 405, dict(method="GET", path="/search")),
        ("no length", 411, dict(method="POST", path="/search")),
        ("too long a body", 413, dict(method="POST", path="/search", body=b" " * 1100000)),
        ("too long a path", 414, dict(method="GET", path="/" + "x" * 9000)),
        ("a form", 415, dict(method="POST", path="/v1/tasks", body=b"a=b",
                             Content_Type="application/x-www-form-urlencoded")),
        ("too long a header", 431, dict(method="GET", path="/", X="y" * 20000)),
    ]
    for name, status, request in cases:
        if status == 411:
            response = raw(port, b"POST /search HTTP/1.1\r\nHost: localhost\r\n\r\n")
        else:
            response = ask(port, **request)
        checks.equal("refused: " + name, response.status, status)
        checks.true("X-IVR-Time: " + name, response.headers["X-IVR-Time"])
        if status == 405:
            checks.equal("Allow", response.headers["Allow"], "POST")


def raw(port, data):
    with socket.create_connection(("127.0.0.1", port), 20) as connection:
        connection.sendall(data)
        response = http.client.HTTPResponse(connection)
        response.begin()
        response.read()
        return response


def test_scope(checks):
    with tempfile.TemporaryDirectory() as folder:
        lab_copy(folder, lambda lab: lab["tokens"].append(
            {"token": "reader", "scopes": ["cjp:config_read"]}))
        with Served("--root", folder) as served:
            checks.equal("a token without the scope", ask(
                served.port, "POST", "/v1/tasks", TASK, token="reader").status, 403)


def test_stop(checks):
    """Requests on their way when the signal comes are answered: each takes 80 ms or more."""
    with Served() as served:
        connections = []
        for number in range(50):
            connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=20)
            connection.request("POST", "/v1/tasks", json.dumps(
                dict(TASK, destination="+1408555%04d" % number)), {
                    "Authorization": "Bearer " + TOKEN, "Content-Type": JSON})
            connections.append(connection)
        code, log = served.stop(signal.SIGTERM)
        statuses = [connection.getresponse().status for connection in connections]
        checks.equal("stop: all answered", statuses, [201] * 50)
        checks.equal("stop: exit code", (code, len(log)), (0, 50))


def test_tls(checks):
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = folder + "/key.pem", folder + "/certificate.pem"
        made = subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
             "-keyout", key, "-out", certificate], capture_output=True)
        if made.returncode:
            print("SKIPPED TLS: openssl made no certificate")
            return
        with Served("--certificate", certificate, "--key", key) as served:
            checks.true("TLS: the address", "https://127.0.0.1:" in served.first)
            done = subprocess.run(
                ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code} %{http_version}", "--cacert",
                 certificate, "https://127.0.0.1:%d/" % served.port], capture_output=True)
            checks.equal("TLS: curl", done.stdout, b"200 1.1")
            checks.equal("TLS: stop", served.stop()[0], 0)


def test_usage(checks):
    with Served() as served:
        for options, code in ((["--port", str(served.port)], 4), (["--host", "there"], 4),
                              (["--port", "x"], 2), (["--certificate", "x"], 2)):
            done = subprocess.run([binary(), "serve", "--root", ROOT] + options,
                                  capture_output=True, timeout=20)
            checks.equal("%s: exit code" % options, (done.returncode, done.stdout), (code, b""))


def main():
    checks = Checks()
    checks.run([test_screen, test_headless, test_apis, test_scope, test_stop, test_tls, test_usage])
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
