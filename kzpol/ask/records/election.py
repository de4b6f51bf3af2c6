"""Records about elections."""

from __future__ import annotations

from dataclasses import dataclass

from kzpol.ask.records.base import Record


@dataclass(frozen=True, repr=False, eq=False)
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
    approximate: str | None
    title: str
