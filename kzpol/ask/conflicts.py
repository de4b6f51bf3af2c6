"""Who says so, and where sources disagree."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kzpol.ask.conditions import parts, where
from kzpol.ask.errors import NothingMatches
from kzpol.ask.records.claim import Claim, Conflict
from kzpol.ask.streaming import Streamed

_BELOW = "subject = ? or (subject > ? and subject < ?)"  # a subject and its parts


def why(connection: sqlite3.Connection, subject: str, field: str | None = None) -> list[Claim]:
    """Return every claim on a subject and its parts, or on one field of it, the believed ones first.

    `subject` is an id (`majilis-2007`, `amanat`, `party-min-members`), an id and a part (`majilis-2007/nsdp`),
    or a name that means one party or election. Raises NothingMatches.
    """
    id = _subject(connection, subject)
    clause, values = where({_BELOW: _below(id), "field = ?": _column(field)})
    rows = connection.execute(
        f"select * from claim {clause} order by subject, field, chosen desc, id",  # noqa: S608
        values,
    ).fetchall()
    if not rows:
        known = connection.execute(
            f"select distinct field from claim where {_BELOW} order by field",  # noqa: S608
            _below(id),
        ).fetchall()
        raise NothingMatches(
            f"Nothing is claimed of the field {field!r} of {id}.",
            ["Fields: " + ", ".join(row["field"] for row in known)],
        )
    if field:
        own = [row for row in rows if row["subject"] == id]
        rows = own or rows
    return [Claim.read(row, chosen=bool(row["chosen"])) for row in rows]


def _below(id: str) -> tuple[str, str, str]:
    return id, *parts(id)


def _column(field: str | None) -> str | None:
    return {"from": "valid_from", "to": "valid_to"}.get(field, field) if field else None


def _subject(connection: sqlite3.Connection, subject: str) -> str:
    from kzpol.ask.elections import find_elections
    from kzpol.ask.naming import find_party
    from kzpol.ask.thresholds import find_rule

    id = subject.strip().strip("/")
    query = f"select 1 from claim where {_BELOW} limit 1"  # noqa: S608
    for wanted in (id, id.casefold()):
        if connection.execute(query, _below(wanted)).fetchone():
            return wanted
    head, slash, part = id.partition("/")
    for find in (find_party, find_rule, lambda c, name: find_elections(c, name)[0]["id"]):
        try:
            found = find(connection, head) + slash + part
        except NothingMatches:
            continue
        if connection.execute(query, _below(found)).fetchone():
            return found
    raise NothingMatches(f"Nothing is known of {subject!r}.", ["`kzpol search` finds ids by words."])


@Streamed
def conflicts(connection: sqlite3.Connection, subject: str | None = None) -> Iterator[Conflict]:
    """Return every value on which claims differ, of one subject and its parts or of all. Raises NothingMatches."""
    clause, values = where({_BELOW: _below(_subject(connection, subject)) if subject else None})
    rows = connection.execute(f"select * from conflict {clause} order by kind, subject, field", values)  # noqa: S608
    return (
        Conflict(
            row["subject"],
            row["field"],
            _values(connection, row),
            row["preferred"],
            row["reason"],
            row["kind"],
        )
        for row in rows
    )


def _values(connection: sqlite3.Connection, row: sqlite3.Row) -> list[dict[str, object]]:
    claims = connection.execute(
        "select value, rank, source, stage from claim where subject = ? and field = ? order by chosen desc, id",
        (row["subject"], row["field"]),
    )
    return [{key: claim[key] for key in ("value", "rank", "source", "stage")} for claim in claims]
