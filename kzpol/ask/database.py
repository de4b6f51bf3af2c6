"""Opens the database read-only and makes sure that it is one that this program can read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from kzpol.ask.errors import DatabaseUnreadable

SCHEMA_VERSION = 2


class Connection(sqlite3.Connection):
    """A connection that closes when its `with` block ends."""

    def __exit__(self, *exc: object) -> None:  # type: ignore[override]
        self.close()


def shipped() -> Path:
    """Return the database that comes with the program: in the wheel beside it, in a checkout in data/."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "kzpol.db"
    return inside if inside.exists() else package.parent / "data" / "kzpol.db"


def wanted_path() -> Path | None:
    """Return the database that the environment names in KZPOL_DB, if it names one."""
    named = os.environ.get("KZPOL_DB")
    return Path(named) if named else None


def read(path: Path) -> Connection:
    """Open any SQLite file read-only, without looking at what is in it.

    `immutable` is set so that a database on a read-only disk, or beside a stale journal, is read too.
    """
    address = f"file:{quote(os.fspath(path.absolute()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, factory=Connection)
    connection.row_factory = sqlite3.Row
    return connection


def connect(path: Path | None = None) -> Connection:
    """Open the database at `path`, or the one shipped with the program.

    Raises DatabaseUnreadable where it is missing, damaged or of another schema.
    """
    path = path or shipped()
    if not path.is_file():
        raise DatabaseUnreadable(f"There is no database at {path}. Choose one with --db or KZPOL_DB.")
    try:
        connection = read(path)
        row = connection.execute("select value from meta where key = 'schema_version'").fetchone()
        version = row["value"] if row else "none"
    except sqlite3.Error as error:
        raise DatabaseUnreadable(f"{path} is not a kzpol database or is damaged ({error}).") from None
    if version != str(SCHEMA_VERSION):
        raise DatabaseUnreadable(
            f"{path} has schema version {version}, this program reads {SCHEMA_VERSION}. "
            "Rebuild it with scripts/build or install the matching version of kzpol."
        )
    return connection
