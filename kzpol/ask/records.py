"""The records that answers are made of. A record's fields are the columns of its list, in this order.

Dates are text, as precise as known. Counts are people, ballots or seats; `_pct` is per cent.
`id` is what `kzpol why` takes.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field, fields
from typing import Any, Self

# `from` is a word of Python: records and tables call it valid_from, answers call it from.
_ANSWER_NAMES = {"valid_from": "from", "valid_to": "to"}


@dataclass(frozen=True)
class Record:
    """What all records can do."""

    @classmethod
    def read(cls, row: sqlite3.Row, **more: Any) -> Self:
        """Make a record from a row that has columns of its fields' names."""
        columns = set(row.keys())
        values = {f.name: row[f.name] for f in fields(cls) if f.name in columns}
        return cls(**(values | more))

    @classmethod
    def columns(cls) -> list[str]:
        """Return the names of the record's values as answers show them."""
        return [_ANSWER_NAMES.get(f.name, f.name) for f in fields(cls) if f.metadata.get("shown", True)]

    def values(self) -> dict[str, Any]:
        """Return the record's values under the names that answers use."""
        return {
            _ANSWER_NAMES.get(f.name, f.name): getattr(self, f.name)
            for f in fields(self)
            if f.metadata.get("shown", True)
        }


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class PartyName(Record):
    """A name that a party bore, from a day (included) to a day (excluded)."""

    party: str
    name: str
    lang: str
    form: str
    valid_from: str | None
    valid_to: str | None
    id: str


@dataclass(frozen=True)
class Registration(Record):
    """What a registering authority or a court did to a party."""

    party: str
    name: str | None
    date: str | None
    outcome: str
    authority: str | None
    detail: str | None
    id: str


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Link(Record):
    """`party` merged into, split from, succeeded, joined or allied itself with `other`."""

    party: str
    kind: str
    other: str
    date: str | None
    detail: str | None
    id: str


@dataclass(frozen=True)
class Election(Record):
    """An election or referendum; `count_stage` says whether the counts are final."""

    id: str
    body: str
    date: str | None
    type: str | None
    seats_total: int | None
    seats_list: int | None
    seats_district: int | None
    seats_other: int | None
    registered_voters: int | None
    votes_cast: int | None
    turnout_pct: float | None
    valid_votes: int | None
    invalid_votes: int | None
    against_all_votes: int | None
    second_round: str | None
    called_on: str | None
    count_stage: str | None
    title: str


@dataclass(frozen=True)
class Result(Record):
    """One contestant's result in one election at one stage."""

    election: str
    date: str | None
    stage: str
    contestant: str
    name: str | None
    party: str | None
    votes: int | None
    share_pct: float | None
    seats_list: int | None
    seats_district: int | None
    seats_total: int | None
    seats_other: int | None
    candidates: int | None
    share_base: str | None
    pollster: str | None
    id: str


@dataclass(frozen=True)
class Region(Record):
    """Turnout in one region."""

    election: str
    region: str
    name: str
    stage: str
    turnout_pct: float | None
    registered_voters: int | None
    votes_cast: int | None
    id: str


@dataclass(frozen=True)
class Figure(Record):
    """A number that has no column of its own."""

    what: str
    value: float | int | str
    unit: str | None
    as_of: str | None
    party: str | None
    election: str | None
    id: str


@dataclass(frozen=True)
class Threshold(Record):
    """A rule's value, in force from a day (included) to a day (excluded, `None` while in force)."""

    rule: str
    domain: str
    value: float | int | str
    unit: str
    valid_from: str | None
    valid_to: str | None
    act: str | None
    article: str | None
    note: str | None
    adopted: str | None
    first_applied: str | None
    title: str
    id: str
    on: str | None = None


@dataclass(frozen=True)
class Event(Record):
    """Something that happened, or that `speaker` said."""

    date: str | None
    kind: str
    party: str | None
    election: str | None
    text: str
    speaker: str | None
    id: str


@dataclass(frozen=True)
class Claim(Record):
    """A value that a source states of a field of a subject; `chosen` marks what kzpol answers with."""

    subject: str
    field: str
    value: Any
    rank: str
    stage: str | None
    source: str
    locator: str
    reason: str | None
    note: str | None
    chosen: bool


@dataclass(frozen=True)
class Conflict(Record):
    """Values that cannot all be true, the one preferred and why."""

    subject: str
    field: str
    values_: list[dict[str, Any]]
    preferred: Any
    reason: str | None
    kind: str

    def values(self) -> dict[str, Any]:
        """Return the record's values; `values` lists what each source says."""
        return {
            "subject": self.subject,
            "field": self.field,
            "values": self.values_,
            "preferred": self.preferred,
            "reason": self.reason,
            "kind": self.kind,
        }

    @classmethod
    def columns(cls) -> list[str]:
        """Return the names of the record's values."""
        return ["subject", "field", "values", "preferred", "reason", "kind"]


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class SearchHit(Record):
    """Something that a search found; `id` is what the command of its kind, or `why`, takes."""

    kind: str
    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Unknown(Record):
    """A value that was looked for and not found."""

    subject: str
    field: str
    note: str


@dataclass(frozen=True)
class PartyHistory:
    """All that is known of one party."""

    party: Party
    name_then: str | None
    names: list[PartyName]
    registrations: list[Registration]
    leaders: list[Leader]
    links: list[Link]
    results: list[Result]
    figures: list[Figure]
    events: list[Event]
    conflicts: list[Conflict]
    unknown: list[Unknown]
    sources: list[Source]


@dataclass(frozen=True)
class ElectionReport:
    """All that is known of one election."""

    election: Election
    results: list[Result]
    preliminary: list[Result]
    polls: list[Result]
    regions: list[Region]
    rules: list[Threshold]
    figures: list[Figure]
    events: list[Event]
    conflicts: list[Conflict]
    exceptions: list[dict[str, Any]]
    unknown: list[Unknown]
    sources: list[Source]
    names: dict[str, str] = field(default_factory=dict)
