"""Builds data/kzpol.db from data/facts. Two builds of the same facts have the same content: no clock, no chance."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from kzpol.ask.check import check, content_hash
from kzpol.ask.database import SCHEMA_VERSION, read
from kzpol.facts.conflicts import conflicts
from kzpol.facts.entries import entries
from kzpol.facts.errors import FactsError, Fault
from kzpol.facts.fill import fill
from kzpol.facts.filled import Filled, Row
from kzpol.facts.gather import Facts, gather
from kzpol.facts.happenings import happenings
from kzpol.facts.index import aliases, search_rows
from kzpol.facts.interning import claim_rows, in_order
from kzpol.facts.spans import spans

_TABLES = (
    "source", "party", "party_name", "registration", "party_listed", "party_leader", "party_link", "party_id",
    "registered_span",
    "election", "result", "region", "district", "figure", "rule", "threshold", "event", "exception", "unknown", "alias",
    "word",
)  # fmt: skip

_ORDER = ("id", "subject", "election", "party", "field", "en")


def build(root: Path, target: Path, progress: Callable[[str], None] = lambda step: None) -> Filled:
    """Build the database at `target` from the facts below `root`; raise FactsError where they are not sound.

    The old file stays whole until the new one is complete and has passed every check.
    """
    progress("reading the facts")
    facts, filled = read_facts(root)
    _complete(facts, filled)
    _tidy(target)
    fresh = _fresh(target, os.getpid())
    try:
        progress("writing the tables")
        _write(fresh, facts, filled)
        progress("checking the database")
        with read(fresh) as connection:
            failures = [row for row in check(connection) if row.severity == "error"]
        if failures:
            raise FactsError([Fault(_file(facts, row.subject), 1, row.subject, row.message) for row in failures])
        os.replace(fresh, target)
    finally:
        for name in (fresh, fresh.with_name(fresh.name + "-journal")):
            name.unlink(missing_ok=True)
    return filled


def _fresh(target: Path, process: int | str) -> Path:
    """Return where a process builds: beside the target, so that it can take its place in one step."""
    return target.with_name(f".{target.name}.{process}.new")


def _tidy(target: Path) -> None:
    """Remove what builds left behind that were killed and could not do so themselves."""
    for left in target.parent.glob(_fresh(target, "*").name + "*"):
        process = left.name.removeprefix(f".{target.name}.").split(".")[0]
        try:
            os.kill(int(process), 0)
        except ProcessLookupError:
            left.unlink(missing_ok=True)
        except (ValueError, OSError):  # not one of ours, or of another user
            continue


def _file(facts: Facts, subject: str) -> str:
    """Return the fact file that a subject stands in."""
    owner = subject.split("/")[0]
    for folder in ("parties", "elections", "rules", "events"):
        if owner in getattr(facts, folder):
            return f"{folder}/{owner}.yaml"
    return "data"


def read_facts(root: Path) -> tuple[Facts, Filled]:
    """Read, check and rank all facts below `root`; raise FactsError with every fault that they have."""
    facts = gather(root)
    filled = fill(entries(facts))
    if filled.faults:
        raise FactsError(filled.faults)
    return facts, filled


def _complete(facts: Facts, filled: Filled) -> None:
    """Add the rows that are not chosen among claims: sources, exceptions, what is unknown, spans, events."""
    rows = filled.rows
    rows["source"] = [source.model_dump(exclude_none=True) for source in facts.sources.values()]
    for election in facts.elections.values():
        rows["exception"] += [{"election": election.id, **e.model_dump(exclude_none=True)} for e in election.exceptions]
    for group in (facts.parties, facts.elections, facts.rules):
        for id, entry in group.items():
            rows["unknown"] += [{"subject": id, "field": u.field, "note": u.note} for u in entry.unknown]
    rows["word"] = [word.model_dump() for word in facts.words.values()]
    rows["registered_span"] = spans(filled)
    rows["event"] += happenings(filled)
    for name in _TABLES:
        rows[name].sort(key=lambda row: [str(row.get(key, "")) for key in _ORDER])


def _write(path: Path, facts: Facts, filled: Filled) -> None:
    schema = resources.files("kzpol.facts").joinpath("schema.sql").read_text(encoding="utf-8")
    connection = sqlite3.connect(path)
    connection.execute("pragma page_size = 2048")  # many small tables and indexes: less is left empty than in 4096
    try:
        connection.executescript(
            f"begin; {schema} commit;"
        )  # in one go: a wait for the disk after each table takes longer
        filled.rows["alias"] = aliases(facts, filled)
        for name in _TABLES:
            _insert(connection, name, filled.rows[name])
        claims = in_order(filled)
        for name, rows in claim_rows(claims, filled, [row["id"] for row in filled.rows["source"]]).items():
            _insert(connection, name, rows)
        _insert(connection, "conflict", conflicts(filled.claims))
        for name, rows in search_rows(filled, claims).items():
            _insert(connection, name, rows)
        for step in ("'pgsz', 1990", "'rebuild', null", "'optimize', null"):  # fills the pages, as few as will do
            connection.execute(f"insert into search_index (search_index, rank) values ({step})")  # noqa: S608
        meta = {"schema_version": str(SCHEMA_VERSION), **facts.about.model_dump()}
        _insert(connection, "meta", [{"key": key, "value": value} for key, value in sorted(meta.items())])
        _insert(connection, "meta", [{"key": "content_sha256", "value": content_hash(connection)}])
        connection.execute("analyze")
        connection.commit()
        connection.execute("vacuum")
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, name: str, rows: list[Row]) -> None:
    columns = [column[1] for column in connection.execute(f"pragma table_info({name})")]
    stray = {key for row in rows for key in row} - set(columns)
    if stray:
        raise ValueError(f"table {name} has no column {', '.join(sorted(stray))}")
    kept = [column for column in columns if not (name == "conflict" and column == "id")]
    names = ", ".join(f'"{column}"' for column in kept)
    marks = ", ".join("?" * len(kept))
    connection.executemany(
        f'insert into "{name}" ({names}) values ({marks})',  # noqa: S608
        [[row.get(column) for column in kept] for row in rows],
    )
