"""A file of data/facts/rules."""

from __future__ import annotations

from kzpol.facts.schema.base import From, Item, Slug, Strict, Titles, To, Unknown
from kzpol.facts.values import Date, Text


class Value(Item):
    """A rule's value, in force from a day (included) to a day (excluded); a row may give a day only."""

    value: Text | None = None
    valid_from: From = None
    valid_to: To = None
    act: Text | None = None
    article: Text | None = None
    adopted: Date | None = None
    first_applied: Slug | None = None


class Rule(Strict):
    """A file of data/facts/rules."""

    id: Slug
    domain: Slug
    unit: Text
    title: Titles
    values: list[Value] = []
    unknown: list[Unknown] = []
