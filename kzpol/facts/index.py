"""Prepares what questions look up: every spelling of a party's name, and the entries of the full-text search."""

from __future__ import annotations

from kzpol.ask.folding import fold, telling_words
from kzpol.facts.claims import Claim, is_prose
from kzpol.facts.filled import Filled, Row
from kzpol.facts.gather import Facts
from kzpol.facts.interning import claim_numbers
from kzpol.facts.values import language_of


def aliases(facts: Facts, filled: Filled) -> list[Row]:
    """Return every written form of every party's name with its key, the official ones first."""
    found: dict[tuple[str, str, str], Row] = {}

    def add(party: str, written: str | None, form: str) -> None:
        if written and fold(written):
            key = (fold(written), party, language_of(written))  # one spelling of each script, for completion
            row = {"key": key[0], "words": telling_words(written), "party": party, "written": written, "form": form}
            found.setdefault(key, row)

    for row in filled.rows["party"]:
        add(row["id"], row["id"], "id")
        for column in ("name", "name_kk", "name_ru", "abbreviation"):
            add(row["id"], row.get(column), "name")
    for row in filled.rows["party_name"]:
        add(row["party"], row["name"], "name")
    for row in filled.rows["registration"]:
        add(row["party"], row.get("name"), "name")
    for party in facts.parties.values():
        for written in party.aliases:
            add(party.id, written, "alias")
    for row in filled.rows["result"]:
        if row.get("party") == row["contestant"] and row["stage"] == "final":  # a candidate's name is no party's
            for column in ("name", "name_kk", "name_ru"):
                add(row["party"], row.get(column), "ballot")
    return [found[key] for key in sorted(found)]


# The kinds of hit in the order in which they are shown, each with its table; of claims not all are found.
_KINDS = {
    "party": "party", "election": "election", "rule": "rule", "person": "party_leader", "event": "event",
    "figure": "figure", "district": "district", "claim": None, "source": "source",
}  # fmt: skip


def search_rows(filled: Filled, claims: list[Claim]) -> dict[str, list[Row]]:
    """Return what full-text search looks through: `schema.sql` says what is read of each. `claims` are in order.

    Of the claims only those are listed that are not believed; the others are found where they stand.
    """
    believed = filled.chosen
    rest = [number for number, claim in claim_numbers(claims) if claim not in believed and not is_prose(claim.field)]
    found = [
        (kind, entry)
        for kind, table in enumerate(_KINDS.values(), 1)
        for entry in (range(1, len(filled.rows[table]) + 1) if table else rest)
    ]
    return {
        "search_kind": [{"id": number, "name": kind} for number, kind in enumerate(_KINDS, 1)],
        "search_entry": [{"id": id, "kind": kind, "entry": entry} for id, (kind, entry) in enumerate(found, 1)],
    }
