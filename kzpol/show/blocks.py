"""What a card is made of, before it has a format."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

Cell = str | int | float | None

# Every block has `sources`: the ids of those behind each of its rows, where a page is to cite them. `who` are the
# contestants behind the rows of a picture, for their colours.


@dataclass(repr=False, eq=False)
class Pairs:
    """Labels with values."""

    rows: list[tuple[str, Cell]]
    title: str = ""
    columns: tuple[str, ...] = ("what", "value")
    sources: list[list[str]] = field(default_factory=list)


@dataclass(repr=False, eq=False)
class Grid:
    """A small table within a card."""

    title: str
    columns: list[str]
    rows: list[list[Cell]]
    note: str = ""
    long: bool = False  # may be cut short in a card
    sources: list[list[str]] = field(default_factory=list)


@dataclass(repr=False, eq=False)
class Sources(Grid):
    """The sources of a card: id, publisher, date, title, address. A page numbers them."""


@dataclass(repr=False, eq=False)
class Bars:
    """Shares drawn as bars, against a mark such as the barrier."""

    title: str
    rows: list[tuple[str, float, str]]  # label, share in per cent, what stands behind the bar
    mark: float | None = None
    mark_label: str = ""
    columns: tuple[str, ...] = ("name", "share_pct", "detail")  # as a table
    who: list[str] = field(default_factory=list)
    sources: list[list[str]] = field(default_factory=list)


@dataclass(repr=False, eq=False)
class Seats:
    """A chamber drawn as a block of seats, by contestant."""

    title: str
    rows: list[tuple[str, int]]
    columns: tuple[str, ...] = ("name", "seats")
    who: list[str] = field(default_factory=list)
    sources: list[list[str]] = field(default_factory=list)


@dataclass(repr=False, eq=False)
class Span:
    """A stretch of time from a date to a date (as precise as known; None is open), with a text."""

    valid_from: str
    valid_to: str | None
    text: str = ""


@dataclass(repr=False, eq=False)
class Spans:
    """Lives drawn as bars over years; `first` and `last` are the years at the ends of the scale."""

    title: str
    rows: list[tuple[str, list[Span]]]
    first: int
    last: int
    columns: tuple[str, ...] = ("name", "from", "to", "what")
    sources: list[list[str]] = field(default_factory=list)


@dataclass(repr=False, eq=False)
class Marks:
    """Events drawn down a line of years: (date, kind, text)."""

    title: str
    rows: list[tuple[str, str, str]]
    note: str = ""
    columns: tuple[str, ...] = ("date", "kind", "text")
    sources: list[list[str]] = field(default_factory=list)


@dataclass(repr=False, eq=False)
class Lines:
    """Sentences."""

    title: str
    rows: list[str]
    note: str = ""
    sources: list[list[str]] = field(default_factory=list)


Block = Pairs | Grid | Bars | Seats | Spans | Marks | Lines


@dataclass(repr=False, eq=False)
class Card:
    """One thing shown whole. `data` is its JSON object, `record` the flat row that CSV and TSV give of it."""

    title: str
    subtitle: str
    data: dict[str, Any]
    record: dict[str, Any]
    blocks: list[Block] = field(default_factory=list)
    colophon: str = ""  # the last line of a page: what data it is made of


MOST = 8  # rows of a long section in a card, unless --limit says otherwise


def shortened(card: Card, most: int | None) -> Card:
    """Return a card whose long sections are cut to so many rows, each with a line that says so."""
    return replace(card, blocks=[_shortened(block, MOST if most is None else most) for block in card.blocks])


def _shortened(block: Block, most: int) -> Block:
    cuttable = isinstance(block, Lines | Marks) or (isinstance(block, Grid) and block.long)
    if not cuttable or len(block.rows) <= most:
        return block
    note = f"{most} of {len(block.rows)} shown; --limit N shows more, --json all"
    if isinstance(block, Grid):
        return replace(block, rows=block.rows[:most], note=" · ".join(filter(None, (block.note, note))))
    if isinstance(block, Marks):
        return replace(block, rows=block.rows[:most], note=note)
    if isinstance(block, Lines):
        return replace(block, rows=block.rows[:most], note=note)
    return block
