"""Do the lives of parties hold together: names and chairmen one after another, mergers told from both sides?

Dates are as precise as known, so only what no reading of them allows is reported.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, pairwise

from kzpol.ask.check.finding import Finding
from kzpol.ask.dates import days

_LONGEST_GAP = 92  # days between two holders that are worth a note


def lives_fit(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield an error where names overlap or a merger is told from one side only, a note where chairmen do not fit."""
    names = connection.execute(
        "select party, lang || ' name' as what, name as held, valid_from, valid_to from party_name "
        "where form = 'official' and valid_from > '' order by party, lang, valid_from"
    ).fetchall()
    yield from _successions(names, "error")
    chairs = connection.execute(
        "select party, 'chairman' as what, person as held, valid_from, valid_to from party_leader "
        "where role = 'chairman' and valid_from > '' order by party, valid_from"
    ).fetchall()
    yield from _successions(chairs, "note")
    yield from _mergers(connection)


def _successions(rows: Iterable[sqlite3.Row], severity: str) -> Iterator[Finding]:
    for (party, what), group in groupby(rows, key=lambda row: (row["party"], row["what"])):
        for one, after in pairwise(group):
            if not one["valid_to"] or one["held"] == after["held"]:
                continue  # an open end is closed by the one that follows
            end, start = days(one["valid_to"]), days(after["valid_from"])
            told = f"{what}: {one['held']} until {one['valid_to']}, {after['held']} from {after['valid_from']}"
            if end.first > start.last:
                yield Finding(severity, "overlap", party, f"{told}, both at once.")  # type: ignore[arg-type]
            elif (date.fromisoformat(start.first) - date.fromisoformat(end.last)).days > _LONGEST_GAP:
                yield Finding("note", "gap", party, f"{told}, nobody known between.")


def _mergers(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "select link.party, link.other, link.date, own.status, own.ended, own.successor, whole.ended as whole_ended "
        "from party_link link join party own on own.id = link.party join party whole on whole.id = link.other "
        "where link.kind = 'merged-into' order by link.party"
    ).fetchall()
    for row in rows:
        if row["status"] != "merged":
            yield Finding("error", "merger", row["party"], f"It merged into {row['other']}, but is {row['status']}.")
        if row["successor"] != row["other"]:
            yield Finding("error", "merger", row["party"], f"It merged into {row['other']}, not {row['successor']}.")
        if row["date"] and row["whole_ended"] and days(row["whole_ended"]).last < days(row["date"]).first:
            yield Finding("error", "merger", row["other"], f"It ended before {row['party']} merged into it.")
    merged = {row["party"] for row in rows}
    for row in connection.execute("select id from party where status = 'merged' order by id"):
        if row["id"] not in merged:
            yield Finding("error", "merger", row["id"], "It is merged, but into nothing.")
