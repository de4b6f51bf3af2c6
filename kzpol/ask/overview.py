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
    "rules": "rule", "thresholds": "threshold", "events": "event", "figures": "figure", "claims": "claim_said",
    "conflicts": "conflict", "sources": "source",
}  # fmt: skip


def overview(connection: sqlite3.Connection) -> Overview:
    """Return how much of what is in the database and the period it covers."""
    counts = {
        name: int(connection.execute(f"select count(*) from {table}").fetchone()[0])  # noqa: S608
        for name, table in _COUNTED.items()
    }
    return Overview(counts, *(_said(connection, key) for key in ("data_version", "covers_from", "covers_to")))


def data_version(connection: sqlite3.Connection) -> str:
    """Return the version of the data."""
    return _said(connection, "data_version")


def covers_to(connection: sqlite3.Connection) -> str:
    """Return the last day that the data cover."""
    return _said(connection, "covers_to")


def _said(connection: sqlite3.Connection, key: str) -> str:
    return str(connection.execute("select value from meta where key = ?", (key,)).fetchone()[0])
