"""Records of results, of regions and of districts."""

from __future__ import annotations

from dataclasses import dataclass

from kzpol.ask.records.base import Record


@dataclass(frozen=True, repr=False, eq=False)
class Result(Record):
    """One contestant's result in one election at one stage."""

    election: str
    date: str | None
    stage: str
    contestant: str
    name: str | None
    party: str | None
    nominated_by: str | None
    votes: int | None
    share_pct: float | None
    seats_list: int | None
    seats_district: int | None
    seats_total: int | None
    seats_other: int | None
    candidates: int | None
    share_base: str | None
    pollster: str | None
    approximate: str | None
    id: str


@dataclass(frozen=True, repr=False, eq=False)
class Region(Record):
    """Turnout in one region."""

    election: str
    region: str
    name: str
    stage: str
    turnout_pct: float | None
    registered_voters: int | None
    votes_cast: int | None
    approximate: str | None
    note: str | None
    id: str


@dataclass(frozen=True, repr=False, eq=False)
class District(Record):
    """One single-member district and who won it."""

    election: str
    number: int
    name: str | None
    region: str | None
    winner: str | None
    party: str | None
    nominated_by: str | None
    votes: int | None
    share_pct: float | None
    registered_voters: int | None
    id: str
