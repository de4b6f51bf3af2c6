"""The terminal: tables that fit the width and cards with bars, seats, spans and marks. Only this module loads Rich."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Lines, Marks, Pairs, Seats, Spans
from kzpol.show.drawing import Glyphs, bar, seat_rows, span_row, year_scale
from kzpol.show.fitting import fitting_columns
from kzpol.show.harmless import cleaned, inert
from kzpol.show.layout import GAP, clean, hanging, row_lines
from kzpol.show.listing import Listing
from kzpol.show.separated import flat
from kzpol.show.wanted import Wanted

Say = Callable[[str], str]

# Colours that can be told apart in light and dark, and by colour-blind readers.
_COLORS = ("cyan", "yellow", "magenta", "green", "bright_blue", "bright_red", "bright_black")


def console(stream: TextIO, wanted: Wanted) -> Console:
    """Return a console on a stream that obeys the colour options."""
    colored = wanted.colored(stream)
    return Console(
        file=stream,
        color_system="auto" if colored else None,
        no_color=not colored,
        force_terminal=True if colored else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def _sayer(wanted: Wanted) -> Say:
    """Return what translates our words; in English they are said as they are."""
    return wanted.say if wanted.words else str


def _print(drawn: Text, out: Console) -> None:
    """Print lines that are known to fit."""
    out.print(drawn, no_wrap=True, overflow="ignore", crop=False)


def listing(listing: Listing, stream: TextIO, wanted: Wanted) -> None:
    """Write a list as a table as wide as the terminal, and say how many rows and columns it has."""
    out = console(stream, wanted)
    records = list(listing.rows)
    cells = {name: [flat(row[name]) for row in records] for name in listing.shown}
    widths = fitting_columns(listing.shown, cells, out.width, [listing.head(name) for name in listing.shown])
    numbers = [_numeric([row[name] for row in records]) for name in widths]
    rows = [[cells[name][index] for name in widths] for index in range(len(records))]
    glyphs = Glyphs.for_encoding(out.encoding)
    with out:
        if listing.title:
            out.print(Text(inert(listing.title), style="bold"))
        titles = [listing.head(name) for name in widths]
        _print(_table(titles, list(widths.values()), numbers, rows, wanted.header, glyphs), out)
        out.print(Text(inert(_counted(listing, len(records), list(widths), _sayer(wanted))), style="dim"))


def _table(
    titles: list[str], widths: list[int], numbers: list[bool], rows: list[list[str]], header: bool, glyphs: Glyphs
) -> Text:
    """Return a table of columns of given widths. Rich's own measures every cell, which takes twice the time."""
    table = Text()
    if header:
        table.append("\n".join(row_lines(titles, widths, numbers)), style="bold")
        table.append("\n" + glyphs.rule_line * (sum(widths) + GAP * (len(widths) - 1)) + "\n", style="dim")
    table.append("\n".join(line for row in rows for line in row_lines(row, widths, numbers)))
    return table


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


def picture(draw: Callable[[int, str], list[list[tuple[str, str]]]], stream: TextIO, wanted: Wanted) -> None:
    """Write a picture: `draw` gives its lines, each of runs of letters with a style, for a width and an encoding."""
    out = console(stream, wanted)
    with out:
        for line in draw(out.width, out.encoding):
            _print(Text.assemble(*line), out)


def card(card: Card, stream: TextIO, wanted: Wanted) -> None:
    """Write a card: its title, then its blocks, each drawn to the width."""
    out = console(stream, wanted)
    glyphs = Glyphs.for_encoding(out.encoding)
    with out:  # written at once
        out.print()
        out.print(Text(inert(card.title), style="bold"))
        if card.subtitle:
            out.print(Text(clean(card.subtitle)))
        for block in cleaned(card.blocks):
            out.print()
            if block.title:
                out.print(Text(block.title, style="bold underline"))
            _draw(block, out, glyphs, _sayer(wanted))
        out.print()


def _draw(block: Block, out: Console, glyphs: Glyphs, say: Say) -> None:
    match block:
        case Pairs():
            _pairs(block, out)
        case Grid():
            _grid(block, out, glyphs, say)
        case Bars():
            _bars(block, out, glyphs)
        case Seats():
            _seats(block, out, glyphs)
        case Spans():
            _spans(block, out, glyphs)
        case Marks():
            _marks(block, out, glyphs)
        case Lines():
            for row in block.rows:
                _print(_hanging(Text(glyphs.bullet + " "), row, out.width), out)
            _note(block.note, out)


def _hanging(head: Text, written: str, width: int) -> Text:
    return head.append(hanging(head.plain, written, width))


def _note(note: str, out: Console) -> None:
    if note:
        out.print(Text(note, style="dim"))


def _pairs(block: Pairs, out: Console) -> None:
    indent = max((len(label) for label, _ in block.rows), default=0) + 2
    for label, value in block.rows:
        _print(_hanging(Text().append(label.ljust(indent), style="dim"), _spaced(value), out.width), out)


def _grid(block: Grid, out: Console, glyphs: Glyphs, say: Say) -> None:
    places = [str(index) for index in range(len(block.columns))]
    cells = {place: [_spaced(row[int(place)]) for row in block.rows] for place in places}
    widths = fitting_columns(places, cells, out.width, block.columns)
    kept = [int(place) for place in widths]
    numbers = [_numeric([row[index] for row in block.rows]) for index in kept]
    rows = [[_spaced(row[index]) for index in kept] for row in block.rows]
    titles = [block.columns[index] for index in kept]
    _print(_table(titles, list(widths.values()), numbers, rows, True, glyphs), out)
    hidden = [name for index, name in enumerate(block.columns) if index not in kept]
    _note(block.note, out)
    _note(say(f"not shown: {', '.join(hidden)}") if hidden else "", out)


def _bars(block: Bars, out: Console, glyphs: Glyphs) -> None:
    label_width = min(max((len(label) for label, _, _ in block.rows), default=0), out.width // 3)
    tail_width = max((len(tail) for _, _, tail in block.rows), default=0)
    width = max(10, out.width - label_width - tail_width - 4)
    scale = max([share for _, share, _ in block.rows] + [block.mark or 0, 1])
    for index, (label, share, tail) in enumerate(block.rows):
        line = Text(_cut(label, label_width, glyphs).ljust(label_width) + "  ")
        below = block.mark is not None and share < block.mark
        style = "bright_black" if below else _COLORS[index % (len(_COLORS) - 1)]
        line.append(bar(share / scale, width, glyphs), style=style)
        line.append("  " + tail)
        out.print(line, no_wrap=True, overflow="ignore", crop=True)
    if block.mark is not None:
        out.print(Text(" " * (label_width + 2) + " " * round(block.mark / scale * width) + glyphs.up
                       + f" {block.mark_label} {block.mark:g} %", style="dim"))  # fmt: skip


def _cut(label: str, width: int, glyphs: Glyphs) -> str:
    return label if len(label) <= width else label[: width - len(glyphs.more)] + glyphs.more


def _seats(block: Seats, out: Console, glyphs: Glyphs) -> None:
    counts = [seats for _, seats in block.rows]
    for row in seat_rows(counts, min(out.width - 2, 60)):
        line = Text(" ")
        for who in row:
            mark = glyphs.seats[who % len(glyphs.seats)]
            line.append(mark, style=_COLORS[who % len(_COLORS)])
        out.print(line)
    key = Text()
    used = out.width
    for index, (label, seats) in enumerate(block.rows):
        words = f" {label} {seats}"
        fits = used + len(words) + 4 <= out.width
        gap = "   " if fits else "\n " if key else " "
        used = (used + 3 if fits else 1) + len(words) + 1
        key.append(gap).append(glyphs.seats[index % len(glyphs.seats)], style=_COLORS[index % len(_COLORS)])
        key.append(words)
    out.print(key)


def _spans(block: Spans, out: Console, glyphs: Glyphs) -> None:
    label_width = min(max((len(label) for label, _ in block.rows), default=0), out.width // 3)
    width = max(20, out.width - label_width - 3)
    out.print(Text(" " * (label_width + 2) + year_scale(block.first, block.last, width), style="dim"), crop=True)
    for index, (label, parts) in enumerate(block.rows):
        line = Text(_cut(label, label_width, glyphs).ljust(label_width) + "  ")
        line.append(span_row(parts, block.first, block.last, width, glyphs), style=_COLORS[index % (len(_COLORS) - 1)])
        out.print(line, no_wrap=True, overflow="ignore", crop=True)


_MARK_COLORS = {"election": "cyan", "registration": "green", "rule": "yellow", "ban": "red", "court": "red"}


def _marks(block: Marks, out: Console, glyphs: Glyphs) -> None:
    year = ""
    for date, kind, what in block.rows:
        head = Text().append((date[:4] if date[:4] != year else "").ljust(5), style="bold")
        year = date[:4]
        mark = glyphs.election if kind == "election" else glyphs.rule if kind == "rule" else glyphs.event
        head.append(glyphs.line).append(mark, style=_MARK_COLORS.get(kind, "magenta"))
        head.append(f" {date[5:]:5} ", style="dim")
        _print(_hanging(head, f"{kind}: {what}", out.width), out)
    _note(block.note, out)
