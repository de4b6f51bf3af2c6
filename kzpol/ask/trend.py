"""One party over all its elections."""

from __future__ import annotations

import sqlite3

from kzpol.ask.compare import best_stage, difference
from kzpol.ask.errors import NothingMatches
from kzpol.ask.naming import Lang, find_party
from kzpol.ask.records.comparison import Stand
from kzpol.ask.results import read_results, with_blocs


def trend(connection: sqlite3.Connection, name: str, lang: Lang = "en") -> list[Stand]:
    """Return how a party, or the bloc that it was in, fared in each of its elections, oldest first.

    A final count comes before a preliminary one; elections that it did not stand in are left out. Raises
    NothingMatches for an unknown party and for one that no election result is known of.
    """
    id = find_party(connection, name)
    rows = best_stage(read_results(connection, lang, party=with_blocs(connection, id)))
    if not rows:
        raise NothingMatches(f"No election result is known of {id}.", [f"`kzpol party {id}` has what is."])
    ids = sorted({row.election for row in rows})
    marks = ",".join("?" * len(ids))
    query = f"select id, body, seats_total, turnout_pct from election where id in ({marks})"  # noqa: S608
    elections = {row["id"]: row for row in connection.execute(query, ids)}
    before: dict[str, Stand] = {}
    found = []
    for row in rows:
        election = elections[row.election]
        own = row.contestant == id
        last = before.get(election["body"]) if own else None
        stand = Stand(
            row.election, row.date, row.name, row.stage, row.contestant,
            row.votes, row.share_pct, difference(last.share_pct, row.share_pct) if last else None, row.share_base,
            row.seats_total, _whole(last.seats_total, row.seats_total) if last else None, row.seats_list,
            row.seats_district, election["seats_total"], election["turnout_pct"], row.id,
        )  # fmt: skip
        if own:
            before[election["body"]] = stand
        found.append(stand)
    return found


def _whole(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before
