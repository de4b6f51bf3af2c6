"""What goes into an allocation of seats and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

METHODS = ("law", "hare", "droop", "hagenbach-bischoff", "dhondt", "sainte-lague", "modified-sainte-lague")


class BadVotes(ValueError):
    """Votes, seats or a method that no allocation can start from; the message says which."""


@dataclass(frozen=True)
class ListVote:
    """The votes for one list; `registered_on` (a date, or any text that sorts) settles a tie."""

    party: str
    votes: int
    registered_on: str | None = None


@dataclass(frozen=True)
class Law:
    """The rules of a day. Shares are per cent; `articles` names the article of each rule, by the rule's id."""

    threshold_pct: Fraction
    counts_invalid: bool  # whether the threshold is a share of all who took part, invalid ballots among them
    method: str = "law"
    second_party: bool = False
    second_factor: Fraction = Fraction(7, 10)
    second_min_seats: int = 2
    articles: dict[str, str] = field(default_factory=dict)

    def article(self, rule: str) -> str | None:
        """Return the article of a rule, if it is known."""
        return self.articles.get(rule)


@dataclass(frozen=True)
class Step:
    """One step on the way: what was done, the article, and the numbers that came out of it."""

    step: str
    text: str
    article: str | None
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ListOutcome:
    """One list's share of the base (per cent), whether it shares in the seats, and its seats."""

    party: str
    votes: int
    share_pct: Fraction | None
    passed: bool
    seats: int


@dataclass(frozen=True)
class Undecided:
    """Seats that a tie leaves open among these lists, because the order of their registration is not known."""

    parties: tuple[str, ...]
    seats: int


@dataclass(frozen=True)
class Outcome:
    """The seats of every list, in the order the votes came in; `quota` is votes a seat, where there is one."""

    base: str
    base_votes: int
    quota: Fraction | None
    seats: int
    lists: tuple[ListOutcome, ...]
    steps: tuple[Step, ...]
    undecided: tuple[Undecided, ...] = ()

    def seats_of(self, party: str) -> int:
        """Return the seats of one list."""
        return next(row.seats for row in self.lists if row.party == party)
