"""A list of flat records, before it has a format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Listing:
    """A list of flat records, all with the same `columns`; the rows may be read once, as they come.

    `shown` are the columns of a table, the most important first: these stay on a narrow terminal.
    """

    rows: Iterable[dict[str, Any]]
    columns: list[str]
    shown: list[str]
    title: str = ""
    note: str = ""
    total: int | None = None
    heads: Mapping[str, str] = field(default_factory=dict)  # headings of columns that are not their names

    def head(self, column: str) -> str:
        """Return what stands above a column."""
        return self.heads.get(column, column)
