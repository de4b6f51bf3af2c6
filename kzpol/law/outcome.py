"""What an allocation came to. The numbers are there at once; records and words are made when they are asked for."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from kzpol.law.divisors import DIVISOR_METHODS
from kzpol.law.model import Law, ListOutcome, ListVote, Step, Undecided
from kzpol.law.remainders import quota

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Outcome:
    """The seats of every list, and how they came about.

    `rows` are the lists as given, `base` is "participants" or "valid", `base_votes` its number, `seats` how many there
    were to share. `least` are the votes that clear the threshold; `let_in` the places (in `rows`) of the lists let in
    by the second-party rule; `won` the seats of those that take part; `open_seats` the tie that stayed open.
    """

    def __init__(
        self, law: Law, seats: int, rows: Sequence[ListVote], of_all: bool, base_votes: int, least: int,
        let_in: list[int], won: list[int], open_seats: tuple[list[int], int] | None,
    ) -> None:  # fmt: skip
        self.law = law
        self.seats = seats
        self.rows = rows
        self.base = "participants" if of_all else "valid"
        self.base_votes = base_votes
        self.least = least
        self.let_in = let_in
        self.won = won
        self.open_seats = open_seats

    @cached_property
    def sharing(self) -> list[int]:
        """Return the places (in `rows`) of the lists that take part in the sharing."""
        return [place for place, row in enumerate(self.rows) if row.votes >= self.least] + self.let_in

    @cached_property
    def lists(self) -> tuple[ListOutcome, ...]:
        """Return a record for each list, in the order in which they were given."""
        won = dict(zip(self.sharing, self.won, strict=True))
        return tuple(
            ListOutcome(
                row.party,
                row.votes,
                Fraction(100 * row.votes, self.base_votes) if self.base_votes else None,
                place in won,
                won.get(place, 0),
                0 if row.candidates is None else max(0, won.get(place, 0) - row.candidates),
            )
            for place, row in enumerate(self.rows)
        )

    @cached_property
    def quota(self) -> Fraction | None:
        """Return the votes that a seat costs; None where nobody shares, or the method has no quota."""
        if not self.sharing or self.law.method in DIVISOR_METHODS:
            return None
        lists = self.sharing[:2] if self.let_in else self.sharing  # of several level for the second place, one
        return Fraction(*quota(self.law.method, sum(self.rows[place].votes for place in lists), self.seats))

    @cached_property
    def undecided(self) -> tuple[Undecided, ...]:
        """Return the seats that a tie leaves open, and among whom."""
        if self.open_seats is None:
            return ()
        level, seats = self.open_seats
        return (Undecided(tuple(sorted(self.rows[place].party for place in level)), seats, bool(self.let_in)),)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return each step that leads to the seats, in words, with its article."""
        return self.told({})

    def told(self, names: Mapping[str, str]) -> tuple[Step, ...]:
        """Return the steps with the lists called by these names (by party) instead of their ids."""
        from kzpol.law.wording import steps

        return steps(self, names)

    def seats_of(self, party: str) -> int:
        """Return the seats of one list."""
        return self.by_party()[party]

    def by_party(self) -> dict[str, int]:
        """Return the seats of every list by its party."""
        won = dict(zip(self.sharing, self.won, strict=True))
        return {row.party: won.get(place, 0) for place, row in enumerate(self.rows)}

    def __repr__(self) -> str:
        return f"<Outcome {self.by_party()} of {self.seats}>"
