"""Records of sources, and of what a search found."""

from __future__ import annotations

from dataclasses import dataclass

from kzpol.ask.records.base import Record


@dataclass(frozen=True, repr=False, eq=False)
class Source(Record):
    """Where something was read: `url` is where it was published, `read_at` the copy read, if another."""

    id: str
    kind: str
    title: str
    publisher: str
    date: str | None
    url: str | None
    read_at: str | None
    language: str | None
    author: str | None
    note: str | None
    repeats: str | None
    claims: int


@dataclass(frozen=True, repr=False, eq=False)
class SearchHit(Record):
    """Something that a search found; `id` is what the command of its kind, or `why`, takes."""

    kind: str
    id: str
    title: str
    text: str
