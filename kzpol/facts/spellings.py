"""Writes a person alike in every party: a spelling that one row gives in a language serves the others too."""

from __future__ import annotations

from kzpol.facts.claims import Choice
from kzpol.facts.filled import Filled


def spread_spellings(filled: Filled, choices: dict[str, dict[str, Choice]]) -> None:
    """Fill the Kazakh and Russian spellings that a leader's row lacks from the rows of the same person.

    People are told apart by their English name, which the facts write in one way only.
    """
    rows = sorted(filled.rows["party_leader"], key=lambda row: row["id"])
    for column in ("person_kk", "person_ru"):
        known = {row["person"]: row["id"] for row in reversed(rows) if row.get(column)}
        for row in rows:
            origin = known.get(row["person"])
            if origin and not row.get(column):
                choice = choices[origin][column]
                row[column] = choice.value
                filled.borrow(row["id"], column, str(choice.value), choice)
