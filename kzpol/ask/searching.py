"""Full-text search over parties, people, elections, rules, events, figures, claims not believed, and sources."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import unicodedata
from functools import partial

from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.folding import fold, in_english_letters
from kzpol.ask.records.source import SearchHit

MOST = 500  # hits that one search gives: whoever gets so many needs another word, and a million would take their time

# In how many entries words may stand that begin alike, for all of them to be looked for: SQLite gathers them before it
# gives any hit. All words of the facts together stand in two thirds as many.
_GATHERED = 200_000
_OFTEN = 100  # words that are looked for first where too many begin alike

# The index gives its rows in their own order, which is that of the kinds, and so need not sort or score them.
_HITS = (
    "select kind, subject as id, search_text.title, search_text.text as said, "
    "snippet(search_index, 1, '', '', ' … ', 24) as text "
    "from search_index join search_text on search_text.id = search_index.rowid "
    "where search_index match ? order by search_index.rowid limit ?"
)


def search(connection: sqlite3.Connection, text: str) -> list[SearchHit]:
    """Return what contains all the words given (or words that begin so), else any; parties of that name first.

    Cyrillic words that are found nowhere are looked for as an English text writes them.
    Within a kind those come first that have the words in their title. At most `MOST` hits are given, those of the
    first kinds. Raises NothingMatches where there is nothing, BadQuestion where no word is given.
    """
    words = _words(text)
    parts = list(dict.fromkeys(part for word in words for part in word.split(".") if part))
    if not parts:
        raise BadQuestion("Give at least one word to search for.")
    sought = [_plain(part) for part in parts]
    named = _parties(connection, text)
    known = {hit.id for hit in named}
    for joint in (" AND ", " OR "):  # all the words; where nothing has all of them, any
        rows = [row for row in _rows(connection, parts, joint) if row["id"] not in known]
        if joint == " AND ":
            rows = [row for row in rows if _has_numbers(row, words)]
        kinds = list(dict.fromkeys(row["kind"] for row in rows))
        rows.sort(key=lambda row: (kinds.index(row["kind"]), -_weight(row, sought)))
        if hits := [*named, *map(_hit, rows)][:MOST]:
            return hits
    small = unicodedata.normalize("NFC", text.casefold())
    if (romanised := in_english_letters(small)) != small:
        with contextlib.suppress(NothingMatches, BadQuestion):
            return search(connection, romanised)
    raise NothingMatches(f"Nothing contains {text!r}.")


def _rows(connection: sqlite3.Connection, parts: list[str], joint: str) -> list[sqlite3.Row]:
    """Return what has the words themselves where that is enough, else what has words that begin so.

    Where a great many begin so, the most frequent are tried first: if they are enough, nobody waits for all of them.
    """
    rows: list[sqlite3.Row] = []
    if joint == " AND " and not all(_beginning_so(connection, part).fetchone() for part in parts):
        return rows
    asked = ""
    for form in (_word, partial(_frequent, connection), _beginning):
        query = joint.join(form(part) for part in parts)
        if query != asked:
            rows = connection.execute(_HITS, (query, MOST)).fetchall()
        if len(rows) == MOST:
            break
        asked = query
    return rows


def _hit(row: sqlite3.Row) -> SearchHit:
    """Return what was found; the words of its id end the text that is looked through, and say nothing beside the id."""
    told, _, end = str(row["text"]).rpartition(" · ")
    words = re.sub(r"[-/]", " ", str(row["id"]))
    text = told if words.startswith(end.removesuffix(" … ").strip()) else row["text"]
    # Whoever looks for a figure must not take for the answer what somebody said beside it.
    title = f"{row['title']} (not what kzpol answers)" if row["kind"] == "claim" else row["title"]
    return SearchHit.read(row, title=title, text=text)


def _word(part: str) -> str:
    return f'"{part}"'


def _beginning(part: str) -> str:
    return f'"{part}"*'


def _frequent(connection: sqlite3.Connection, part: str) -> str:
    """Ask for all words that begin so, or for the most frequent of the first ones where there are very many."""
    found: dict[str, int] = {}
    left = _GATHERED
    for word, entries in _beginning_so(connection, part):
        found[word] = entries
        left -= entries
        if left < 0:
            often = sorted(found, key=found.__getitem__, reverse=True)[:_OFTEN]
            return f"({' OR '.join(map(_word, often))})"
    return _beginning(part)


def _beginning_so(connection: sqlite3.Connection, part: str) -> sqlite3.Cursor:
    """Give each word of the index that begins so, with the number of entries that have it."""
    # The index has Latin letters without their marks, and all others as they are.
    first = "".join(bare if (bare := unicodedata.normalize("NFD", c)[0]).isascii() else c for c in part)
    query = "select term, doc from search_index_word where term >= ? and term < ?"
    return connection.execute(query, (first, first + "\U0010ffff"))


def _words(text: str) -> list[str]:
    """Return the words to look for: 48,760,000 is one number, 54.21 another, and per cent is no word."""
    joined = re.sub(r"(?<=\d)[ ,\u00a0](?=\d{3}\b)", "", unicodedata.normalize("NFC", text.casefold()))
    # Letters that the index does not know part words for it: leave only those of an old Unicode, which it knows.
    category = unicodedata.ucd_3_2_0.category
    plain = "".join(letter if letter == "." or category(letter)[0] in "LN" else " " for letter in joined)
    found = (word.strip(".") for word in re.sub(r"(?<!\d)\.|\.(?!\d)", " ", plain).split())
    return [word for word in found if word and word not in ("per", "cent", "percent")]


def _has_numbers(row: sqlite3.Row, words: list[str]) -> bool:
    """Whether each number with a point stands there as it was asked for: the index knows only its two halves."""
    return all(word in f"{row['title']} {row['said']}" for word in words if "." in word)


def _weight(row: sqlite3.Row, parts: list[str]) -> int:
    """Say how well a hit fits: a word of the title weighs more than one that begins so, and that than the text's."""
    title, text = _plain(row["title"]).split(), f" {_plain(row['said'])}"
    return sum(
        3 if part in title else 2 if any(word.startswith(part) for word in title) else f" {part}" in text
        for part in parts
    )


def _plain(text: str) -> str:
    """Return a text as the index reads it: without diacritics and signs, in small letters."""
    bare = text.casefold()
    if not bare.isascii():
        bare = unicodedata.normalize("NFD", bare)
        marks = "".join(letter for letter in set(bare) if unicodedata.combining(letter))  # seldom more than two
        bare = bare.translate(dict.fromkeys(map(ord, marks))) if marks else bare
    return " ".join(re.findall(r"\w+", bare))


def _parties(connection: sqlite3.Connection, text: str) -> list[SearchHit]:
    """Find parties by any spelling of their name."""
    rows = connection.execute(
        "select party.id, party.name, group_concat(alias.written, ' · ') as written from alias "
        "join party on party.id = alias.party where alias.key = ? and alias.key != '' "
        "group by party.id order by party.id",
        (fold(text),),
    )
    return [SearchHit("party", row["id"], row["name"], row["written"]) for row in rows]
