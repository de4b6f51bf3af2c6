"""Plain text for pipes: no box, no colour, nothing cut."""

from __future__ import annotations

from collections.abc import Iterator

from kzpol.show.blocks import Block, Card, Cell, Lines, Pairs
from kzpol.show.listing import Listing
from kzpol.show.separated import flat
from kzpol.show.tables import as_grid


def card(card: Card) -> str:
    """Return a card as sections, each a heading and tab-separated lines."""
    parts = [f"{card.title}\n{card.subtitle}\n"]
    for block in card.blocks:
        parts.append((f"\n{block.title}\n" if block.title else "\n") + _block(block))
    return "".join(parts)


def _block(block: Block) -> str:
    if isinstance(block, Lines):
        return "".join(f"{row}\n" for row in [*block.rows, block.note] if row)
    grid = as_grid(block)
    head = "" if isinstance(block, Pairs) else _line(list(grid.columns))
    note = f"{grid.note}\n" if grid.note else ""
    return head + "".join(_line(row) for row in grid.rows) + note


def _line(cells: list[Cell] | list[str]) -> str:
    return "\t".join("" if cell is None else str(cell).replace("\t", " ").replace("\n", " ") for cell in cells) + "\n"


def listing(listing: Listing, header: bool) -> Iterator[str]:
    """Yield the lines of a list as columns in line, as wide as their values."""
    rows = [[flat(row[name]) for name in listing.shown] for row in listing.rows]
    lines = [[listing.head(name) for name in listing.shown], *rows] if header else rows
    widths = [max((len(line[i]) for line in lines), default=0) for i in range(len(listing.shown))]
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"
