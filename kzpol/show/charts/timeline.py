"""Party lives: when each was registered, what it was called, and what it merged into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
        pieces = tuple(piece for piece in _pieces(line, end) if piece.end >= first)
        found.append(
            Life(line.id, line.name, shades[line.id], pieces, into if inside else None, merged if inside else None)
        )
    notes = [say("A bar is the time in which a party is known to have been registered; an arrow is a merger.")]
    if any(piece.unknown for life in found for piece in life.pieces):
        notes.append(say("An end that fades: how long it stayed registered is not known."))
    frame = Frame(title, f"{first}–{last}", tuple(notes), about.line(say))
    return Lives(frame, tuple(found), first, end)


def _pieces(line: Lineage, end: float) -> list[Piece]:
    """Cut a party's stretches where it took another name."""
    found = []
    changes = [(as_year(day), name) for name, day in line.names]
    for stretch in line.stretches:
        start = as_year(stretch.valid_from)
        until = min(as_year(stretch.valid_to), end) if stretch.valid_to else end
        cuts = [start, *(at for at, _ in changes[1:] if start < at < until), until]
        for index in range(len(cuts) - 1):
            borne = [name for at, name in changes if at <= cuts[index] + 0.01]
            label = borne[-1] if borne else (changes[0][1] if len(changes) == 1 else "")
            is_last = index == len(cuts) - 2
            found.append(
                Piece(
                    cuts[index],
                    cuts[index + 1],
                    label,
                    is_last and stretch.ends == "open",
                    is_last and stretch.ends == "unknown",
                    stretch.registered,
                )
            )
    return found


def rows(lines: Sequence[Lineage]) -> list[dict[str, Any]]:
    """Return the data behind the picture: a row for each registered span, name and merger."""
    found: list[dict[str, Any]] = []
    for line in lines:
        base = {"party": line.id, "name": line.name}
        for stretch in line.stretches:
            kind = "registered" if stretch.registered else "existed"
            found.append({**base, "kind": kind, "from": stretch.valid_from, "to": stretch.valid_to, "into": None})
        found += [
            {"party": line.id, "name": name, "kind": "name", "from": day, "to": None, "into": None}
            for name, day in line.names
        ]
        if line.into:
            found.append({**base, "kind": "merged", "from": line.merged, "to": None, "into": line.into})
    return found
