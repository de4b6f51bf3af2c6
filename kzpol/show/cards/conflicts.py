"""The card of the conflicts: a research note on a terminal."""

from __future__ import annotations

from kzpol.ask.records.claim import Conflict
from kzpol.show.blocks import Block, Card, Cell, Grid, Lines


def conflicts_card(conflicts: list[Conflict], total: int) -> Card:
    """Return every disputed value with who says what, what is preferred and why."""
    blocks: list[Block] = []
    for row in conflicts:
        rows: list[list[Cell]] = [[item["value"], item["rank"], item["stage"], item["source"]] for item in row.values_]
        blocks.append(Grid(f"{row.subject} {row.field}", ["value", "rank", "stage", "source"], rows))
        blocks.append(Lines("", [f"Preferred: {row.preferred}. {row.reason}"]))
    shown = f"{len(conflicts)} of {total}" if len(conflicts) != total else str(total)
    return Card("Where sources disagree", f"{shown} values", {}, {}, blocks)
