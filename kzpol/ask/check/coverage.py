"""How much is known of each vote: what a specialist looks at before trusting a database."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from kzpol.ask.records.base import Record

_TOTALS = (
    "seats_total", "registered_voters", "votes_cast", "turnout_pct", "valid_votes", "invalid_votes",
)  # fmt: skip


@dataclass(frozen=True, repr=False, eq=False)
class Coverage(Record):
    """One vote: how many contestants, and of how many votes, share and seats are known (`contestants` is all)."""

    election: str
    body: str
    year: str | None
    known: str  # the totals that are known, by their columns
    missing: str  # those that are not
    contestants: int
    with_votes: int
    with_share: int
    with_seats: int
    regions: int
    events: int
    sources: int
    publishers: int  # independent ones: copies count once


def coverage(connection: sqlite3.Connection) -> list[Coverage]:
    """Return a row for each vote, by body and year."""
    found = []
    for row in connection.execute("select * from election order by body, date, id").fetchall():
        asked = _TOTALS[1:] if row["body"] in ("president", "referendum") else _TOTALS  # they fill no seats
        known = [name for name in asked if row[name] is not None]
        results = connection.execute(
            "select count(*), count(votes), count(share_pct), count(seats_total) from result "
            "where election = ? and stage = 'final'",
            (row["id"],),
        ).fetchone()
        sources, publishers = _sources(connection, row["id"])
        found.append(
            Coverage(
                election=row["id"],
                body=row["body"],
                year=row["date"][:4] if row["date"] else None,
                known=" ".join(known),
                missing=" ".join(name for name in asked if name not in known),
                contestants=results[0],
                with_votes=results[1],
                with_share=results[2],
                with_seats=results[3],
                regions=_count(connection, "select count(distinct region) from region where election = ?", row["id"]),
                events=_count(connection, "select count(*) from event where election = ?", row["id"]),
                sources=sources,
                publishers=publishers,
            )
        )
    return found


def _count(connection: sqlite3.Connection, query: str, id: str) -> int:
    return int(connection.execute(query, (id,)).fetchone()[0])


def _sources(connection: sqlite3.Connection, id: str) -> tuple[int, int]:
    row = connection.execute(
        "select count(distinct source.id), count(distinct coalesce(origin.publisher, source.publisher)) "
        "from claim join source on source.id = claim.source left join source origin on origin.id = source.repeats "
        "where subject = ?1 or subject between ?1 || '/' and ?1 || '0'",
        (id,),
    ).fetchone()
    return int(row[0]), int(row[1])
