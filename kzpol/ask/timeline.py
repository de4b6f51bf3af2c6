"""Events in order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kzpol.ask.conditions import where
from kzpol.ask.dates import asked, days
from kzpol.ask.errors import BadQuestion
from kzpol.ask.naming import find_party
from kzpol.ask.records.happening import Event
from kzpol.ask.streaming import Streamed


@Streamed
def timeline(
    connection: sqlite3.Connection,
    party: str | None = None,
    first: str | None = None,
    last: str | None = None,
    kind: str | None = None,
) -> Iterator[Event]:
    """Return events from a date to a date, both included, of one party or kind, oldest first.

    Events whose day nobody knows are left out where dates are asked for. Raises BadQuestion, NothingMatches.
    """
    if kind is not None and not connection.execute("select 1 from event where kind = ?", (kind,)).fetchone():
        kinds = [row[0] for row in connection.execute("select distinct kind from event order by kind")]
        raise BadQuestion(f"There is no kind {kind!r}. Choose one of: {', '.join(kinds)}.")
    since = asked(first).first if first else ""
    until = asked(last).last if last else "9999"
    if since > until:
        raise BadQuestion(f"--from {first} is after --to {last}.")
    id = find_party(connection, party) if party else None
    dated = bool(first or last)
    conditions = {
        "party = ? or subject in (select id from party_link where other = ?)": (id, id) if id else None,
        "kind = ?": kind,
        "date >= ? and date <= ?": (since[:4], until) if dated else None,
    }
    clause, values = where(conditions)
    rows = connection.execute(f"select * from event {clause} order by coalesce(date, '9'), id", values)  # noqa: S608
    found = (read_event(row) for row in rows)
    return (e for e in found if e.date and days(e.date).last >= since) if dated else found


def read_event(row: sqlite3.Row) -> Event:
    """Return an event's record; the id of one drawn from another entry is that entry's, which `why` knows."""
    return Event.read(row, id=row["subject"] or row["id"])
