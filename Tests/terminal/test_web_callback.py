"""Asks for web callbacks of 8x8 and the mock server with curl, over TLS, as clients really send.

The four examples are those of the vendor's page, with its line ends: an address has none, so they
are taken out, and nothing else is changed. `--globoff` keeps curl from reading `[` and `]` as ranges.
Run: python3 Tests/terminal/test_web_callback.py. Needs what drive.py needs, and curl.
"""

import http.server
import json
import os
import stat
import subprocess
import sys
import tempfile
import threading

from drive import Checks, lab_copy
import test_http

HOST = "mycontactual.com"
TOKEN = "fb65d0515b9631c6db72e7e66fe6df49"
BACK = "http://www.acmejet.com/ctdresult.php"
EXAMPLES = ["""
https://mycontactual.com/SC/webcallback.php?tenant=Acme&token=fb65d0515b9631c6db72e7e66fe6df49&phone=
16505551212&callback_type=1&channel_number=18006661212&back=http://www.acmejet.com/ctdresult.php&
caller_id=18006664444
""", """
https://mycontactual.com/SC/webcallback.php?tenant=Acme&token=fb65d0515b9631c6db72e7e66fe6df49&phone=
16505551212&callback_type=1&channel_number=18006661212&back=http://www.acmejet.com/ctdresult.php&
caller_id=18006664444&callback_delay=300&ctl_userdata=[ctl_callbackUrl|https://mywebporter.com/
callback.php][Transactionid__c|$interaction_guid$][CallAnswerTime|$call_answered_time$]
[foreign_key|1234456677]
""", """
https://mycontactual.com/SC/webcallback.php?tenant=Acme&token=fb65d0515b9631c6db72e7e66fe6df49&phone=
16505551212&callback_type=2&back=http://www.acmejet.com/ctdresult.php&caller_id=18006664444&queue_id=103
""", """
https://mycontactual.com/SC/webcallback.php?tenant=Acme&token=fb65d0515b9631c6db72e7e66fe6df49&phone=
16505551212&callback_type=2&back=http://www.acmejet.com/ctdresult.php&caller_id=18006664444&
queue_id=103&expiration=3600
"""]


class Lab(test_http.Served):
    """`ivr-tui serve` with a state folder of its own."""

    def __init__(self, state, *options):
        os.environ["XDG_STATE_HOME"] = state
        super().__init__(*options)
        line = self.process.stdout.readline().decode()
        self.secure = line.split(": ", 1)[1].split("/SC/")[0]
        self.certificate = line.rsplit(" ", 1)[1].strip()
        self.secure_port = int(self.secure.rsplit(":", 1)[1])

    def curl(self, address, *options):
        """What curl prints: status, Location and body, sent to the lab whatever the host."""
        host = address.split("/")[2]
        done = subprocess.run(
            ["curl", "-s", "--globoff", "--max-time", "20", "--cacert", self.certificate,
             "--connect-to", "%s:443:127.0.0.1:%d" % (host, self.secure_port),
             "-w", "\n%{http_code} %header{location}", *options, address],
            capture_output=True, timeout=30)
        if done.returncode:
            return "curl: %d" % done.returncode, "", done.stderr.decode()
        body, _, last = done.stdout.decode().rpartition("\n")
        status, _, location = last.partition(" ")
        return int(status), location, body


def joined(example):
    return "".join(example.split("\n"))


def query(pairs):
    return "https://%s/SC/webcallback.php?tenant=Acme&token=%s&%s" % (HOST, TOKEN, pairs)


def hits(lab):
    answer = test_http.ask(lab.port, "GET", "/mock/hits?limit=1000")
    return json.loads(answer.text)["hits"]


def test_examples(checks):
    with tempfile.TemporaryDirectory() as state, Lab(state) as lab:
        for number, example in enumerate(EXAMPLES, 1):
            checks.equal("example %d" % number, lab.curl(joined(example)), (302, BACK, ""))
        wrong = joined(EXAMPLES[1]).replace("=18006661212", "=1")
        checks.equal("example 2 with a wrong channel",
                     lab.curl(wrong), (302, BACK + "?ctl_error=13", ""))
        form = joined(EXAMPLES[1]).split("?", 1)
        checks.equal("example 2 as a form", lab.curl(form[0], "--data", form[1]), (302, BACK, ""))
        log = lab.stop()[1]
        checks.true("no token in the log", TOKEN not in "".join(log), log)


def test_certificate(checks):
    with tempfile.TemporaryDirectory() as state:
        with Lab(state) as lab:
            key = os.path.join(state, "ivr-tui", "key.pem")
            checks.equal("the key is the user's", stat.S_IMODE(os.stat(key).st_mode), 0o600)
            checks.equal("certificate", lab.certificate, state + "/ivr-tui/certificate.pem")
            with open(lab.certificate, "rb") as file:
                first = file.read()
            lab.stop()
        with Lab(state) as lab:
            with open(lab.certificate, "rb") as file:
                checks.equal("the same at the next start", file.read(), first)
            checks.equal("by address", subprocess.run(
                ["curl", "-s", "-o", os.devnull, "-w", "%{http_code}", "--cacert", lab.certificate,
                 lab.secure + "/"], capture_output=True, timeout=30).stdout, b"200")
            plain = test_http.ask(lab.port, "GET", "/SC/webcallback.php?" + joined(
                EXAMPLES[2]).split("?", 1)[1], token=None)
            checks.equal("without TLS", plain.status, 403)
            checks.true("without TLS: why", b"HTTPS only" in plain.text, plain.text)
            mock = test_http.ask(lab.port, "GET", "/hosts/mycontactual.com/SC/webcallback.php",
                                 token=None)
            checks.equal("without TLS by the host's path", mock.status, 403)
    with tempfile.NamedTemporaryFile() as file:
        os.environ["XDG_STATE_HOME"] = file.name
        with test_http.Served() as served:
            created = test_http.ask(served.port, "POST", "/v1/tasks", test_http.TASK)
            checks.equal("without a state folder the rest is served", created.status, 201)
            checks.true("it is told", "no HTTPS" in served.stop()[1][0])


def test_codes(checks):
    cases = [
        ("phone=1&callback_type=1", 12), ("phone=1&callback_type=1&channel_number=7", 13),
        ("phone=1&callback_type=1&channel_number=18006661212&callback_delay=x", 11),
        ("phone=1&callback_type=2", 7), ("phone=1&callback_type=2&queue_id=105", 8),
        ("phone=1&callback_type=2&queue_id=106", 9), ("phone=1", 10),
        ("phone=1&callback_type=3", 14), ("callback_type=2&queue_id=103", 17),
        ("phone=1&callback_type=2&queue_id=103&extTransactionData=" + "x" * 501, 16),
    ]
    with tempfile.TemporaryDirectory() as state, Lab(state) as lab:
        for pairs, code in cases:
            status, _, body = lab.curl(query(pairs))
            checks.equal("code %d" % code, (status, body.split(" ")[0]),
                         (400, "ctl_error=%d" % code))
        base = "https://%s/SC/webcallback.php" % HOST
        for name, address, status, code in [
                ("1", base, 400, 1), ("1: asleep", base + "?tenant=Dormant", 400, 1),
                ("2", base + "?tenant=Offline", 400, 2),
                ("3", base + "?tenant=Acme&token=no", 403, 3)]:
            answer = lab.curl(address)
            checks.equal("code " + name, (answer[0], answer[2].split(" ")[0]),
                         (status, "ctl_error=%d" % code))
        checks.equal("code 19", lab.curl(base, "--form", "tenant=Acme")[0], 415)
        down = {"url": "/SC/webcallback.php", "kind": "status"}
        checks.equal("out of service", test_http.ask(
            lab.port, "POST", "/mock/faults", down).status, 200)
        checks.equal("code 15", lab.curl(query("phone=1"))[0], 503)
        test_http.ask(lab.port, "POST", "/mock/faults", dict(down, kind="none"))
        guarded = query("phone=12025550199&callback_type=2&queue_id=104")
        checks.equal("guarded", lab.curl(guarded)[0], 200)
        checks.equal("guarded: again", lab.curl(guarded)[0], 409)
        faithful = query("phone=12025550199&callback_type=2&queue_id=103")
        checks.equal("faithful", [lab.curl(faithful)[0] for _ in range(2)], [200, 200])


def test_nonsense(checks):
    base = "https://%s/SC/webcallback.php" % HOST
    with tempfile.TemporaryDirectory() as state, Lab(state) as lab:
        for address in [
                base + "?" + "&" * 5000, base + "?" + "[" * 4000, base + "?%%%=%%%&%zz",
                base + "?tenant=" + "%00" * 500, base + "?tenant[]=Acme&token[]=x",
                query("phone=1&callback_type=2&queue_id=103&ctl_userdata=" + "[" * 3000),
                query("phone=1&callback_type=2&queue_id=103&expiration=" + "9" * 4000),
                query("phone=%s&callback_type=2&queue_id=103" % ("9" * 4000)),
                query("back=http://x/%0d%0aSet-Cookie:%20a=b&phone=1"),
                query("back=http://x/%25%ff%00&phone=1"), base + "/x", base + "?" + "a=b&" * 1900]:
            status, location, body = lab.curl(address)
            checks.true("nonsense: %.60s" % address[40:], status in (200, 302, 400, 404), status)
            checks.true("no line end in the header", "\r" not in location + body)
        checks.equal("it still serves", lab.curl(joined(EXAMPLES[2]))[0], 302)
        checks.equal("nonsense: stop", lab.stop()[0], 0)


class Inbox(http.server.BaseHTTPRequestHandler):
    """Keeps what is posted."""

    posts = []
    came = threading.Event()

    def do_POST(self):
        Inbox.posts.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(204)
        self.end_headers()
        Inbox.came.set()

    def log_message(self, *_):
        pass


def test_posts(checks):
    """A callback that cannot be called is over at once; who is told, a real host or the inbox."""
    server = http.server.HTTPServer(("127.0.0.1", 0), Inbox)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as state:
        root = lab_copy(folder, alone)
        with Lab(state, "--root", root) as lab:
            pairs = ("phone=16505551212&callback_type=1&channel_number=18006661212"
                     "&ctl_userdata=[ctl_callbackUrl|%s][id|$interaction_guid$][eq|a$equal$b c]")
            real = "http://127.0.0.1:%d/x" % server.server_port
            body = lab.curl(query((pairs % real).replace(" ", "%20")))[2]
            checks.true("a real host is told", Inbox.came.wait(20))
            task = body.strip()[3:]
            checks.equal("the post", Inbox.posts, [
                "id=%s&eq=a%%3Db+c&ctl_result=failed&ctl_callback_type=1&ctl_phone=16505551212"
                % task])
            lab.curl(query((pairs % "https://mywebporter.com/callback.php").replace(" ", "+")))
            seen = [(hit["target"], hit["url"], hit["status"]) for hit in hits(lab)]
            checks.true("the inbox", (
                "inbox", "https://mywebporter.com/callback.php", 200) in seen, seen)
    server.shutdown()


def alone(lab):
    """No phone takes any number, and this machine may be told."""
    for phone in lab["phones"]:
        phone.pop("takesAnyNumber", None)
    lab["webCallback"]["tenants"][0]["realHosts"] = ["127.0.0.1"]


def test_mocks(checks):
    url = "https://674481b1b4e2e04abea27c6e.mockapi.io/flowdesigner/Lab/DynVars"
    with tempfile.TemporaryDirectory() as state, Lab(state) as lab:
        # The lab's certificate is not for that host, as a flow does not care.
        status, _, body = lab.curl(url + "?dn=4694096861", "--insecure")
        rows = json.loads(body)
        checks.equal("DynVars by its own host", (status, len(rows)), (200, 1))
        checks.equal("DynVars: the fields", (rows[0]["tacnumber"], rows[0]["queue"]),
                     ("14085267209", "Support_Queue"))
        path = "/hosts/" + url.split("//")[1]
        plain = test_http.ask(lab.port, "GET", path + "?dn=4694096863", token=None)
        checks.equal("DynVars by path", json.loads(plain.text)[0]["queue"], "Threshold_Queue")
        none = test_http.ask(lab.port, "GET", path + "?dn=1", token=None)
        checks.equal("DynVars: nobody", (none.status, none.text), (200, b"[]"))
        made = test_http.ask(lab.port, "POST", path, {"dn": "1", "queue": "Mine"}, token=None)
        checks.equal("DynVars: one more", made.status, 201)
        found = test_http.ask(lab.port, "GET", path + "?dn=1", token=None)
        checks.equal("DynVars: found", json.loads(found.text)[0]["queue"], "Mine")
        base = url[:-len("/DynVars")]
        fault = {"url": base, "kind": "status", "status": 500, "first": 1}
        checks.equal("fault", test_http.ask(lab.port, "POST", "/mock/faults", fault).status, 200)
        statuses = [test_http.ask(lab.port, "GET", path, token=None).status for _ in range(2)]
        checks.equal("fault: the first hit", statuses, [500, 200])
        log = hits(lab)
        checks.equal("the log", [hit["status"] for hit in log], [200, 200, 200, 201, 200, 500, 200])
        checks.equal("the log needs a token", test_http.ask(
            lab.port, "GET", "/mock/hits", token=None).status, 401)


def main():
    checks = Checks()
    checks.run([test_examples, test_certificate, test_codes, test_nonsense, test_posts, test_mocks])
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
