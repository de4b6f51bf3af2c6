"""Draws bars, chambers and spans as lines of letters; knows nothing of colours or terminals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from kzpol.show.blocks import Span


@dataclass(frozen=True)
class Glyphs:
    """The signs that pictures are made of."""

    full: str
    parts: str
    seats: str
    span: str
    start: str
    up: str
    bullet: str
    more: str
    line: str
    event: str
    election: str
    rule: str
    rule_line: str

    @classmethod
    def for_encoding(cls, encoding: str) -> Self:
        """Return signs that the terminal's encoding has: block letters, or plain ASCII."""
        signs = ("█", "▏▎▍▌▋▊▉", "●◆■▲◉◈▣○◇□△◎◍▢", "━", "┣", "↑", "•", "…", "│", "●", "◆", "■", "─")
        try:
            "".join(signs).encode(encoding)
        except (UnicodeError, LookupError):
            return cls("#", "", "O*X+%@&oxcvbnm", "=", "|", "^", "-", "~", "|", "o", "#", "*", "-")
        return cls(*signs)


def bar(share: float, width: int, glyphs: Glyphs) -> str:
    """Return a bar of a share (0 to 1) of a width; a share above nothing is never invisible."""
    eighths = round(share * width * 8)
    full, rest = divmod(eighths, 8)
    if not glyphs.parts:
        return (glyphs.full * max(round(share * width), 1 if share > 0 else 0)).ljust(width)
    tail = glyphs.parts[rest - 1] if rest else ""
    return ((glyphs.full * full + tail) or (glyphs.parts[0] if share > 0 else "")).ljust(width)


def seat_rows(counts: list[int], width: int) -> list[list[int]]:
    """Arrange a chamber in rows no wider than `width`; each seat is the index of who holds it.

    Seats are filled column by column, so that a contestant's seats stand together.
    """
    seats = [who for who, count in enumerate(counts) for _ in range(count)]
    if not seats:
        return []
    rows = max(-(-len(seats) // width), min(5, -(-len(seats) // 12)))
    return [seats[row::rows] for row in range(rows)]


def year_scale(first: int, last: int, width: int) -> str:
    """Return a line of years, each where it begins, as many as have room."""
    years = last - first + 1
    step = next((s for s in (1, 2, 5, 10) if width / years * s >= 6), 10)
    line = [" "] * width
    for year in range(first, last + 1):
        if year % step:
            continue
        at = round((year - first) / years * width)
        if at + 4 <= width:
            line[at : at + 4] = str(year)
    return "".join(line).rstrip()


def span_row(parts: list[Span], first: int, last: int, width: int, glyphs: Glyphs) -> str:
    """Return a line of spans on the scale of `year_scale`, each with its text inside where there is room."""
    years = last + 1 - first
    line = [" "] * width
    for part in parts:
        start = as_year(part.valid_from)
        end = as_year(part.valid_to, end=True) if part.valid_to else last + 1.0
        left = max(0, round((start - first) / years * width))
        right = min(width, max(left + 1, round((end - first) / years * width)))
        if right <= left:
            continue
        line[left:right] = glyphs.span * (right - left)
        line[left] = glyphs.start
        if part.text and len(part.text) + 3 <= right - left:
            line[left + 2 : left + 2 + len(part.text)] = part.text
    return "".join(line).rstrip()


def as_year(date: str, end: bool = False) -> float:
    """Return a date as a year with a fraction; an imprecise one is its first or last day."""
    if len(date) == 4:
        return int(date) + (1.0 if end else 0.0)
    day = int(date[8:10]) if len(date) == 10 else (30 if end else 1)
    return int(date[:4]) + (int(date[5:7]) - 1) / 12 + (day - 1) / 365
