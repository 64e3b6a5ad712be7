#!/usr/bin/env python3
"""Asks a server of the lab over many connections at once and tells what became of the requests.

Each connection is kept alive and asks one request after the other, with a pause between them. A
request is lost where its connection ends, or nothing comes, before its answer is whole. Needs only
Python 3.9 or newer. With --program it starts the server itself, on a free port, and stops it.

Run: scripts/load_http.py --connections 1000 --seconds 60 [--program .build/debug/ivr-tui]
Exit code: 0 where every request was answered with the status that was wanted, else 1.
"""

import argparse
import asyncio
import json
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

JSON = "application/json"
ENTRY = "f2b1c7d0-5a34-4c1e-9a10-000000000140"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--connections", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=1.0,
                        help="seconds between an answer and the next request of its connection")
    parser.add_argument("--port", type=int, help="of a server that runs already")
    parser.add_argument("--token", help="a token of that server")
    parser.add_argument("--program", default=".build/debug/ivr-tui")
    parser.add_argument("--root", default=".")
    return parser.parse_args()


class Server:
    """`ivr-tui serve` without a limit of requests."""

    def __init__(self, options):
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [options.program, "serve", "--root", options.root, "--rate-limit", "off"],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.port = self.token = None
        for line in self.process.stdout:
            if found := re.search(r"served at http://[^ ]*:(\d+)$", line):
                self.port = int(found.group(1))
            if line.startswith("token "):
                self.token = line.split()[1]
            if self.port and self.token:
                return
        sys.exit("the server does not start")

    def memory(self):
        """The most memory it had, in MB."""
        with open("/proc/%d/status" % self.process.pid, encoding="ascii") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=30)
        self.log.seek(0)
        return code, sum(1 for _ in self.log)


def requests(token, number):
    """The requests of a connection, in turn: three that read and one that makes a callback."""
    def request(method, path, body=None):
        data = json.dumps(body).encode() if body else b""
        head = "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n" % (
            method, path, token)
        if body:
            head += "Content-Type: %s\r\nContent-Length: %d\r\n" % (JSON, len(data))
        return head.encode() + b"\r\n" + data
    queue = "3c9e5a52-77aa-4b1f-8d20-000000000201"
    # A number has one callback; asked for again it is a duplicate.
    task = {"entryPointId": ENTRY, "destination": "+1408555%04d" % (number % 10000),
            "mediaType": "telephony", "outboundType": "CALLBACK", "attributes": {},
            "callback": {"callbackOrigin": "web", "callbackType": "immediate"}}
    return [
        (request("GET", "/v1/ewt?lookbackMinutes=10&queueId=" + queue), {200, 204}),
        (request("POST", "/v1/tasks", task), {201, 409}),
        (request("GET", "/mock"), {200}),
        (request("GET", "/v2/event-types"), {200}),
    ]


class Run:
    """What became of the requests."""

    def __init__(self, options, port, token):
        self.options, self.port, self.token = options, port, token
        self.times, self.statuses = [], {}
        self.lost = self.wrong = self.refused = self.peak = self.open = 0

    async def connection(self, number, start, end):
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            self.refused += 1
            return
        self.open += 1
        self.peak = max(self.peak, self.open)
        try:
            await start.wait()
            asked = requests(self.token, number)
            # Spread over a pause, so that not all ask at the same instant for ever.
            await asyncio.sleep(self.options.pause * number / self.options.connections)
            place = number
            while time.monotonic() < end():
                data, wanted = asked[place % len(asked)]
                place += 1
                if not await self.exchange(reader, writer, data, wanted):
                    return
                await asyncio.sleep(self.options.pause)
        finally:
            self.open -= 1
            writer.close()

    async def exchange(self, reader, writer, data, wanted):
        begun = time.monotonic()
        try:
            writer.write(data)
            status = await asyncio.wait_for(self.answer(reader), 30)
        except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError):
            self.lost += 1
            return False
        self.times.append(time.monotonic() - begun)
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.wrong += status not in wanted
        return True

    @staticmethod
    async def answer(reader):
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        length = re.search(r"(?i)\r\ncontent-length: (\d+)", head)
        if length:
            await reader.readexactly(int(length.group(1)))
        return int(head.split(" ", 2)[1])

    async def go(self):
        start = asyncio.Event()
        ends = []
        tasks = [asyncio.create_task(self.connection(number, start, lambda: ends[0]))
                 for number in range(self.options.connections)]
        while self.open + self.refused < self.options.connections:
            await asyncio.sleep(0.01)
        print("%d connections are open" % self.open, flush=True)
        ends.append(time.monotonic() + self.options.seconds)
        start.set()
        await asyncio.gather(*tasks)

    def tell(self):
        times = sorted(self.times) or [0]

        def at(share):
            return 1000 * times[min(len(times) - 1, int(share * len(times)))]
        print("requests answered %d, lost %d, of a wrong status %d" % (
            len(self.times), self.lost, self.wrong))
        print("connections at once %d, refused %d" % (self.peak, self.refused))
        print("statuses " + ", ".join("%d: %d" % pair for pair in sorted(self.statuses.items())))
        print("milliseconds p50 %.1f, p99 %.1f, max %.1f" % (at(0.5), at(0.99), 1000 * times[-1]))
        print("requests a second %.0f" % (len(self.times) / self.options.seconds))
        return 0 if self.times and not self.lost + self.wrong + self.refused else 1


def main():
    options = arguments()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    server = None if options.port else Server(options)
    try:
        run = Run(options, options.port or server.port, options.token or server.token)
        asyncio.run(run.go())
        code = run.tell()
        if server:
            memory = server.memory()
            ended, lines = server.stop()
            print("server: %.0f MB at most, exit code %d, %d lines in its log" % (
                memory, ended, lines))
            code = code or ended
        return code
    finally:
        if server and server.process.poll() is None:
            server.process.kill()


if __name__ == "__main__":
    sys.exit(main())
