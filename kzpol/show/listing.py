"""A list of flat records, before it has a format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Listing:
    """A list of flat records, all with the same `columns`.

    `shown` are the columns of a table, the most important first: these stay on a narrow terminal.
    """

    rows: list[dict[str, Any]]
    columns: list[str]
    shown: list[str]
    title: str = ""
    note: str = ""
    total: int | None = None
