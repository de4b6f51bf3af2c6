"""Full-text search over parties, people, elections, rules, events, figures and sources."""

from __future__ import annotations

import re
import sqlite3

from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.folding import fold
from kzpol.ask.records.source import SearchHit

_HITS = (
    "select kind, id, search_entry.title, snippet(search_entry_fts, 1, '', '', ' … ', 24) as text "
    "from search_entry_fts join search_entry on search_entry.rowid = search_entry_fts.rowid "
    "where search_entry_fts match ? order by case kind when 'party' then 0 when 'election' then 1 when 'rule' then 2 "
    "when 'person' then 3 when 'event' then 4 when 'figure' then 5 when 'claim' then 6 else 7 end, "
    "bm25(search_entry_fts, 4.0, 1.0), id"
)


def search(connection: sqlite3.Connection, text: str) -> list[SearchHit]:
    """Return what contains all the words given (or words that begin so), else any; parties of that name first.

    Raises NothingMatches where there is nothing, BadQuestion where no word is given.
    """
    words = _words(text)
    if not words:
        raise BadQuestion("Give at least one word to search for.")
    named = _parties(connection, text)
    known = {hit.id for hit in named}
    for joint in (" ", " OR "):  # all the words; where nothing has all of them, any
        query = joint.join(f'"{word}"*' for word in words)
        hits = named + [SearchHit.read(row) for row in connection.execute(_HITS, (query,)) if row["id"] not in known]
        if hits:
            return hits
    raise NothingMatches(f"Nothing contains {text!r}.")


def _words(text: str) -> list[str]:
    """Return the words to look for: 48,760,000 is one number, and per cent is no word."""
    joined = re.sub(r"(?<=\d)[ ,\u00a0](?=\d{3}\b)", "", text)
    return [word for word in re.findall(r"[\w.]*\w", joined) if word.casefold() not in ("per", "cent", "percent")]


def _parties(connection: sqlite3.Connection, text: str) -> list[SearchHit]:
    """Find parties by any spelling of their name."""
    rows = connection.execute(
        "select party.id, party.name, group_concat(alias.written, ' · ') as written from alias "
        "join party on party.id = alias.party where alias.key = ? and alias.key != '' "
        "group by party.id order by party.id",
        (fold(text),),
    )
    return [SearchHit("party", row["id"], row["name"], row["written"]) for row in rows]
