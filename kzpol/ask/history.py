"""Everything about one party."""

from __future__ import annotations

import sqlite3

from kzpol.ask.conflicts import conflicts
from kzpol.ask.dates import asked
from kzpol.ask.naming import Lang, find_party, localised, names_then
from kzpol.ask.overview import covers_to
from kzpol.ask.parties import registered
from kzpol.ask.records.claim import Unknown
from kzpol.ask.records.happening import Figure
from kzpol.ask.records.party import Identifier, Leader, Link, Party, PartyName, Registration
from kzpol.ask.records.whole import PartyHistory
from kzpol.ask.results import read_results, with_blocs
from kzpol.ask.sources import sources_below
from kzpol.ask.timeline import read_event


def party(connection: sqlite3.Connection, name: str, on: str | None = None, lang: Lang = "en") -> PartyHistory:
    """Return the history of the one party that a name means.

    With `on`, the history as far as that day, and the name it then had. Raises NothingMatches or BadQuestion.
    """
    day = asked(on) if on else None
    id = find_party(connection, name)
    row = connection.execute("select * from party where id = ?", (id,)).fetchone()
    then = names_then(connection, id, day, lang) if day else None
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
        names=[
            PartyName.read(r)
            for r in own("party_name", "coalesce(valid_from, '9'), form != 'official', form, lang", "valid_from")
        ],
        registrations=[Registration.read(r) for r in own("registration", "coalesce(date, '9'), id", "date")],
        leaders=[
            Leader.read(r, person=localised(r, lang, "person"))
            for r in own("party_leader", "coalesce(valid_from, '9'), id", "valid_from")
        ],
        links=[Link.read(r) for r in links],
        ids=[
            Identifier.read(r)
            for r in connection.execute("select * from party_id where party = ? order by scheme, identifier", (id,))
        ],
        results=[r for r in read_results(connection, lang, party=with_blocs(connection, id)) if (r.date or "") <= last],
        figures=[Figure.read(r) for r in figures],
        events=[read_event(r) for r in own("event", "coalesce(date, '9'), id", "date")],
        conflicts=conflicts(connection, id),
        unknown=[Unknown.read(r) for r in connection.execute("select * from unknown where subject = ?", (id,))],
        sources=sources_below(connection, id),
        others=_others(connection, {end for link in links for end in (link["party"], link["other"])} - {id}, lang),
        covers_to=covers_to(connection),
    )


def _others(connection: sqlite3.Connection, ids: set[str], lang: Lang) -> dict[str, str]:
    marks = ",".join("?" * len(ids))
    rows = connection.execute(f"select * from party where id in ({marks})", sorted(ids))  # noqa: S608
    return {row["id"]: localised(row, lang) for row in rows}
