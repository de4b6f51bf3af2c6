"""What goes into an allocation of seats, and the records that come out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

METHODS = ("law", "hare", "droop", "hagenbach-bischoff", "dhondt", "sainte-lague", "modified-sainte-lague")


class BadVotes(ValueError):
    """Votes, seats or rules that no allocation can start from; the message says which."""


@dataclass(frozen=True, slots=True)
class ListVote:
    """The votes for one list.

    `registered_on` (a date, or any text that sorts) settles a tie; `candidates` is how many names the list has.
    """

    party: str
    votes: int
    registered_on: str | None = None
    candidates: int | None = None


@dataclass(frozen=True)
class Law:
    """The rules of a day; `articles` names the article of each, by the rule's id. Raises BadVotes."""

    threshold_pct: Fraction
    counts_invalid: bool  # whether the threshold is a share of all who took part, invalid ballots among them
    method: str = "law"
    second_party: bool = False
    second_factor: Fraction = Fraction(7, 10)
    second_min_seats: int = 2
    seats_quota_pct: Fraction | None = None  # of a party's seats, for women, the young, persons with disabilities
    articles: dict[str, str] = field(default_factory=dict)
    threshold: tuple[int, int] = field(init=False, repr=False, compare=False)  # the same in whole numbers

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise BadVotes(f"There is no method {self.method!r}. Choose one of: {', '.join(METHODS)}.")
        if not 0 <= self.threshold_pct <= 100:
            raise BadVotes(f"A threshold is from 0 to 100 per cent, not {float(self.threshold_pct):g}.")
        object.__setattr__(self, "threshold", self.threshold_pct.as_integer_ratio())

    def article(self, rule: str) -> str | None:
        """Return the article of a rule, if it is known."""
        return self.articles.get(rule)


@dataclass(frozen=True)
class Step:
    """One step on the way: what was done in words, the article, and the numbers that came out of it."""

    step: str
    text: str
    article: str | None
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ListOutcome:
    """One list: its share of the base (per cent), whether it shares in the seats, its seats, how many of them nobody
    on the list is left to take."""

    party: str
    votes: int
    share_pct: Fraction | None
    passed: bool
    seats: int
    vacant: int = 0


@dataclass(frozen=True)
class Undecided:
    """Seats that a tie leaves open among these lists; `second_place` where they are level for being let in."""

    parties: tuple[str, ...]
    seats: int
    second_place: bool = False
