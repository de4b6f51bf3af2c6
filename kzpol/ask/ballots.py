"""Reads the votes for party lists of one election, and the seats that were officially given."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from kzpol.ask.elections import find_elections
from kzpol.ask.errors import NothingMatches
from kzpol.ask.naming import Lang, localised
from kzpol.ask.results import GENERAL
from kzpol.law.model import ListVote


@dataclass(frozen=True, repr=False, eq=False)
class Ballot:
    """The votes of a list election.

    `names`, `results` (the ids of what is claimed), `official` list seats and seats won otherwise are by contestant;
    `other_votes` are valid votes that share in no seats, `blocs` the lists of several parties, `chamber` all its seats.
    """

    election: str
    title: str
    date: str
    votes: list[ListVote]
    names: Mapping[str, str]
    results: Mapping[str, str]
    other_votes: int
    participants: int | None
    official: Mapping[str, int]
    district: Mapping[str, int]
    otherwise: Mapping[str, int]
    blocs: list[str]
    seats: int
    chamber: int | None


def ballot(connection: sqlite3.Connection, which: str, lang: Lang = "en") -> Ballot:
    """Return the final list votes of one election; raise NothingMatches where there are none or none are known."""
    found = find_elections(connection, which)
    rows = [row for row in found if row["body"] in ("majilis", "kurultai")]
    if len(rows) != 1:
        named = ", ".join(row["id"] for row in rows) or "none"
        hints = ["Try majilis-2021."]
        if any(row["body"] == "maslikhat" for row in found):
            hints = ["Votes of the lists in the maslikhats are not in here: give them with --body maslikhat --votes."]
        raise NothingMatches(f"{which!r} does not mean one election by party lists ({named}).", hints)
    election = rows[0]
    results = connection.execute(
        "select result.*, party.name as party_name, party.name_kk as party_name_kk, party.name_ru as party_name_ru, "
        "party.kind as kind from result left join party on party.id = result.party "
        "where election = ? and stage = 'final' order by votes desc, result.id",
        (election["id"],),
    ).fetchall()
    lists = [row for row in results if row["party"] and row["votes"] is not None]
    if not lists:
        raise NothingMatches(f"No final votes for party lists are known of {election['id']}.")
    official = {row["contestant"]: row["seats_list"] or 0 for row in lists}
    return Ballot(
        election=election["id"],
        title=localised(election, lang, "title"),
        date=election["date"],
        votes=[ListVote(row["contestant"], row["votes"]) for row in lists],
        names={row["contestant"]: _name(connection, row, lang) for row in results},
        results={row["contestant"]: row["id"].removesuffix("/final") for row in results},
        other_votes=sum(row["votes"] or 0 for row in results if not row["party"]),
        participants=election["votes_cast"],
        official=official,
        district={row["contestant"]: row["seats_district"] for row in results if row["seats_district"]},
        otherwise={row["contestant"]: row["seats_other"] for row in results if row["seats_other"]},
        blocs=[row["contestant"] for row in lists if row["kind"] == "bloc"],
        seats=election["seats_list"] or sum(official.values()),
        chamber=election["seats_total"],
    )


def _name(connection: sqlite3.Connection, row: sqlite3.Row, lang: Lang) -> str:
    """Return the name on the ballot, or else the party's, or else the one that it had at another election."""
    if row["contestant"] in GENERAL:
        return GENERAL[row["contestant"]][lang]
    if row["name"]:
        return localised(row, lang)
    if row["party_name"]:
        return localised(row, lang, "party_name")
    other = connection.execute(
        "select name, name_kk, name_ru from result where contestant = ? and name is not null limit 1",
        (row["contestant"],),
    ).fetchone()
    return localised(other, lang) if other else str(row["contestant"])
