"""Datasette's view of the database: it has nothing attached, what a query gives is bounded, and a visitor's wrong SQL
is no news for the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from datasette import handle_exception
from datasette.database import Database

from kzpol.ask.sandbox import MEBIBYTE, Limits

# Datasette keeps the time and takes at most a thousand rows at once. The longest text in the database has a tenth of
# `length`, all of its texts together a seventh of `returned`. Each of its threads may keep the memory of one query.
LIMITS = Limits(length=1 << 15, returned=32 * MEBIBYTE, memory=64 * MEBIBYTE)

handle_exception.rich = None  # else every wrong query fills the terminal with a traceback


class Quiet(Database):  # type: ignore[misc]
    """A database that is read and never attached to another."""

    async def execute(self, sql: str, params: Any = None, **options: Any) -> Any:
        """Run a query; what is wrong with it is told to the one who asked."""
        return await super().execute(sql, params, **{**options, "log_sql_errors": False})

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], Any]) -> Any:
        """Run something on a connection; where its rows or its work grow too large, that is an error of its SQL."""

        def bounded(connection: sqlite3.Connection) -> Any:
            connection.row_factory = _counting(LIMITS.returned)
            try:
                return fn(connection)
            except MemoryError:
                raise sqlite3.OperationalError("the query needs too much memory") from None

        return await super().execute_fn(bounded)

    async def attached_databases(self) -> list[Any]:
        """Say that nothing is attached: to ask SQLite would tell where the file lies."""
        return []


def _counting(room: int) -> Callable[[sqlite3.Cursor, tuple[Any, ...]], sqlite3.Row]:
    """Return what makes rows until their texts and blobs have so many letters and bytes."""
    left = room

    def row(cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> sqlite3.Row:
        nonlocal left
        left -= sum(len(value) for value in values if isinstance(value, str | bytes))
        if left < 0:
            raise sqlite3.OperationalError(f"the rows are larger than {room // MEBIBYTE} MiB: ask for fewer")
        return sqlite3.Row(cursor, values)

    return row
