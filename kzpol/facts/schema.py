"""The shape of the fact files. A row is what one source says at one place.

Every field of a row that is not about the row itself (`source`, `at`, `stage`, `rank`, `reason`, `note`, `item`)
becomes a claim; the note of a rule's value is part of the rule and becomes one too.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kzpol.facts.values import Date, Number, Text

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
From = Annotated[Date | None, Field(alias="from")]
To = Annotated[Date | None, Field(alias="to")]
Rank = Literal["preferred", "normal", "deprecated"]
Stage = Literal["final", "preliminary", "exit-poll"]
Body = Literal["supreme-council", "majilis", "kurultai", "senate", "president", "referendum", "maslikhat"]
SourceKind = Literal["law", "commission", "official", "observer", "agency", "reference", "analysis"]
Outcome = Literal["applied", "registered", "re-registered", "denied", "suspended", "revoked", "liquidated", "banned"]
Status = Literal["registered", "dissolved", "merged", "banned", "refused", "never-registered", "suspended", "unknown"]
EventKind = Literal[
    "founding", "congress", "merger", "split", "rename", "leader", "court", "ban", "arrest", "dissolution",
    "call", "nomination", "campaign", "observation", "complaint", "statement", "exit-poll", "law",
    "constitution", "protest", "appointment", "other",
]  # fmt: skip


class Strict(BaseModel):
    """A mapping with these keys and no others."""

    model_config = ConfigDict(extra="forbid")


class Row(Strict):
    """What one source says at one place."""

    source: Slug
    at: Text
    rank: Rank | None = None
    reason: Text | None = None
    note: Text | None = None
    stage: Stage | None = None


class Item(Row):
    """A row about one named thing; rows with the same `item` are sources on the same thing."""

    item: Slug


class Titles(Strict):
    """Our own label of something, by language."""

    en: Text
    kk: Text | None = None
    ru: Text | None = None


class Unknown(Strict):
    """A value that was looked for and not found."""

    field: str
    note: Text


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


class Totals(Row):
    """What a source says of an election as a whole. Counts are people or ballots, turnout is per cent."""

    date: Date | None = None
    second_round: Date | None = None
    called_on: Date | None = None
    type: Literal["regular", "early", "by-election", "indirect"] | None = None
    seats_total: Number | None = None
    seats_list: Number | None = None
    seats_district: Number | None = None
    seats_other: Number | None = None
    registered_voters: Number | None = None
    votes_cast: Number | None = None
    turnout_pct: Number | None = None
    valid_votes: Number | None = None
    invalid_votes: Number | None = None
    against_all_votes: Number | None = None


class Result(Strict):
    """One contestant's figures within a reading."""

    contestant: Slug
    name: Text | None = None
    rank: Rank | None = None
    reason: Text | None = None
    note: Text | None = None
    votes: Number | None = None
    share_pct: Number | None = None
    seats_list: Number | None = None
    seats_district: Number | None = None
    seats_other: Number | None = None
    seats_total: Number | None = None
    candidates: Number | None = None


class Results(Row):
    """One table of results in one source, all of one stage."""

    stage: Stage
    pollster: Text | None = None
    share_base: Literal["valid", "participants", "parties"] | None = None
    rows: list[Result]


class Region(Strict):
    """One region's figures within a reading."""

    region: Slug
    name: Text
    rank: Rank | None = None
    reason: Text | None = None
    note: Text | None = None
    turnout_pct: Number | None = None
    registered_voters: Number | None = None
    votes_cast: Number | None = None


class Regions(Row):
    """One table of regions in one source, all of one stage."""

    stage: Stage
    rows: list[Region]


class Exception_(Strict):
    """A sum that does not add up in the official record itself."""

    check: Literal["seats-sum", "share", "turnout", "votes-sum"]
    reason: Text
    contestant: Slug | None = None


class Election(Strict):
    """A file of data/facts/elections."""

    id: Slug
    body: Body
    title: Titles
    totals: list[Totals] = []
    results: list[Results] = []
    regions: list[Regions] = []
    figures: list[Figure] = []
    events: list[Event] = []
    exceptions: list[Exception_] = []
    unknown: list[Unknown] = []


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
    wikidata: str | None = None


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
    valid_from: From = None
    valid_to: To = None


class Link(Row):
    """How a party ended in, came from, or stood together with another."""

    kind: Literal["merged-into", "split-from", "successor-of", "member-of", "allied-with"]
    party: Slug
    date: Date | None = None
    detail: Text | None = None


class Party(Strict):
    """A file of data/facts/parties: one legal line through time."""

    id: Slug
    kind: Literal["party", "movement", "bloc", "organisation"]
    facts: list[PartyFact] = []
    names: list[PartyName] = []
    registrations: list[Registration] = []
    leaders: list[Leader] = []
    links: list[Link] = []
    figures: list[Figure] = []
    events: list[Event] = []
    unknown: list[Unknown] = []
    aliases: list[Text] = []


class Value(Item):
    """A rule's value, in force from a day (included) to a day (excluded)."""

    value: Text
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


class EventFile(Strict):
    """A file of data/facts/events: what belongs to no single party or election."""

    id: Slug
    events: list[Event] = []
