"""Dates as precise as they are known, and what that leaves known of a day."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from kzpol.ask.errors import BadQuestion

Answer = Literal["yes", "no", "part", "not-known"]
_DATE = r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?"


class Days(NamedTuple):
    """The days, first to last, that a date of any precision covers; ISO text, so that they compare."""

    first: str
    last: str


def days(text: str) -> Days:
    """Return the days that a stored date covers."""
    if len(text) == 10:
        return Days(text, text)
    if len(text) == 7:
        from calendar import monthrange

        year, month = int(text[:4]), int(text[5:])
        return Days(f"{text}-01", f"{text}-{monthrange(year, month)[1]:02}")
    return Days(f"{text}-01-01", f"{text}-12-31")


def asked(text: str) -> Days:
    """Return the days that a date given by a user covers; raise BadQuestion where the calendar has no such date."""
    match = re.fullmatch(_DATE, text.strip())
    if not match:
        raise BadQuestion(f"{text!r} is not a date. Write 2011, 2011-06 or 2011-06-01.")
    year, month, day = int(match[1]), match[2], match[3]
    try:
        date(year, int(month or 1), int(day or 1))
    except ValueError:
        raise BadQuestion(f"There is no such date as {text}. Write 2011, 2011-06 or 2011-06-01.") from None
    return days("-".join([match[1], *(part.zfill(2) for part in (month, day) if part)]))


ALWAYS, NEVER = Days("0000-01-01", "0000-01-01"), Days("9999-12-31", "9999-12-31")


def within(valid_from: str | None, valid_to: str | None, on: Days) -> Answer:
    """Say whether something that held from a date (included) to a date (excluded) held on the days asked for.

    `None` as a start is "since before anything is known", as an end "still so". An answer "part" means: on some of
    these days, but not on all. For an end that nobody knows ('') ask `shown` how far it is known.
    """
    start = days(valid_from) if valid_from else ALWAYS
    return between(start, days(valid_to) if valid_to else NEVER, on)


def between(start: Days, end: Days, on: Days) -> Answer:
    """Say whether something held on the days asked for: it began on one of the days `start`, ended on one of `end`."""
    if on.last < start.first or on.first >= end.last:
        return "no"
    if on.first >= start.last and on.last < end.first:
        return "yes"
    certain = on.last >= start.last and on.first < end.first
    return "part" if certain and on.first != on.last else "not-known"


def shown(answer: Answer, known_from: str | None, known_to: str | None, on: Days) -> Answer:
    """Sharpen an answer by the days between which the thing is shown to have been so; outside them it is not known."""
    if answer == "no" or (known_from is None and known_to is None):
        return answer
    inside = (known_from is None or on.first >= days(known_from).first) and (
        known_to is None or on.last <= days(known_to).last
    )
    if inside:
        return answer
    overlaps = (known_from is None or on.last >= days(known_from).last) and (
        known_to is None or on.first <= days(known_to).first
    )
    return "part" if overlaps and on.first != on.last and answer in ("yes", "part") else "not-known"
