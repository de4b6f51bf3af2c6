"""What is still only in English: words of ours, and names that nobody found in Kazakh or Russian."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kzpol.ask.check.finding import Finding

# Columns that hold words of ours; an answer in another language translates them.
_WORDS = (
    ("event", "kind"), ("figure", "unit"), ("party", "kind"), ("party", "status"), ("party_leader", "role"),
    ("party_link", "kind"), ("party_name", "form"), ("registration", "authority"), ("registration", "outcome"),
    ("result", "share_base"), ("result", "stage"), ("rule", "domain"), ("rule", "unit"), ("source", "kind"),
    ("election", "body"), ("election", "type"),
)  # fmt: skip
_NAMES = (
    ("party", "name", "name_kk", "name_ru"), ("election", "title", "title_kk", "title_ru"),
    ("rule", "title", "title_kk", "title_ru"), ("party_leader", "person", "person_kk", "person_ru"),
)  # fmt: skip


def translations(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield a note for each column with words that stay English, and with names that are not known in a language."""
    for table, column in _WORDS:
        rows = connection.execute(
            f"select distinct {column} from {table} where {column} not in (select en from word) "  # noqa: S608
            f"and {column} glob '*[A-Za-z]*' order by 1"
        ).fetchall()
        if rows:
            named = ", ".join(str(row[0]) for row in rows[:5]) + (" …" if len(rows) > 5 else "")
            yield Finding("note", "translation", f"{table}.{column}", f"{len(rows)} words stay English: {named}")
    for table, own, *others in _NAMES:
        for other in others:
            row = connection.execute(
                f"select count(*), count({other}) from (select distinct {own}, {other} from {table})"  # noqa: S608
            ).fetchone()
            if row[0] > row[1]:
                yield Finding("note", "translation", f"{table}.{other}", f"{row[0] - row[1]} of {row[0]} not known.")
