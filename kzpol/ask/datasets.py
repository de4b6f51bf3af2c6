"""The data sets that can be exported, each a list of records with stable columns."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from kzpol.ask.conflicts import conflicts
from kzpol.ask.elections import elections, read_region
from kzpol.ask.errors import NothingMatches
from kzpol.ask.parties import parties, registrations
from kzpol.ask.records.base import Record
from kzpol.ask.records.claim import Claim, Conflict, Unknown
from kzpol.ask.records.election import Election
from kzpol.ask.records.happening import Event, Figure
from kzpol.ask.records.party import Identifier, Leader, Link, Party, PartyName, Registration
from kzpol.ask.records.result import Region, Result
from kzpol.ask.records.rule import Threshold
from kzpol.ask.records.source import Source
from kzpol.ask.results import results
from kzpol.ask.sources import sources
from kzpol.ask.thresholds import thresholds
from kzpol.ask.timeline import timeline

Reader = Callable[[sqlite3.Connection], Sequence[Record]]


def _table(record: type[Record], table: str) -> Reader:
    query = f"select * from {table} order by 1"  # noqa: S608
    return lambda connection: [record.read(row) for row in connection.execute(query)]


def _regions(connection: sqlite3.Connection) -> list[Region]:
    return [read_region(row) for row in connection.execute("select * from region order by id")]


def _claims(connection: sqlite3.Connection) -> list[Claim]:
    rows = connection.execute("select * from claim order by id")
    return [Claim.read(row, chosen=bool(row["chosen"])) for row in rows]


DATASETS: dict[str, tuple[type[Record], Reader]] = {
    "parties": (Party, parties),
    "party-names": (PartyName, _table(PartyName, "party_name")),
    "party-leaders": (Leader, _table(Leader, "party_leader")),
    "party-ids": (Identifier, _table(Identifier, "party_id")),
    "party-links": (Link, _table(Link, "party_link")),
    "registrations": (Registration, registrations),
    "elections": (Election, elections),
    "results": (Result, results),
    "regions": (Region, _regions),
    "thresholds": (Threshold, lambda connection: thresholds(connection, history=True)),
    "figures": (Figure, _table(Figure, "figure")),
    "events": (Event, timeline),
    "claims": (Claim, _claims),
    "conflicts": (Conflict, conflicts),
    "sources": (Source, sources),
    "unknown": (Unknown, _table(Unknown, "unknown")),
}


def datasets(names: list[str]) -> list[str]:
    """Return the data sets meant, all where none is named; a singular or an underscore will do."""
    found = []
    for name in names:
        wanted = name.strip().casefold().replace("_", "-")
        match = next((known for known in DATASETS if wanted in (known, known.removesuffix("s"))), None)
        if wanted == "party":
            match = "parties"
        if match is None:
            raise NothingMatches(f"No data set is called {name!r}.", ["Data sets: " + ", ".join(DATASETS)])
        found.append(match)
    return list(dict.fromkeys(found)) or list(DATASETS)
