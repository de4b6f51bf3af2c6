"""What a shell completes: ids, each with what it means. Names of parties are in kzpol.ask.naming."""

from __future__ import annotations

import sqlite3

from kzpol.ask.conditions import beginning as begins

_TABLES = {
    "election": {"election": "title"},
    "rule": {"rule": "title"},
    "source": {"source": "title"},
    "subject": {"party": "name", "election": "title", "rule": "title"},
}


def complete_ids(connection: sqlite3.Connection, kind: str, beginning: str) -> list[tuple[str, str]]:
    """Return the ids of a kind (election, rule, source, or subject: of anything claimed) that begin as typed."""
    found: list[tuple[str, str]] = []
    for table, title in _TABLES[kind].items():
        query = f"select id, {title} from {table} where id >= ? and id < ?"  # noqa: S608
        found += [(str(row[0]), str(row[1])) for row in connection.execute(query, begins(beginning))]
    return sorted(found)
