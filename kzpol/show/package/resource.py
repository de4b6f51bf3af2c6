"""One data set on its way into a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from kzpol.ask.columns import Column

Format = Literal["csv", "tsv", "json", "ndjson", "parquet"]


@dataclass(frozen=True)
class Resource:
    """A data set: `rows` is read once, row by row; `key` are the columns that tell its rows apart, if any do."""

    name: str
    title: str
    about: str
    columns: list[Column]
    key: tuple[str, ...]
    rows: Iterable[dict[str, Any]]


@dataclass(frozen=True)
class Style:
    """How the files are written: `header` and `bom` only concern CSV and TSV."""

    format: Format = "csv"
    header: bool = True
    bom: bool = False
