"""Flat result rows over elections."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from kzpol.ask.conditions import where
from kzpol.ask.conditions import year as of_year
from kzpol.ask.dates import asked, days
from kzpol.ask.elections import BODIES, find_elections
from kzpol.ask.errors import BadQuestion
from kzpol.ask.naming import Lang, find_party, name_then
from kzpol.ask.records.result import Result
from kzpol.ask.streaming import Streamed

STAGES = ("final", "preliminary", "exit-poll")
# What is on ballots beside parties and people, in English, Kazakh and Russian.
GENERAL: dict[str, dict[Lang, str]] = {
    "independents": {"en": "Independents", "kk": "Тәуелсіздер", "ru": "Независимые"},
    "against-all": {"en": "Against all", "kk": "Бәріне қарсы", "ru": "Против всех"},
    "assembly": {
        "en": "Assembly of the People of Kazakhstan",
        "kk": "Қазақстан халқы Ассамблеясы",
        "ru": "Ассамблея народа Казахстана",
    },
    "state-list": {"en": "State list", "kk": "Мемлекеттік тізім", "ru": "Государственный список"},
    "yes": {"en": "Yes", "kk": "Иә", "ru": "Да"},
    "no": {"en": "No", "kk": "Жоқ", "ru": "Нет"},
}
_ORDER = "order by result.date, result.election, result.stage = 'exit-poll', result.stage, pollster, "
_BY_SIZE = "seats_total desc nulls last, share_pct desc nulls last, votes desc nulls last, result.id"


@Streamed
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
) -> Iterator[Result]:
    """Return result rows that meet every condition given; a party's include its blocs' and its candidates'.

    `first` and `last` are dates, both included. Raises BadQuestion for a condition that cannot be met by any
    database, NothingMatches for an unknown party or election.
    """
    if stage is not None and stage not in STAGES:
        raise BadQuestion(f"There is no stage {stage!r}. Choose one of: {', '.join(STAGES)}.")
    if body is not None and body not in BODIES:
        raise BadQuestion(f"There is no body {body!r}. Choose one of: {', '.join(BODIES)}.")
    since = asked(first).first if first else ""
    until = asked(last).last if last else "9999"
    wanted = tuple(row["id"] for row in find_elections(connection, election)) if election else None
    ids = with_blocs(connection, find_party(connection, party)) if party else None
    conditions = {
        _among("result.election", wanted): wanted,
        _among("result.party", ids): tuple(ids) if ids else None,
        "result.election >= ? and result.election < ?": (f"{body}-", f"{body}.") if body else None,  # ids begin so
        "result.date >= ? and result.date < ?": None if year is None else of_year(year),
        "result.stage = ?": stage,
        "result.date >= ? or result.date is null": since[:4] if first else None,
    }
    return (
        row
        for row in _read(connection, lang, conditions)
        if not row.date or (days(row.date).last >= since and days(row.date).first <= until)
    )


def _among(column: str, values: Any) -> str:
    return f"{column} in ({','.join('?' * len(values or ()))})"


def with_blocs(connection: sqlite3.Connection, party: str) -> list[str]:
    """Return the ids of a party and of the blocs that it was in."""
    rows = connection.execute("select other from party_link where party = ? and kind = 'member-of'", (party,))
    return [party, *(row["other"] for row in rows)]


def read_results(
    connection: sqlite3.Connection, lang: Lang, party: list[str] | None = None, election: str | None = None
) -> list[Result]:
    """Return the results of these parties themselves, or of this election, or all: by election, then by size."""
    conditions = {_among("result.contestant", party): tuple(party) if party else None, "result.election = ?": election}
    return list(_read(connection, lang, conditions))


def _read(connection: sqlite3.Connection, lang: Lang, conditions: dict[str, Any]) -> Iterator[Result]:
    clause, values = where(conditions)
    rows = connection.execute(
        "select result.*, party.name as party_name, party.name_kk as party_kk, party.name_ru as party_ru from result "  # noqa: S608
        f"left join party on party.id = result.party {clause} {_ORDER}{_BY_SIZE}",
        values,
    )
    return (
        Result.read(row, id=row["id"].removesuffix("/" + row["stage"]), name=_name(connection, row, lang))
        for row in rows
    )


def _name(connection: sqlite3.Connection, row: sqlite3.Row, lang: Lang) -> str | None:
    """Return the name on the ballot in the language asked for; failing that, the name that the party then had."""
    if row["contestant"] in GENERAL:
        return GENERAL[row["contestant"]][lang]
    column = "name" if lang == "en" else f"name_{lang}"
    if row["party"] != row["contestant"]:
        others = [other for other in ("name_ru", "name", "name_kk") if other != column]
        named = _in_election(connection, row, column) or _elsewhere(connection, row, column)
        return named or _first(*(_in_election(connection, row, form) for form in others))
    if row[column]:
        return str(row[column])
    then = name_then(connection, row["party"], row["date"], row["date"], lang) if row["date"] else None
    now = row["party_name" if lang == "en" else f"party_{lang}"]
    return _first(then, now, row["party_name"], row["name"], row["name_ru"], row["name_kk"])


def _in_election(connection: sqlite3.Connection, row: sqlite3.Row, column: str) -> str | None:
    """Return a person's name as the result has it, else as any count or poll of the election, each of which spells
    it its own way or in its own language only."""
    if row["stage"] == "final" and row[column]:
        return str(row[column])
    found = connection.execute(
        f"select {column} from result where election = ? and contestant = ? and {column} is not null "  # noqa: S608
        "order by stage = 'final' desc, id limit 1",
        (row["election"], row["contestant"]),
    ).fetchone()
    return str(found[0]) if found else None


def _elsewhere(connection: sqlite3.Connection, row: sqlite3.Row, column: str) -> str | None:
    """Return the name that whoever is called the same in another language bears at another election."""
    found = connection.execute(
        f"select {column} from result where contestant = ? and {column} is not null "  # noqa: S608
        "and (name_ru = ? or name_kk = ? or name = ?) order by date, id limit 1",
        (row["contestant"], row["name_ru"], row["name_kk"], row["name"]),
    ).fetchone()
    return str(found[0]) if found else None


def _first(*forms: str | None) -> str | None:
    return next((form for form in forms if form), None)
