"""Records about parties."""

from __future__ import annotations

from dataclasses import dataclass

from kzpol.ask.records.base import Record


@dataclass(frozen=True, repr=False, eq=False)
class Party(Record):
    """A party, movement, bloc or organisation: one legal line through time."""

    id: str
    name: str
    name_kk: str | None
    name_ru: str | None
    abbreviation: str | None
    kind: str
    founded: str | None
    registered: str | None
    ended: str | None
    status: str
    successor: str | None
    on: str | None = None


@dataclass(frozen=True, repr=False, eq=False)
class PartyName(Record):
    """A name that a party bore, from a day (included) to a day (excluded)."""

    party: str
    name: str
    lang: str
    form: str
    valid_from: str | None
    valid_to: str | None
    id: str


@dataclass(frozen=True, repr=False, eq=False)
class Registration(Record):
    """What a registering authority or a court did to a party."""

    party: str
    name: str | None
    date: str | None
    outcome: str
    authority: str | None
    detail: str | None
    until: str | None
    id: str


@dataclass(frozen=True, repr=False, eq=False)
class Leader(Record):
    """Somebody who led a party."""

    party: str
    person: str
    person_kk: str | None
    person_ru: str | None
    role: str | None
    valid_from: str | None
    valid_to: str | None
    id: str


@dataclass(frozen=True, repr=False, eq=False)
class Identifier(Record):
    """What a public data set (`scheme`) calls a party."""

    party: str
    scheme: str
    identifier: str
    id: str


@dataclass(frozen=True, repr=False, eq=False)
class Link(Record):
    """`party` merged into, split from, succeeded, joined or allied itself with `other`."""

    party: str
    kind: str
    other: str
    date: str | None
    detail: str | None
    id: str
