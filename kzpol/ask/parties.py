"""Which parties there are, and everything about one of them."""

from __future__ import annotations

import sqlite3

from kzpol.ask.conflicts import conflicts
from kzpol.ask.dates import Answer, Days, asked, within
from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.naming import Lang, find_party, localised, name_then
from kzpol.ask.records import (
    Event,
    Figure,
    Leader,
    Link,
    Party,
    PartyHistory,
    PartyName,
    Registration,
    Result,
    Unknown,
)
from kzpol.ask.results import read_results
from kzpol.ask.sources import sources_below

STATUSES = ("registered", "dissolved", "merged", "banned", "refused", "never-registered", "suspended", "unknown")


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
    return found


def registered(connection: sqlite3.Connection, party: str, day: Days) -> Answer:
    """Say whether a party was registered on the days asked for; a suspended one still is."""
    rows = connection.execute(
        "select valid_from, valid_to from registered_span where party = ? and not suspended", (party,)
    )
    answers = {within(row["valid_from"], row["valid_to"], day) for row in rows}
    for answer in ("yes", "part", "not-known"):
        if answer in answers:
            return answer  # type: ignore[return-value]
    return "no"


def party(connection: sqlite3.Connection, name: str, on: str | None = None, lang: Lang = "en") -> PartyHistory:
    """Return the history of the one party that a name means.

    With `on`, the history as far as that day, and the name it then had. Raises NothingMatches or BadQuestion.
    """
    day = asked(on) if on else None
    id = find_party(connection, name)
    row = connection.execute("select * from party where id = ?", (id,)).fetchone()
    then = name_then(connection, id, day.first, day.last, lang) if day else None
    answer = registered(connection, id, day) if day else None
    last = day.last if day else "9999"

    def own(table: str, order: str, date: str, column: str = "party") -> list[sqlite3.Row]:
        return connection.execute(
            f"select * from {table} where {column} = ? and coalesce({date}, '') <= ? order by {order}",  # noqa: S608
            (id, last),
        ).fetchall()

    links = own("party_link", "date, id", "date") + own("party_link", "date, id", "date", "other")
    figures = own("figure", "as_of, id", "as_of")
    return PartyHistory(
        party=Party.read(row, name=localised(row, lang), on=answer),
        name_then=then,
        names=[PartyName.read(r) for r in own("party_name", "coalesce(valid_from, '9'), form, lang", "valid_from")],
        registrations=[Registration.read(r) for r in own("registration", "coalesce(date, '9'), id", "date")],
        leaders=[Leader.read(r) for r in own("party_leader", "coalesce(valid_from, '9'), id", "valid_from")],
        links=[Link.read(r) for r in links],
        results=[r for r in read_results(connection, lang, party=_with_blocs(connection, id)) if (r.date or "") <= last],
        figures=[Figure.read(r) for r in figures],
        events=[Event.read(r) for r in own("event", "coalesce(date, '9'), id", "date")],
        conflicts=conflicts(connection, id),
        unknown=[Unknown.read(r) for r in connection.execute("select * from unknown where subject = ?", (id,))],
        sources=sources_below(connection, id),
    )


def _with_blocs(connection: sqlite3.Connection, id: str) -> list[str]:
    rows = connection.execute(
        "select other from party_link where party = ? and kind = 'member-of' order by other", (id,)
    )
    return [id, *(row["other"] for row in rows)]


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
    from kzpol.ask.dates import days

    span = days(date)
    return span.first <= day.last and span.last >= day.first
