"""A file of data/facts/elections."""

from __future__ import annotations

from typing import Literal

from kzpol.facts.schema.base import Rank, Row, Slug, Stage, Strict, Titles, Unknown
from kzpol.facts.schema.events import Event, Figure
from kzpol.facts.values import Date, Number, Text

Body = Literal["supreme-council", "majilis", "kurultai", "senate", "president", "referendum", "maslikhat"]


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
    """One contestant's figures within a reading; `party` is the party of a candidate, if it has a file of its own."""

    contestant: Slug
    name: Text | None = None
    party: Slug | None = None
    nominated_by: Text | None = None
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


class Place(Strict):
    """A region or city of republican status by its names: an entry of data/facts/regions.yaml."""

    id: Slug
    en: Text
    kk: Text
    ru: Text


class Regions(Row):
    """One table of regions in one source, all of one stage."""

    stage: Stage
    rows: list[Region]


class District(Row):
    """What one source says of one single-member district: where it lies and who won it, put forward by whom."""

    number: int
    name: Text | None = None
    region: Slug | None = None
    winner: Text | None = None
    party: Slug | None = None
    nominated_by: Text | None = None
    votes: Number | None = None
    share_pct: Number | None = None
    registered_voters: Number | None = None


class Exception_(Strict):
    """A sum that does not add up in the official record itself."""

    check: Literal["seats-sum", "share", "turnout", "votes-sum"]
    reason: Text
    contestant: Slug | None = None
    found: Number  # the odd figure that is excused, and no other


class Election(Strict):
    """A file of data/facts/elections."""

    id: Slug
    body: Body
    title: Titles
    totals: list[Totals] = []
    results: list[Results] = []
    regions: list[Regions] = []
    districts: list[District] = []
    figures: list[Figure] = []
    events: list[Event] = []
    exceptions: list[Exception_] = []
    unknown: list[Unknown] = []
