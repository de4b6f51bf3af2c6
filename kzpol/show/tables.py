"""Every block that is drawn on a terminal, as the table behind the drawing."""

from __future__ import annotations

from kzpol.show.blocks import Bars, Cell, Grid, Marks, Pairs, Seats, Spans


def as_grid(block: Pairs | Grid | Bars | Seats | Spans | Marks) -> Grid:
    """Return the block's values as a plain table."""
    match block:
        case Grid():
            return block
        case Pairs():
            return Grid(block.title, list(block.columns), [[label, value] for label, value in block.rows])
        case Bars():
            note = f"{block.mark_label}: {block.mark:g} %" if block.mark is not None else ""
            return Grid(block.title, list(block.columns), [[a, b, c] for a, b, c in block.rows], note)
        case Seats():
            return Grid(block.title, list(block.columns), [[label, seats] for label, seats in block.rows])
        case Spans():
            rows: list[list[Cell]] = [
                [label, part.valid_from, part.valid_to, part.text] for label, parts in block.rows for part in parts
            ]
            return Grid(block.title, list(block.columns), rows)
        case Marks():
            return Grid(block.title, list(block.columns), [list(row) for row in block.rows], block.note)
