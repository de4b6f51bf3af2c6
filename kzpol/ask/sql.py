"""Read-only SQL: one statement that reads, within limits."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from kzpol.ask.errors import BadQuestion, Interrupted
from kzpol.ask.sandbox import MEBIBYTE, USUAL, Clock, Limits, confine, watch

Row = tuple[Any, ...]


def select(
    connection: sqlite3.Connection, query: str, limits: Limits = USUAL, clock: Clock | None = None
) -> tuple[list[str], Iterator[Row]]:  # fmt: skip
    """Return the columns and rows of one reading statement; raise BadQuestion for any other, or past a limit.

    The connection is confined for good. Give a `clock` of your own to see how long the query has been at work.
    """
    clock = clock or Clock(limits.seconds)
    confine(connection, limits)
    grown = watch(connection, clock, limits)
    clock.start()
    try:
        cursor = connection.execute(query)
    except (sqlite3.Warning, sqlite3.Error, ValueError, OverflowError, MemoryError) as error:
        clock.stop()
        if missing := re.fullmatch(r"no such table: ([\w.]+)", str(error)):
            raise BadQuestion(f"There is no table {missing[1]}. Tables: {_tables(connection)}.") from None
        raise _explained(error, limits, grown) from None
    finally:
        clock.stop()
    if cursor.description is None:
        raise BadQuestion("The query returns no rows. kzpol sql takes one SELECT.")
    return [column[0] for column in cursor.description], _rows(cursor, limits, clock, grown)


def _tables(connection: sqlite3.Connection) -> str:
    """Name the tables that hold facts; the others are the parts of these and of the search."""
    query = "select name from sqlite_master where type in ('table', 'view') and name not glob '*_*_*' order by name"
    parts = ("claim_", "search_", "sqlite_")
    return ", ".join(name for (name,) in connection.execute(query) if not name.startswith(parts))


def _rows(cursor: sqlite3.Cursor, limits: Limits, clock: Clock, grown: Callable[[], bool]) -> Iterator[Row]:
    left, room = limits.rows, limits.returned
    while True:
        clock.start()
        try:
            row = cursor.fetchone()
        except (sqlite3.Error, MemoryError) as error:
            raise _explained(error, limits, grown) from None
        finally:
            clock.stop()
        if row is None:
            return
        if not left:
            raise BadQuestion(f"More than {limits.rows} rows: --limit N takes the first, --max-rows N allows more.")
        left -= 1
        room -= sum(len(value) for value in row if isinstance(value, str | bytes))
        if room < 0:
            raise BadQuestion(f"The rows are larger than {limits.returned // MEBIBYTE} MiB: ask for fewer.")
        yield tuple(row)


def _explained(error: Exception, limits: Limits, grown: Callable[[], bool]) -> BadQuestion | Interrupted:
    """Return what to raise: SQLite says "interrupted" of a signal too."""
    if "interrupted" in str(error) and Interrupted.asked:
        return Interrupted()
    if "interrupted" in str(error) and grown():
        error = MemoryError()
    return BadQuestion(_said(error, limits))


def _said(error: Exception, limits: Limits) -> str:
    message = str(error).rstrip(".")
    if isinstance(error, MemoryError):
        return f"The query needs more than {limits.memory // MEBIBYTE} MiB of memory and was stopped."
    if "interrupted" in message:
        return f"The query took longer than {limits.seconds:g} seconds and was stopped; --timeout allows more."
    if "authoriz" in message or "prohibited" in message or "constructor failed" in message:
        return "Only reading is allowed: one SELECT, without ATTACH, PRAGMA or writing."
    if "one statement" in message:
        return "One statement at a time: give one SELECT."
    return f"The query is wrong: {message}."
