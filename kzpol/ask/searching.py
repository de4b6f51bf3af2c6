"""Full-text search over parties, people, elections, rules, events, figures and sources."""

from __future__ import annotations

import re
import sqlite3

from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.folding import fold
from kzpol.ask.records.source import SearchHit

_HITS = (
    "select kind, id, title, snippet(search_entry_fts, 1, '', '', ' … ', 24) as text "
    "from search_entry_fts join search_entry on search_entry.rowid = search_entry_fts.rowid "
    "where search_entry_fts match ? order by bm25(search_entry_fts, 4.0, 1.0), "
    "case kind when 'party' then 0 when 'election' then 1 when 'rule' then 2 else 3 end, id"
)


def search(connection: sqlite3.Connection, text: str) -> list[SearchHit]:
    """Return what contains all the words given, or words that begin so; best first. Raises NothingMatches."""
    words = re.findall(r"\w+", text)
    if not words:
        raise BadQuestion("Give at least one word to search for.")
    query = " ".join(f'"{word}"*' for word in words)
    hits = [SearchHit.read(row) for row in connection.execute(_HITS.replace("title, snippet", "search_entry.title, snippet"), (query,))]
    known = {hit.id for hit in hits}
    hits = [*(_parties(connection, text, known)), *hits]
    if not hits:
        raise NothingMatches(f"Nothing contains {text!r}.")
    return hits


def _parties(connection: sqlite3.Connection, text: str, known: set[str]) -> list[SearchHit]:
    """Find parties by another spelling of their name than the ones stored."""
    key = fold(text)
    if not key:
        return []
    rows = connection.execute(
        "select distinct party.id, party.name, alias.written from alias join party on party.id = alias.party "
        "where alias.key = ? order by party.id",
        (key,),
    )
    return [SearchHit("party", row["id"], row["name"], row["written"]) for row in rows if row["id"] not in known]
