"""Records of what happened and of numbers that have no column of their own."""

from __future__ import annotations

from dataclasses import dataclass

from kzpol.ask.records.base import Record


@dataclass(frozen=True, repr=False, eq=False)
class Event(Record):
    """Something that happened, or that `speaker` said."""

    date: str | None
    kind: str
    party: str | None
    election: str | None
    text: str
    speaker: str | None
    id: str


@dataclass(frozen=True, repr=False, eq=False)
class Figure(Record):
    """A number that has no column of its own."""

    what: str
    value: float | int | str
    unit: str | None
    as_of: str | None
    party: str | None
    election: str | None
    id: str
