"""Writes a person alike everywhere: a spelling that one row gives in a language serves the others too."""

from __future__ import annotations

from typing import Any

from kzpol.facts.claims import Choice
from kzpol.facts.filled import Filled

Row = dict[str, Any]
Choices = dict[str, dict[str, Choice]]


def spread_spellings(filled: Filled, choices: Choices) -> None:
    """Fill the Kazakh and Russian spellings that rows of leaders and of candidates for president lack."""
    for language in ("kk", "ru"):
        known = _spread_leaders(filled, choices, f"person_{language}")
        _spread_candidates(filled, choices, f"name_{language}", known)


def _spread_leaders(filled: Filled, choices: Choices, column: str) -> dict[str, Choice]:
    """Fill the column in rows of the same person; return each person's spelling by the name in English.

    People are told apart by their English name, which the facts on parties write in one way only.
    """
    rows = sorted(filled.rows["party_leader"], key=lambda row: row["id"])
    known = {row["person"]: choices[row["id"]][column] for row in reversed(rows) if row.get(column)}
    for row in rows:
        _borrow(filled, row, row["id"], column, known.get(row["person"]))
    return known


def _spread_candidates(filled: Filled, choices: Choices, column: str, leaders: dict[str, Choice]) -> None:
    """Fill the column in rows of the same candidate: from the same election, else as a party's leader is spelled, else
    from another election, the latest first. A candidate keeps one key from election to election.
    """
    votes = {row["id"] for row in filled.rows["election"] if row["body"] == "president"}
    rows = [row for row in filled.rows["result"] if row["election"] in votes and row["contestant"] != "against-all"]
    rows.sort(key=lambda row: (row["date"] or "", row["stage"] != "final", row["id"]))
    same_vote: dict[tuple[str, str], Choice] = {}
    any_vote: dict[str, Choice] = {}
    for row in rows:
        if column in choices[row["id"]]:
            same_vote.setdefault((row["election"], row["contestant"]), choices[row["id"]][column])
            any_vote[row["contestant"]] = choices[row["id"]][column]
    as_leader = {
        claim.subject.split("/")[1]: leaders[claim.value]
        for claim in filled.claims
        if claim.field == "name" and claim.value in leaders and claim.subject.split("/")[0] in votes
    }
    for row in rows:
        person = row["contestant"]
        spelled = same_vote.get((row["election"], person)) or as_leader.get(person) or any_vote.get(person)
        _borrow(filled, row, row["id"].removesuffix("/" + row["stage"]), column, spelled)


def _borrow(filled: Filled, row: Row, subject: str, column: str, spelled: Choice | None) -> None:
    if spelled and not row.get(column):
        row[column] = spelled.value
        filled.borrow(subject, column, str(spelled.value), spelled)
