"""Records of elections side by side, and of one party through its elections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kzpol.ask.records.base import Record

if TYPE_CHECKING:
    from kzpol.ask.records.election import Election

Value = float | int | str | None


@dataclass(frozen=True, repr=False, eq=False)
class Compared(Record):
    """One thing in every election compared: `values_` and `changes` have one entry for each, in their order.

    A change is the difference to the election before, None where either is not known or is no number.
    """

    part: str  # totals, seats, list seats, district seats, share, rule
    item: str  # a field of the election, a contestant's id or a rule's id
    name: str
    unit: str | None
    elections: tuple[str, ...]
    values_: tuple[Value, ...]
    changes: tuple[float | int | None, ...]
    note: str | None = None

    @property
    def differs(self) -> bool:
        """Whether two elections are known to have different values."""
        return len({str(value) for value in self.values_ if value is not None}) > 1

    def values(self) -> dict[str, Any]:
        """Return the row as an answer shows it: a column for each election, then one for each change."""
        changed = zip(self.elections[1:], self.changes[1:], strict=True)
        return {
            "part": self.part, "item": self.item, "name": self.name, "unit": self.unit,
            **dict(zip(self.elections, self.values_, strict=True)),
            **{f"{election}_change": change for election, change in changed},
            "note": self.note,
        }  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """Elections side by side, in the order in which they were asked for."""

    elections: list[Election]
    rows: list[Compared]


@dataclass(frozen=True, repr=False, eq=False)
class Stand(Record):
    """How a party, or the bloc that it was in (`contestant` says which), fared in one election.

    Changes are differences to its election before for the same body; they are None for a bloc, the first election, and
    where a value is not known.
    """

    election: str
    date: str | None
    name: str | None
    stage: str
    contestant: str
    votes: int | None
    share_pct: float | None
    share_change: float | None
    share_base: str | None
    seats_total: int | None
    seats_change: int | None
    seats_list: int | None
    seats_district: int | None
    chamber: int | None  # seats to be filled in all
    turnout_pct: float | None
    id: str
