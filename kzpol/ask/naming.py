"""Finds the party that a name means, and shows names in the language asked for."""

from __future__ import annotations

import re
import sqlite3
from itertools import pairwise
from typing import Literal

from kzpol.ask.conditions import beginning as begins
from kzpol.ask.dates import Days, days
from kzpol.ask.errors import NothingMatches

Lang = Literal["en", "kk", "ru"]


def find_party(connection: sqlite3.Connection, name: str) -> str:
    """Return the id of the one party that a name means, in any script, spelling or case.

    The id itself comes first, then a whole name, then the beginning of one (more than two thirds of it), then the
    same telling words in another order, then a name with another in brackets where both mean the party. Raises
    NothingMatches with hints where no party or more than one is meant; a near miss is suggested, never assumed.
    """
    row = connection.execute("select id from party where id = ?", (name.strip(),)).fetchone()
    if row:
        return str(row["id"])
    how, found = _meant(connection, name)
    if not found and (both := _WITH_ABBREVIATION.fullmatch(name)):
        how, (one, other) = "are called", [_meant(connection, part)[1] for part in both.groups()]
        found = [id for id in one if id in other]
    if len(found) == 1:
        return found[0]
    if found:
        raise NothingMatches(f"{len(found)} parties {how} {name!r}. Choose one by its id:", _choices(connection, found))
    raise NothingMatches(f"No party is called {name!r}.", _led(connection, name) or _near(connection, name))


def _meant(connection: sqlite3.Connection, name: str) -> tuple[str, list[str]]:
    """Return the parties that a name may mean, and how they bear it."""
    from kzpol.ask.folding import fold, telling_words

    key, words = fold(name), telling_words(name)
    for how, where, sought in (
        ("are called", "key = ?", key),
        ("have a name that begins with", _BEGINS, key if words and len(key) > 3 else ""),
        ("are called", "words = ?", words),
    ):
        found = _parties(connection, where, sought) if sought else []
        if found:
            return how, found
    return "are called", []


_WITH_ABBREVIATION = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")
_BEGINS = "key between ?1 and ?1 || '{' and 2 * length(key) < 3 * length(?1)"


def _parties(connection: sqlite3.Connection, where: str, key: str) -> list[str]:
    rows = connection.execute(f"select distinct party from alias where {where} order by party", (key,))  # noqa: S608
    return [row["party"] for row in rows]


def _choices(connection: sqlite3.Connection, ids: list[str]) -> list[str]:
    lines = []
    for id in ids:
        row = connection.execute(
            "select name, founded, registered, ended, status from party where id = ?", (id,)
        ).fetchone()
        since = row["founded"] or row["registered"] or "?"
        until = row["ended"] or ("now" if row["status"] == "registered" else "?")
        lines.append(f"  {id}  {row['name']}, {since} to {until}, {row['status']}")
    return lines


def _led(connection: sqlite3.Connection, name: str) -> list[str]:
    """Say which parties a person of this name led, whoever asks for one by its leader."""
    from kzpol.ask.folding import fold

    words = {fold(word) for word in name.split()}
    led: dict[str, dict[str, None]] = {}
    for row in connection.execute("select person, person_ru, person_kk, party from party_leader order by party"):
        forms = ({fold(word) for word in form.split()} for form in tuple(row)[:3] if form)
        if words and any(words <= form for form in forms):
            led.setdefault(row["person"], {})[row["party"]] = None
    return [f"{person} stands among the leaders of {', '.join(ids)}." for person, ids in list(led.items())[:3]]


def _near(connection: sqlite3.Connection, name: str) -> list[str]:
    import difflib

    from kzpol.ask.folding import fold

    written: dict[str, list[sqlite3.Row]] = {}
    query = "select key, party, iif(form = 'id', name, written) as written from alias join party on party.id = party "
    for row in connection.execute(query + "order by key, party"):
        written.setdefault(row["key"], []).append(row)
    nearest: dict[str, str] = {}
    for key in difflib.get_close_matches(fold(name), list(written), n=12, cutoff=0.7):
        for row in written[key]:
            nearest.setdefault(row["party"], row["written"])
    if not nearest:
        return ["`kzpol parties` lists all, `kzpol search` looks everywhere."]
    return ["Did you mean " + ", ".join(f"{near} ({party})" for party, near in list(nearest.items())[:3]) + "?"]


def complete_names(connection: sqlite3.Connection, beginning: str) -> list[tuple[str, str]]:
    """Return the names and ids that begin as typed, with what they mean, for shell completion."""
    from kzpol.ask.folding import fold

    key = fold(beginning)
    rows = connection.execute(
        "select distinct alias.written, party.id, party.name from alias join party on party.id = alias.party "
        "where alias.key >= ? and alias.key < ? order by alias.form != 'id', alias.written",
        begins(key),
    ).fetchall()
    typed, size = beginning.casefold(), len(beginning)
    fitting = [row for row in rows if row["written"].casefold().startswith(typed)]
    return [(beginning + row["written"][size:], row["name"]) for row in fitting]  # a shell compares letters exactly


def localised(row: sqlite3.Row, lang: Lang, column: str = "name") -> str:
    """Return a name in the language asked for, in English where there is none."""
    return str(row[column] if lang == "en" else row[f"{column}_{lang}"] or row[column])


_OWN = {"kk": ("kk",), "ru": ("ru",), "en": ("en", "kk-latn")}
_LANGUAGES = {
    "kk": ("kk", "kk-latn", "en", "ru"),
    "ru": ("ru", "en", "kk-latn", "kk"),
    "en": ("en", "kk-latn", "ru", "kk"),
}


def name_then(connection: sqlite3.Connection, party: str, first: str, last: str, lang: Lang = "en") -> str | None:
    """Return the last name that a party bore on a day between two, or None where none in this language is known."""
    found = _names_between(connection, party, first, last, _OWN[lang])
    return found[-1][0] if found else None


def names_then(connection: sqlite3.Connection, party: str, day: Days, lang: Lang = "en") -> str | None:
    """Return the name that a party bore on the days asked for; where it changed, each with the day of the change.

    None where none is known: of this language for a party that never changed its name, else of any.
    """
    found = _names_between(connection, party, day.first, day.last, _OWN[lang])
    if not found and renamed(connection, party):
        found = _names_between(connection, party, day.first, day.last, _LANGUAGES[lang])
    if not found:
        return None
    parts = [f"{name} until {since}" for (name, _), (_, since) in pairwise(found)]
    return ", ".join([*parts, found[-1][0]])


def renamed(connection: sqlite3.Connection, party: str) -> bool:
    """Whether a party has changed its name, so that today's is not that of an earlier day."""
    query = "select count(distinct valid_from) from party_name where party = ? and form != 'abbreviation'"
    return bool(connection.execute(query, (party,)).fetchone()[0] > 1)


def _names_between(
    connection: sqlite3.Connection, party: str, first: str, last: str, tags: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Return (name, since) for each name in force between two days, in the first of these languages that has one.

    Within a language a later name replaces an earlier one, whether or not a source says when that one ended; of an
    official and a short form of the same day the short one is taken.
    """
    rows = connection.execute(
        "select name, lang, coalesce(valid_from, '0000') as valid_from, valid_to from party_name where party = ? "
        "and form != 'abbreviation' and (valid_from <= ? or (valid_from is null and valid_to is not null)) "
        "order by valid_from, form",
        (party, last),
    ).fetchall()
    for tag in tags:
        by_day = {row["valid_from"]: row for row in rows if row["lang"] == tag}
        own = list(by_day.values())
        if not own:
            continue
        kept = [
            (row["name"], row["valid_from"])
            for row, after in zip(own, [*own[1:], None], strict=True)
            if (after is None or after["valid_from"] > first)
            and (row["valid_to"] is None or days(row["valid_to"]).last > first)
        ]
        if kept:
            return kept
    return []
