"""A file of data/facts/sources: a list of where things were read."""

from __future__ import annotations

from typing import Literal

from kzpol.facts.schema.base import Slug, Strict
from kzpol.facts.values import Date, Text

SourceKind = Literal["law", "commission", "official", "observer", "agency", "reference", "analysis"]


class Source(Strict):
    """Where something was read."""

    id: Slug
    kind: SourceKind
    publisher: str
    title: str
    author: str | None = None
    date: Date | None = None
    language: str | None = None
    url: str | None = None
    read_at: str | None = None
    note: Text | None = None
    repeats: Slug | None = None
