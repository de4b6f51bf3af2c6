"""Datasette's view of the database: it has nothing attached, and a visitor's wrong SQL is no news for the log."""

from __future__ import annotations

from typing import Any

from datasette import handle_exception
from datasette.database import Database

handle_exception.rich = None  # else every wrong query fills the terminal with a traceback


class Quiet(Database):  # type: ignore[misc]
    """A database that is read and never attached to another."""

    async def execute(self, sql: str, params: Any = None, **options: Any) -> Any:
        """Run a query; what is wrong with it is told to the one who asked."""
        return await super().execute(sql, params, **{**options, "log_sql_errors": False})

    async def attached_databases(self) -> list[Any]:
        """Say that nothing is attached: to ask SQLite would tell where the file lies."""
        return []
