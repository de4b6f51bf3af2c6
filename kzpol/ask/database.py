"""Opens the database read-only and makes sure that it is one that this program can read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from kzpol.ask.errors import DatabaseUnreadable

SCHEMA_VERSION = 6


_MISTAKES = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class Connection(sqlite3.Connection):
    """A connection that closes when its `with` block ends.

    A program mistake in the block is the fault of a damaged database, if the database is one.
    """

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:  # type: ignore[override]
        try:
            if isinstance(error, _MISTAKES) and not isinstance(error, UnicodeEncodeError) and self._changed():
                raise DatabaseUnreadable(
                    "The database is damaged. Install kzpol again or rebuild it with scripts/build."
                ) from None
        finally:
            self.close()

    def _changed(self) -> bool:
        """Whether the content is not the one that was built."""
        from kzpol.ask.check.integrity import content_hash

        try:
            built = self.execute("select value from meta where key = 'content_sha256'").fetchone()
            return not built or built[0] != content_hash(self)
        except (sqlite3.Error, ValueError, OverflowError):
            return True


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
    address = f"file:{quote(os.fsencode(path.absolute()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, factory=Connection)
    connection.row_factory = sqlite3.Row
    return connection


def connect(path: Path | None = None) -> Connection:
    """Open the database at `path`, or the one shipped with the program.

    Raises DatabaseUnreadable where it is missing, damaged or of another schema.
    """
    path = path or shipped()
    if not os.path.isfile(path):  # unlike the method, it fails for no name whatever
        raise DatabaseUnreadable(f"There is no database at {path}. Choose one with --db or KZPOL_DB.")
    try:
        if _cut_short(path):
            raise DatabaseUnreadable(f"{path} is cut short. Install kzpol again or rebuild it with scripts/build.")
        connection = read(path)
        row = connection.execute("select value from meta where key = 'schema_version'").fetchone()
        version = row["value"] if row else "none"
    except OSError as error:
        raise DatabaseUnreadable(f"{path} cannot be read: {error.strerror}.") from None
    except (sqlite3.Error, UnicodeError) as error:
        raise DatabaseUnreadable(f"{path} is not a kzpol database or is damaged ({error}).") from None
    if version != str(SCHEMA_VERSION):
        raise DatabaseUnreadable(
            f"{path} has schema version {version}, this program reads {SCHEMA_VERSION}. "
            "Rebuild it with scripts/build or install the matching version of kzpol."
        )
    return connection


def _cut_short(path: Path) -> bool:
    """Whether a file has fewer pages than its header counts: SQLite would notice only where it needs one of them."""
    with path.open("rb") as file:
        header = file.read(100)
        length = file.seek(0, os.SEEK_END)
    if not header.startswith(b"SQLite format 3\0") or len(header) < 100:
        return False
    page = int.from_bytes(header[16:18], "big")
    return length < (65_536 if page == 1 else page) * int.from_bytes(header[28:32], "big")
