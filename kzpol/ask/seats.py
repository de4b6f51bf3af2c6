"""Runs the law: the votes of an election, or any others, under the law of a day, with one thing changed or none."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Literal

from kzpol.ask.ballots import Ballot, ballot
from kzpol.ask.dates import asked
from kzpol.ask.elections import find_elections
from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.lawbook import LawOfTheDay, law_on
from kzpol.ask.naming import Lang
from kzpol.law.allocate import allocate
from kzpol.law.model import METHODS, BadVotes, Law, ListVote
from kzpol.law.outcome import Outcome

Body = Literal["majilis", "maslikhat"]
_NO_LIST = ("against-all", "independents")  # in the base of the threshold, but without a list to get seats


@dataclass(frozen=True, repr=False, eq=False)
class LawRun:
    """The law, run. `ballot` is None where the votes are the asker's own; `law` has what was changed for the asking."""

    day: LawOfTheDay
    law: Law
    seats: int
    votes: Sequence[ListVote]
    ballot: Ballot | None
    other_votes: int
    participants: int | None

    def by(self, method: str, law: Law | None = None) -> Outcome:
        """Return the outcome by a method, under this law or another. Raises BadQuestion."""
        try:
            changed = replace(law or self.law, method=method)
            return allocate(changed, self.seats, self.votes, self.other_votes, self.participants)
        except BadVotes as error:
            raise BadQuestion(str(error)) from None

    @cached_property
    def outcome(self) -> Outcome:
        """Return the outcome of what was asked."""
        return self.by(self.law.method)

    @cached_property
    def methods(self) -> dict[str, Outcome]:
        """Return the outcome by every method."""
        return {method: self.by(method) for method in METHODS}

    def compared(self) -> tuple[list[str], list[str]]:
        """Return the other methods that give the same seats, and those that give others or leave some open."""
        own = self.outcome.by_party()
        others = [method for method in METHODS if method != self.law.method]
        same = [
            method
            for method in others
            if self.methods[method].by_party() == own
            and bool(self.methods[method].undecided) == bool(self.outcome.undecided)
        ]
        return same, [method for method in others if method not in same]

    def doubts(self) -> list[str]:
        """Return in sentences what is not certain about the law, and whether it makes a difference here."""
        if self.day.otherwise is None:
            return self.day.doubts
        other = self.day.otherwise
        law = replace(
            self.law,
            second_party=other.second_party,
            second_factor=other.second_factor,
            second_min_seats=other.second_min_seats,
        )
        same = self.by(self.law.method, law).by_party() == self.outcome.by_party()
        return [
            *self.day.doubts,
            "Either gives the same seats here." if same else "The other would give other seats here.",
        ]

    def notes(self) -> list[str]:
        """Return in sentences what has to be known about this run: about the law, and about the votes under it."""
        told = self.day.notes + self.doubts()
        blocs = self.ballot.blocs if self.ballot else []
        if blocs and self.day.blocs is False and self.ballot:
            named = ", ".join(self.ballot.names[party] for party in blocs)
            told.append(f"Blocs of parties could not stand under the law of {self.day.date}: {named}.")
        if self.other_votes and self.day.against_all is False:
            told.append(
                f"The law of {self.day.date} had no vote against all; the {self.other_votes} stand in the base here."
            )
        if self.ballot and self.day.seats and self.seats == self.ballot.seats != self.day.seats:
            told.append(
                f"The law of {self.day.date} had {self.day.seats} list seats; these are the election's own "
                f"{self.seats} (--seats {self.day.seats} shares out those)."
            )
        return told


def run_law(
    connection: sqlite3.Connection,
    which: str | None = None,
    *,
    under: str | None = None,
    body: Body = "majilis",
    threshold: Fraction | None = None,
    seats: int | None = None,
    base: Literal["participants", "valid"] | None = None,
    method: str = "law",
    votes: Sequence[ListVote] | None = None,
    participants: int | None = None,
    lang: Lang = "en",
) -> LawRun:
    """Return what the law makes of the votes of an election (`which`) or of `votes`.

    It is the law of election day, of `under` (a day or an election), or else of the last day the data cover. Of
    `votes`, those for "against-all" and "independents" count in the threshold's base only. Each other argument changes
    one thing. Raises BadQuestion, NothingMatches.
    """
    if which is None and votes is None:
        raise BadQuestion("Name an election, or give votes with --votes.")
    counted = ballot(connection, which, lang) if which else None
    day = law_on(connection, _day(connection, under, counted), body, lang)
    own = counted if votes is None else None
    count = seats if seats is not None else counted.seats if counted else day.seats
    if count is None:
        raise BadQuestion("How many seats? Give --seats.")
    took_part = participants if participants is not None else own.participants if own else None
    if base == "participants" and took_part is None:
        raise BadQuestion("How many took part is not known: give --participants.")
    law = replace(day.law, method=method)
    if threshold is not None:
        law = replace(law, threshold_pct=threshold)
    if base is not None:
        law = replace(law, counts_invalid=base == "participants")
    found = votes if votes is not None else own.votes if own else []
    lists = [row for row in found if row.party not in _NO_LIST]
    others = own.other_votes if own else sum(row.votes for row in found if row.party in _NO_LIST)
    run = LawRun(day, law, count, lists, own, others, took_part)
    run.outcome  # noqa: B018  (what cannot be run is refused here)
    return run


def _day(connection: sqlite3.Connection, under: str | None, counted: Ballot | None) -> str:
    """Return the day whose law is asked for: a date, or that of an election."""
    if under is None:
        if counted:
            return counted.date
        return str(connection.execute("select value from meta where key = 'covers_to'").fetchone()[0])
    under = under.strip()
    if re.fullmatch(r"\d{4}-\d{1,2}(-\d{1,2})?", under):
        asked(under)
        return under
    year = re.fullmatch(r"\d{4}", under) is not None
    try:
        rows = find_elections(connection, under)
    except NothingMatches:
        if year:
            return under
        raise
    of_the_house = [row for row in rows if row["body"] in ("majilis", "kurultai")]
    if year and not of_the_house:  # a year without an election of the lower house is meant as a date
        return under
    return str((of_the_house or rows)[0]["date"])
