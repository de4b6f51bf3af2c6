"""Reads the law of a day, and the votes that it is run on, from the database."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kzpol.ask.dates import asked
from kzpol.ask.elections import find_elections
from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.records.rule import Threshold
from kzpol.ask.thresholds import thresholds
from kzpol.law.eligible import Asked, Requirement, requirements, verdict
from kzpol.law.model import Law, ListVote

_ALLOCATION = (
    "list-threshold-pct", "list-threshold-base", "list-threshold-counts-invalid", "list-seat-quota",
    "list-last-seat-tie-rule", "list-second-party-guarantee", "list-second-party-coefficient",
    "list-second-party-min-seats",
)  # fmt: skip
_REGISTRATION = (
    "party-min-members", "party-min-members-per-region", "party-members-regions-required", "party-initiative-group",
    "party-founding-congress-delegates", "party-regions-required",
)  # fmt: skip


@dataclass(frozen=True)
class LawOfTheDay:
    """The rules on sharing list seats on a day, the list seats of the chamber then, and what is doubtful about them."""

    date: str
    law: Law
    seats: int | None
    doubts: list[str]


@dataclass(frozen=True)
class Ballot:
    """The votes of a list election; `official` are the list seats that the commission gave."""

    election: str
    title: str
    date: str
    votes: list[ListVote]
    names: dict[str, str]
    other_votes: int
    participants: int | None
    official: dict[str, int]
    district: dict[str, int]


def law_on(connection: sqlite3.Connection, date: str) -> LawOfTheDay:
    """Return the law on sharing list seats on a day. Raises BadQuestion, NothingMatches where there was none yet."""
    rows = [row for row in thresholds(connection, on=date) if row.rule in (*_ALLOCATION, *_SEATS)]
    _one_law(rows, date)
    found, doubts = _settled(rows)
    if "list-threshold-pct" not in found:
        raise NothingMatches(f"No law on {date} shares seats among party lists: there were none before October 1998.")
    articles = {row.rule: _cited(row) for row in found.values()}

    def value(rule: str, otherwise: float) -> Fraction:
        row = found.get(rule)
        return Fraction(str(row.value)) if row else Fraction(str(otherwise))

    law = Law(
        threshold_pct=value("list-threshold-pct", 0),
        counts_invalid=bool(value("list-threshold-counts-invalid", 0)),
        second_party=bool(value("list-second-party-guarantee", 0)),
        second_factor=value("list-second-party-coefficient", 0.7),
        second_min_seats=int(value("list-second-party-min-seats", 2)),
        articles={rule: article for rule, article in articles.items() if article},
    )
    seats = next((int(found[rule].value) for rule in _SEATS if rule in found and found[rule].value), None)
    return LawOfTheDay(date, law, seats, doubts)


_SEATS = ("kurultai-seats", "majilis-seats-list")


def _one_law(rows: list[Threshold], on: str) -> None:
    """Refuse a month or a year within which the law changed: it has to be one or the other."""
    rules = [row.rule for row in rows if row.on == "part"]
    if len(set(rules)) < len(rules):
        raise BadQuestion(f"The law changed within {on}: name a day.")


def _cited(row: Threshold) -> str:
    return " ".join(filter(None, (row.article, f"({row.act})" if row.act else "")))


def _settled(rows: list[Threshold]) -> tuple[dict[str, Threshold], list[str]]:
    """Take one value of each rule: the later of two where the day of the change is not known."""
    found: dict[str, Threshold] = {}
    doubts = []
    for row in rows:
        before = found.get(row.rule)
        if before and before.value != row.value:
            doubts.append(f"{row.title}: {before.value} or {row.value}? The day of the change is not known.")
        found[row.rule] = row
    return found, doubts


def ballot(connection: sqlite3.Connection, which: str) -> Ballot:
    """Return the final list votes of one election; raise NothingMatches where there are none or none are known."""
    rows = [row for row in find_elections(connection, which) if row["body"] in ("majilis", "kurultai")]
    if len(rows) != 1:
        named = ", ".join(row["id"] for row in rows) or "none"
        raise NothingMatches(f"{which!r} does not mean one election by party lists ({named}).", ["Try majilis-2021."])
    election = rows[0]
    results = connection.execute(
        "select result.*, party.name as party_name from result left join party on party.id = result.party "
        "where election = ? and stage = 'final' order by votes desc, result.id",
        (election["id"],),
    ).fetchall()
    lists = [row for row in results if row["party"] and row["votes"] is not None]
    if not lists:
        raise NothingMatches(f"No final votes for party lists are known of {election['id']}.")
    return Ballot(
        election=election["id"],
        title=election["title"],
        date=election["date"],
        votes=[ListVote(row["contestant"], row["votes"]) for row in lists],
        names={row["contestant"]: row["name"] or row["party_name"] for row in results},
        other_votes=sum(row["votes"] or 0 for row in results if not row["party"]),
        participants=election["votes_cast"],
        official={row["contestant"]: row["seats_list"] or 0 for row in lists},
        district={row["contestant"]: row["seats_district"] for row in results if row["seats_district"]},
    )


def day_of(connection: sqlite3.Connection, under: str) -> str:
    """Return the day that --under names: a date, or that of an election."""
    if re.fullmatch(r"\d{4}-\d{1,2}(-\d{1,2})?", under.strip()):
        asked(under)
        return under
    try:
        return str(find_elections(connection, under)[0]["date"])
    except NothingMatches:
        if under[:4].isdigit():
            return under
        raise


def eligible(connection: sqlite3.Connection, on: str, given: Mapping[str, int | str]) -> list[Requirement]:
    """Return each requirement for registering a party on a day, checked against the numbers given by rule.

    Raises BadQuestion for an impossible date, NothingMatches where no requirement of that day is known.
    """
    rows = [row for row in thresholds(connection, on=on) if row.rule in _REGISTRATION]
    if not rows:
        raise NothingMatches(f"What a party needed to be registered on {on} is not known.")
    _one_law(rows, on)
    rows.sort(key=lambda row: (_REGISTRATION.index(row.rule), row.valid_from or ""))
    asked = [Asked(row.rule, row.title, row.value, row.unit, row.act, row.article) for row in rows]
    return requirements(asked, given)


def periods(
    connection: sqlite3.Connection, given: Mapping[str, int | str]
) -> list[tuple[str, str | None, bool | None]]:
    """Return the spans (from, to, verdict) in which such a party could and could not have been registered."""
    rows = [row for row in thresholds(connection, history=True) if row.rule in _REGISTRATION and row.valid_from]
    starts = sorted({row.valid_from for row in rows if row.valid_from})
    found: list[tuple[str, str | None, bool | None]] = []
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        in_force = [
            row for row in rows if (row.valid_from or "") <= start and (row.valid_to is None or row.valid_to > start)
        ]
        asked = [Asked(row.rule, row.title, row.value, row.unit, row.act, row.article) for row in in_force]
        checked = [row for row in requirements(asked, given) if row.given is not None]
        answer = verdict(checked) if checked else None
        if found and found[-1][2] == answer:
            found[-1] = (found[-1][0], end, answer)
        else:
            found.append((start, end, answer))
    return found
