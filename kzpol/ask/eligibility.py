"""Would a party with these numbers have been registered: on a day, and period by period."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from kzpol.ask.errors import NothingMatches
from kzpol.ask.naming import Lang
from kzpol.ask.records.rule import Threshold
from kzpol.ask.thresholds import thresholds
from kzpol.law.eligible import Asked, Requirement, requirements, verdict

_REGISTRATION = (
    "party-min-members", "party-min-members-per-region", "party-members-regions-required", "party-initiative-group",
    "party-founding-congress-delegates", "party-regions-required",
)  # fmt: skip
_FIRST = "2 July 1996"


@dataclass(frozen=True)
class Period:
    """A stretch of time (`valid_to` excluded, None: still so) with one verdict.

    `failed` are the demands that were not met, each with the date from which it was made.
    """

    valid_from: str
    valid_to: str | None
    eligible: bool | None
    failed: list[tuple[str, Requirement]]


def eligible(
    connection: sqlite3.Connection, on: str, given: Mapping[str, int | str], lang: Lang = "en"
) -> list[Requirement]:
    """Return each requirement for registering a party on a day, checked against the numbers given by rule.

    Where the law changed within the days asked for, or nobody knows on which day, both values are asked, the earlier
    first. Raises BadQuestion for an impossible date, NothingMatches where no requirement of that day is known.
    """
    rows = thresholds(connection, on=on, lang=lang, among=_REGISTRATION)
    if not rows:
        raise NothingMatches(f"What a party needed on {on} is not known: the first law that was read is of {_FIRST}.")
    rows.sort(key=lambda row: (_REGISTRATION.index(row.rule), row.valid_from or ""))
    return requirements([_asked(row) for row in rows], given)


def periods(connection: sqlite3.Connection, given: Mapping[str, int | str], lang: Lang = "en") -> list[Period]:
    """Return the periods in which such a party could and could not have been registered, as far as it was given."""
    rows = [row for row in thresholds(connection, history=True, lang=lang, among=_REGISTRATION) if row.valid_from]
    rows.sort(key=lambda row: _REGISTRATION.index(row.rule))
    starts = sorted({row.valid_from for row in rows if row.valid_from})
    found: list[Period] = []
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        in_force = [
            row for row in rows if (row.valid_from or "") <= start and (row.valid_to is None or row.valid_to > start)
        ]
        checked = [row for row in requirements([_asked(row) for row in in_force], given) if row.given is not None]
        answer = verdict(checked) if checked else None
        failed = [(start, row) for row in checked if row.met is False]
        if found and found[-1].eligible == answer:
            known = {(row.asked.rule, row.asked.value) for _, row in found[-1].failed}
            new = [(day, row) for day, row in failed if (row.asked.rule, row.asked.value) not in known]
            found[-1] = Period(found[-1].valid_from, end, answer, found[-1].failed + new)
        else:
            found.append(Period(start, end, answer, failed))
    return found


def _asked(row: Threshold) -> Asked:
    return Asked(row.rule, row.title, row.value, row.unit, row.act, row.article, row.id, row.valid_from, row.valid_to)
