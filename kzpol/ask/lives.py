"""The lives of parties within some years: when each was registered, under the name that it bore then."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from kzpol.ask.naming import name_then


@dataclass(frozen=True)
class Life:
    """A party and its registered spans: (from, to), where None is "still" and an unknown end is the last day known."""

    id: str
    name: str
    spans: list[tuple[str, str | None]]


def lives(connection: sqlite3.Connection, begin: int, end: int, parties: Collection[str] | None = None) -> list[Life]:
    """Return the lives of these parties, or of all, that fall into the years from `begin` to `end`, oldest first."""
    rows = connection.execute(
        "select party.id, party.name, coalesce(known_from, valid_from) as valid_from, valid_to, known_to "
        "from registered_span join party on party.id = registered_span.party "
        "where (valid_to is null or valid_to = '' or valid_to >= ?) and not suspended and kind = 'party' "
        "and coalesce(known_from, '') < '9' order by valid_from, party.id",
        (str(begin),),
    ).fetchall()
    found: dict[str, Life] = {}
    for row in rows:
        until = row["known_to"] if row["valid_to"] == "" else row["valid_to"]
        outside = int(row["valid_from"][:4]) > end or (until and int(until[:4]) < begin)
        if outside or (parties is not None and row["id"] not in parties):
            continue
        name = name_then(connection, row["id"], str(begin), f"{end}-12-31") or row["name"]
        found.setdefault(row["id"], Life(row["id"], name, [])).spans.append((row["valid_from"], until))
    return list(found.values())
