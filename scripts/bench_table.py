#!/usr/bin/env python3
"""Joins the rows of ivr-bench (JSON lines) with the peers' figures (name, unit, value) to one table."""
import json
import sys


def figure(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:,.3g}"


def judged(row, ratio):
    """The goal in words, and the share of it that was reached; no share without the peer."""
    if "timesPeer" in row:
        goal = f"{row['timesPeer']:g} × peer"
        return goal, ratio / row["timesPeer"] if ratio else None
    if "atLeast" in row:
        return f"≥ {figure(row['atLeast'])}", row["ours"] / row["atLeast"]
    return f"≤ {figure(row['atMost'])}", row["atMost"] / row["ours"] if row["ours"] else 1


def cells(row, peers):
    peer = peers.get(row["peer"])
    ratio = row["ours"] / peer if peer else None
    goal, share = judged(row, ratio)
    return [
        str(row["row"]), row["workload"], f"{figure(row['ours'])} {row['unit']}",
        figure(peer) if peer else "not run" if row["peer"] else "none",
        f"{figure(ratio)} ×" if ratio else "", goal,
        "" if share is None else "yes" if share >= 1 else f"no, {share:.0%} of it",
    ]


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    with open(sys.argv[2], encoding="utf-8") as lines:
        split = [line.rstrip("\n").split("\t") for line in lines]
    peers = {name: float(value) for name, _, value in split}
    table = [["#", "workload", "ours", "peer", "ratio", "goal", "reached"]]
    table += [cells(row, peers) for row in sorted(rows, key=lambda row: row["row"])]
    widths = [max(len(line[column]) for line in table) for column in range(len(table[0]))]
    table.insert(1, ["-" * width for width in widths])
    for line in table:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |")


if __name__ == "__main__":
    main()
