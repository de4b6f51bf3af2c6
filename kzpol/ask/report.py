"""Everything about one election."""

from __future__ import annotations

import sqlite3

from kzpol.ask.conflicts import conflicts
from kzpol.ask.dates import asked
from kzpol.ask.elections import find_elections, read_region
from kzpol.ask.naming import Lang, localised, name_then
from kzpol.ask.records.claim import Unknown
from kzpol.ask.records.election import Election
from kzpol.ask.records.happening import Figure
from kzpol.ask.records.result import District
from kzpol.ask.records.whole import ElectionReport
from kzpol.ask.results import read_results
from kzpol.ask.sources import sources_below
from kzpol.ask.thresholds import thresholds
from kzpol.ask.timeline import read_event


def election(connection: sqlite3.Connection, which: str, lang: Lang = "en") -> list[ElectionReport]:
    """Return what is known of the election or, for a year that had several, of each. Raises NothingMatches."""
    return [_report(connection, row, lang) for row in find_elections(connection, which)]


def _report(connection: sqlite3.Connection, row: sqlite3.Row, lang: Lang) -> ElectionReport:
    id = row["id"]
    found = read_results(connection, lang, election=id)

    def own(table: str, order: str) -> list[sqlite3.Row]:
        return connection.execute(
            f"select * from {table} where election = ? order by {order}",  # noqa: S608
            (id,),
        ).fetchall()

    held = asked(row["date"]) if row["date"] else None
    names = {
        r["id"]: (name_then(connection, r["id"], held.first, held.last, lang) if held else None) or localised(r, lang)
        for r in connection.execute(
            "select * from party where id in (select party from event where election = ? "
            "union select party from result where election = ? "
            "union select party from district where election = ?)",
            (id, id, id),
        ).fetchall()
    }
    return ElectionReport(
        election=Election.read(row, title=localised(row, lang, "title")),
        results=[r for r in found if r.stage == "final"],
        preliminary=[r for r in found if r.stage == "preliminary"],
        polls=[r for r in found if r.stage == "exit-poll"],
        regions=[read_region(r, lang) for r in own("region", "stage, turnout_pct desc, id")],
        districts=[District.read(r) for r in own("district", "number")],
        rules=thresholds(connection, on=row["date"], lang=lang) if row["date"] else [],
        figures=[Figure.read(r) for r in own("figure", "as_of, id")],
        events=[read_event(r) for r in own("event", "coalesce(date, '9'), id")],
        conflicts=conflicts(connection, id),
        exceptions=[
            {"check": r["check"], "contestant": r["contestant"], "reason": r["reason"]}
            for r in own("exception", "contestant")
        ],
        unknown=[Unknown.read(r) for r in connection.execute("select * from unknown where subject = ?", (id,))],
        sources=sources_below(connection, id),
        names=names,
    )
