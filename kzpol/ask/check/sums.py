"""Do seats, votes, shares and turnout add up? What does not in the official record is excused by the facts."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from kzpol.ask.check.finding import Finding

_TIERS = ("seats_list", "seats_district", "seats_other")


def sums(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield an error for each sum that does not add up, a note where the facts explain why it does not."""
    excuses = connection.execute("select * from exception").fetchall()
    for election in connection.execute("select * from election order by id"):
        results = connection.execute(
            "select * from result where election = ? and stage = 'final' order by id", (election["id"],)
        ).fetchall()
        for contestant, name, message in _of_election(election, results):
            reason = next(
                (e["reason"] for e in excuses if _excuses(e, election["id"], contestant, name, message)), None
            )
            subject = f"{election['id']}/{contestant}" if contestant else election["id"]
            severity, text = ("note", f"{message} {reason}") if reason else ("error", message)
            yield Finding(severity, name, subject, text)  # type: ignore[arg-type]


def _excuses(excuse: sqlite3.Row, election: str, contestant: str | None, check: str, message: str) -> bool:
    """Whether the facts explain this very sum: the figure that they name stands in the message."""
    return (
        (excuse["election"], excuse["check"]) == (election, check)
        and excuse["contestant"] in (None, contestant)
        and re.search(rf"\b{excuse['found']}\b", message) is not None
    )


_Wrong = Iterator[tuple[str | None, str, str]]


def _of_election(election: sqlite3.Row, results: list[sqlite3.Row]) -> _Wrong:
    yield from _turnout(election)
    yield from _seats(election, results)
    yield from _votes(election, results)
    for row in results:
        yield from _share(election, results, row)


def _turnout(election: sqlite3.Row) -> _Wrong:
    cast, voters, stated = election["votes_cast"], election["registered_voters"], election["turnout_pct"]
    if cast and voters and stated is not None and not rounds_to(100 * cast / voters, stated):
        yield None, "turnout", f"{cast} of {voters} is {100 * cast / voters:.3f} %, not {stated} %."


def _seats(election: sqlite3.Row, results: list[sqlite3.Row]) -> _Wrong:
    tiers = [election[tier] for tier in _TIERS if election[tier] is not None]
    if election["seats_total"] is not None and tiers and sum(tiers) != election["seats_total"]:
        yield None, "seats-sum", f"The tiers have {sum(tiers)} seats, the chamber {election['seats_total']}."
    for column in ("seats_total", *_TIERS):
        won = [row[column] for row in results if row[column] is not None]
        if won and election[column] is not None and sum(won) != election[column]:
            yield (
                None,
                "seats-sum",
                f"The contestants have {sum(won)} {column}, the chamber {election[column]}.",
            )
    for row in results:
        own = [row[tier] for tier in _TIERS if row[tier] is not None]
        if own and row["seats_total"] is not None and sum(own) != row["seats_total"]:
            yield (
                row["contestant"],
                "seats-sum",
                f"The tiers give {sum(own)} seats, the total is {row['seats_total']}.",
            )


def _votes(election: sqlite3.Row, results: list[sqlite3.Row]) -> _Wrong:
    valid, invalid, cast = election["valid_votes"], election["invalid_votes"], election["votes_cast"]
    if None not in (valid, invalid, cast) and valid + invalid != cast:
        yield (
            None,
            "votes-sum",
            f"{valid} valid and {invalid} invalid votes are {valid + invalid}, not {cast} cast.",
        )
    votes = [row["votes"] for row in results if row["votes"] is not None]
    complete = all(row["votes"] is not None for row in results if row["share_pct"] is not None)
    if votes and complete and _valid(election) is not None and sum(votes) != _valid(election):
        yield None, "votes-sum", f"The lists have {sum(votes)} votes, {_valid(election)} were valid."


def _valid(election: sqlite3.Row) -> int | None:
    """Return the valid votes, worked out from the votes cast where only these and the invalid ones are known."""
    valid, invalid, cast = election["valid_votes"], election["invalid_votes"], election["votes_cast"]
    if valid is not None:
        return int(valid)
    return None if None in (invalid, cast) else int(cast - invalid)


def _share(election: sqlite3.Row, results: list[sqlite3.Row], row: sqlite3.Row) -> _Wrong:
    if row["votes"] is None or row["share_pct"] is None:
        return
    bases = {
        "valid": _valid(election),
        "participants": election["votes_cast"],
        "parties": sum(other["votes"] or 0 for other in results),
    }
    named = row["share_base"]
    if named == "participants" and not bases[named]:
        return  # of how many voters it is a share is not known
    tried = [bases[named]] if named and bases[named] else [base for base in bases.values() if base]
    if tried and not any(rounds_to(100 * row["votes"] / base, row["share_pct"]) for base in tried):
        found = ", ".join(f"{100 * row['votes'] / base:.3f}" for base in tried)
        yield row["contestant"], "share", f"{row['votes']} votes are {found} %, not {row['share_pct']} %."


def rounds_to(value: float, stated: float) -> bool:
    """Whether a share rounds, up or down, to the stated one at its number of places."""
    places = len(repr(stated).partition(".")[2].rstrip("0")) if stated != int(stated) else 1
    return abs(value - stated) <= 10.0**-places
