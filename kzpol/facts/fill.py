"""Fills the tables: chooses each cell's value from its claims and derives what follows from other cells."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from kzpol.facts.claims import Choice, Claim, agree
from kzpol.facts.entries import Entries, Entry
from kzpol.facts.errors import Fault
from kzpol.facts.filled import Filled, Row
from kzpol.facts.spellings import spread_spellings
from kzpol.facts.values import exact

# Without these a row says nothing: it is left out when every claim on it is deprecated.
_NEEDED = {
    "registration": "outcome",
    "party_leader": "person",
    "event": "text",
    "figure": "value",
    "threshold": "value",
    "party_name": "name",
    "party_link": "kind",
}

# How we class and call things: chosen from the rows like anything else, but no source says so.
_OURS = {"event": ("kind",), "figure": ("what", "unit")}


def fill(entries: Entries) -> Filled:
    """Return the filled tables of all entries."""
    filled = Filled()
    choices: dict[str, dict[str, Choice]] = {}
    for entry in entries.by_id.values():
        filled.claims += [claim for claim in entry.claims if claim.field not in _OURS.get(entry.table, ())]
        choices[entry.id] = _choices(filled, entry)
        needed = _NEEDED.get(entry.table)
        if needed and needed not in choices[entry.id]:
            continue
        if entry.table == "result" and all(claim.rank == "deprecated" for claim in entry.claims):
            continue
        row = {"id": entry.id, **entry.given}
        row |= {name: choice.value for name, choice in choices[entry.id].items()}
        if entry.table in ("election", "result", "region"):
            row["approximate"] = _approximate(entry.claims, row)
        if entry.table == "region":
            row["note"] = next((c.note or c.reason for c in entry.claims if c in filled.chosen), None)
        filled.rows[entry.table].append(row)
    _elections(filled, choices)
    _thresholds(filled, choices)
    _parties(filled, choices)
    spread_spellings(filled, choices)
    return filled


def _approximate(claims: list[Claim], row: Row) -> str | None:
    """Say which cells stay empty although a rough value is known, and that value."""
    rough: dict[str, str] = {}
    for claim in sorted(claims, key=lambda c: (c.belief, c.source)):
        if claim.field not in row and claim.rank != "deprecated" and not exact(claim.value):
            rough.setdefault(claim.field, claim.value)
    return "; ".join(f"{name} {value}" for name, value in rough.items()) or None


def _choices(filled: Filled, entry: Entry) -> dict[str, Choice]:
    by_field: dict[str, list[Claim]] = defaultdict(list)
    for claim in entry.claims:
        by_field[claim.field].append(claim)
    if entry.table == "event":
        _keep_one_telling(by_field)
    settled = {name: filled.settle(claims) for name, claims in by_field.items()}
    return {name: choice for name, choice in settled.items() if choice}


def _keep_one_telling(by_field: dict[str, list[Claim]]) -> None:
    """Take an event's words and its speaker from one row: nobody is quoted with another's sentence."""
    believed = [claim for claim in by_field["text"] if claim.rank != "deprecated"]
    if not believed:
        return
    row = min(believed, key=lambda claim: claim.belief).row
    own_date = [claim for claim in by_field["date"] if claim.row == row]
    for name in ("text", "speaker", "kind"):
        by_field[name] = [claim for claim in by_field[name] if claim.row == row]
    agreeing = [c for c in by_field["date"] if own_date and agree("date", c.value, own_date[0].value)]
    by_field["date"] = agreeing or by_field["date"]


def _elections(filled: Filled, choices: dict[str, dict[str, Choice]]) -> None:
    """Say which stage the counts are of, and give each result the day of its election."""
    days = {}
    for row in filled.rows["election"]:
        stages = {c.stage for name, c in choices[row["id"]].items() if name in _COUNTED}
        row["count_stage"] = "preliminary" if "preliminary" in stages else "final" if stages else None
        days[row["id"]] = row.get("date")
    for row in filled.rows["result"]:
        row["date"] = days.get(row["election"])


_COUNTED = (
    "votes_cast",
    "turnout_pct",
    "valid_votes",
    "invalid_votes",
    "against_all_votes",
)


def _thresholds(filled: Filled, choices: dict[str, dict[str, Choice]]) -> None:
    """End each value of a rule where the next begins, unless a source ends it sooner."""
    by_rule: dict[str, list[Row]] = defaultdict(list)
    for row in filled.rows["threshold"]:
        if "valid_from" in row:
            by_rule[row["rule"]].append(row)
    for rows in by_rule.values():
        rows.sort(key=lambda row: row["valid_from"])
        for row, after in pairwise(rows):
            if "valid_to" not in row:
                row["valid_to"] = after["valid_from"]
                filled.borrow(row["id"], "valid_to", row["valid_to"], choices[after["id"]]["valid_from"])


def _names(filled: Filled, parties: dict[str, Row], choices: dict[str, dict[str, Choice]]) -> None:
    """Give a party without a name of its own in a language the last official one that it bore in it."""
    borne: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sorted(
        filled.rows["party_name"], key=lambda row: (row["form"] != "official", row.get("valid_from") or "")
    ):
        borne[row["party"], row["lang"]].append(row)
    for column, languages in (
        ("name_kk", ("kk",)),
        ("name_ru", ("ru",)),
        ("name", ("en", "kk-latn", "ru", "kk")),
    ):
        for language in languages:
            for party in parties.values():
                own = borne[party["id"], language]
                best = [row for row in own if row["form"] == own[0]["form"]]
                if column not in party and best:
                    party[column] = best[-1]["name"]
                    filled.borrow(party["id"], column, party[column], choices[best[-1]["id"]]["name"])
    for party in parties.values():
        if "name" not in party:
            filled.faults.append(Fault(f"parties/{party['id']}.yaml", 1, "facts", "no source gives its name"))
            party["name"] = party["id"]


def _parties(filled: Filled, choices: dict[str, dict[str, Choice]]) -> None:
    """Give each party its first registration, its successor and its end, where other rows say them."""
    parties = {row["id"]: row for row in filled.rows["party"]}
    _names(filled, parties, choices)
    acts = [row for row in filled.rows["registration"] if row["outcome"] == "registered" and row.get("date")]
    for act in sorted(acts, key=lambda row: (row["date"], row["id"])):
        party = parties[act["party"]]
        if "registered" not in party:
            party["registered"] = act["date"]
            filled.borrow(party["id"], "registered", act["date"], choices[act["id"]]["date"])
    heirs = Counter(link["other"] for link in filled.rows["party_link"] if link["kind"] == "successor-of")
    for link in sorted(filled.rows["party_link"], key=lambda row: row["kind"] != "merged-into"):
        kind, backing = link["kind"], choices[link["id"]]["kind"]
        if kind == "successor-of" and heirs[link["other"]] == 1:
            older = parties[link["other"]]
            if "successor" not in older:
                older["successor"] = link["party"]
                filled.borrow(older["id"], "successor", link["party"], backing)
        if kind != "merged-into":
            continue
        party = parties[link["party"]]
        if "successor" not in party:
            party["successor"] = link["other"]
            filled.borrow(party["id"], "successor", link["other"], backing)
        if "status" not in party:
            party["status"] = "merged"
            filled.borrow(party["id"], "status", "merged", backing)
        if "ended" not in party and link.get("date"):
            party["ended"] = link["date"]
            filled.borrow(party["id"], "ended", link["date"], choices[link["id"]]["date"])
    for party in parties.values():
        if "status" not in party:
            party["status"] = "unknown"
            filled.rows["unknown"].append(
                {
                    "subject": party["id"],
                    "field": "status",
                    "note": "No source that was read says what became of it.",
                }
            )
