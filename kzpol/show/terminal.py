"""The terminal: tables that fit the width and cards with bars, seats, spans and marks. Colours are those of ansi.py."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TextIO

from kzpol.show.ansi import Run, Screen
from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Lines, Marks, Pairs, Seats, Spans
from kzpol.show.drawing import Glyphs, bar, seat_rows, span_row, year_scale
from kzpol.show.fitting import fitting_columns
from kzpol.show.layout import GAP, clean, hanging, row_lines
from kzpol.show.listing import Listing
from kzpol.show.separated import flat
from kzpol.show.wanted import Wanted

Say = Callable[[str], str]

# Colours that can be told apart in light and dark, and by colour-blind readers.
_COLORS = ("cyan", "yellow", "magenta", "green", "bright_blue", "bright_red", "grey")


def _sayer(wanted: Wanted) -> Say:
    """Return what translates our words; in English they are said as they are."""
    return wanted.say if wanted.words else str


def listing(listing: Listing, stream: TextIO, wanted: Wanted) -> None:
    """Write a list as a table as wide as the terminal, and say how many rows and columns it has."""
    with Screen(stream, wanted) as screen:
        records = list(listing.rows)
        cells = {name: [flat(row[name]) for row in records] for name in listing.shown}
        # Of columns that we chose, one without any value takes no room from the others.
        chosen = listing.shown != listing.columns
        shown = [name for name in listing.shown if not chosen or any(cells[name])] or listing.shown
        widths = fitting_columns(shown, cells, screen.width, [listing.head(name) for name in shown])
        numbers = [_numeric([row[name] for row in records]) for name in widths]
        rows = [list(row) for row in zip(*(cells[name] for name in widths), strict=True)]
        if listing.title:
            screen.text(listing.title, "bold")
        titles = [listing.head(name) for name in widths]
        _table(titles, list(widths.values()), numbers, rows, wanted.header, screen)
        screen.text(_counted(listing, len(records), list(widths), _sayer(wanted)), "dim")


def _table(
    titles: list[str], widths: list[int], numbers: list[bool], rows: list[list[str]], header: bool, screen: Screen
) -> None:
    """Write a table of columns of given widths."""
    if header:
        screen.line(("\n".join(row_lines(titles, widths, numbers)), "bold"))
        rule = Glyphs.for_encoding(screen.encoding).rule_line
        screen.line((rule * (sum(widths) + GAP * (len(widths) - 1)), "dim"))
    for row in rows:
        for line in row_lines(row, widths, numbers):
            screen.line((line, ""))


def _spaced(cell: Cell) -> str:
    """Return a value as text, the thousands of a count apart."""
    return f"{cell:,}".replace(",", " ") if isinstance(cell, int) and abs(cell) >= 10_000 else flat(cell)


def _numeric(values: list[object]) -> bool:
    return bool(values) and all(isinstance(value, int | float | None) for value in values)


def _counted(listing: Listing, shown: int, kept: list[str], say: Say) -> str:
    total = shown if listing.total is None else listing.total
    count = f"{shown} of {total} rows" if shown != total else f"{total} row{'s' if total != 1 else ''}"
    hidden = [name for name in listing.columns if name not in kept]
    more = " · " + say(f"not shown: {', '.join(hidden)} (--columns, --csv or --json)") if hidden else ""
    return say(count) + more + (f"\n{listing.note}" if listing.note else "")


def picture(draw: Callable[[int, str], list[list[Run]]], stream: TextIO, wanted: Wanted) -> None:
    """Write a picture: `draw` gives its lines, each of runs of letters with a style, for a width and an encoding."""
    with Screen(stream, wanted) as screen:
        for line in draw(screen.width, screen.encoding):
            screen.line(*line)


def card(card: Card, stream: TextIO, wanted: Wanted) -> None:
    """Write a card: its title, then its blocks, each drawn to the width."""
    with Screen(stream, wanted) as screen:
        glyphs = Glyphs.for_encoding(screen.encoding)
        screen.line()
        screen.text(card.title, "bold")
        if card.subtitle:
            screen.text(clean(card.subtitle))
        for block in card.blocks:
            screen.line()
            if block.title:
                screen.text(block.title, "heading")
            _draw(block, screen, glyphs, _sayer(wanted))
        screen.line()


def _draw(block: Block, screen: Screen, glyphs: Glyphs, say: Say) -> None:
    match block:
        case Pairs():
            _pairs(block, screen)
        case Grid():
            _grid(block, screen, say)
        case Bars():
            _bars(block, screen, glyphs)
        case Seats():
            _seats(block, screen, glyphs)
        case Spans():
            _spans(block, screen, glyphs)
        case Marks():
            _marks(block, screen, glyphs)
        case Lines():
            for row in block.rows:
                screen.line((_bulleted(row, screen.width, glyphs), ""))
            _note(block.note, screen)


def _bulleted(written: str, width: int, glyphs: Glyphs) -> str:
    head = glyphs.bullet + " "
    return head + hanging(head, written, width)


def _note(note: str, screen: Screen) -> None:
    if note:
        screen.text(note, "dim")


def _pairs(block: Pairs, screen: Screen) -> None:
    indent = max((len(label) for label, _ in block.rows), default=0) + 2
    for label, value in block.rows:
        head = label.ljust(indent)
        screen.line((head, "dim"), (hanging(head, _spaced(value), screen.width), ""))


def _grid(block: Grid, screen: Screen, say: Say) -> None:
    places = [str(index) for index in range(len(block.columns))]
    cells = {place: [_spaced(row[int(place)]) for row in block.rows] for place in places}
    widths = fitting_columns(places, cells, screen.width, block.columns)
    kept = [int(place) for place in widths]
    numbers = [_numeric([row[index] for row in block.rows]) for index in kept]
    rows = [list(row) for row in zip(*(cells[place] for place in widths), strict=True)]
    titles = [block.columns[index] for index in kept]
    _table(titles, list(widths.values()), numbers, rows, True, screen)
    hidden = [name for index, name in enumerate(block.columns) if index not in kept]
    _note(block.note, screen)
    _note(say(f"not shown: {', '.join(hidden)}") if hidden else "", screen)


def _bars(block: Bars, screen: Screen, glyphs: Glyphs) -> None:
    label_width = min(max((len(label) for label, _, _ in block.rows), default=0), screen.width // 3)
    tail_width = max((len(tail) for _, _, tail in block.rows), default=0)
    width = max(10, screen.width - label_width - tail_width - 4)
    scale = max([share for _, share, _ in block.rows] + [block.mark or 0, 1])
    for index, (label, share, tail) in enumerate(block.rows):
        below = block.mark is not None and share < block.mark
        style = "grey" if below else _COLORS[index % (len(_COLORS) - 1)]
        head = _cut(label, label_width, glyphs).ljust(label_width) + "  "
        room = max(screen.width - len(head) - width, 0)  # what does not fit is cut
        screen.line((head, ""), (bar(share / scale, width, glyphs), style), (f"  {tail}"[:room], ""))
    if block.mark is not None:
        indent = " " * (label_width + 2 + round(block.mark / scale * width))
        screen.line((f"{indent}{glyphs.up} {block.mark_label} {block.mark:g} %", "dim"))


def _cut(label: str, width: int, glyphs: Glyphs) -> str:
    return label if len(label) <= width else label[: width - len(glyphs.more)] + glyphs.more


def _seats(block: Seats, screen: Screen, glyphs: Glyphs) -> None:
    counts = [seats for _, seats in block.rows]
    for row in seat_rows(counts, min(screen.width - 2, 60)):
        runs = [(_mark(who, glyphs) * len(list(seats)), _COLORS[who % len(_COLORS)]) for who, seats in groupby(row)]
        screen.line((" ", ""), *runs)
    key: list[Run] = []
    used = screen.width
    for index, (label, seats) in enumerate(block.rows):
        words = " " + hanging("   ", f"{label} {seats}", screen.width)
        fits = used + len(words) + 4 <= screen.width
        gap = "   " if fits else "\n " if key else " "
        used = (used + 3 if fits else 1) + len(words) + 1
        key += [(gap, ""), (_mark(index, glyphs), _COLORS[index % len(_COLORS)]), (words, "")]
    screen.line(*key)


def _mark(index: int, glyphs: Glyphs) -> str:
    return glyphs.seats[index % len(glyphs.seats)]


def _spans(block: Spans, screen: Screen, glyphs: Glyphs) -> None:
    label_width = min(max((len(label) for label, _ in block.rows), default=0), screen.width // 3)
    width = max(20, screen.width - label_width - 3)
    screen.line((" " * (label_width + 2) + year_scale(block.first, block.last, width), "dim"))
    for index, (label, parts) in enumerate(block.rows):
        head = _cut(label, label_width, glyphs).ljust(label_width) + "  "
        row = span_row(parts, block.first, block.last, width, glyphs)
        screen.line((head, ""), (row, _COLORS[index % (len(_COLORS) - 1)]))


_MARK_COLORS = {"election": "cyan", "registration": "green", "rule": "yellow", "ban": "red", "court": "red"}


def _marks(block: Marks, screen: Screen, glyphs: Glyphs) -> None:
    year = ""
    for date, kind, what in block.rows:
        head = (date[:4] if date[:4] != year else "").ljust(5)
        year = date[:4]
        mark = glyphs.election if kind == "election" else glyphs.rule if kind == "rule" else glyphs.event
        day = f" {date[5:]:5} "
        below = hanging(f"{head}{glyphs.line}{mark}{day}", f"{kind}: {what}", screen.width)
        color = _MARK_COLORS.get(kind, "magenta")
        screen.line((head, "bold"), (glyphs.line, ""), (mark, color), (day, "dim"), (below, ""))
    _note(block.note, screen)
