"""Exercises the running server by its OpenAPI documents, with schemathesis.

Each document is validated, then schemathesis sends what its routes may and may not be sent, and
looks at every answer. What it sends is the same in each run. Bounded by the number of examples,
and by LONGEST seconds for a document.
Run: python3 Tests/terminal/test_openapi.py [DOCUMENT ...]. Needs what drive.py needs, schemathesis
and openapi-spec-validator.
"""

import collections
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from openapi_spec_validator import validate

from drive import Checks, lab_copy
import test_http
import test_web_callback

# The hard bound for one document, in seconds; it takes a tenth of that on two idle processors.
LONGEST = 240

ORG = "00000000-0000-4000-8000-000000000001"
ENTRY, AGENT = test_http.ENTRY, test_http.AGENT
QUEUE = "3c9e5a52-77aa-4b1f-8d20-000000000201"
NUMBERS = ["+1408526%04d" % number for number in range(7209, 7239)]
NOW = int(time.time() * 1000)
WINDOW = "from:%d to:%d" % (NOW - 3600000, NOW + 3600000)
TOMORROW = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(1)).date().isoformat()

CHECKS = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance",
    "response_schema_conformance", "response_headers_conformance", "negative_data_rejection",
    "positive_data_acceptance", "unsupported_method", "allow_header_conformance", "ignored_auth",
    "use_after_free",
]

# For each document: examples for an operation; words that are put into most requests; values that
# are put into all, or into those of one operation; operations that must accept whatever fits the
# document, and those that are excused from a check. Others may answer 400 to what fits, since what
# can be done depends on the state of the lab.
DOCUMENTS = {
    "webex": {
        "examples": 6,
        "words": {
            "query.queueId": [QUEUE], "body.queueId": [QUEUE], "body.agentId": [AGENT],
            "body.teamId": ["8a6d2b9c-1e0f-4f7a-b530-000000000301"],
            "body.entryPointId": [ENTRY], "body.destination": NUMBERS,
            "body.callbackNumber": NUMBERS, "body.timezone": ["Europe/Berlin"],
            "body.scheduleDate": [TOMORROW], "body.startTime": ["09:00:00"],
            "body.endTime": ["10:00:00"], "body.assigneeAgent": [AGENT],
            "body.name": ["Checks", "Global_Language"], "body.orgId": [ORG],
            "body.eventTypes[*]": ["task:new", "task:parked"],
            "body.destinationUrl": ["http://127.0.0.1:1/hook"],
            "body.secret": [test_http.SECRET],
            "body.query": [
                "{task(%s){tasks{id status}}}" % WINDOW,
                "{agentSession(%s){agentSessions{agentId state}}}" % WINDOW,
                "{taskDetails(%s){tasks{id owner{name}}}}" % WINDOW],
            "query.from": [NOW - 3600000], "query.channelTypes": ["telephony"],
        },
        "values": {"path.orgId": ORG},
        "named": {
            method + " /organization/{orgId}/cad-variable/{id}": {"path.id": "Global_Language"}
            for method in ("GET", "PUT")},
        # As on the product.
        "excused": {"POST /search": "ignored_auth"},
        "accepting": [
            "GET /v1/agents/activities", "GET /v1/agents/statistics", "GET /v1/ewt",
            "GET /organization/{orgId}/cad-variable/{id}", "GET /v1/subscriptions",
            "GET /v2/subscriptions", "GET /v1/subscriptions/{id}", "GET /v2/subscriptions/{id}",
            "DELETE /v1/subscriptions/{id}", "DELETE /v2/subscriptions/{id}",
            "GET /v2/event-types",
            "GET /v1/callbacks/organization/{orgId}/scheduled-callback/{id}",
            "DELETE /v1/callbacks/organization/{orgId}/scheduled-callback/{id}",
        ],
    },
    "genesys": {
        "examples": 20,
        "words": {
            "path.service": ["classic", "immediate", "confirmed"],
            "query.name": ["Classic_Queue"], "query.vq": ["Classic_Queue", "Support_Queue"],
            "body._customer_number": NUMBERS,
            "body._desired_time": [TOMORROW + "T09:00:00.000Z"],
            "body._new_desired_time": [TOMORROW + "T10:00:00Z"],
            "body._CB_T_CALLBACK_OFFERED": ["1767600000"],
            "query.start": [TOMORROW + "T09:00:00Z"], "query.end": [TOMORROW + "T10:00:00Z"],
            "query.timezone": ["Europe/Berlin", "UTC"],
        },
        # The product's status where a number or the service has too many callbacks.
        "excused": {"POST /genesys/1/service/callback/{service}": "not_a_server_error"},
        "accepting": ["GET /genesys/1/service/callback"],
    },
    "8x8": {
        "examples": 80,
        "words": {
            "query.queue_id": ["103", "104"], "query.channel_number": ["18006661212"],
            "query.phone": NUMBERS, "query.callback_delay": ["30", "x"],
            "query.back": ["http://www.acmejet.com/ctdresult.php"],
        },
        "values": {"query.tenant": "Acme", "query.token": test_web_callback.TOKEN},
        "accepting": [],
    },
    "demo": {
        "examples": 20,
        "words": {"body.phone": NUMBERS},
        # As a browser says of a form of the page.
        "headers": {"Sec-Fetch-Site": "same-origin"},
        "accepting": [
            "GET /demo", "GET /demo/board", "GET /demo/board/events", "GET /demo/style.css",
            "GET /demo/script.js"],
    },
    "lab": {
        "examples": 20,
        "words": {"body.url": [
            "https://674481b1b4e2e04abea27c6e.mockapi.io/flowdesigner/Lab",
            "/SC/webcallback.php"]},
        "accepting": [
            "GET /", "GET /openapi/webex.json", "GET /openapi/genesys.json",
            "GET /openapi/8x8.json", "GET /openapi/lab.json", "GET /mock", "GET /mock/hits",
            "DELETE /mock/hits",
        ],
    },
}


def eager(lab):
    """Answers without delay, and a token that may do all."""
    lab["latencyMilliseconds"] = {"search": 0, "tasks": 0, "ledger": 0}
    lab["tokens"][0]["scopes"].append("cjp:config_write")


def configuration(document, base, secure):
    """What schemathesis is told, in TOML; texts of JSON are texts of TOML too."""
    plan = DOCUMENTS[document]
    lines = ["warnings = false", "continue-on-failure = true", "request-timeout = 20",
             "max-stream-events = 1", "base-url = %s" % json.dumps(base)]
    if secure:
        lines.append("tls-verify = %s" % json.dumps(secure))
    else:
        headers = {"Authorization": "Bearer " + test_http.TOKEN, **plan.get("headers", {})}
        lines.append("[headers]")
        lines += ["%s = %s" % (name, json.dumps(value)) for name, value in headers.items()]
    lines += ["[generation]", "deterministic = true", "max-examples = %d" % plan["examples"],
              "[dictionaries]"]
    for number, words in enumerate(plan["words"].values()):
        lines.append("words%d = { values = %s }" % (number, json.dumps(words)))
    lines.append("[parameters]")
    for number, name in enumerate(plan["words"]):
        lines.append('%s = { dictionary = "words%d", probability = 0.9 }'
                     % (json.dumps(name), number))
    for name, value in plan.get("values", {}).items():
        lines.append("%s = %s" % (json.dumps(name), json.dumps(value)))
    lines += ["[checks]", "enabled = false"]
    for check in CHECKS:
        is_on = check != "positive_data_acceptance"
        lines += ["[checks.%s]" % check, "enabled = %s" % json.dumps(is_on)]
        if check == "negative_data_rejection":
            # Too long a query is refused by the limit of addresses, with 414; who names a page to
            # go back to is sent there.
            lines.append('expected-statuses = ["302", "4xx"]')
    for name in plan["accepting"]:
        lines += ["[[operations]]", "include-name = %s" % json.dumps(name),
                  "[operations.checks.positive_data_acceptance]", "enabled = true"]
    for name, values in plan.get("named", {}).items():
        lines += ["[[operations]]", "include-name = %s" % json.dumps(name),
                  "[operations.parameters]"]
        lines += ["%s = %s" % (json.dumps(key), json.dumps(value)) for key, value in values.items()]
    for name, check in plan.get("excused", {}).items():
        lines += ["[[operations]]", "include-name = %s" % json.dumps(name),
                  "[operations.checks.%s]" % check]
        lines.append('expected-statuses = ["2xx", "3xx", "4xx", "503"]'
                     if check == "not_a_server_error" else "enabled = false")
    return "\n".join(lines) + "\n"


def exercise(checks, document):
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as state:
        options = ["--seed", "7", "--root", lab_copy(folder, eager)]
        is_secure = document == "8x8"
        kind = test_web_callback.Lab if is_secure else test_http.Served
        with kind(*([state] if is_secure else []), *options) as lab:
            answer = test_http.ask(lab.port, "GET", "/openapi/%s.json" % document, token=None)
            checks.equal(document + ": served", answer.status, 200)
            index = test_http.ask(lab.port, "GET", "/", token=None).text.decode()
            checks.equal("all documents are exercised", set(DOCUMENTS), set(
                re.findall(r"GET /openapi/(\w+)\.json", index)))
            told = json.loads(answer.text)
            validate(told)
            base = lab.secure if is_secure else "http://127.0.0.1:%d" % lab.port
            run(checks, document, told, base, lab.certificate if is_secure else None, folder)
            code, log = lab.stop()
            checks.equal(document + ": the server goes on and stops", code, 0)
            statuses = collections.Counter(line.split(" ")[3] for line in log)
            checks.equal(document + ": no error within", statuses["500"], 0)
            print("  " + ", ".join("%s: %d" % pair for pair in sorted(statuses.items())))


def run(checks, document, told, base, secure, folder):
    settings, report = folder + "/settings.toml", folder + "/report.json"
    with open(settings, "w", encoding="utf-8") as file:
        file.write(configuration(document, base, secure))
    start = time.monotonic()
    program = os.path.join(os.path.dirname(sys.executable), "schemathesis")
    done = subprocess.run(
        [program, "--config-file", settings, "run", base + "/openapi/%s.json" % document,
         "--no-color", "--report", "json", "--report-json-path", report],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=LONGEST, cwd=folder)
    seconds = time.monotonic() - start
    text = done.stdout.decode()
    checks.equal("%s: schemathesis" % document, done.returncode, 0)
    if done.returncode:
        print(text)
    if not os.path.exists(report):
        return
    with open(report, encoding="utf-8") as file:
        found = json.load(file)
    count = sum(len(path) for path in told["paths"].values())
    operations, cases = found["operations"], found["test_cases"]
    checks.equal("%s: all operations" % document, operations["tested"], count)
    checks.true("%s: complete" % document, found["complete"])
    checks.true("%s: many cases" % document, cases["generated"] >= 15 * count, cases)
    print("%s.json: %d routes, %d cases, %.1f s" % (document, count, cases["generated"], seconds))


def main():
    checks = Checks()
    names = sys.argv[1:] or list(DOCUMENTS)
    checks.run([lambda checks, name=name: exercise(checks, name) for name in names])
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
