"""Markdown: tables that render on the usual sites, headings for cards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Lines, Marks, Pairs, Seats, Spans
from kzpol.show.listing import Listing
from kzpol.show.separated import flat
from kzpol.show.tables import as_grid

_ESCAPED = str.maketrans(
    {"|": "\\|", "\n": " ", "\r": " ", "\\": "\\\\", "<": "&lt;", ">": "&gt;", "~": "\\~", "#": "\\#"}
    | {letter: f"\\{letter}" for letter in "*_`[]!"}
)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def listing(listing: Listing) -> str:
    """Return a list as one table; a Markdown table always has a header."""
    rows: list[list[Cell]] = [[_plain(row[name]) for name in listing.columns] for row in listing.rows]
    return table([listing.head(name) for name in listing.columns], rows)


def _plain(value: object) -> Cell:
    number = value is None or (isinstance(value, int | float) and not isinstance(value, bool))
    return value if number else flat(value)  # type: ignore[return-value]


def table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return a table; numbers stand to the right."""
    right = [
        bool(rows) and all(isinstance(r[i], int | float) or r[i] is None for r in rows) for i in range(len(columns))
    ]
    lines = [
        "| " + " | ".join(escaped(name) for name in columns) + " |",
        "| " + " | ".join("---:" if edge else "---" for edge in right) + " |",
    ]
    lines += ["| " + " | ".join(escaped(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def escaped(cell: Cell) -> str:
    """Return a value as text that Markdown shows as it is."""
    return "" if cell is None else _ENTITY.sub("&amp;", str(cell)).translate(_ESCAPED)


def card(card: Card) -> str:
    """Return a card as a page with headings."""
    parts = [f"# {escaped(card.title)}\n", f"{escaped(card.subtitle)}\n"]
    for block in card.blocks:
        if block.title:
            parts.append(f"## {escaped(block.title)}\n")
        parts.append(_block(block))
    return "\n".join(parts)


def _block(block: Block) -> str:
    match block:
        case Lines():
            return "\n".join(f"- {escaped(row)}" for row in block.rows) + f"\n{escaped(block.note)}\n"
        case Pairs() | Grid() | Bars() | Seats() | Spans() | Marks():
            grid = as_grid(block)
            note = f"\n{escaped(grid.note)}\n" if grid.note else ""
            return table(grid.columns, grid.rows) + note
