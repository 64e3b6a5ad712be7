"""Records a run of the program on a pseudo-terminal and draws it as one animated SVG.

The SVG needs no script: every piece of a row that changes is a text of its own, which CSS shows and
hides at its times. Where animation is not wanted or not known, one moment of the run is shown.
"""

import html
import json
import time

CELL, LINE = 8.4, 17
# Rows are cut at these columns, so that a change in one pane repeats only that pane's part.
CUTS = (0, 34, 80)
SHORTEST = 0.12


class Recording:
    """The pictures of a session while it runs, with their times in seconds."""

    def __init__(self, session, looks):
        self.session, self.looks = session, looks
        self.start = time.monotonic()
        self.frames, self.events = [], []

    def run_until(self, wanted, timeout):
        """Records until a text is on the screen and for what comes right behind it."""
        end = self.start + timeout
        while wanted not in self.session.text():
            if time.monotonic() > end:
                raise AssertionError("waited for %r:\n%s" % (wanted, self.session.text()))
            self._take(0.5)
        self._take(0.2)

    def _take(self, timeout):
        before = len(self.session.raw)
        if not self.session.pump(timeout):
            return
        while self.session.pump(0.02):
            pass
        now = round(time.monotonic() - self.start, 3)
        self.events.append((now, self.session.raw[before:].decode("utf-8", "replace")))
        picture = self._picture()
        if self.frames and now - self.frames[-1][0] < SHORTEST:
            self.frames[-1] = (self.frames[-1][0], picture)
        elif not self.frames or self.frames[-1][1] != picture:
            self.frames.append((now if self.frames else 0.0, picture))

    def _picture(self):
        """Each row's parts: runs of text with their looks."""
        return tuple(
            tuple(self._runs(row, first, last) for first, last in zip(CUTS, CUTS[1:]))
            for row in range(self.session.rows_count))

    def _runs(self, row, first, last):
        found = []
        for column in range(first, last):
            cell = self.session.cell(column, row)
            look = self.looks(cell)
            if found and found[-1][1] == look:
                found[-1][0].append(cell.data)
            else:
                found.append(([cell.data], look))
        return tuple(("".join(text), look) for text, look in found)

    def cast(self, path):
        """Writes the recording as asciicast v2, for asciinema."""
        with open(path, "w", encoding="utf-8") as file:
            header = {"version": 2, "width": self.session.columns, "height": self.session.rows_count}
            file.write(json.dumps(header) + "\n")
            for when, text in self.events:
                file.write(json.dumps([when, "o", text], ensure_ascii=False) + "\n")

    def svg(self, background, foreground, poster, rest=4.0):
        """The animation; `poster` is a text on the picture to show where nothing moves."""
        return _Drawing(self.frames, background, foreground, poster, rest).text()


class _Drawing:
    def __init__(self, frames, background, foreground, poster, rest):
        self.frames, self.background, self.foreground = frames, background, foreground
        self.length = frames[-1][0] + rest
        self.poster = next(
            (index for index, frame in enumerate(frames) if poster in _text(frame[1])), 0)
        self.names = {}

    def text(self):
        rows = len(self.frames[0][1])
        width, height = CUTS[-1] * CELL + 16, rows * LINE + 16
        body = []
        for row in range(rows):
            for part in range(len(CUTS) - 1):
                body += self._part(row, part)
        rules = [
            "text{white-space:pre}.a{animation:%.2fs step-end infinite;opacity:0}.p{opacity:1}"
            % self.length,
            "@media(prefers-reduced-motion:reduce){.a{animation:none!important}}",
        ]
        rules += ["@keyframes %s{%s}" % (name, self._keyframes(times))
                  for times, name in self.names.items()]
        return "\n".join([
            '<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" '
            'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" fill="%s" '
            'xml:space="preserve">'
            % (width, height, width, height, self.foreground),
            "<style>" + "\n".join(rules) + "</style>",
            '<rect width="100%%" height="100%%" rx="8" fill="%s"/>' % self.background,
        ] + body + ["</svg>"]) + "\n"

    def _part(self, row, part):
        """The texts that stand in one place, each with the times when it is seen."""
        times, posters = {}, set()
        for index, (start, picture) in enumerate(self.frames):
            runs = picture[row][part]
            end = self.frames[index + 1][0] if index + 1 < len(self.frames) else self.length
            spans = times.setdefault(runs, [])
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
            if index == self.poster:
                posters.add(runs)
        drawn = []
        for runs, spans in times.items():
            shapes = self._shapes(runs, row, CUTS[part])
            if not shapes:
                continue
            if spans == [(0.0, self.length)]:
                drawn.append(shapes)
                continue
            name = self.names.setdefault(tuple(spans), "k%d" % len(self.names))
            drawn.append('<g class="a%s" style="animation-name:%s">%s</g>' % (
                " p" if runs in posters else "", name, shapes))
        return drawn

    def _shapes(self, runs, row, column):
        """Backgrounds, and one text with a span for each change of looks."""
        y, backs, spans, first = 8 + row * LINE, "", "", column
        for text, (front, back, bold) in runs:
            if back != self.background:
                backs += '<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>' % (
                    8 + first * CELL, y, len(text) * CELL, LINE, back)
            first += len(text)
            look = (' fill="%s"' % front if front != self.foreground else "") + (
                ' font-weight="bold"' if bold else "")
            shown = html.escape(text, quote=False)
            spans += "<tspan%s>%s</tspan>" % (look, shown) if look and text.strip() else shown
        if not "".join(text for text, _ in runs).strip():
            return backs
        return backs + '<text x="%.1f" y="%d" textLength="%.1f">%s</text>' % (
            8 + column * CELL, y + 13, (first - column) * CELL, spans)

    def _keyframes(self, spans):
        marks = {} if spans[0][0] == 0 else {0.0: 0}
        for start, end in spans:
            marks[start] = 1
            if end < self.length:
                marks[end] = 0
        return "".join("%s%%{opacity:%d}" % (
            ("%.3f" % (100 * when / self.length)).rstrip("0").rstrip("."), seen)
            for when, seen in sorted(marks.items()))


def _text(picture):
    return "\n".join("".join(text for part in row for text, _ in part) for row in picture)
