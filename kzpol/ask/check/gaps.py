"""What is not known, and what the sources leave undecided."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kzpol.ask.check.finding import Finding


def gaps(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield a note for each value that was looked for in vain, and for each source that nothing rests on."""
    for row in connection.execute("select * from unknown order by subject, field"):
        yield Finding("note", "unknown", row["subject"], f"{row['field']}: {row['note']}")
    for row in connection.execute("select id from source where id not in (select source from claim) order by id"):
        yield Finding("note", "unused", row["id"], "Nothing rests on this source.")
