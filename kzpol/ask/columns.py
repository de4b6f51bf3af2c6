"""What every table and column of the database is: its title, unit, type and keys.

The words are in columns.toml, types and keys in the database itself, so that nothing is written twice.
"""

from __future__ import annotations

import sqlite3
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

Type = Literal["text", "integer", "number", "date", "yes/no", "list", "any"]
_SQL_TYPES: dict[str, Type] = {"TEXT": "text", "INTEGER": "integer", "REAL": "number", "": "any"}


@dataclass(frozen=True)
class Column:
    """A column: `about` is one phrase, `refers` the table whose id it holds, `computed` marks what only answers have.

    A date is as precise as known (2002, 2002-07, 2002-07-15); `any` is a number or words.
    """

    name: str
    type: Type
    about: str
    unit: str = ""
    required: bool = False
    refers: str | None = None
    computed: bool = False


@dataclass(frozen=True)
class Table:
    """A table: `title` for a heading, `about` in one sentence, `key` its primary key."""

    name: str
    title: str
    about: str
    columns: dict[str, Column]
    key: tuple[str, ...]


@cache
def words() -> dict[str, Any]:
    """Return what columns.toml says."""
    return tomllib.loads(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))


def table(connection: sqlite3.Connection, name: str) -> Table:
    """Return what is known of a table. Raises KeyError for a table that nobody describes."""
    said = words()[name]
    refers = {row["from"]: str(row["table"]) for row in connection.execute(f"pragma foreign_key_list({name})")}
    columns, key = {}, []
    for row in connection.execute(f"pragma table_info({name})"):
        told = said["columns"][row["name"]]
        if row["pk"]:
            key.append(row["name"])
        columns[row["name"]] = Column(
            row["name"], told.get("kind") or _SQL_TYPES[row["type"].upper()], told["is"], told.get("unit", ""),
            bool(row["notnull"] or row["pk"]), refers.get(row["name"]) or told.get("refers"),
        )  # fmt: skip
    for column, told in said["columns"].items():
        if told.get("answer"):
            columns[column] = Column(column, told.get("kind", "text"), told["is"], told.get("unit", ""), computed=True)
    return Table(name, said["title"], said["about"], columns, tuple(key))


def tables(connection: sqlite3.Connection) -> list[Table]:
    """Return all tables that are described and in the database, in the order of columns.toml."""
    there = {
        row["name"] for row in connection.execute("select name from sqlite_master where type in ('table', 'view')")
    }
    return [table(connection, name) for name in words() if name in there]
