"""The pictures of a page as SVG within it: text takes the colour of the page, so that they suit light and dark.

Each has a title and a description that says all that the picture shows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from itertools import islice
from math import hypot
from textwrap import wrap

from kzpol.show.blocks import Bars, Seats, Spans
from kzpol.show.charts.hemicycle import places
from kzpol.show.colors import colors, ink

Say = Callable[[str], str]
WIDTH = 480
MOST_SEATS = 2_000  # of a chamber that is drawn; dots of more could not be told apart
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def shades(who: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Return the colours of contestants, dark enough for white letters on them."""
    ids = list(who) or list(labels)
    found = colors(ids)
    return [ink(found[id]) for id in ids]


def picture(name: str, title: str, told: str, height: float, body: str) -> str:
    """Return an SVG of the usual width that readers of the screen hear as its title and what it tells."""
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:g}" role="img" aria-labelledby="{name}-title {name}-told">\n'
        f'<title id="{name}-title">{escape(title)}</title>\n'
        f'<desc id="{name}-told">{escape(told)}</desc>\n{body}\n</svg>'
    )


def _text(x: float, y: float, written: str, size: float, anchor: str = "start", fill: str = "currentColor") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" fill="{fill}">'
        f"{escape(written)}</text>"
    )


def seats(block: Seats, name: str, say: Say) -> str:
    """Draw a chamber: a half circle of seats, each with the letter of who holds it, and a key."""
    labels, counts = [label for label, _ in block.rows], [count for _, count in block.rows]
    tones = shades(block.who, labels)
    total = sum(counts)
    owners = [who for who, count in enumerate(counts) for _ in range(count)]
    found = places(total)
    size = min(14.0, 0.46 * _nearest(found) * 220)
    dots = []
    for (x, y), who in zip(found, owners, strict=True):
        at = (WIDTH / 2 + x * 220, 232 - y * 220)
        dots.append(f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{size:.1f}" fill="{tones[who]}"/>')
        if size >= 6:
            dots.append(_text(at[0], at[1] + size * 0.36, _letter(who), round(size, 1), "middle", "#fff"))
    told = "; ".join(f"{label} {count}" for label, count in block.rows) + "."
    drawn = picture(name, f"{block.title}: {total}", told, 250, "\n".join(dots))
    key = "".join(
        f'<li><span class="swatch" style="background:{tone}" aria-hidden="true">{_letter(who)}</span> '
        f"{escape(label)} <b>{count}</b></li>"
        for who, ((label, count), tone) in enumerate(zip(block.rows, tones, strict=True))
    )
    caption = f"<figcaption>{escape(say('seats'))}: {total}</figcaption>"
    return f'<figure>\n{drawn}\n<ul class="key">{key}</ul>\n{caption}\n</figure>'


def _letter(who: int) -> str:
    return _LETTERS[who] if who < len(_LETTERS) else "·"


def _nearest(found: Sequence[tuple[float, float]]) -> float:
    """Return the least distance between two seats, at most a fifth of the chamber's radius."""
    least = 0.2  # from which on seats are as large as they get
    ordered = sorted(found)
    for at, (x, y) in enumerate(ordered):
        for other_x, other_y in islice(ordered, at + 1, None):
            if other_x - x >= least:  # and so are all that follow
                break
            least = min(least, hypot(other_x - x, other_y - y))
    return least


def bars(block: Bars, name: str) -> str:
    """Draw shares as bars, the label above each, against the mark."""
    tones = shades(block.who, [label for label, _, _ in block.rows])
    scale = max([share for _, share, _ in block.rows] + [block.mark or 0, 1])
    mark = None if block.mark is None else block.mark / scale * WIDTH
    parts, top = [], 0
    for (label, share, tail), tone in zip(block.rows, tones, strict=True):
        lines = _lines(label, tail)
        parts += [_text(0, top + 15 + 17 * index, line, 14) for index, line in enumerate(lines)]
        top += 17 * len(lines)
        parts.append(_text(WIDTH, top - 2, tail, 14, "end"))
        width = max(share / scale * WIDTH, 1)
        parts.append(f'<rect x="0" y="{top + 3}" width="{width:.1f}" height="12" fill="{tone}"/>')
        if mark is not None:  # beside the bars only: the labels stay free
            parts.append(_stroke(mark, top + 1, top + 17))
        top += 23
    told = "; ".join(f"{label} {tail}" for label, _, tail in block.rows) + "."
    if mark is not None:
        said = f"{block.mark_label} {block.mark:g} %"
        parts += [
            _stroke(mark, top, top + 4),
            _text(mark, top + 17, said, 13, "end" if mark > WIDTH - 120 else "start"),
        ]
        told, top = f"{told} {said}.", top + 22
    return f"<figure>\n{picture(name, block.title, told, top, chr(10).join(parts))}\n</figure>"


_FITS = 58  # letters in a line of the usual width


def _lines(label: str, tail: str) -> list[str]:
    """Return the lines of a label, the last of which leaves room for what stands behind it."""
    lines = wrap(label, _FITS) or [""]
    return lines if len(lines[-1]) + len(tail) + 2 <= _FITS else [*lines, ""]


def _stroke(x: float, top: float, bottom: float) -> str:
    return f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" stroke="currentColor"/>'


def spans(block: Spans, name: str) -> str:
    """Draw lives as bars over the years, the label above each."""
    last = max(block.last, block.first + 1)
    parts, told, step = [], [], 34

    def at(date: str | None) -> float:
        if date is None:
            return WIDTH
        year = int(date[:4]) + (int(date[5:7]) - 1) / 12 if len(date) >= 7 else int(date[:4])
        return max(0.0, min(1.0, (year - block.first) / (last + 1 - block.first))) * WIDTH

    top = 20
    every = next(years for years in (1, 2, 5, 10, 20, 50) if (last - block.first) / years <= 8)
    height = top + len(block.rows) * step
    for year in range(-(-block.first // every) * every, last + 1, every):
        x = at(str(year))
        anchor = "start" if x < 20 else "middle"
        parts.append(f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{height}" stroke="currentColor" opacity="0.25"/>')
        parts.append(_text(x, 13, str(year), 12, anchor))
    for label, lives in block.rows:
        start = min(at(life.valid_from) for life in lives)
        left = start < WIDTH * 0.6
        anchor, x = ("start", start) if left else ("end", max(at(life.valid_to) for life in lives))
        parts.append(_text(x, top + 15, label, 13, anchor))
        for life in lives:
            begin, end = at(life.valid_from), at(life.valid_to)
            parts.append(
                f'<rect x="{begin:.1f}" y="{top + 19}" width="{max(end - begin, 2):.1f}" height="9" fill="#3b6ea5"/>'
            )
            told.append(f"{label} {life.valid_from or '?'} – {life.valid_to or ''}".strip())
        top += step
    return f"<figure>\n{picture(name, block.title, '; '.join(told) + '.', height + 4, chr(10).join(parts))}\n</figure>"
