"""What a shell completes: ids, each with what it means. Names of parties are in kzpol.ask.naming."""

from __future__ import annotations

import sqlite3

_IDS = {
    "election": "select id, title from election",
    "rule": "select id, title from rule",
    "source": "select id, title from source",
    "subject": "select id, name from party union select id, title from election union select id, title from rule",
}


def complete_ids(connection: sqlite3.Connection, kind: str, beginning: str) -> list[tuple[str, str]]:
    """Return the ids of a kind (election, rule, source, or subject: of anything claimed) that begin as typed."""
    return sorted(
        (str(id), str(title)) for id, title in connection.execute(_IDS[kind]) if str(id).startswith(beginning)
    )
