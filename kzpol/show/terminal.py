"""The terminal: tables that fit the width and cards with bars, seats, spans and marks. Only this module loads Rich."""

from __future__ import annotations

from typing import TextIO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Lines, Marks, Pairs, Seats, Spans
from kzpol.show.drawing import Glyphs, bar, seat_rows, span_row, year_scale
from kzpol.show.fitting import WRAPS_ABOVE, fitting_columns
from kzpol.show.listing import Listing
from kzpol.show.separated import flat
from kzpol.show.wanted import Wanted

# Colours that can be told apart in light and dark, and by colour-blind readers.
_COLORS = ("cyan", "yellow", "magenta", "green", "blue", "red", "bright_black")
_BOX = box.SIMPLE_HEAD


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


def text(cell: Cell) -> Text:
    """Return a value as text that is never read as markup and moves no cursor."""
    written = "" if cell is None else str(cell)
    return Text("".join(letter if letter.isprintable() or letter == "\n" else "�" for letter in written))


def listing(listing: Listing, stream: TextIO, wanted: Wanted) -> None:
    """Write a list as a table as wide as the terminal, and say how many rows and columns it has."""
    out = console(stream, wanted)
    cells = {name: [flat(row[name]) for row in listing.rows] for name in listing.shown}
    kept = listing.shown if wanted.columns else fitting_columns(listing.shown, cells, out.width)
    table = Table(box=_BOX, show_header=wanted.header, header_style="bold", pad_edge=False)
    for name in kept:
        numbers = listing.rows and all(isinstance(row[name], int | float | None) for row in listing.rows)
        short = all(len(cell) <= WRAPS_ABOVE for cell in cells[name])
        table.add_column(text(name), justify="right" if numbers else "left", overflow="fold", no_wrap=short)
    for index in range(len(listing.rows)):
        table.add_row(*(text(cells[name][index]) for name in kept))
    if listing.title:
        out.print(Text(listing.title, style="bold"))
    out.print(table)
    out.print(Text(_counted(listing, kept), style="dim"))


def _counted(listing: Listing, kept: list[str]) -> str:
    shown, total = len(listing.rows), listing.total if listing.total is not None else len(listing.rows)
    count = f"{shown} of {total} rows" if shown != total else f"{total} row{'s' if total != 1 else ''}"
    hidden = [name for name in listing.columns if name not in kept]
    more = f" · not shown: {', '.join(hidden)} (--columns, --csv or --json)" if hidden else ""
    return count + more + (f"\n{listing.note}" if listing.note else "")


def card(card: Card, stream: TextIO, wanted: Wanted) -> None:
    """Write a card: its title, then its blocks, each drawn to the width."""
    out = console(stream, wanted)
    glyphs = Glyphs.for_encoding(out.encoding)
    out.print()
    out.print(Text(card.title, style="bold"))
    if card.subtitle:
        out.print(text(card.subtitle))
    for block in card.blocks:
        out.print()
        if block.title:
            out.print(Text(block.title, style="bold underline"))
        _draw(block, out, glyphs)
    out.print()


def _draw(block: Block, out: Console, glyphs: Glyphs) -> None:
    match block:
        case Pairs():
            _pairs(block, out)
        case Grid():
            _grid(block, out)
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
                hang = Table.grid(padding=(0, 1))
                hang.add_row(glyphs.bullet, text(row))
                out.print(hang)
            _note(block.note, out)


def _note(note: str, out: Console) -> None:
    if note:
        out.print(Text(note, style="dim"))


def _pairs(block: Pairs, out: Console) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in block.rows:
        grid.add_row(text(label), text(value))
    out.print(grid)


def _grid(block: Grid, out: Console) -> None:
    names = [str(index) for index in range(len(block.columns))]
    cells = {name: [flat(row[index]) for row in block.rows] for index, name in enumerate(names)}
    kept = [int(name) for name in fitting_columns(names, cells, out.width, block.columns)]
    table = Table(box=_BOX, header_style="dim", pad_edge=False)
    for index in kept:
        numbers = block.rows and all(isinstance(row[index], int | float | None) for row in block.rows)
        short = all(len(cell) <= WRAPS_ABOVE for cell in cells[str(index)])
        table.add_column(
            text(block.columns[index]), justify="right" if numbers else "left", overflow="fold", no_wrap=short
        )
    for row in block.rows:
        table.add_row(*(text(row[index]) for index in kept))
    out.print(table, end="")
    hidden = [name for index, name in enumerate(block.columns) if index not in kept]
    _note(block.note, out)
    _note(f"not shown: {', '.join(hidden)}" if hidden else "", out)


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
    for index, (label, seats) in enumerate(block.rows):
        key.append(glyphs.seats[index % len(glyphs.seats)], style=_COLORS[index % len(_COLORS)])
        key.append(f" {label} {seats}   ")
    out.print(Padding(key, (0, 1)))


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
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, style="bold")
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    year = ""
    for date, kind, what in block.rows:
        head, year = (date[:4] if date[:4] != year else ""), date[:4]
        mark = glyphs.election if kind == "election" else glyphs.rule if kind == "rule" else glyphs.event
        line = Text(glyphs.line) + Text(mark, style=_MARK_COLORS.get(kind, "magenta"))
        body = Text(f"{kind}: ", style="dim") + text(what)
        grid.add_row(head, line, date[5:], body)
    out.print(grid)
    _note(block.note, out)
