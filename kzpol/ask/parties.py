"""Which parties there are, which were registered on a day, and what registering authorities did."""

from __future__ import annotations

import sqlite3

from kzpol.ask.dates import Answer, Days, asked, days, within
from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.naming import Lang, find_party, localised, name_then
from kzpol.ask.records.party import Party, Registration

STATUSES = (
    "registered",
    "dissolved",
    "merged",
    "banned",
    "refused",
    "never-registered",
    "suspended",
    "unknown",
)


def parties(
    connection: sqlite3.Connection, on: str | None = None, status: str | None = None, lang: Lang = "en"
) -> list[Party]:
    """Return all parties, or those of a status, or those registered on a day under the name they then had.

    With `on`, the record's `on` is "yes", "part" (on some of the days asked for) or "not-known".
    Raises BadQuestion for an impossible date or an unknown status.
    """
    if status is not None and status not in STATUSES:
        raise BadQuestion(f"There is no status {status!r}. Choose one of: {', '.join(STATUSES)}.")
    rows = connection.execute(
        "select * from party where ? is null or status = ? order by coalesce(registered, founded, '9'), id",
        (status, status),
    ).fetchall()
    if on is None:
        return [Party.read(row, name=localised(row, lang)) for row in rows]
    day = asked(on)
    found = []
    for row in rows:
        answer = registered(connection, row["id"], day)
        if answer != "no":
            name = name_then(connection, row["id"], day.first, day.last, lang) or localised(row, lang)
            found.append(Party.read(row, name=name, on=answer))
    return sorted(found, key=lambda party: party.on == "not-known")


def registered(connection: sqlite3.Connection, party: str, day: Days) -> Answer:
    """Say whether a party was registered on the days asked for; a suspended one still is."""
    rows = connection.execute(
        "select valid_from, valid_to, known_to from registered_span where party = ? and not suspended",
        (party,),
    )
    answers = {within(row["valid_from"], row["valid_to"], day, row["known_to"]) for row in rows}
    for answer in ("yes", "part", "not-known"):
        if answer in answers:
            return answer
    return "no"


def registrations(
    connection: sqlite3.Connection,
    party: str | None = None,
    outcome: str | None = None,
    on: str | None = None,
) -> list[Registration]:
    """Return what registering authorities and courts did: all, of one party, of one outcome, or on a day.

    Raises BadQuestion for an impossible date or unknown outcome, NothingMatches for an unknown party.
    """
    outcomes = [r[0] for r in connection.execute("select distinct outcome from registration order by outcome")]
    if outcome is not None and outcome not in outcomes:
        raise BadQuestion(f"There is no outcome {outcome!r}. Choose one of: {', '.join(outcomes)}.")
    id = find_party(connection, party) if party else None
    rows = connection.execute(
        "select * from registration where (? is null or party = ?) and (? is null or outcome = ?) "
        "order by coalesce(date, '9'), id",
        (id, id, outcome, outcome),
    )
    found = [Registration.read(row) for row in rows]
    if on is None:
        return found
    day = asked(on)
    met = [row for row in found if row.date and within_day(row.date, day)]
    if not met:
        raise NothingMatches(f"No registration is known on {on}.")
    return met


def within_day(date: str, day: Days) -> bool:
    """Whether a stored date of any precision can lie on the days asked for."""
    span = days(date)
    return span.first <= day.last and span.last >= day.first
