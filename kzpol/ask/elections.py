"""Which elections there were, and which of them somebody means."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kzpol.ask.conditions import where
from kzpol.ask.conditions import year as of_year
from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.naming import Lang, localised
from kzpol.ask.records.election import Election
from kzpol.ask.streaming import Streamed

if TYPE_CHECKING:
    from kzpol.ask.records.result import Region

BODIES = {
    "supreme-council": "supremecouncil supreme soviet council verhovnyisovet verhovnyi jogargykenes jogargy",
    "majilis": "majilis mazhilis majlis mecilis parliament parlament parliamentary parlamentskie",
    "kurultai": "kurultai kurultay quryltay kuryltai",
    "senate": "senate senat",
    "president": "president presidential prezident prezidentskie",
    "referendum": "referendum",
    "maslikhat": "maslikhat maslihat local",
}


@Streamed
def elections(
    connection: sqlite3.Connection, body: str | None = None, year: int | None = None, lang: Lang = "en"
) -> Iterator[Election]:
    """Return the elections and referendums, all or of one body or year, oldest first. Raises BadQuestion."""
    if body is not None and body not in BODIES:
        raise BadQuestion(f"There is no body {body!r}. Choose one of: {', '.join(BODIES)}.")
    clause, values = where({"body = ?": body, "date >= ? and date < ?": None if year is None else of_year(year)})
    rows = connection.execute(f"select * from election {clause} order by date, id", values)  # noqa: S608
    return (Election.read(row, title=localised(row, lang, "title")) for row in rows)


def find_elections(connection: sqlite3.Connection, which: str) -> list[sqlite3.Row]:
    """Return the elections that an id, a year, or words such as "majilis 2007" or "referendum nuclear" mean.

    A year with one national vote means that one, also where the maslikhats were elected too.
    Raises NothingMatches where there is none, with the nearest ones as hints.
    """
    wanted = which.strip().casefold()
    exact = connection.execute("select * from election where id = ?", (wanted,)).fetchall()
    if exact:
        return exact
    years = re.findall(r"\d{4}(?:-\d{2}){0,2}", wanted)
    from kzpol.ask.folding import fold

    words = [fold(word) for word in re.findall(r"[^\W\d_]+", wanted)]
    bodies = {body for body, names in BODIES.items() for word in words if _means(word, names)}
    rows = _perhaps(connection, years, bodies)
    met = [
        row
        for row in rows
        if (years or bodies)
        and all((row["date"] or row["id"]).startswith(year) or year in row["id"] for year in years)
        and (not words or row["body"] in bodies)
    ]
    if len(met) > 1:
        met = _entitled(met, words)
    national = [row for row in met if row["body"] != "maslikhat"]
    if met:
        return national if len(national) == 1 and not words else met
    rows = connection.execute("select * from election order by date, id").fetchall()
    near = [row["id"] for row in rows if row["body"] in bodies or any(year[:4] in row["id"] for year in years)]
    hint = "Known: " + ", ".join(near) if near else "`kzpol elections` lists all."
    raise NothingMatches(f"No election matches {which!r}.", [hint])


def _perhaps(connection: sqlite3.Connection, years: list[str], bodies: set[str]) -> list[sqlite3.Row]:
    """Return the elections of a year, by date or by id, or else of these bodies, in order."""
    if years:
        ids = [f"{body}-{years[0][:4]}" for body in BODIES]
        marks = ",".join("?" * len(ids))
        condition = f"date >= ? and date < ? or date is null or id in ({marks})"
        values = [*of_year(int(years[0][:4])), *ids]
    else:
        condition, values = f"body in ({','.join('?' * len(bodies))})", sorted(bodies)
    return connection.execute(f"select * from election where {condition} order by date, id", values).fetchall()  # noqa: S608


def _entitled(rows: list[sqlite3.Row], words: list[str]) -> list[sqlite3.Row]:
    """Return those whose titles, in any language, have most of the words that are no body's; all, if none has any."""
    from kzpol.ask.folding import fold

    telling = [
        word
        for word in words
        if len(word) > 2 and word != "the" and not any(_means(word, names) for names in BODIES.values())
    ]
    titles = [f"{row['title']} {row['title_ru'] or ''} {row['title_kk'] or ''}" for row in rows]
    parts = [[fold(part) for part in re.findall(r"[^\W\d_]+", title)] for title in titles]
    found = [sum(any(part.startswith(word) for part in own) for word in telling) for own in parts]
    return [row for row, count in zip(rows, found, strict=True) if count == max(found)]


def _means(word: str, names: str) -> bool:
    from kzpol.ask.folding import fold

    return len(word) >= 4 and any(fold(name).startswith(word) or word.startswith(fold(name)) for name in names.split())


def read_region(row: sqlite3.Row, lang: Lang = "en") -> Region:
    """Return a region's record; its id is the subject of its claims."""
    from kzpol.ask.records.result import Region

    return Region.read(row, id=row["id"].removesuffix("/" + row["stage"]), name=localised(row, lang))


def regions(connection: sqlite3.Connection, which: str, lang: Lang = "en") -> list[Region]:
    """Return turnout by region for the elections meant. Raises NothingMatches where none is known."""
    found = []
    for row in find_elections(connection, which):
        found += [
            read_region(r, lang)
            for r in connection.execute(
                "select * from region where election = ? order by stage, turnout_pct desc, id", (row["id"],)
            )
        ]
    if not found:
        raise NothingMatches(f"No turnout by region is known for {which!r}.")
    return found
