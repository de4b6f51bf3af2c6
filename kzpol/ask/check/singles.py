"""Which headline values rest on one source only?

Copies of one text are one source, and so is everything of one publisher: two editions of an encyclopedia often
tell the same from the same origin.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from kzpol.ask.check.finding import Finding

_OF = {
    "election": (
        "select id from election where body not in ('senate', 'maslikhat')",
        "seats_total votes_cast turnout_pct",
    ),
    "result": (
        "select result.id from result join election on election.id = result.election "
        "where stage = 'final' and body not in ('senate', 'maslikhat')",
        "votes share_pct seats_total",
    ),
    "party": ("select id from party where kind = 'party'", "ended"),
    "registration": (
        "select id from registration where outcome in ('registered', 'denied', 'liquidated', 'banned')",
        "date",
    ),
    "threshold": (
        "select id from threshold where rule in ('party-min-members', 'party-min-members-per-region', "
        "'list-threshold-pct', 'kurultai-seats') or rule glob 'majilis-seats*'",
        "value",
    ),
}


def singles(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield a note for each row with headline values that only one independent source states."""
    publishers = _publishers(connection)
    behind: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in connection.execute("select subject, field, source from claim where chosen"):
        behind[row["subject"], row["field"]].add(publishers.get(row["source"], ""))  # a lost source is found elsewhere
    for table, (query, columns) in _OF.items():
        for (id,) in connection.execute(query).fetchall():
            subject = id.removesuffix("/final") if table == "result" else id
            alone = [column for column in columns.split() if len(behind.get((subject, column), ())) == 1]
            if alone:
                yield Finding("note", "one-source", subject, f"Only one source was found for {', '.join(alone)}.")


def _publishers(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the publisher of each source, of the text that it repeats where it repeats one."""
    rows = {row["id"]: row for row in connection.execute("select id, publisher, repeats from source")}
    found = {}
    for id in rows:
        origin, seen = id, set()
        while rows[origin]["repeats"] in rows and origin not in seen:
            seen.add(origin)
            origin = rows[origin]["repeats"]
        found[id] = str(rows[origin]["publisher"])
    return found
