"""The card of elections side by side."""

from __future__ import annotations

from itertools import groupby

from kzpol.ask.records.comparison import Compared, Comparison, Value
from kzpol.show.blocks import Block, Card, Cell, Grid, Lines

_PARTS = {
    "totals": "Totals", "seats": "Seats", "list seats": "Of these by list", "district seats": "Of these in districts",
    "share": "Share of the vote, %",
}  # fmt: skip


def comparison_card(comparison: Comparison) -> Card:
    """Return a table for each part, with a column for each election; a change stands behind its value."""
    heads = _heads(comparison)
    blocks: list[Block] = []
    for part, title in _PARTS.items():
        own = [row for row in comparison.rows if row.part == part]
        rows = [cells for row in own for cells in _cells(row)]
        note = " · ".join(sorted({row.note for row in own if row.note}))
        blocks += [Grid(title, ["", *heads], rows, note)] if rows else []
    rules = [row for row in comparison.rows if row.part == "rule"]
    differing = [row for row in rules if row.differs]
    numbers: list[list[Cell]] = [
        [row.name, *(_written(value, row.unit) for value in row.values_)] for row in differing if not _wordy(row)
    ]
    words = [_in_words(row, heads) for row in differing if _wordy(row)]
    note = f"{len(rules) - len(differing)} other rules are not known to differ: --csv has them" if rules else ""
    blocks += [Grid("Rules that differ", ["", *heads], numbers, note)] if numbers else []
    blocks += [Lines("Rules that differ, in words", words)] if words else []
    subtitle = " · ".join(election.title for election in comparison.elections)
    return Card("Elections compared", subtitle, {}, {}, blocks)


def _wordy(row: Compared) -> bool:
    """Whether a rule's values are too long for columns beside each other."""
    return any(isinstance(value, str) and len(value) > 6 for value in row.values_)


def _heads(comparison: Comparison) -> list[str]:
    """Return what is set above the columns: the years of elections for one body, else their ids."""
    bodies = {election.body for election in comparison.elections}
    ids = [election.id for election in comparison.elections]
    return [id.removeprefix(f"{min(bodies)}-") for id in ids] if len(bodies) == 1 else ids


def _cells(row: Compared) -> list[list[Cell]]:
    """Return a row with its changes; those of voters and votes, which are long, in a line of their own."""
    if row.unit not in ("voters", "votes"):
        pairs = zip(row.values_, row.changes, strict=True)
        return [[row.name, *(_written(value, row.unit) + _changed(change) for value, change in pairs)]]
    counts: list[Cell] = [row.name, *(_written(value, row.unit) for value in row.values_)]
    changes: list[Cell] = ["  change", *(_changed(change).strip() for change in row.changes)]
    return [counts, changes] if any(row.changes) else [counts]


def _written(value: Value, unit: str | None) -> str:
    if value is None:
        return ""
    if unit == "yes/no":
        return "yes" if value else "no"
    return f"{value:,}".replace(",", " ") if isinstance(value, int) and abs(value) >= 10_000 else str(value)


def _changed(change: float | int | None) -> str:
    return f" {change:+,}".replace(",", " ") if change else ""


def _in_words(row: Compared, heads: list[str]) -> str:
    known = [(value, head) for value, head in zip(row.values_, heads, strict=True) if value is not None]
    spans = [(value, [head for _, head in group]) for value, group in groupby(known, key=lambda pair: pair[0])]
    return f"{row.name}: " + "; ".join(f"{value} ({', '.join(heads)})" for value, heads in spans)
