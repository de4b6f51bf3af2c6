"""The data sets that can be exported, each of records with stable columns."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kzpol.ask.columns import Column, table
from kzpol.ask.conflicts import conflicts
from kzpol.ask.elections import elections, read_region
from kzpol.ask.errors import NothingMatches
from kzpol.ask.parties import parties, registrations
from kzpol.ask.records.base import ANSWER_NAMES, Record
from kzpol.ask.records.claim import Claim, Conflict, Unknown
from kzpol.ask.records.election import Election
from kzpol.ask.records.happening import Event, Figure
from kzpol.ask.records.party import Identifier, Leader, Link, Party, PartyName, Registration
from kzpol.ask.records.result import District, Region, Result
from kzpol.ask.records.rule import Threshold
from kzpol.ask.records.source import Source
from kzpol.ask.results import results
from kzpol.ask.sources import sources
from kzpol.ask.thresholds import thresholds
from kzpol.ask.timeline import timeline


@dataclass(frozen=True)
class Dataset:
    """A data set: its records' type, the table they are drawn from, how to read them, and the columns of its key."""

    record: type[Record]
    table: str
    read: Callable[[sqlite3.Connection], Iterator[Record]]
    key: tuple[str, ...] = ("id",)


def _table(record: type[Record], table: str, key: tuple[str, ...] = ("id",)) -> Dataset:
    query = f"select * from {table} order by 1"  # noqa: S608
    return Dataset(record, table, lambda connection: (record.read(row) for row in connection.execute(query)), key)


def _regions(connection: sqlite3.Connection) -> Iterator[Region]:
    return (read_region(row) for row in connection.execute("select * from region order by id"))


def _claims(connection: sqlite3.Connection) -> Iterator[Claim]:
    rows = connection.execute("select * from claim order by id")
    return (Claim.read(row, chosen=bool(row["chosen"])) for row in rows)


# All are read row by row, so that an export needs no more memory where there are more claims.
DATASETS: dict[str, Dataset] = {
    "parties": Dataset(Party, "party", parties.each),
    "party-names": _table(PartyName, "party_name"),
    "party-leaders": _table(Leader, "party_leader"),
    "party-ids": _table(Identifier, "party_id"),
    "party-links": _table(Link, "party_link"),
    "registrations": Dataset(Registration, "registration", registrations.each),
    "elections": Dataset(Election, "election", elections.each),
    "results": Dataset(Result, "result", results.each, ("id", "stage")),
    "regions": Dataset(Region, "region", _regions, ("id", "stage")),
    "districts": _table(District, "district"),
    "thresholds": Dataset(Threshold, "threshold", lambda connection: thresholds.each(connection, history=True)),
    "figures": _table(Figure, "figure"),
    "events": Dataset(Event, "event", timeline.each, ()),
    "claims": Dataset(Claim, "claim", _claims, ()),
    "conflicts": Dataset(Conflict, "conflict", conflicts.each, ("subject", "field", "kind")),
    "sources": Dataset(Source, "source", sources.each),
    "unknown": _table(Unknown, "unknown", ()),
}


def columns(connection: sqlite3.Connection, name: str) -> list[Column]:
    """Return what the columns of a data set are, under the names and in the order that its answers have.

    `refers` names the data set that a column points to. A column that only a question about a day fills is left out.
    """
    own = table(connection, DATASETS[name].table).columns
    sets = {dataset.table: known for known, dataset in DATASETS.items()}
    answers = {ANSWER_NAMES.get(column, column): column for column in own}
    return [
        replace(own[answers[column]], name=column, refers=sets.get(own[answers[column]].refers or ""))
        for column in DATASETS[name].record.columns()
        if column in answers
    ]


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
