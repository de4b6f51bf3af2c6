"""The chamber: who holds how many seats, won by list or in districts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kzpol.ask.records.election import Election
from kzpol.ask.records.result import Result
from kzpol.show.charts.frame import About, Frame, Say
from kzpol.show.colors import colors

LAST = ("independents", "assembly", "state-list", "unknown")  # no party: at the right end


@dataclass(frozen=True)
class Group:
    """Who sits together. `filled` seats were won by list (or nobody knows how), `open` ones in districts."""

    id: str
    label: str
    color: str
    filled: int
    open: int

    @property
    def total(self) -> int:
        """All seats of the group."""
        return self.filled + self.open


@dataclass(frozen=True)
class Chamber:
    """A chamber; groups stand from left to right by size, those that are no party last."""

    frame: Frame
    groups: tuple[Group, ...]
    both: bool  # whether seats were won by list and in districts, so that the two need telling apart
    words: dict[str, str]

    @property
    def seats(self) -> list[tuple[Group, bool]]:
        """Every seat from left to right: whose it is, and whether it was won in a district."""
        return [(group, at >= group.filled) for group in self.groups for at in range(group.total)]


def chamber(election: Election, results: Sequence[Result], labels: dict[str, str], about: About, say: Say) -> Chamber:
    """Return the chamber that an election gave; seats that no source gives to anybody are shown as not known."""
    held = [row for row in results if row.seats_total]
    held.sort(key=lambda row: (row.contestant in LAST, -(row.seats_total or 0), row.contestant))
    known = sum(row.seats_total or 0 for row in held)
    missing = max((election.seats_total or 0) - known, 0)
    shades = colors([*(row.contestant for row in held), "unknown"])
    groups = []
    for row in held:
        district = row.seats_district or 0
        total = row.seats_total or 0
        groups.append(Group(row.contestant, labels[row.contestant], shades[row.contestant], total - district, district))
    if missing:
        groups.append(Group("unknown", say("not known"), shades["unknown"], missing, 0))
    both = any(row.seats_list for row in held) and any(row.seats_district for row in held)
    notes = []
    if any(row.stage == "preliminary" for row in held):
        notes.append(say("A preliminary count; no final one could be read."))
    if election.seats_total and known > election.seats_total:
        notes.append(say(f"The seats in the sources add up to {known}, the chamber has {election.seats_total}."))
    subtitle = say("Seats won")
    words = {"seats": say("seats in all"), "filled": say("by list"), "open": say("in districts")}
    return Chamber(Frame(election.title, subtitle, tuple(notes), about.line(say)), tuple(groups), both, words)


def rows(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Return the data behind the picture."""
    columns = ("election", "contestant", "name", "party", "seats_list", "seats_district", "seats_other", "seats_total")
    return [
        {**{name: getattr(row, name) for name in columns}, "stage": row.stage}
        for row in results
        if row.seats_total is not None
    ]
