"""Reads the law on sharing list seats of a day from the database, and says what is doubtful about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from kzpol.ask.dates import asked, days
from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.lawnotes import disputed, edition, nearest, pending
from kzpol.ask.naming import Lang
from kzpol.ask.records.rule import Threshold
from kzpol.ask.thresholds import thresholds
from kzpol.law.model import Law

# What the engine asks for, and the rule that answers it. Invalid ballots are dealt with in the general part.
_RULES = {
    "majilis": {
        name: name
        for name in (
            "list-threshold-pct", "list-threshold-base", "list-threshold-counts-invalid", "list-seat-quota",
            "list-last-seat-tie-rule", "list-second-party-guarantee", "list-second-party-coefficient",
            "list-second-party-min-seats", "list-exhausted", "electoral-blocs-allowed", "majilis-seats-list",
            "kurultai-seats", "party-seats-quota-pct", "against-all-option",
        )
    },
    "maslikhat": {
        "list-threshold-pct": "maslikhat-list-threshold-pct",
        "list-threshold-base": "maslikhat-list-threshold-base",
        "list-threshold-counts-invalid": "list-threshold-counts-invalid",
        "list-seat-quota": "maslikhat-list-seat-quota",
        "list-last-seat-tie-rule": "maslikhat-list-tie-rule",
        "list-second-party-guarantee": "maslikhat-second-party-guarantee",
        "list-second-party-coefficient": "maslikhat-second-party-coefficient",
        "list-second-party-min-seats": "maslikhat-second-party-min-seats",
        "list-exhausted": "maslikhat-list-exhausted",
        "electoral-blocs-allowed": "electoral-blocs-allowed",
        "against-all-option": "against-all-option",
    },
}  # fmt: skip
_ARTICLES = {"majilis": "97-1", "maslikhat": "111-1"}
_FIRST = {
    "majilis": "there were no lists before October 1998",
    "maslikhat": "there were none for the maslikhats before June 2018",
}


@dataclass(frozen=True, repr=False, eq=False)
class LawOfTheDay:
    """The rules on sharing list seats on a day.

    `rules` are the values applied, by the rule that the engine asks for; `seats` the list seats of the chamber then.
    `edition` is the text of the article that was read for that day (date, source). `notes` say in sentences what was
    adopted but not in force and where the nearest text is applied, `doubts` what is not certain; `otherwise` is the law
    as it would be if the other date of a doubtful change were right.
    """

    date: str
    body: str
    law: Law
    seats: int | None
    rules: Mapping[str, Threshold]
    edition: tuple[str, str] | None
    notes: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    otherwise: Law | None = None

    @property
    def against_all(self) -> bool | None:
        """Whether there was a vote against all; None where that is not known."""
        row = self.rules.get("against-all-option")
        return None if row is None else bool(row.value)

    @property
    def blocs(self) -> bool | None:
        """Whether blocs of parties could stand; None where that is not known."""
        row = self.rules.get("electoral-blocs-allowed")
        return None if row is None else bool(row.value)


def law_on(connection: sqlite3.Connection, date: str, body: str = "majilis", lang: Lang = "en") -> LawOfTheDay:
    """Return the law on sharing list seats on a day, for the lower house or (`maslikhat`) for the local councils.

    Raises BadQuestion where the law changed within the days named, NothingMatches where there were no lists yet.
    """
    day = asked(date)
    wanted = _RULES[body]
    every = thresholds(connection, history=True, lang=lang, among=wanted.values())
    doubts: list[str] = []
    found: dict[str, Threshold] = {}
    for row in thresholds(connection, on=date, lang=lang, among=wanted.values()):
        before = found.get(row.rule)
        if before and before.value != row.value:
            if row.on == "part":
                raise BadQuestion(f"The law changed within {date}: name a day.")
            doubts.append(f"{row.title}: {before.value} or {row.value}? The day of the change is not known.")
        found[row.rule] = row
    if wanted["list-threshold-pct"] not in found:
        raise NothingMatches(f"No law on {date} shares seats among party lists: {_FIRST[body]}.")
    notes = nearest(every, found, wanted, day)
    text = edition(connection, wanted["list-seat-quota"], day)
    if text and days(text[0]).first > day.last:
        notes.append(
            f"No text of article {_ARTICLES[body]} as it stood on {date} could be read; the nearest, "
            f"of {text[0]}, is applied."
        )
    notes += pending(every, found, date, day)
    instead, dates = disputed(connection, every, found, day)
    rules = {name: found[rule] for name, rule in wanted.items() if rule in found}
    otherwise = {**rules, **{name: instead[rule] for name, rule in wanted.items() if rule in instead}}
    return LawOfTheDay(
        date=date,
        body=body,
        law=_law(rules),
        seats=_seats(rules),
        rules=rules,
        edition=text,
        notes=notes,
        doubts=doubts + dates,
        otherwise=_law(otherwise) if instead else None,
    )


def _law(rules: Mapping[str, Threshold]) -> Law:
    def value(rule: str, otherwise: float) -> Fraction:
        row = rules.get(rule)
        return Fraction(str(row.value)) if row else Fraction(str(otherwise))

    articles = {name: " ".join(filter(None, (r.article, f"({r.act})" if r.act else ""))) for name, r in rules.items()}
    return Law(
        threshold_pct=value("list-threshold-pct", 0),
        counts_invalid=bool(value("list-threshold-counts-invalid", 0)),
        second_party=bool(value("list-second-party-guarantee", 0)),
        second_factor=value("list-second-party-coefficient", 0.7),
        second_min_seats=int(value("list-second-party-min-seats", 2)),
        seats_quota_pct=value("party-seats-quota-pct", 0) or None,
        articles={name: article for name, article in articles.items() if article},
    )


def _seats(rules: Mapping[str, Threshold]) -> int | None:
    rows = (rules.get(rule) for rule in ("kurultai-seats", "majilis-seats-list"))
    return next((int(row.value) for row in rows if row and row.value), None)
