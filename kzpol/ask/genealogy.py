"""The lines of parties through time: registered spans, the names borne, and what they merged into."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from kzpol.ask.brief import brief_name
from kzpol.ask.errors import NothingMatches
from kzpol.ask.naming import Lang, find_party, localised


@dataclass(frozen=True)
class Stretch:
    """A stretch of a party's life. `ends` is closed, open (still so) or unknown (the last day that is known)."""

    valid_from: str
    valid_to: str | None
    ends: str
    registered: bool


@dataclass(frozen=True)
class Lineage:
    """A party's life, its short names with the day each began, and the party that it merged into, with the day."""

    id: str
    name: str
    stretches: tuple[Stretch, ...]
    names: tuple[tuple[str, str], ...]
    into: str | None
    merged: str | None

    @property
    def begins(self) -> str:
        """The first day."""
        return self.stretches[0].valid_from


def genealogy(
    connection: sqlite3.Connection, party: str | None = None, first: str = "", last: str = "9999", lang: Lang = "en"
) -> list[Lineage]:
    """Return the lines of the parties that were registered, or of one party and those joined with it by mergers.

    Each line stands below the one that it merged into, the longest-lived families first. `first` and `last` are days
    between which a line must have lived. Raises NothingMatches.
    """
    merged = {
        row["party"]: (str(row["other"]), row["date"])
        for row in connection.execute("select * from party_link where kind = 'merged-into' order by id")
    }
    about = find_party(connection, party) if party else None
    wanted = _family(about, merged) if about else None
    found = {}
    for row in connection.execute("select * from party order by id"):
        if wanted is not None and row["id"] not in wanted:
            continue
        stretches = _stretches(connection, row, unregistered=row["id"] == about)
        lived = [s for s in stretches if s.valid_from <= last and (s.valid_to or "9999") >= first]
        if lived and (row["kind"] == "party" or row["id"] == about):
            into, day = merged.get(row["id"], (None, None))
            names = _names(connection, row, lang)
            label = brief_name(connection, row["id"], localised(row, lang), lang)
            found[row["id"]] = Lineage(row["id"], label, tuple(lived), names, into, day)
    if not found:
        raise NothingMatches(
            "No registered party is known in these years." if not about else f"No day is known of {about}."
        )
    return _ordered(found)


def _family(about: str, merged: dict[str, tuple[str, str | None]]) -> set[str]:
    """Return a party, what it merged into and so on, and all that merged into it and so on."""
    found = {about}
    above = about
    while above in merged and merged[above][0] not in found:
        above = merged[above][0]
        found.add(above)
    below = [about]
    for one in below:
        fresh = [party for party, (other, _) in merged.items() if other == one and party not in found]
        found.update(fresh)
        below += fresh
    return found


def _stretches(connection: sqlite3.Connection, row: sqlite3.Row, unregistered: bool) -> list[Stretch]:
    spans = connection.execute(
        "select coalesce(known_from, valid_from) as first, valid_to, known_to from registered_span "
        "where party = ? and not suspended and coalesce(known_from, '') < '9' order by 1",
        (row["id"],),
    ).fetchall()
    found = []
    for span in spans:
        if span["valid_to"] == "":
            found.append(Stretch(span["first"], span["known_to"], "unknown", True))
        else:
            found.append(Stretch(span["first"], span["valid_to"], "closed" if span["valid_to"] else "open", True))
    if not found and unregistered and row["founded"]:
        ended = row["ended"]
        return [Stretch(row["founded"], ended or row["founded"], "closed" if ended else "unknown", False)]
    return found


def _names(connection: sqlite3.Connection, row: sqlite3.Row, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return the short names in a language with the day each began."""
    dated = connection.execute(
        "select name, valid_from from party_name where party = ? and lang = ? and valid_from is not null "
        "and form != 'abbreviation' order by valid_from, form",
        (row["id"], lang),
    ).fetchall()
    found: dict[str, str] = {}
    for name in dated:
        short = brief_name(connection, row["id"], name["name"], lang)
        if not found or list(found)[-1].casefold() != short.casefold():
            found.setdefault(short, name["valid_from"])
    return tuple(found.items())


def _ordered(found: dict[str, Lineage]) -> list[Lineage]:
    below: dict[str, list[Lineage]] = {}
    for line in found.values():
        if line.into in found:
            below.setdefault(line.into or "", []).append(line)

    def family(line: Lineage) -> list[Lineage]:
        members = sorted(below.get(line.id, []), key=lambda other: (other.merged or "", other.begins), reverse=True)
        return [line, *(member for own in members for member in family(own))]

    heads = [line for line in found.values() if line.into not in found]
    heads.sort(key=lambda line: line.begins)
    return [line for head in heads for line in family(head)]
