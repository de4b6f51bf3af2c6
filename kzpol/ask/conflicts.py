"""Who says so, and where sources disagree."""

from __future__ import annotations

import sqlite3

from kzpol.ask.errors import NothingMatches
from kzpol.ask.records.claim import Claim, Conflict


def why(connection: sqlite3.Connection, subject: str, field: str | None = None) -> list[Claim]:
    """Return every claim on a subject and its parts, or on one field of it, the believed ones first.

    `subject` is an id (`majilis-2007`, `amanat`, `party-min-members`), an id and a part (`majilis-2007/nsdp`),
    or a name that means one party or election. Raises NothingMatches.
    """
    id = _subject(connection, subject)
    rows = connection.execute(
        "select * from claim where (subject = ? or (subject > ? and subject < ?)) and (? is null or field = ?) "
        "order by subject, field, chosen desc, id",
        (id, id + "/", id + "0", *[_column(field)] * 2),
    ).fetchall()
    if not rows:
        known = connection.execute(
            "select distinct field from claim where subject = ? or (subject > ? and subject < ?) order by field",
            (id, id + "/", id + "0"),
        ).fetchall()
        raise NothingMatches(
            f"Nothing is claimed of the field {field!r} of {id}.",
            ["Fields: " + ", ".join(row["field"] for row in known)],
        )
    if field:
        own = [row for row in rows if row["subject"] == id]
        rows = own or rows
    return [Claim.read(row, chosen=bool(row["chosen"])) for row in rows]


def _column(field: str | None) -> str | None:
    return {"from": "valid_from", "to": "valid_to"}.get(field, field) if field else None


def _subject(connection: sqlite3.Connection, subject: str) -> str:
    from kzpol.ask.elections import find_elections
    from kzpol.ask.naming import find_party
    from kzpol.ask.thresholds import find_rule

    id = subject.strip().strip("/")
    query = "select 1 from claim where subject = ? or (subject > ? and subject < ?) limit 1"
    for wanted in (id, id.casefold()):
        if connection.execute(query, (wanted, wanted + "/", wanted + "0")).fetchone():
            return wanted
    head, slash, part = id.partition("/")
    for find in (find_party, find_rule, lambda c, name: find_elections(c, name)[0]["id"]):
        try:
            found = find(connection, head) + slash + part
        except NothingMatches:
            continue
        if connection.execute(query, (found, found + "/", found + "0")).fetchone():
            return found
    raise NothingMatches(f"Nothing is known of {subject!r}.", ["`kzpol search` finds ids by words."])


def conflicts(connection: sqlite3.Connection, subject: str | None = None) -> list[Conflict]:
    """Return every value on which claims differ, of one subject and its parts or of all. Raises NothingMatches."""
    id = _subject(connection, subject) if subject else None
    rows = connection.execute(
        "select * from conflict where ? is null or subject = ? or (subject > ? and subject < ?) "
        "order by kind, subject, field",
        (id, id, f"{id}/", f"{id}0"),
    ).fetchall()
    return [
        Conflict(
            row["subject"],
            row["field"],
            _values(connection, row),
            row["preferred"],
            row["reason"],
            row["kind"],
        )
        for row in rows
    ]


def _values(connection: sqlite3.Connection, row: sqlite3.Row) -> list[dict[str, object]]:
    claims = connection.execute(
        "select value, rank, source, stage from claim where subject = ? and field = ? order by chosen desc, id",
        (row["subject"], row["field"]),
    )
    return [{key: claim[key] for key in ("value", "rank", "source", "stage")} for claim in claims]
