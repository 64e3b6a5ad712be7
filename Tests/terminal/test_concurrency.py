"""Asks for one number a hundred times at once, and opens more connections than there may be.

Run: python3 Tests/terminal/test_concurrency.py. Needs what test_web_callback.py needs.
"""

import contextlib
import http.client
import json
import resource
import socket
import ssl
import sys
import tempfile
import threading
import time

from drive import Checks, lab_copy
import test_http
import test_security
import test_web_callback

COUNT = 100
LIMIT = 2000


def released(make):
    """What `make` answers in a hundred threads that are let go at the same moment."""
    barrier = threading.Barrier(COUNT)
    results = [None] * COUNT

    def run(number):
        results[number] = make(barrier)
    threads = [threading.Thread(target=run, args=(number,)) for number in range(COUNT)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


def over(connection, barrier, method, path, body=None):
    """Connects, waits for the others, asks."""
    connection.connect()
    barrier.wait(30)
    answer = test_http.over(connection, method, path, body)
    connection.close()
    return answer.status


def callbacks(served, start):
    """How many tasks there are."""
    rows = test_http.ask(served.port, "GET", "/v1/tasks?from=%d&pageSize=1000" % start)
    return len(json.loads(rows.text)["data"])


def test_tasks(checks):
    for guard, made in (("refuse", 1), ("off", COUNT)):
        def change(document):
            for line in document["queues"]:
                if line["name"] == "Outdial_140_Queue":
                    line["duplicateGuard"] = guard
        with tempfile.TemporaryDirectory() as folder, test_security.lab(
                "--root", lab_copy(folder, change)) as served:
            now = test_http.ask(served.port, "GET", "/").headers["X-IVR-Time"]
            found = released(lambda barrier: over(
                http.client.HTTPConnection("127.0.0.1", served.port, timeout=30), barrier, "POST",
                "/v1/tasks", test_http.TASK))
            checks.equal("tasks, guard %s: answers" % guard,
                         (found.count(201), found.count(409)), (made, COUNT - made))
            checks.equal("tasks, guard %s: callbacks" % guard,
                         callbacks(served, test_http.instant(now) - 1000), made)


def test_web(checks):
    with test_security.lab() as served:
        now = test_http.ask(served.port, "GET", "/").headers["X-IVR-Time"]
        context = ssl.create_default_context(cafile=served.certificate)
        before = 0
        for line, made in (("104", 1), ("103", COUNT)):
            address = test_web_callback.query(
                "phone=12025550177&callback_type=2&queue_id=" + line)
            path = address.split(test_web_callback.HOST, 1)[1]
            found = released(lambda barrier: over(
                http.client.HTTPSConnection("localhost", served.secure_port, timeout=30,
                                            context=context), barrier, "GET", path))
            checks.equal("8x8, queue %s: answers" % line,
                         (found.count(200), found.count(409)), (made, COUNT - made))
            after = callbacks(served, test_http.instant(now) - 1000)
            checks.equal("8x8, queue %s: callbacks" % line, after - before, made)
            before = after


def test_limit(checks):
    """Connections beyond the limit are told so, and the others live on."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if most < LIMIT + 300:
        print("SKIPPED the limit of connections: only %d files may be open" % most)
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    asked = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with test_security.lab("--rate-limit", "off") as served, contextlib.ExitStack() as stack:
        def connect():
            return stack.enter_context(socket.create_connection(("127.0.0.1", served.port), 20))
        first = connect()
        for _ in range(LIMIT - 1):
            connect()
        beyond = [connect() for _ in range(100)]
        for connection in beyond:
            with contextlib.suppress(OSError):
                connection.sendall(asked)
        found = [test_security.response(connection).status for connection in beyond]
        checks.equal("beyond the limit: 503", found, [503] * 100)
        first.sendall(asked)
        checks.equal("within the limit: served", test_security.response(first).status, 200)
        # The server sees by and by that a place is free again.
        end = time.monotonic() + 20
        while test_http.ask(served.port, "GET", "/").status != 200:
            assert time.monotonic() < end, "no place is free again"
        checks.true("a place is free again", True)
        checks.equal("limit: stop", served.stop()[0], 0)


def main():
    checks = Checks()
    checks.run([test_tasks, test_web, test_limit])
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
