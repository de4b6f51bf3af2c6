"""Figures and events, which every kind of file may hold, and the files of data/facts/events."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kzpol.facts.schema.base import Item, Slug, Strict
from kzpol.facts.values import Date, Number, Text

EventKind = Literal[
    "founding", "congress", "merger", "split", "rename", "leader", "court", "ban", "arrest", "dissolution",
    "call", "nomination", "campaign", "observation", "complaint", "statement", "exit-poll", "law",
    "constitution", "protest", "appointment", "other",
]  # fmt: skip


class Figure(Item):
    """A number that has no column of its own: candidates refused, observers sent, members claimed."""

    what: Text
    value: Number
    unit: Text | None = None
    as_of: Annotated[Date | None, Field(alias="date")] = None
    party: Slug | None = None
    election: Slug | None = None


class Event(Item):
    """Something that happened on a day, or that `speaker` said."""

    date: Date | None = None
    kind: EventKind
    text: Text
    speaker: Text | None = None
    party: Slug | None = None
    election: Slug | None = None


class EventFile(Strict):
    """A file of data/facts/events: what belongs to no single party or election."""

    id: Slug
    events: list[Event] = []
