"""What an answer is made of, before it has a format: a list of records, or a card of blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Cell = str | int | float | None


@dataclass(frozen=True)
class Listing:
    """A list of flat records, all with the same `columns`.

    `shown` are the columns that a table shows, the most important first in `keep`: they stay on a narrow terminal.
    """

    rows: list[dict[str, Any]]
    columns: list[str]
    shown: list[str]
    title: str = ""
    note: str = ""
    total: int | None = None


@dataclass(frozen=True)
class Pairs:
    """Labels with values."""

    rows: list[tuple[str, Cell]]
    title: str = ""


@dataclass(frozen=True)
class Grid:
    """A small table within a card."""

    title: str
    columns: list[str]
    rows: list[list[Cell]]
    note: str = ""


@dataclass(frozen=True)
class Bars:
    """Shares drawn as bars, against a mark such as the barrier."""

    title: str
    rows: list[tuple[str, float, str]]  # label, share in per cent, what stands behind the bar
    mark: float | None = None
    mark_label: str = ""


@dataclass(frozen=True)
class Seats:
    """A chamber drawn as a block of seats, by contestant."""

    title: str
    rows: list[tuple[str, int]]


@dataclass(frozen=True)
class Spans:
    """Lives drawn as bars over years; `first` and `last` are the years at the ends of the scale."""

    title: str
    rows: list[tuple[str, list[tuple[float, float, str]]]]  # label, [(from, to, text)] in years with fractions
    first: int
    last: int


@dataclass(frozen=True)
class Marks:
    """Events drawn down a line of years: (date, kind, text)."""

    title: str
    rows: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Lines:
    """Sentences."""

    title: str
    rows: list[str]


Block = Pairs | Grid | Bars | Seats | Spans | Marks | Lines


@dataclass(frozen=True)
class Card:
    """One thing shown whole. `data` is its JSON object, `record` the flat row that CSV and TSV give of it."""

    title: str
    subtitle: str
    data: dict[str, Any]
    record: dict[str, Any]
    blocks: list[Block] = field(default_factory=list)
