"""Which parties there are, which were registered on a day, and what registering authorities did."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kzpol.ask.conditions import where
from kzpol.ask.dates import Answer, Days, asked, days, shown, within
from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.naming import Lang, find_party, localised, name_then, names_then, renamed
from kzpol.ask.records.party import Party, Registration
from kzpol.ask.streaming import Streamed

OUTCOMES = ("applied", "registered", "re-registered", "denied", "suspended", "revoked", "liquidated", "banned")
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


State = str  # yes, suspended, part, not-known, no; or "yes until 2011-10-04, suspended"
_FIRST: tuple[Answer, ...] = ("yes", "part", "not-known")
_ORDER = "order by coalesce(registered, founded, '9'), id"


@Streamed
def parties(
    connection: sqlite3.Connection, on: str | None = None, status: str | None = None, lang: Lang = "en"
) -> Iterator[Party]:
    """Return all parties, or those of a status, or those registered on a day under the name they then had.

    With `on`, the record's `on` is "yes", "suspended", "part" (on some of the days asked for) or "not-known", or tells
    each with the day of the change where a suspension began or ended in between ("yes until 2011-10-04, suspended");
    `status` may only be registered or suspended: what a party was on that day. Raises BadQuestion.
    """
    if status is not None and status not in STATUSES:
        raise BadQuestion(f"There is no status {status!r}. Choose one of: {', '.join(STATUSES)}.")
    if on is None:
        clause, values = where({"status = ?": status})
        rows = connection.execute(f"select * from party {clause} {_ORDER}", values)  # noqa: S608
        return (Party.read(row, name=localised(row, lang)) for row in rows)
    if status not in (None, "registered", "suspended"):
        raise BadQuestion(f"--status {status} is the state of today; with --on choose registered or suspended.")
    return _registered_on(connection, asked(on), status, lang)


def _registered_on(connection: sqlite3.Connection, day: Days, status: str | None, lang: Lang) -> Iterator[Party]:
    """Yield the parties that were registered, then those of which it is not known."""
    spans: dict[str, list[sqlite3.Row]] = defaultdict(list)
    lasting = "from registered_span where valid_to is null or valid_to = '' or valid_to >= ?"  # '': nobody knows
    for row in connection.execute(f"select * {lasting}", (day.first[:4],)):
        spans[row["party"]].append(row)
    found = []
    query = f"select * from party where id in (select party {lasting}) and kind = 'party' {_ORDER}"  # noqa: S608
    for row in connection.execute(query, (day.first[:4],)):
        state = _state(spans[row["id"]], day)
        if state == "no" or (status == "suspended" and "suspended" not in state):
            continue
        name = names_then(connection, row["id"], day, lang) or localised(row, lang)
        found.append(Party.read(row, name=name, on=state))
    yield from sorted(found, key=lambda party: party.on == "not-known")


def registered(connection: sqlite3.Connection, party: str, day: Days) -> State:
    """Say whether a party was registered on the days asked for, and whether it was suspended then."""
    return _state(connection.execute("select * from registered_span where party = ?", (party,)).fetchall(), day)


def _state(rows: list[sqlite3.Row], day: Days) -> State:
    answers = {
        shown(within(row["valid_from"], row["valid_to"], day), row["known_from"], row["known_to"], day)
        for row in rows
        if not row["suspended"]
    }
    answer: State = next((a for a in _FIRST if a in answers), "no")
    stops = [
        (row["valid_from"], row["valid_to"])
        for row in sorted(rows, key=lambda row: str(row["valid_from"]))
        if row["suspended"] and row["valid_to"] and within(row["valid_from"], row["valid_to"], day) != "no"
    ]
    return _with_stops(stops, day) if answer == "yes" and stops else answer


def _with_stops(stops: list[tuple[str, str]], day: Days) -> State:
    """Say when a registered party was suspended, on the days asked for; one suspension may run into the next."""
    if day.first == day.last:
        return "suspended"
    parts, since = [], day.first
    for start, end in stops:
        if days(start).first > days(since).last:
            parts.append(f"yes until {start}")
        elif parts:
            parts.pop()  # the one before was prolonged
        parts.append(f"suspended until {end}")
        since = end
    if days(since).first > day.last:
        return ", ".join([*parts[:-1], "suspended"])
    return ", ".join([*parts, "yes"])


@Streamed
def registrations(
    connection: sqlite3.Connection,
    party: str | None = None,
    outcome: str | None = None,
    on: str | None = None,
    lang: Lang = "en",
    first: str | None = None,
    last: str | None = None,
) -> Iterator[Registration]:
    """Return what registering authorities and courts did: all, of one party, of one outcome, or on a day.

    `first` and `last` are dates, both included; what has no date is left out then. Raises BadQuestion for an
    impossible date or unknown outcome, NothingMatches for an unknown party.
    """
    if outcome is not None and outcome not in OUTCOMES:
        raise BadQuestion(f"There is no outcome {outcome!r}. Choose one of: {', '.join(OUTCOMES)}.")
    id = find_party(connection, party) if party else None
    day = asked(on) if on is not None else None
    since, until = asked(first).first if first else "", asked(last).last if last else ""
    about = "date >= ? and date <= ? or outcome = 'suspended'"  # of that day, or perhaps lasting until it
    conditions = {"party = ?": id, "outcome = ?": outcome, about: (day.first[:4], day.last) if day else None}
    conditions |= {"date >= ?": since[:4] or None, "date <= ?": until or None}
    clause, values = where(conditions)
    rows = connection.execute(f"select * from registration {clause} order by coalesce(date, '9'), id", values)  # noqa: S608
    found = (Registration.read(row, name=_registered_as(connection, row, lang)) for row in rows)
    found = (row for row in found if not since or days(str(row.date)).last >= since)
    return found if day is None else _of_day(found, day, str(on))


def _of_day(found: Iterable[Registration], day: Days, on: str) -> Iterator[Registration]:
    met = [row for row in found if row.date and (within_day(row.date, day) or _lasts(row, day))]
    if not met:
        raise NothingMatches(f"No registration is known on {on}.")
    return iter(met)


def _registered_as(connection: sqlite3.Connection, row: sqlite3.Row, lang: Lang) -> str:
    """Return the name of that day in the language asked for; failing that, the act's own or the party's today."""
    date = row["date"] or "9999"
    then = name_then(connection, row["party"], days(date).first, days(date).last, lang) if row["date"] else None
    if then or (row["name"] and (lang == "en" or renamed(connection, row["party"]))):
        return str(then or row["name"])
    party = connection.execute("select * from party where id = ?", (row["party"],)).fetchone()
    return localised(party, lang)


def _lasts(row: Registration, day: Days) -> bool:
    """Whether a suspension was running on the days asked for."""
    return row.outcome == "suspended" and row.until is not None and within(row.date, row.until, day) != "no"


def within_day(date: str, day: Days) -> bool:
    """Whether a stored date of any precision can lie on the days asked for."""
    span = days(date)
    return span.first <= day.last and span.last >= day.first
