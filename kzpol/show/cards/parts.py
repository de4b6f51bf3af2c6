"""Blocks that several cards share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from kzpol.ask.records.claim import Conflict, Unknown
from kzpol.ask.records.happening import Event, Figure
from kzpol.ask.records.source import Source
from kzpol.show.blocks import Block, Cell, Grid, Lines, Marks, Sources

if TYPE_CHECKING:
    from kzpol.ask.citing import Citing


Of = TypeVar("Of", bound=Block)


def cited(block: Of, rows: Iterable[Any], cite: Citing | None) -> Of:
    """Give a block the sources of the records behind its rows, where a page is to cite them."""
    if cite:
        block.sources = [cite(row.id, getattr(row, "stage", None)) for row in rows]
    return block


def span(valid_from: str | None, valid_to: str | None) -> str:
    """Return a period as people write it; an unknown end is an open dash."""
    if not valid_from and not valid_to:
        return ""
    return f"{valid_from or '?'} – {valid_to or ''}".strip()


def percent(value: float | None) -> str:
    """Return a share with its sign, nothing where it is not known."""
    return "" if value is None else f"{value} %"


def events_block(
    title: str, events: Iterable[Event], names: Mapping[str, str] | None = None, cite: Citing | None = None
) -> Marks:
    """Return dated events as marks down the years; with `names` each says which party it is about."""
    dated = [event for event in events if event.date]
    rows = [(str(event.date), event.kind, _told(event, names or {})) for event in dated]
    return cited(Marks(title, rows), dated, cite)


def said_block(
    title: str, events: Sequence[Event], names: Mapping[str, str] | None = None, cite: Citing | None = None
) -> Lines:
    """Return what somebody said, with who said it and when."""
    rows = [f"{_told(event, names or {})}{f' ({event.date})' if event.date else ''}" for event in events]
    return cited(Lines(title, rows), events, cite)


def _told(event: Event, names: Mapping[str, str]) -> str:
    if event.speaker:
        return f"{event.speaker}: {event.text}"
    name = names.get(event.party or "", "")
    return f"[{name}] {event.text}" if name and name not in event.text else event.text


def figures_block(figures: Sequence[Figure], cite: Citing | None = None) -> Grid:
    """Return the figures that have no column of their own."""
    rows: list[list[Cell]] = [[f.what, f.value, f.unit, f.as_of] for f in figures]
    return cited(Grid("Other figures", ["what", "value", "unit", "as of"], rows, long=True), figures, cite)


def conflicts_block(conflicts: Sequence[Conflict], cite: Citing | None = None) -> Lines:
    """Return the disputed values, each with what is preferred and the first reason; `kzpol conflicts` has all."""
    lines = []
    for row in conflicts:
        values = dict.fromkeys(str(item["value"]) for item in row.values_)
        reason = (row.reason or "").split(" · ")[0]
        held = "none is exact" if row.preferred is None else f"preferred {row.preferred}"
        lines.append(f"{row.subject} {row.field}: {' / '.join(values)}; {held}. {reason}")
    block = Lines("Where sources disagree", lines)
    if cite:  # here all sides are named
        block.sources = [cite.these((item["source"] for item in row.values_), most=99) for row in conflicts]
    return block


def unknown_block(unknown: Sequence[Unknown]) -> Lines:
    """Return what was looked for and not found."""
    return Lines("Not known", [f"{row.field}: {row.note}" for row in unknown])


def sources_block(sources: Sequence[Source], cite: Citing | None = None) -> Sources:
    """Return the sources, the most used first; with `cite`, what the blocks before cited is among them."""
    sources = cite.listed(sources) if cite else sources
    rows: list[list[Cell]] = [[s.id, s.publisher, s.date, s.title, s.url] for s in sources]
    return Sources("Sources", ["id", "publisher", "date", "title", "url"], rows, long=True)
