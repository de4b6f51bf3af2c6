"""Party lives: when each was registered, what it was called, and what it merged into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kzpol.ask.genealogy import Lineage
from kzpol.show.charts.frame import About, Frame, Say
from kzpol.show.colors import colors
from kzpol.show.drawing import as_year


@dataclass(frozen=True)
class Piece:
    """A stretch under one name, in years with fractions; `open` ones go on, `unknown` is an end nobody knows."""

    start: float
    end: float
    label: str
    open: bool
    unknown: bool
    registered: bool


@dataclass(frozen=True)
class Life:
    """One party's row. `into` is the row that it flows into at `merged`, if that is in the picture."""

    id: str
    label: str
    color: str
    pieces: tuple[Piece, ...]
    into: int | None
    merged: float | None


@dataclass(frozen=True)
class Lives:
    """Rows of lives on a scale of years from `first` to `last` (its end excluded)."""

    frame: Frame
    lives: tuple[Life, ...]
    first: int
    last: int


def lives(lines: Sequence[Lineage], title: str, first: int, last: int, about: About, say: Say) -> Lives:
    """Return the lives of parties in the years from `first` to `last`."""
    shades = colors(line.id for line in lines)
    places = {line.id: index for index, line in enumerate(lines)}
    end = last + 1
    found = []
    for line in lines:
        into = places.get(line.into or "")
        merged = as_year(line.merged) if line.merged and into is not None else None
        inside = merged is not None and first <= merged <= end
        pieces = tuple(_pieces(line, first, end))
        found.append(
            Life(line.id, line.name, shades[line.id], pieces, into if inside else None, merged if inside else None)
        )
    notes = [say("A bar is the time in which a party is known to have been registered; an arrow is a merger.")]
    if any(piece.unknown for life in found for piece in life.pieces):
        notes.append(say("An end that fades: how long it stayed registered is not known."))
    if any(not piece.registered for life in found for piece in life.pieces):
        notes.append(say("A broken or hatched bar: never registered."))
    frame = Frame(title, f"{first}–{last}", tuple(notes), about.line(say))
    return Lives(frame, tuple(found), first, end)


def _pieces(line: Lineage, first: float, end: float) -> list[Piece]:
    """Cut a party's stretches where it took another name, and at the ends of the scale."""
    found = []
    changes = [(as_year(day), name) for name, day in line.names]
    for stretch in line.stretches:
        start = as_year(stretch.valid_from)
        until = as_year(stretch.valid_to) if stretch.valid_to else end
        goes_on = stretch.ends == "open" or until > end
        cuts = [start, *(at for at, _ in changes[1:] if start < at < until), until]
        for left, right in pairwise(cuts):
            if right < first or left > end:
                continue
            borne = [name for at, name in changes if at <= left + 0.01]
            label = borne[-1] if borne else (changes[0][1] if len(changes) == 1 else "")
            last = right >= min(until, end)
            found.append(
                Piece(
                    max(left, first),
                    min(right, end),
                    label,
                    open=last and goes_on,
                    unknown=last and not goes_on and stretch.ends == "unknown",
                    registered=stretch.registered,
                )
            )
    return found


def rows(lines: Sequence[Lineage]) -> list[dict[str, Any]]:
    """Return the data behind the picture: a row for each registered span, name and merger.

    `to` is the end, None where it still is so; where nobody knows the end, `known_to` is the last day that is known.
    """
    found: list[dict[str, Any]] = []
    for line in lines:
        for stretch in line.stretches:
            kind = "registered" if stretch.registered else "existed"
            unknown = stretch.ends == "unknown"
            end, known = (None, stretch.valid_to) if unknown else (stretch.valid_to, None)
            found.append(_row(line, kind, line.name, stretch.valid_from, end, known))
        found += [_row(line, "name", name, day) for name, day in line.names]
        if line.into:
            found.append(_row(line, "merged", line.name, line.merged, into=line.into))
    return found


def _row(
    line: Lineage,
    kind: str,
    name: str,
    start: str | None,
    end: str | None = None,
    known_to: str | None = None,
    into: str | None = None,
) -> dict[str, Any]:
    return {
        "party": line.id, "name": name, "kind": kind, "from": start, "to": end, "known_to": known_to, "into": into,
    }  # fmt: skip
