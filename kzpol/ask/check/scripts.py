"""Is every name written in letters of one script? A Latin letter in a Cyrillic word looks right and is never found."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from kzpol.ask.check.finding import Finding

_LATIN = re.compile(r"[A-Za-zƏəŞşĞğŇňİı]")
_CYRILLIC = re.compile(r"[\u0400-\u04FF]")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {
    "party": "name name_kk name_ru", "party_name": "name", "party_leader": "person person_kk person_ru",
    "election": "title title_kk title_ru", "result": "name name_kk name_ru", "region": "name name_kk name_ru",
    "rule": "title title_kk title_ru", "alias": "written", "event": "text speaker",
}  # fmt: skip


def mixed_word(text: str) -> str | None:
    """Return the first word that mixes Latin and Cyrillic letters, or None."""
    if not (_CYRILLIC.search(text) and _LATIN.search(text)):
        return None
    return next((word for word in _WORD.findall(text) if _LATIN.search(word) and _CYRILLIC.search(word)), None)


def scripts(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield an error for each name with a word in two scripts."""
    for table, columns in _NAMES.items():
        subject = "party" if table == "alias" else "id"
        for row in connection.execute(f"select * from {table}"):  # noqa: S608
            for column in columns.split():
                word = mixed_word(row[column]) if row[column] else None
                if word:
                    yield Finding("error", "script", row[subject], f"{column}: {word!r} mixes Latin and Cyrillic.")
