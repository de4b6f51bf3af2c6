"""A file of data/facts/parties: one legal line through time."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from kzpol.facts.schema.base import From, Item, Row, Slug, Strict, To, Unknown
from kzpol.facts.schema.events import Event, Figure
from kzpol.facts.values import Date, Text

Outcome = Literal["applied", "registered", "re-registered", "denied", "suspended", "revoked", "liquidated", "banned"]
Status = Literal["registered", "dissolved", "merged", "banned", "refused", "never-registered", "suspended", "unknown"]
Scheme = Literal[
    "wikidata", "partyfacts", "vparty", "clea", "dpi", "gps", "whogov", "polcon", "wvs", "arpd", "everypolitician"
]


class PartyFact(Row):
    """What a source says of a party as a whole."""

    name: Text | None = None
    name_kk: Text | None = None
    name_ru: Text | None = None
    abbreviation: Text | None = None
    founded: Date | None = None
    ended: Date | None = None
    status: Status | None = None
    ideology: Text | None = None
    seat: Text | None = None


class PartyName(Row):
    """A name that a party bore, from a day (included) to a day (excluded)."""

    name: Text
    lang: Literal["en", "kk", "kk-latn", "ru"]
    form: Literal["official", "short", "abbreviation"] = "official"
    valid_from: From = None
    valid_to: To = None


class Registration(Item):
    """What a registering authority or a court did to a party."""

    date: Date | None = None
    until: Date | None = None  # the end of a suspension, not included
    outcome: Outcome
    authority: Text | None = None
    name: Text | None = None
    detail: Text | None = None


class Leader(Row):
    """Somebody who led a party, from a day (included) to a day (excluded)."""

    item: Slug | None = None
    person: Text
    person_ru: Text | None = None
    person_kk: Text | None = None
    role: Text
    name_only: bool = False  # the text spells the name and says nothing of the office
    valid_from: From = None
    valid_to: To = None


class Link(Row):
    """How a party ended in, came from, or stood together with another."""

    kind: Literal["merged-into", "split-from", "successor-of", "member-of", "allied-with"]
    party: Slug
    date: Date | None = None
    detail: Text | None = None


class Listed(Row):
    """A day on which somebody lists the party as registered."""

    date: Date


class Identifier(Row):
    """What a public data set calls a party."""

    scheme: Scheme
    id: Annotated[str, StringConstraints(pattern=r"^\S+$")]


class Party(Strict):
    """A file of data/facts/parties: one legal line through time."""

    id: Slug
    kind: Literal["party", "movement", "bloc", "organisation"]
    facts: list[PartyFact] = []
    names: list[PartyName] = []
    registrations: list[Registration] = []
    listed: list[Listed] = []
    leaders: list[Leader] = []
    links: list[Link] = []
    figures: list[Figure] = []
    ids: list[Identifier] = []
    events: list[Event] = []
    unknown: list[Unknown] = []
    aliases: list[Text] = []
