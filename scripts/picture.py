#!/usr/bin/env python3
"""Plays the duplicate story in the real program and draws its decisive screens as SVG, and the demo
as an animated one.

usage: scripts/picture.py [FOLDER]     (docs/pictures)

Needs pyte, as Tests/terminal does: .setup/venv/bin/python3 scripts/picture.py
"""

import html
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "Tests", "terminal"))
import animation  # noqa: E402
import drive  # noqa: E402

CELL, LINE = animation.CELL, animation.LINE
BACKGROUND, FOREGROUND = "#1c1f26", "#d7dae0"
COLOURS = {
    "black": "#3b4048", "red": "#e06c75", "green": "#98c379", "brown": "#e5c07b",
    "yellow": "#e5c07b", "blue": "#61afef", "magenta": "#c678dd", "cyan": "#56b6c2",
    "white": "#d7dae0", "brightblack": "#7f848e", "brightred": "#ef8a92",
    "brightgreen": "#b2dc94", "brightbrown": "#f0d399", "brightyellow": "#f0d399",
    "brightblue": "#8cc8f7", "brightmagenta": "#d79bea", "brightcyan": "#7fd3dd",
    "brightwhite": "#ffffff",
}


def colour(name, default):
    if name == "default":
        return default
    if name in COLOURS:
        return COLOURS[name]
    return "#" + name if len(name) == 6 else default


def looks(cell):
    """Foreground, background, bold of a cell."""
    front, back = colour(cell.fg, FOREGROUND), colour(cell.bg, BACKGROUND)
    if cell.reverse:
        front, back = back, front
    return front, back, cell.bold


def runs(session, row):
    """The cells of a row that look alike: first column, text, looks."""
    found = []
    for column in range(session.columns):
        cell = session.cell(column, row)
        if found and found[-1][2] == looks(cell):
            found[-1][1].append(cell.data)
        else:
            found.append((column, [cell.data], looks(cell)))
    return found


def svg(session):
    width, height = session.columns * CELL + 16, session.rows_count * LINE + 16
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">'
        % (width, height, width, height),
        '<rect width="100%%" height="100%%" rx="8" fill="%s"/>' % BACKGROUND,
        '<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" '
        'xml:space="preserve">',
    ]
    for row in range(session.rows_count):
        for column, cells, (front, back, bold) in runs(session, row):
            text = "".join(cells)
            x, y, length = 8 + column * CELL, 8 + row * LINE, len(cells) * CELL
            if back != BACKGROUND:
                parts.append(
                    '<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>'
                    % (x, y, length, LINE, back))
            if text.strip():
                parts.append(
                    '<text x="%.1f" y="%d" fill="%s" textLength="%.1f"%s>%s</text>'
                    % (x, y + 13, front, length, ' font-weight="bold"' if bold else "",
                       html.escape(text)))
    return "\n".join(parts + ["</g>", "</svg>"]) + "\n"


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "docs", "pictures")
    os.makedirs(folder, exist_ok=True)

    def picture(session, name):
        with open(os.path.join(folder, name + ".svg"), "w", encoding="utf-8") as file:
            file.write(svg(session))
        print("-- %s.svg" % name)

    with drive.Session([drive.binary()], 80, 24) as session:
        session.wait_for("Enter to dial")
        ask(session)
        session.wait_for("ended by flow", timeout=20)
        picture(session, "scheduled")
        ask(session)
        session.wait_for("httpStatusCode is 200", timeout=20)
        session.wait_for("already waiting", timeout=20)
        picture(session, "refused")
        session.wait_for("ended by flow", timeout=20)
        session.send("\x1bOR" + "a")
        session.wait_for("Reserved")
        picture(session, "offered")
        session.kill(15)
    demo(folder)


def demo(folder):
    """Records the demo as it plays by itself; beside the picture an asciicast in .setup."""
    with drive.Session([drive.binary(), "demo", "duplicates"], 80, 24) as session:
        recording = animation.Recording(session, looks)
        recording.run_until("the end", timeout=600)
        session.send("q")
        session.wait_exit()
    recording.cast(os.path.join(ROOT, ".setup", "demo.cast"))
    text = recording.svg(BACKGROUND, FOREGROUND, poster="Refused, and here is why")
    with open(os.path.join(folder, "demo.svg"), "w", encoding="utf-8") as file:
        file.write(text)
    print("-- demo.svg, %d kB, %.0f s" % (len(text) // 1000, recording.frames[-1][0]))


def ask(session):
    """Dials, asks for a callback, types the number and confirms it, as soon as each is heard."""
    session.send("\r")
    session.wait_for("WantCallback ·", timeout=20)
    session.send("1")
    session.wait_for("NewNumber ·", timeout=20)
    session.send("14085267209")
    session.wait_for("VerifyNumber ·", timeout=20)
    session.send("1")
    session.wait_gone("VerifyNumber ·", timeout=20)


if __name__ == "__main__":
    main()
