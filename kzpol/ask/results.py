"""Flat result rows over elections."""

from __future__ import annotations

import sqlite3

from kzpol.ask.dates import asked, days
from kzpol.ask.elections import find_elections
from kzpol.ask.errors import BadQuestion
from kzpol.ask.naming import Lang, find_party, name_then
from kzpol.ask.records.result import Result

STAGES = ("final", "preliminary", "exit-poll")
_GENERAL = ("independents", "against-all", "assembly", "state-list", "yes", "no")
_ORDER = "order by result.date, result.election, result.stage = 'exit-poll', result.stage, pollster, "
_BY_SIZE = "seats_total desc nulls last, share_pct desc nulls last, votes desc nulls last, result.id"


def results(
    connection: sqlite3.Connection,
    election: str | None = None,
    party: str | None = None,
    body: str | None = None,
    year: int | None = None,
    stage: str | None = None,
    first: str | None = None,
    last: str | None = None,
    lang: Lang = "en",
) -> list[Result]:
    """Return result rows that meet every condition given; a party's include its blocs' and its candidates'.

    `first` and `last` are dates, both included. Raises BadQuestion for a condition that cannot be met by any
    database, NothingMatches for an unknown party or election.
    """
    if stage is not None and stage not in STAGES:
        raise BadQuestion(f"There is no stage {stage!r}. Choose one of: {', '.join(STAGES)}.")
    known = [row[0] for row in connection.execute("select distinct body from election order by body")]
    if body is not None and body not in known:
        raise BadQuestion(f"There is no body {body!r}. Choose one of: {', '.join(known)}.")
    since = asked(first).first if first else ""
    until = asked(last).last if last else "9999"
    wanted = {row["id"] for row in find_elections(connection, election)} if election else None
    ids = [find_party(connection, party)] if party else None
    if ids:
        blocs = connection.execute("select other from party_link where party = ? and kind = 'member-of'", (ids[0],))
        ids += [row["other"] for row in blocs]
    found = read_results(connection, lang, party=ids, candidates=True)
    return [
        row
        for row in found
        if (wanted is None or row.election in wanted)
        and (body is None or row.election.startswith(body))
        and (year is None or (row.date or "").startswith(str(year)))
        and (stage is None or row.stage == stage)
        and (not row.date or (days(row.date).last >= since and days(row.date).first <= until))
    ]


def read_results(
    connection: sqlite3.Connection,
    lang: Lang,
    party: list[str] | None = None,
    election: str | None = None,
    candidates: bool = False,
) -> list[Result]:
    """Return the results of these parties, or of this election, or all: by election, then by size.

    With `candidates` a party's rows include those of the people whom it put up for president.
    """
    marks = ",".join("?" * len(party or ()))
    column = "result.party" if candidates else "result.contestant"
    where = f"where {column} in ({marks})" if party else "where result.election = ?" if election else ""
    rows = connection.execute(
        "select result.*, party.name as party_name, party.name_kk as party_kk, party.name_ru as party_ru from result "  # noqa: S608
        f"left join party on party.id = result.party {where} {_ORDER}{_BY_SIZE}",
        party or ([election] if election else []),
    ).fetchall()
    return [
        Result.read(row, id=row["id"].removesuffix("/" + row["stage"]), name=_name(connection, row, lang))
        for row in rows
    ]


def _name(connection: sqlite3.Connection, row: sqlite3.Row, lang: Lang) -> str | None:
    """Return the name on the ballot in the language asked for; failing that, the name that the party then had."""
    is_party = row["party"] == row["contestant"]
    if lang != "en":
        party = (row[f"party_{lang}"], row["party_name"]) if is_party else (None, None)
        return _first(row[f"name_{lang}"], party[0], row["name"], party[1], row["name_ru"], row["name_kk"])
    if row["contestant"] in ("yes", "no", "against-all"):
        return str(row["contestant"]).replace("-", " ").capitalize()
    if row["name"]:
        return str(row["name"])
    then = name_then(connection, row["party"], row["date"], row["date"]) if is_party and row["date"] else None
    general = row["contestant"].replace("-", " ").capitalize() if row["contestant"] in _GENERAL else None
    return _first(then, row["party_name"] if is_party else None, general, row["name_ru"], row["name_kk"])


def _first(*forms: str | None) -> str | None:
    return next((form for form in forms if form), None)
