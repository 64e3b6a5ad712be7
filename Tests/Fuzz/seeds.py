"""Writes a seed corpus for each fuzz target: checked-in seeds, the repository's own documents, and
the vectors beside the repository where they are there."""

import hashlib
import json
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parent.parent.parent
shared = root.parent / "shared"
out = pathlib.Path(sys.argv[1])


def seed(target, data):
    """One file, named by its content so that a second run adds nothing."""
    if isinstance(data, str):
        data = data.encode()
    if len(data) <= 65536:
        folder = out / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha1(data).hexdigest()[:16]).write_bytes(data)


def cases(path):
    file = shared / "conformance" / path
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text().splitlines() if line.strip()]


for target in "json template jsonpath graphql ssml phone flow lab scenario".split():
    for file in (root / "Tests/Fuzz/seeds").glob(target + "-*"):
        seed(target, file.read_bytes())
    (out / target).mkdir(parents=True, exist_ok=True)
for file in (root / "Flows").glob("*.json"):
    data = file.read_bytes()
    seed("json", data)
    seed("lab" if file.name == "lab.json" else "flow", data)
for file in (root / "Tests").rglob("*.json"):
    seed("flow", file.read_bytes())
for file in (root / "Flows").rglob("*.scenario"):
    seed("scenario", file.read_bytes())
for file in (root / "Prompts").rglob("*.ssml"):
    seed("ssml", file.read_bytes())
for case in cases("pebble/cases.jsonl"):
    seed("template", case["template"])
for case in cases("jsonpath/jayway_shared.jsonl"):
    seed("jsonpath", case["selector"])
for case in cases("graphql/cases.jsonl"):
    seed("graphql", case["query"])
for case in cases("ssml/cases.jsonl"):
    seed("ssml", case["ssml"])
for case in cases("phone/cases.jsonl"):
    seed("phone", case["region"] + "\n" + case["input"])
suite = shared / "conformance/jsonpath/cts.json"
if suite.exists():
    for test in json.loads(suite.read_text())["tests"]:
        document = json.dumps(test.get("document"), ensure_ascii=True)
        seed("jsonpath", test["selector"].encode("utf-8", "replace") + b"\n" + document.encode())
        seed("json", document)
sink = shared / "conformance/graphql/kitchen-sink.graphql"
if sink.exists():
    seed("graphql", sink.read_bytes())
