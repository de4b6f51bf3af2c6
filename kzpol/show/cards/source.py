"""The card of one source."""

from __future__ import annotations

from kzpol.ask.records.claim import Claim
from kzpol.ask.records.source import Source
from kzpol.show.blocks import Card, Cell, Grid, Pairs


def source_card(source: Source, claims: list[Claim]) -> Card:
    """Return a source and all that rests on it."""
    record = source.values()
    rows: list[list[Cell]] = [[c.subject, c.field, c.value, c.rank, c.stage, c.locator] for c in claims]
    about = [
        (name.replace("_", " "), value)
        for name, value in record.items()
        if value is not None and name not in ("id", "title")
    ]
    return Card(
        source.title,
        f"{source.publisher}{f', {source.date}' if source.date else ''}",
        {**record, "claims": [claim.values() for claim in claims]},
        record,
        [
            Pairs(about),
            Grid("What rests on it", ["subject", "field", "value", "rank", "stage", "place"], rows),
        ],
    )
