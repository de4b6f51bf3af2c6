"""Is the file whole, does every reference lead somewhere, is the content the one that was built?"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from kzpol.ask.check.finding import Finding


def integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield an error for each damaged page, dangling reference, and for content that differs from the build's."""
    for row in connection.execute("pragma integrity_check"):
        if row[0] != "ok":
            yield Finding("error", "integrity", "database", str(row[0]))
    for row in connection.execute("pragma foreign_key_check"):
        yield Finding("error", "reference", str(row[0]), f"Row {row[1]} refers to nothing in {row[2]}.")
    for row in connection.execute("select id from claim_passage where source not in (select rowid from source)"):
        yield Finding("error", "reference", "claim_passage", f"Row {row[0]} refers to nothing in source.")
    built = connection.execute("select value from meta where key = 'content_sha256'").fetchone()
    if not built or built[0] != content_hash(connection):
        yield Finding("error", "content", "database", "The content is not the one that was built from the facts.")


def content_hash(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 of all rows of all tables, whatever the layout of the file."""
    digest = hashlib.sha256()
    tables = connection.execute(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' "
        "and name not like 'search_index%' order by name"
    ).fetchall()
    for (name,) in tables:
        digest.update(f"table {name}\n".encode())
        rows = [repr(tuple(row)) for row in connection.execute(f'select * from "{name}"')]  # noqa: S608
        if name == "meta":
            rows = [row for row in rows if not row.startswith("('content_sha256'")]
        digest.update("\n".join(sorted(rows)).encode())
    return digest.hexdigest()
