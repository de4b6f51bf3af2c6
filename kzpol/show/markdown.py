"""Markdown: tables that render on the usual sites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kzpol.show.blocks import Cell
from kzpol.show.listing import Listing
from kzpol.show.separated import flat

_ESCAPED = str.maketrans(
    {"|": "\\|", "\n": " ", "\r": " ", "\\": "\\\\", "<": "&lt;", ">": "&gt;", "~": "\\~", "#": "\\#"}
    | {letter: f"\\{letter}" for letter in "*_`[]!"}
)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def listing(listing: Listing) -> Iterator[str]:
    """Yield the lines of a list as one table; a Markdown table always has a header."""
    rows: list[list[Cell]] = [[_plain(row[name]) for name in listing.columns] for row in listing.rows]
    return _lines([listing.head(name) for name in listing.columns], rows)


def _plain(value: object) -> Cell:
    number = value is None or (isinstance(value, int | float) and not isinstance(value, bool))
    return value if number else flat(value)  # type: ignore[return-value]


def table(columns: Sequence[str], rows: Sequence[Sequence[Cell]], cells: Sequence[Sequence[str]] | None = None) -> str:
    """Return a table; numbers stand to the right. `cells` are the rows' values as Markdown, if more than values."""
    return "".join(_lines(columns, rows, cells))


def _lines(
    columns: Sequence[str], rows: Sequence[Sequence[Cell]], cells: Sequence[Sequence[str]] | None = None
) -> Iterator[str]:
    filled = [[row[i] for row in rows if row[i] is not None] for i in range(len(columns))]
    right = [bool(values) and all(isinstance(value, int | float) for value in values) for values in filled]
    yield "| " + " | ".join(escaped(name) for name in columns) + " |\n"
    yield "| " + " | ".join("---:" if edge else "---" for edge in right) + " |\n"
    for row in cells if cells is not None else ([escaped(cell) for cell in row] for row in rows):
        yield "| " + " | ".join(row) + " |\n"


def escaped(cell: Cell) -> str:
    """Return a value as text that Markdown shows as it is."""
    return "" if cell is None else _ENTITY.sub("&amp;", str(cell)).translate(_ESCAPED)
