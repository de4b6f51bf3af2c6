"""Prepares what questions look up: every spelling of a party's name, and the entries of the full-text search."""

from __future__ import annotations

from kzpol.ask.folding import fold
from kzpol.facts.claims import is_prose
from kzpol.facts.fill import Filled, Row
from kzpol.facts.gather import Facts
from kzpol.facts.values import language_of


def aliases(facts: Facts, filled: Filled) -> list[Row]:
    """Return every written form of every party's name with its key, the official ones first."""
    found: dict[tuple[str, str, str], Row] = {}

    def add(party: str, written: str | None, form: str) -> None:
        if written and fold(written):
            key = (fold(written), party, language_of(written))  # one spelling of each script, for completion
            found.setdefault(key, {"key": key[0], "party": party, "written": written, "form": form})

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
        if row.get("party") and row["stage"] == "final":
            for column in ("name", "name_kk", "name_ru"):
                add(row["party"], row.get(column), "ballot")
    return [found[key] for key in sorted(found)]


def search_entries(facts: Facts, filled: Filled) -> list[Row]:
    """Return what full-text search looks through: parties, people, elections, rules, events, figures, sources."""
    spellings: dict[str, list[str]] = {}
    for row in aliases(facts, filled):
        spellings.setdefault(row["party"], []).append(row["written"])
    names = {row["id"]: row["name"] for row in filled.rows["party"]}
    found = [
        _entry("party", row["id"], row["name"], *spellings.get(row["id"], ()), row.get("ideology"))
        for row in filled.rows["party"]
    ]
    found += [
        _entry(
            "person", row["id"], row["person"], row.get("person_ru"), row.get("person_kk"), row.get("role"),
            names[row["party"]],
        )
        for row in filled.rows["party_leader"]
    ]  # fmt: skip
    found += [
        _entry("election", row["id"], row["title"], row.get("title_ru"), row.get("title_kk"), row.get("date"))
        for row in filled.rows["election"]
    ]
    notes: dict[str, list[str]] = {}
    for row in filled.rows["threshold"]:
        said = (str(row["value"]), row.get("act"), row.get("note"))
        notes.setdefault(row["rule"], []).extend(filter(None, said))
    found += [
        _entry(
            "rule",
            row["id"],
            row["title"],
            row.get("title_ru"),
            row.get("title_kk"),
            *notes.get(row["id"], ()),
        )
        for row in filled.rows["rule"]
    ]
    found += [
        _entry(
            "event",
            row.get("subject") or row["id"],
            row["text"],
            row.get("date"),
            row.get("speaker"),
            names.get(row.get("party") or ""),
        )
        for row in filled.rows["event"]
    ]
    found += [
        _entry("figure", row["id"], row["what"], str(row["value"]), row.get("unit"), row.get("as_of"))
        for row in filled.rows["figure"]
    ]
    found += [
        _entry("claim", claim.subject, f"{claim.subject} {claim.field}: {claim.value}", claim.reason, claim.source)
        for claim in sorted(set(filled.claims) - filled.chosen, key=lambda c: (c.subject, c.field, c.value, c.source))
        if not is_prose(claim.field)
    ]
    found += [
        _entry("source", row["id"], row["title"], row["publisher"], row.get("author"), row.get("url"))
        for row in filled.rows["source"]
    ]
    return found


def _entry(kind: str, id: str, title: str, *text: str | None) -> Row:
    words = id.replace("-", " ").replace("/", " ")  # so that an id is found by its words
    return {"kind": kind, "id": id, "title": title, "text": " · ".join(part for part in (*text, words) if part)}
