"""What has to be said about the law of a day: what was not in force yet, which text stands in, what is doubtful."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from kzpol.ask.conditions import parts
from kzpol.ask.dates import Days, days
from kzpol.ask.records.rule import Threshold


def nearest(every: list[Threshold], found: dict[str, Threshold], wanted: Mapping[str, str], day: Days) -> list[str]:
    """Add to those found the next values of rules without which seats cannot be shared, and say so."""
    taken = []
    for name in ("list-seat-quota", "list-last-seat-tie-rule", "list-exhausted"):
        rows = [row for row in every if row.rule == wanted[name] and (row.valid_from or "") > day.last]
        if wanted[name] not in found and rows:
            found[wanted[name]] = rows[0]
            taken.append(rows[0])
    taken = [row for row in taken if row.rule != wanted["list-exhausted"]]
    if not taken:
        return []
    return [
        f"How seats are shared was not yet law: the nearest text, {taken[0].article} of "
        f"{taken[0].adopted or taken[0].valid_from}, is applied."
    ]


def edition(connection: sqlite3.Connection, rule: str, day: Days) -> tuple[str, str] | None:
    """Return date and source of the last text of the article up to a day; of the first one where there is none."""
    rows = connection.execute(
        "select distinct source.date, source.id from claim join source on source.id = claim.source "
        "where claim.subject > ? and claim.subject < ? and source.kind = 'law' and source.date is not null "
        "order by source.date, source.id",
        parts(rule),
    ).fetchall()
    texts = [(row["date"], row["id"]) for row in rows]
    return next((text for text in reversed(texts) if text[0] <= day.last), texts[0] if texts else None)


def pending(every: list[Threshold], found: Mapping[str, Threshold], date: str, day: Days) -> list[str]:
    """Say which acts were adopted by a day but not in force on it, and what they change."""
    acts: dict[tuple[str, str, str], list[str]] = {}
    for row in every:
        old = found.get(row.rule)
        waits = row.adopted and row.valid_from and days(row.adopted).first <= day.last
        if waits and days(row.valid_from or "").first > day.last and (old is None or old.value != row.value):
            acts.setdefault((row.act or "", row.adopted or "", row.valid_from or ""), []).append(row.title)
    return [
        f"{_plain(act)} was adopted on {adopted} but not yet in force on {date}: not applied. "
        f"--under {starts} applies it. It changes: {', '.join(titles)}."
        for (act, adopted, starts), titles in acts.items()
    ]


def disputed(
    connection: sqlite3.Connection, every: list[Threshold], found: Mapping[str, Threshold], day: Days
) -> tuple[dict[str, Threshold], list[str]]:
    """Return the values that would hold if the other claim on a change's date were right, and the doubt in words."""
    marks = ",".join("?" * len(every))
    rows = connection.execute(
        f"select subject, value, source from claim where field = 'valid_from' and not chosen and subject in ({marks})",  # noqa: S608
        [row.id for row in every],
    ).fetchall()
    claims = {row["subject"]: (row["value"], row["source"]) for row in rows}
    instead: dict[str, Threshold] = {}
    doubts: dict[str, None] = {}
    for before, row in zip([None, *every], every, strict=False):
        other, source = claims.get(row.id, (None, None))
        if other is None or row.valid_from is None:
            continue
        applied = found.get(row.rule)
        if days(row.valid_from).first <= day.first < days(other).first and applied and applied.id == row.id:
            if before and before.rule == row.rule:
                instead[row.rule] = before
        elif not days(other).first <= day.first < days(row.valid_from).first:
            continue
        else:
            instead[row.rule] = row
        doubts[
            f"When {_plain(row.act)} came into force is doubtful: {row.valid_from} is taken, {source} has {other}."
        ] = None
    return instead, list(doubts)


def _plain(act: str | None) -> str:
    """Return an act's name without the stop after "No.", which would end a sentence."""
    return (act or "An act").replace("No. ", "No ")
