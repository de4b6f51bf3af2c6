"""Blocks that several cards share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kzpol.ask.records.claim import Conflict, Unknown
from kzpol.ask.records.happening import Event, Figure
from kzpol.ask.records.source import Source
from kzpol.show.blocks import Cell, Grid, Lines, Marks


def span(valid_from: str | None, valid_to: str | None) -> str:
    """Return a period as people write it; an unknown end is an open dash."""
    if not valid_from and not valid_to:
        return ""
    return f"{valid_from or '?'} – {valid_to or ''}".strip()


def number(value: Any) -> str:
    """Return a count with its thousands apart, a share with the places it has, unknown as a dash."""
    if value is None:
        return "–"
    return f"{value:,}".replace(",", " ") if isinstance(value, int) else str(value)


def percent(value: float | None) -> str:
    """Return a share with its sign, unknown as a dash."""
    return "–" if value is None else f"{value} %"


def events_block(title: str, events: Iterable[Event]) -> Marks:
    """Return dated events as marks down the years."""
    rows = [
        (event.date, event.kind, f"{event.speaker}: {event.text}" if event.speaker else event.text)
        for event in events
        if event.date
    ]
    return Marks(title, rows)


def said_block(title: str, events: Iterable[Event]) -> Lines:
    """Return what somebody said, with who said it and when."""
    return Lines(
        title,
        [f"{event.speaker or event.kind}{f' ({event.date})' if event.date else ''}: {event.text}" for event in events],
    )


def figures_block(figures: Sequence[Figure]) -> Grid:
    """Return the figures that have no column of their own."""
    rows: list[list[Cell]] = [[f.what, number(f.value), f.unit, f.as_of] for f in figures]
    return Grid("Other figures", ["what", "value", "unit", "as of"], rows, long=True)


def conflicts_block(conflicts: Sequence[Conflict]) -> Lines:
    """Return the disputed values, each with what is preferred and the first reason; `kzpol conflicts` has all."""
    lines = []
    for row in conflicts:
        values = dict.fromkeys(str(item["value"]) for item in row.values_)
        reason = (row.reason or "").split(" · ")[0]
        lines.append(f"{row.subject} {row.field}: {' / '.join(values)}; preferred {row.preferred}. {reason}")
    return Lines("Where sources disagree", lines)


def unknown_block(unknown: Sequence[Unknown]) -> Lines:
    """Return what was looked for and not found."""
    return Lines("Not known", [f"{row.field}: {row.note}" for row in unknown])


def sources_block(sources: Sequence[Source]) -> Grid:
    """Return the sources, the most used first."""
    rows: list[list[Cell]] = [[s.id, s.publisher, s.date, s.title, s.url] for s in sources]
    return Grid("Sources", ["id", "publisher", "date", "title", "url"], rows, long=True)
