"""Finds the party that a name means, and shows names in the language asked for."""

from __future__ import annotations

import sqlite3
from typing import Literal

from kzpol.ask.errors import NothingMatches
from kzpol.ask.folding import fold, without_generic_words

Lang = Literal["en", "kk", "ru"]


def find_party(connection: sqlite3.Connection, name: str) -> str:
    """Return the id of the one party that a name means, in any script, spelling or case.

    The id itself comes first, then a whole name, then the beginning of one. Raises NothingMatches with hints
    where no party or more than one is meant; a near miss is suggested, never assumed.
    """
    row = connection.execute("select id from party where id = ?", (name.strip().casefold(),)).fetchone()
    if row:
        return str(row["id"])
    for form in (name, without_generic_words(name)):
        key = fold(form)
        for pattern, where in ((key, "key = ?"), (key + "%", "key like ?")):
            found = _parties(connection, where, pattern) if key else []
            if len(found) == 1:
                return found[0]
            if found:
                raise NothingMatches(
                    f"{len(found)} parties are called {name!r}. Choose one by its id:",
                    _choices(connection, found),
                )
    raise NothingMatches(f"No party is called {name!r}.", _near(connection, name))


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
        lines.append(f"  {id}  {row['name']}, {since} to {row['ended'] or 'now'}, {row['status']}")
    return lines


def _near(connection: sqlite3.Connection, name: str) -> list[str]:
    written = {row["key"]: row for row in connection.execute("select * from alias order by key, party")}
    import difflib

    close = difflib.get_close_matches(fold(name), list(written), n=3, cutoff=0.7)
    if not close:
        return ["`kzpol parties` lists all, `kzpol search` looks everywhere."]
    means = dict.fromkeys(f"{written[key]['written']} ({written[key]['party']})" for key in close)
    return ["Did you mean " + ", ".join(means) + "?"]


def complete_names(connection: sqlite3.Connection, beginning: str) -> list[tuple[str, str]]:
    """Return the names and ids that begin as typed, with what they mean, for shell completion."""
    key = fold(beginning)
    rows = connection.execute(
        "select distinct alias.written, party.id, party.name from alias join party on party.id = alias.party "
        "where alias.key like ? order by alias.form != 'id', alias.written",
        (key + "%",),
    ).fetchall()
    typed = beginning.casefold()
    fitting = [row for row in rows if row["written"].casefold().startswith(typed)]
    return [(row["written"], row["name"]) for row in fitting]


def localised(row: sqlite3.Row, lang: Lang, column: str = "name") -> str:
    """Return a name in the language asked for, in English where there is none."""
    return str(row[column] if lang == "en" else row[f"{column}_{lang}"] or row[column])


_LANGUAGES = {"kk": ("kk", "kk-latn"), "ru": ("ru",), "en": ("en", "kk-latn")}


def name_then(connection: sqlite3.Connection, party: str, first: str, last: str, lang: Lang = "en") -> str | None:
    """Return the name that a party bore on a day between two, or None where none in this language is known.

    Within a language a later name replaces an earlier one, whether or not a source says when that one ended;
    of an official and a short form of the same day the short one is taken.
    """
    rows = connection.execute(
        "select name, lang from party_name where party = ? and form != 'abbreviation' and valid_from <= ? "
        "and (valid_to is null or valid_to > ?) order by valid_from, form",
        (party, last, first),
    ).fetchall()
    latest = {row["lang"]: row["name"] for row in rows}
    return next((latest[tag] for tag in _LANGUAGES[lang] if tag in latest), None)
