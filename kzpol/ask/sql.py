"""Read-only SQL: one statement that reads, within a time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from typing import Any

from kzpol.ask.errors import BadQuestion

_READS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, 33}  # 33: recursive
_HARMFUL = {"load_extension", "writefile", "readfile", "edit", "fts3_tokenizer"}


def select(
    connection: sqlite3.Connection, query: str, seconds: float = 10.0
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Return the columns and rows of one reading statement; raise BadQuestion for any other, or past the time."""
    connection.set_authorizer(_only_reading)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 10_000_000)
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
    try:
        cursor = connection.execute(query)
    except sqlite3.Warning as error:
        raise BadQuestion(str(error)) from None
    except (sqlite3.Error, ValueError, OverflowError, UnicodeError) as error:
        raise BadQuestion(_said(error, seconds)) from None
    if cursor.description is None:
        raise BadQuestion("The query returns no rows. kzpol sql takes one SELECT.")
    return [column[0] for column in cursor.description], _rows(cursor, seconds)


def _rows(cursor: sqlite3.Cursor, seconds: float) -> Iterator[tuple[Any, ...]]:
    try:
        for row in cursor:
            yield tuple(row)
    except sqlite3.Error as error:
        raise BadQuestion(_said(error, seconds)) from None


def _said(error: Exception, seconds: float) -> str:
    message = str(error)
    if "interrupted" in message:
        return f"The query took longer than {seconds:g} seconds and was stopped."
    if "not authorized" in message or "prohibited" in message:
        return "Only reading is allowed: one SELECT, without ATTACH, PRAGMA or writing."
    return f"The query is wrong: {message}."


def _only_reading(action: int, first: str | None, second: str | None, database: str | None, origin: str | None) -> int:
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _HARMFUL:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK if action in _READS else sqlite3.SQLITE_DENY
