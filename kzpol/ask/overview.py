"""What is in the database."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True)
class Overview:
    """Counts, the period covered and the versions."""

    counts: dict[str, int]
    data_version: str
    covers_from: str
    covers_to: str


_COUNTED = {
    "parties": "party", "registrations": "registration", "elections": "election", "results": "result",
    "rules": "rule", "thresholds": "threshold", "events": "event", "figures": "figure", "claims": "claim",
    "conflicts": "conflict", "sources": "source",
}  # fmt: skip


def overview(connection: sqlite3.Connection) -> Overview:
    """Return how much of what is in the database and the period it covers."""
    counts = {
        name: int(connection.execute(f"select count(*) from {table}").fetchone()[0])  # noqa: S608
        for name, table in _COUNTED.items()
    }
    meta = dict(connection.execute("select key, value from meta").fetchall())
    return Overview(counts, meta["data_version"], meta["covers_from"], meta["covers_to"])
