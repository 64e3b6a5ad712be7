"""Attacks the lab's server with raw sockets: smuggling, slowness, floods, injection, forgery.

docs/SECURITY.md tells what each test proves.
Run: python3 Tests/terminal/test_security.py. Needs what test_web_callback.py needs.
"""

import contextlib
import gzip
import http.client
import http.server
import json
import os
import re
import select
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

from drive import Checks, binary, lab_copy
import test_http
import test_web_callback

HOST = b"Host: localhost\r\n"
TOKEN = test_http.TOKEN
BEARER = b"Authorization: Bearer " + TOKEN.encode() + b"\r\n"
NEXT = b"GET /smuggled HTTP/1.1\r\n" + HOST + b"\r\n"
ORG = "00000000-0000-4000-8000-000000000001"
EVIL = "\r\nSet-Cookie: evil=1\r\n\r\nHTTP/1.1 200 OK\r\n"


def connect(port):
    return socket.create_connection(("127.0.0.1", port), 20)


def everything(connection):
    """All that comes until the server closes the connection, or has answered and is silent."""
    data = b""
    connection.settimeout(20)
    with contextlib.suppress(OSError):
        while part := connection.recv(65536):
            data += part
            connection.settimeout(0.4)
    return data


def at_once(port, requests):
    """The statuses of requests, each sent on a connection of its own before any answer is read."""
    connections = [connect(port) for _ in requests]
    for connection, data in zip(connections, requests):
        connection.sendall(data)
    return [response(connection) for connection in connections]


def response(connection):
    with contextlib.closing(connection):
        found = http.client.HTTPResponse(connection)
        found.begin()
        found.read()
        return found


def statuses(data):
    return [int(code) for code in re.findall(rb"HTTP/1\.1 (\d{3}) ", data)]


def exchange(port, data, is_last=False):
    """What comes for bytes, after which the client may say that it sends no more."""
    with connect(port) as connection:
        with contextlib.suppress(OSError):
            connection.sendall(data)
            if is_last:
                connection.shutdown(socket.SHUT_WR)
        return everything(connection)


def pipelined(port, requests):
    """The statuses of requests that are sent behind each other on one connection."""
    with connect(port) as connection:
        connection.sendall(b"".join(requests))
        stream = connection.makefile("rb")
        found = []
        for _ in requests:
            found.append(int(stream.readline().split()[1]))
            length = 0
            while (line := stream.readline()) != b"\r\n":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split()[1])
            stream.read(length)
        return found


@contextlib.contextmanager
def lab(*options, state=None):
    with tempfile.TemporaryDirectory() as folder:
        with test_web_callback.Lab(state or folder, *options) as served:
            yield served


def post(*lines, body=b""):
    return b"POST /search HTTP/1.1\r\n" + HOST + b"\r\n".join(lines) + b"\r\n\r\n" + body


CHUNKED = b"Transfer-Encoding: chunked"
SMUGGLING = [
    ("length and chunks", post(b"Content-Length: 5", CHUNKED, body=b"0\r\n\r\n" + NEXT), {400}),
    ("chunks and length", post(CHUNKED, b"Content-Length: 5", body=b"0\r\n\r\n" + NEXT), {400}),
    ("two lengths", post(b"Content-Length: 0", b"Content-Length: 60", body=NEXT), {400}),
    ("the same length twice", post(b"Content-Length: 0", b"Content-Length: 0", body=NEXT), {400}),
    ("a list of lengths", post(b"Content-Length: 0, 60", body=NEXT), {400}),
    ("a length with a sign", post(b"Content-Length: +0", body=NEXT), {400}),
    ("a length in hexadecimal", post(b"Content-Length: 0x0", body=NEXT), {400}),
    ("a length beyond 64 bits", post(b"Content-Length: " + b"9" * 30, body=NEXT), {400, 413}),
    ("two codings", post(CHUNKED, b"Transfer-Encoding: x", body=b"0\r\n\r\n" + NEXT), {400}),
    ("two codings, the other way", post(b"Transfer-Encoding: x", CHUNKED, body=NEXT), {400}),
    ("an unknown coding", post(b"Transfer-Encoding: xchunked", body=b"0\r\n\r\n" + NEXT), {501}),
    ("a list of codings", post(b"Transfer-Encoding: gzip, chunked", body=NEXT), {501}),
    ("a coding with a vertical tab",
     post(b"Transfer-Encoding: \x0bchunked", body=b"0\r\n\r\n" + NEXT), {400, 501}),
    ("space before the colon", post(b"Transfer-Encoding : chunked", body=NEXT), {400}),
    ("length with space before the colon", post(b"Content-Length : 0", body=NEXT), {400}),
    ("a bare LF hides chunks",
     post(b"Content-Length: 5", b"A: b\nTransfer-Encoding: chunked", body=NEXT), {400}),
    ("a bare LF hides a length",
     post(CHUNKED, b"A: b\nContent-Length: 5", body=b"0\r\n\r\n" + NEXT), {400}),
    ("a chunk's size beyond 64 bits", post(CHUNKED, body=b"f" * 17 + b"\r\n" + NEXT), {400, 413}),
    ("a chunk of a negative size", post(CHUNKED, body=b"-1\r\n" + NEXT), {400}),
    ("a chunk's size is no number", post(CHUNKED, body=b"0x1\r\na\r\n0\r\n\r\n" + NEXT), {400}),
    ("a chunk longer than it says", post(CHUNKED, body=b"1\r\nabc\r\n0\r\n\r\n" + NEXT), {400}),
    ("two hosts", b"GET / HTTP/1.1\r\n" + HOST + HOST + b"\r\n" + NEXT, {400}),
    ("two tokens", b"GET /mock HTTP/1.1\r\n" + HOST + BEARER + BEARER + b"\r\n" + NEXT, {400}),
    ("absolute target", b"GET http://evil.example/ HTTP/1.1\r\n" + HOST + b"\r\n" + NEXT, {400}),
    ("CONNECT", b"CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + b"\r\n" + NEXT, {400}),
    ("all of the server", b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n" + NEXT, {400}),
    ("no host", b"GET / HTTP/1.1\r\n\r\n" + NEXT, {400}),
    ("a version of its own", b"GET / HTTP/9.9\r\n" + HOST + b"\r\n" + NEXT, {400, 505}),
    ("words behind the version", b"GET / HTTP/1.1 x\r\n" + HOST + b"\r\n" + NEXT, {400, 505}),
]


def test_smuggling(checks):
    """One reading of every request: nothing behind a doubtful one is taken for another."""
    with lab() as served:
        for name, data, wanted in SMUGGLING:
            answer = exchange(served.port, data)
            # libmicrohttpd says its own refusals of a length twice.
            found = set(statuses(answer))
            checks.true("smuggling: " + name, len(found) == 1 and found <= wanted, answer[:200])
        # What is allowed has one reading as well: exactly two answers, each to its own request.
        for name, data in [
                ("chunk extensions", post(BEARER[:-2], CHUNKED, body=b"2;a=b\r\n{}\r\n0;c\r\n\r\n")),
                ("trailers", post(BEARER[:-2], CHUNKED, body=b"2\r\n{}\r\n0\r\nX: y\r\n\r\n")),
                ("folded header", post(BEARER[:-2], b"Content-Length: 2", b"A: b\r\n " + CHUNKED,
                                       body=b"{}")),
                ("bare LF", b"GET / HTTP/1.1\nHost: localhost\n\n")]:
            answer = exchange(served.port, data + b"GET /other HTTP/1.1\r\n" + HOST + b"\r\n")
            found = statuses(answer)
            checks.true("one reading: " + name, len(found) == 2 and found[1] == 404
                        or found == [400], answer[:300])
        for method in ("TRACE", "PROPFIND", "X" * 3000):
            answer = exchange(served.port, method.encode() + b" / HTTP/1.1\r\n" + HOST
                              + b"X-Secret: repeat-me\r\nContent-Length: 0\r\n\r\n")
            checks.true("not served: %.10s" % method, statuses(answer)[:1] in ([405], [400], [404])
                        and b"repeat-me" not in answer, answer[:200])
        code, log = served.stop()
        checks.true("nothing was smuggled", code == 0 and "/smuggled" not in "".join(log))


def test_slow(checks):
    """Slow clients are closed in good time, and meanwhile others are served."""
    length = 6_000_000

    def change(document):
        document["mocks"].append({
            "method": "GET", "url": "https://big.example/x", "body": "x" * length})
    with tempfile.TemporaryDirectory() as folder, \
            lab("--patience", "2", "--root", lab_copy(folder, change)) as served:
        heads = [b"", b"GET", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ",
                 post(b"Content-Length: 10", body=b"abc"), post(CHUNKED, body=b"2\r\n{}\r\n")]
        slow, ended = [], []
        for head in heads * 20:
            connection = connect(served.port)
            connection.sendall(head)
            slow.append(connection)
        greedy = socket.socket()
        greedy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        greedy.connect(("127.0.0.1", served.port))
        greedy.settimeout(20)
        greedy.sendall(b"GET /hosts/big.example/x HTTP/1.1\r\n" + HOST + b"\r\n")
        dripping = connect(served.port)
        dripping.settimeout(0.2)
        dripping.sendall(b"GET / HTTP/1.1\r\n")
        drops, answer = 0, b""
        while drops < 60 and not answer:
            with contextlib.suppress(OSError):
                dripping.sendall(b"X")
                drops += 1
                answer = dripping.recv(4096) or b"closed"
        checks.true("a head in drops: 408", answer == b"closed" or 408 in statuses(answer), answer)
        checks.true("not for long", drops < 40, drops)
        checks.equal("others are served", test_http.ask(served.port, "GET", "/").status, 200)
        for connection in slow:
            connection.settimeout(10)
            data = b""
            with contextlib.suppress(ConnectionError):
                while part := connection.recv(4096):
                    data += part
            ended.append(statuses(data))
            connection.close()
        checks.equal("slow: each got 408", ended, [[408]] * len(slow))
        # The line stands in the log when the server has given it up.
        end = time.monotonic() + 20
        while b"/hosts/big.example/x" not in os.pread(served.log.fileno(), 1_000_000, 0):
            select.select([], [], [], 0.02)
            assert time.monotonic() < end, "who does not read is kept"
        count = 0
        with contextlib.suppress(ConnectionError):
            while part := greedy.recv(65536):
                count += len(part)
        checks.true("who does not read is closed", 0 < count < length, count)
        greedy.close()
        checks.equal("slow: stop", served.stop()[0], 0)


def test_floods(checks):
    with lab("--rate-limit", "20") as served:
        asked = b"GET /%d HTTP/1.1\r\n" + HOST + b"\r\n"
        answers = at_once(served.port, [asked % n for n in range(70)])
        found = [answer.status for answer in answers]
        checks.true("the limit of a client", 40 <= found.count(404) <= 50
                    and found.count(404) + found.count(429) == 70, found)
        checks.equal("when to come again", {
            answer.headers["Retry-After"] for answer in answers if answer.status == 429}, {"1"})
        with socket.create_connection(("127.0.0.1", served.port), 20, ("127.0.0.2", 0)) as other:
            other.sendall(asked % 2)
            checks.equal("another client is served", statuses(everything(other)), [404])
    with lab("--rate-limit", "off") as served:
        for name, data, wanted in [
                ("many headers", b"A: b\r\n" * 5000, {431}),
                ("a long header", b"A: " + b"b" * 100000 + b"\r\n", {431}),
                ("headers without end", b"".join(b"H%d: x\r\n" % n for n in range(20000)), {431}),
                ("a long name", b"A" * 30000 + b": b\r\n", {431})]:
            found = statuses(exchange(served.port, b"GET / HTTP/1.1\r\n" + HOST + data + b"\r\n"))
            checks.true("flood: " + name, set(found) <= wanted and found or not found, found)
        found = pipelined(served.port, [asked % n for n in range(12)])
        checks.equal("pipelining: one answer each", found, [404] * 12)
        bomb = gzip.compress(b" " * 10_000_000)
        for coding in (b"gzip", b"deflate", b"br", b"gzip, gzip"):
            answer = exchange(served.port, post(
                BEARER[:-2], b"Content-Encoding: " + coding, b"Content-Length: %d" % len(bomb),
                body=bomb))
            checks.equal("a compressed body: %s" % coding.decode(), statuses(answer), [415])
        deep = b'{"query":' + b"[" * 500_000
        answer = exchange(served.port, post(
            BEARER[:-2], b"Content-Type: application/json", b"Content-Length: %d" % len(deep),
            body=deep))
        checks.equal("a deep body", statuses(answer), [400])
        # libmicrohttpd may take the end of what a client sends for the end of the client.
        half = exchange(served.port, b"GET / HTTP/1.1\r\n" + HOST + b"\r\n", is_last=True)
        checks.true("half closed: answered or closed", statuses(half) in ([200], []), half)
        for data in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200,
                     bytes(range(256)) * 40, b"\x00" * 5000, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                     b"SSH-2.0-x\r\n", b"\r\n" * 3000):
            for port in (served.port, served.secure_port):
                with connect(port) as connection:
                    connection.sendall(data)
        # Plain HTTP to the port of TLS ends at once.
        plain = exchange(served.secure_port, b"GET / HTTP/1.1\r\n" + HOST + b"\r\n")
        checks.true("plain to TLS: no answer", statuses(plain) == [], plain)
        checks.equal("noise: it still serves", test_http.ask(served.port, "GET", "/").status, 200)
        checks.equal("noise: over TLS too", subprocess.run(
            ["curl", "-s", "-o", os.devnull, "-w", "%{http_code}", "--cacert", served.certificate,
             served.secure + "/"], capture_output=True, timeout=30).stdout, b"200")
        old = subprocess.run(
            ["curl", "-s", "-o", os.devnull, "--insecure", "--tls-max", "1.1", served.secure + "/"],
            capture_output=True, timeout=30)
        checks.true("no TLS before 1.2", old.returncode != 0, old.returncode)
        for _ in range(300):
            gone = connect(served.port)
            gone.sendall(b"POST /v1/tasks HTTP/1.1\r\n" + HOST + BEARER + b"Content-Length: 2\r\n\r\n{}")
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
            gone.close()
        checks.equal("clients who leave", test_http.ask(served.port, "GET", "/").status, 200)
        checks.equal("floods: stop", served.stop()[0], 0)


def test_paths(checks):
    with lab() as served:
        def ask(path, host=b"localhost", headers=b"", method=b"GET"):
            return exchange(served.port, method + b" " + path + b" HTTP/1.1\r\nHost: " + host
                            + b"\r\nConnection: close\r\n" + headers + b"\r\n")
        for path in (b"/%2e%2e/%2e%2e/etc/passwd", b"/../../etc/passwd", b"//evil.example/", b"/%00",
                     b"/v1/tasks%00", b"/v1//tasks", b"/v1/tasks/", b"/V1/TASKS", b"/.git/config",
                     b"/v1/tasks/..%2f..%2f/accept", b"/mock/../mock/hits", b"/hosts/", b"/hosts//x",
                     b"/hosts/localhost/", b"/hosts/127.0.0.1/", b"/hosts/169.254.169.254/latest",
                     b"/hosts/a@b/", b"/%252e%252e/", b"/\xff\xfe", b"/%ff%fe", b"/;/mock"):
            found = statuses(ask(path, headers=BEARER))
            checks.true("path %r" % path, found and found[0] in (400, 404, 405, 502), found)
        for host, wanted in [
                (b"evil.example", 421), (b"localhost.evil.example", 421), (b"", 421),
                (b"127.0.0.1:%d" % served.port, 200), (b"[::1]:1", 200), (b"localhost:1", 200),
                (socket.gethostname().encode(), 200), (b"api.wxcc-us1.cisco.com", 404)]:
            checks.equal("called %r" % host, statuses(ask(b"/", host)), [wanted])
        origin = b"Origin: http://localhost\r\n"
        for name, headers, wanted in [
                ("another site", b"Sec-Fetch-Site: cross-site\r\n", 403),
                ("another site's origin", b"Origin: https://evil.example\r\n", 403),
                ("no origin", b"Origin: null\r\n", 403), ("the same", origin, 204),
                ("another port", b"Origin: http://localhost:81\r\n", 403)]:
            answer = ask(b"/mock/hits", headers=BEARER + headers, method=b"DELETE")
            checks.equal("a page of " + name, statuses(answer), [wanted])
            checks.true("no CORS", b"access-control" not in answer.lower())
        store = b"/hosts/674481b1b4e2e04abea27c6e.mockapi.io/flowdesigner/Lab/DynVars"
        body = b"Content-Length: 2\r\nContent-Type: text/plain\r\nOrigin: http://evil.example\r\n\r\n{}"
        answer = exchange(served.port, b"POST " + store + b" HTTP/1.1\r\n" + HOST + body)
        checks.equal("a page that posts to a mock", statuses(answer), [403])
        for header in (b"X-Content-Type-Options: nosniff",
                       b"Cross-Origin-Resource-Policy: same-origin", b"Cache-Control: no-store"):
            checks.true(header.decode(), header in ask(b"/"))


def test_injection(checks):
    """Line ends in whatever comes back in a header or the log."""
    with lab() as served:
        quoted = "%0d%0aSet-Cookie:%20evil=1%0d%0a%0d%0aHTTP/1.1%20200%20OK"
        for name in ("back", "tenant", "phone", "queue_id", "caller_id", "ctl_userdata",
                     "extTransactionData", "callback_type", "expiration", "dialplan_id"):
            pairs = {"phone": "16505551212", "callback_type": "2", "queue_id": "103",
                     "back": "http://www.acmejet.com/x"}
            pairs[name] = pairs.get(name, "") + quoted
            address = test_web_callback.query("&".join("%s=%s" % pair for pair in pairs.items()))
            path = address.split("mycontactual.com", 1)[1].encode()
            context = ssl.create_default_context(cafile=served.certificate)
            with connect(served.secure_port) as plain, \
                    context.wrap_socket(plain, server_hostname="localhost") as connection:
                connection.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: mycontactual.com\r\n"
                                   b"Connection: close\r\n\r\n")
                answer = everything(connection)
            head = answer.split(b"\r\n\r\n")[0]
            checks.true("8x8: line ends in " + name, len(statuses(head)) == 1
                        and b"\r\nSet-Cookie" not in head, head)
        for name, value in [("tabs", b"a\tb"), ("a bare CR", b"a\rSet-Cookie: evil=1"),
                            ("a bell", b"a\x07\x1b[31mred"), ("8 bits", b"\xff\xc3\xa9"),
                            ("length", b"z" * 5000)]:
            answer = exchange(served.port, b"GET /mock HTTP/1.1\r\n" + HOST + b"TrackingId: " + value
                              + b"\r\n\r\n")
            head = answer.split(b"\r\n\r\n")[0]
            checks.true("TrackingId: " + name, len(statuses(head)) == 1 and not re.search(
                rb"[\r\n]Set-Cookie", head) and b"\x07" not in answer, head)
        exchange(served.port, b"GET /\x1b[2Jx HTTP/1.1\r\n" + HOST + b"\r\n")
        exchange(served.port, b"G\x1b[2JT / HTTP/1.1\r\n" + HOST + b"\r\n")
        exchange(served.port, b"GET /x%0a127.0.0.1%20GET%20/forged HTTP/1.1\r\n" + HOST + b"\r\n")
        exchange(served.port, b"GET /mock?token=hidden-1&password=hidden-2 HTTP/1.1\r\n" + HOST
                 + b"Authorization: Bearer hidden-3\r\n\r\n")
        code, log = served.stop()
        text = "\n".join(log)
        checks.true("the log: no control characters", not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", text))
        checks.true("the log: one line a request", all(line.startswith("127.0.0.1 ") for line in log),
                    log)
        checks.true("the log: no secrets", "hidden" not in text and TOKEN not in text
                    and test_web_callback.TOKEN not in text)


class Canary(http.server.ThreadingHTTPServer):
    """Notes who connects and what is asked."""

    def __init__(self, address="127.0.0.1", redirect=None):
        self.address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self.asked, self.redirect, self.came = [], redirect, threading.Event()
        super().__init__((address, 0), CanaryHandler)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class CanaryHandler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append(self.path)
        if self.server.redirect:
            self.send_response(307)
            self.send_header("Location", self.server.redirect)
        else:
            self.send_response(204)
        self.end_headers()
        self.server.came.set()

    do_GET = do_POST

    def log_message(self, *_):
        pass


def test_forgery(checks):
    """Webhooks go where they may go, and nowhere else."""
    hidden, own = Canary(), Canary()
    moved = Canary(redirect="http://127.0.0.1:%d/redirected" % hidden.server_port)
    names = ["--allow-host", "allowed.example"]
    # Names of this machine that lead to private addresses.
    for name in ("ip6-localhost", socket.gethostname()):
        with contextlib.suppress(OSError):
            socket.getaddrinfo(name, 1)
            names += ["--allow-host", name]
    with lab(*names) as served:
        def subscribe(url):
            return test_http.ask(served.port, "POST", "/v1/subscriptions", {
                "name": "Test", "eventTypes": ["task:new"], "destinationUrl": url})
        here = hidden.server_port
        for url in ["http://169.254.169.254/latest/meta-data", "http://2130706433:%d/" % here,
                    "http://0x7f000001:%d/" % here, "http://0177.0.0.1:%d/" % here,
                    "http://127.1:%d/" % here, "http://0.0.0.0:%d/" % here,
                    "http://[::ffff:127.0.0.1]:%d/" % here, "http://[::]:%d/" % here,
                    "http://localhost.:%d/" % here, "http://10.0.0.1/", "http://evil.example/",
                    "http://127.0.0.1@169.254.169.254/", "http://169.254.169.254#@127.0.0.1/",
                    "http://user:pass@127.0.0.1:%d/" % here, "https://a@127.0.0.1:%d/" % here,
                    "http://127.0.0.1\\@evil.example/", "file:///etc/passwd", "gopher://127.0.0.1/",
                    "http://127.0.0.1:%d/\r\nX: y" % here, "http:/127.0.0.1/", "https://",
                    "https://2130706433/", "https://0x7f.1/", "https://[::ffff:7f00:1]/",
                    "https://[::ffff:169.254.169.254]/", "https://127.0.0.1.:%d/" % here,
                    "dict://127.0.0.1:%d/" % here, "http://127。0。0。1/", "//127.0.0.1/"]:
            answer = subscribe(url)
            checks.equal("refused: %r" % url, answer.status, 400)
        for url in ["https://169.254.169.254/", "https://10.0.0.1/", "https://evil.example:%d/" % here,
                    "https://ip6-localhost:%d/" % here,
                    "https://%s:%d/" % (socket.gethostname(), here),
                    "http://127.0.0.1:%d/moved" % moved.server_port,
                    "http://127.0.0.1:%d/own" % own.server_port]:
            answer = subscribe(url)
            checks.equal("taken, but not followed: %s" % url, answer.status, 201)
        test_http.ask(served.port, "POST", "/v1/tasks", test_http.TASK)
        checks.true("this machine is told", own.came.wait(20) and moved.came.wait(20))
        # A second event: all deliveries of the first one have been tried before.
        own.came.clear()
        test_http.ask(served.port, "POST", "/v1/tasks", dict(
            test_http.TASK, destination="+14085550111"))
        checks.true("and again", own.came.wait(20))
        checks.equal("nobody else is asked", hidden.asked, [])
        checks.true("no redirect is followed", set(moved.asked) == {"/moved"}, moved.asked)
        checks.equal("forgery: stop", served.stop()[0], 0)
    for server in (hidden, own, moved):
        server.shutdown()
        server.server_close()


def test_tokens(checks):
    """Tokens: fresh, hashed, for reading, of another organisation, guessed."""
    made = subprocess.run(
        [binary(), "token", "--scopes", "cjp:user_read,cjp:config_read,gms_read"],
        capture_output=True, timeout=20)
    reader, line = made.stdout.decode().splitlines()
    again = subprocess.run([binary(), "token"], capture_output=True, timeout=20).stdout.decode()
    checks.true("a token of 256 bits", re.fullmatch(r"ivrtui_[A-Za-z0-9_-]{43}", reader), reader)
    checks.true("never the same", reader not in again)
    checks.true("the line holds no token", reader not in line, line)
    checks.equal("a scope that is not there", subprocess.run(
        [binary(), "token", "--scopes", "cjp:usr"], capture_output=True, timeout=20).returncode, 2)
    foreign = {"token": "of-another-organisation", "scopes": ["cjp:user", "cjp:config", "gms"],
               "orgId": "00000000-0000-4000-8000-000000000099"}

    def change(document):
        document["tokens"] += [json.loads(line), foreign]
    with tempfile.TemporaryDirectory() as folder, \
            lab("--root", lab_copy(folder, change)) as served:
        text = served.first + "".join(served.process.stdout.readline().decode() for _ in range(2))
        fresh = re.search(r"token (ivrtui_\S+)", text)
        checks.true("a fresh token is shown", fresh, text)
        fresh = fresh.group(1)
        task = test_http.ask(served.port, "POST", "/v1/tasks", test_http.TASK, token=fresh)
        checks.equal("the fresh token may do everything", task.status, 201)
        listed = "/v1/tasks?from=%d" % (test_http.instant(task.headers["X-IVR-Time"]) - 1000)
        gms = "/genesys/1/service/callback/callback"
        for name, token, method, path, body, wanted in [
                ("reads tasks", reader, "GET", listed, None, 200),
                ("makes no task", reader, "POST", "/v1/tasks", test_http.TASK, 403),
                ("searches", reader, "POST", "/search", test_http.SEARCH, 200),
                ("empties no log", reader, "DELETE", "/mock/hits", None, 403),
                ("starts no callback", reader, "POST", gms, {"_customer_number": "5115"}, 403),
                ("sees no tasks", foreign["token"], "GET", listed, None, 403),
                ("does not search", foreign["token"], "POST", "/search", test_http.SEARCH, 403),
                ("sees no callbacks", foreign["token"], "GET", gms, None, 403),
                ("sees no mocks", foreign["token"], "GET", "/mock/hits", None, 403)]:
            who = "of elsewhere" if token != reader else "for reading"
            if path == "/search":
                body = test_http.search(test_http.instant(task.headers["X-IVR-Time"]))
            answer = test_http.ask(served.port, method, path, body, token=token)
            checks.equal("a token %s %s" % (who, name), answer.status, wanted)
            task_id = json.loads(task.text)["data"]["id"].encode()
            checks.true("nothing is told", wanted == 200 or task_id not in answer.text)
        guess = b"GET /mock HTTP/1.1\r\n" + HOST + b"Authorization: Bearer guess-%d\r\n\r\n"
        found = [answer.status for answer in at_once(
            served.port, [guess % number for number in range(150)])]
        checks.true("guesses", 100 <= found.count(401) <= 105
                    and found.count(401) + found.count(429) == 150, found)
        checks.equal("right before, right still", test_http.ask(
            served.port, "GET", "/mock", token=fresh).status, 200)
        checks.equal("a right guess comes too late", test_http.ask(
            served.port, "GET", "/mock", token=TOKEN).status, 429)
        with open("/proc/%d/cmdline" % served.process.pid, "rb") as file:
            checks.true("no token on the command line", fresh.encode() not in file.read())
        code, log = served.stop()
        checks.true("no token in the log", code == 0 and not re.search(
            r"ivrtui_|guess-|of-another", "\n".join(log)))


def main():
    checks = Checks()
    checks.run([test_smuggling, test_slow, test_floods, test_paths, test_injection, test_forgery,
                test_tokens])
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
