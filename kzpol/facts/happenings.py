"""Draws events from the other tables, so that a timeline shows them without anyone writing them twice."""

from __future__ import annotations

from collections import defaultdict

from kzpol.facts.filled import Filled, Row
from kzpol.facts.spans import OPENS

_ACTS = {
    "applied": "applied for registration",
    "registered": "was registered",
    "re-registered": "was registered anew",
    "denied": "was denied registration",
    "suspended": "was suspended",
    "revoked": "lost its registration",
    "liquidated": "was liquidated",
    "banned": "was banned",
}
_LINKS = {
    "merged-into": ("merger", "merged into"),
    "split-from": ("split", "split from"),
    "successor-of": ("founding", "succeeded"),
    "member-of": ("other", "joined the bloc"),
    "allied-with": ("other", "allied itself with"),
}


def happenings(filled: Filled) -> list[Row]:
    """Return the events that registrations, renamings, leaders, mergers, votes and rules make."""
    told = {(row.get("party"), row.get("date"), row["kind"]) for row in filled.rows["event"]}
    drawn = [
        *_registrations(filled),
        *_renamings(filled),
        *_leaders(filled),
        *_links(filled),
        *_elections(filled),
        *_rules(filled),
    ]
    return [row for row in drawn if (row.get("party"), row["date"], row["kind"]) not in told]


class _Names:
    """The English names that parties bore, by day."""

    def __init__(self, filled: Filled) -> None:
        self.now = {row["id"]: row["name"] for row in filled.rows["party"]}
        self.borne: dict[str, list[Row]] = defaultdict(list)
        for row in filled.rows["party_name"]:
            dated = row.get("valid_from") or row.get("valid_to")
            if row["lang"] in ("en", "kk-latn") and row["form"] != "abbreviation" and dated:
                self.borne[row["party"]].append({**row, "valid_from": row.get("valid_from") or ""})

    def then(self, party: str, date: str, that_day: bool = False) -> str:
        """Return the last name taken before a day, or on it; before the first of all dated names, that one."""
        rows = self.borne[party]
        before = [row for row in rows if row["valid_from"] < date or (that_day and row["valid_from"] == date)]
        if before:
            return str(max(before, key=lambda row: (row["valid_from"], row["form"]))["name"])
        return (
            str(min(rows, key=lambda row: (row["valid_from"], row["form"] != "short"))["name"])
            if rows
            else self.now[party]
        )


def _event(subject: str, date: str, kind: str, text: str, **more: str | None) -> Row:
    owner = subject.removesuffix("/second-round")
    return {"id": f"{subject}/event", "date": date, "kind": kind, "text": text, "subject": owner, **more}


def _registrations(filled: Filled) -> list[Row]:
    names = _Names(filled)
    found = []
    for row in filled.rows["registration"]:
        if not row.get("date"):
            continue
        name = names.then(row["party"], row["date"], that_day=True)
        authority = f" ({row['authority']})" if row.get("authority") else ""
        tell = row.get("detail") and row["outcome"] not in OPENS
        detail = f": {row['detail']}" if tell else ""
        text = f"{name} {_ACTS[row['outcome']]}{authority}{detail}"
        kind = "ban" if row["outcome"] == "banned" else "registration"
        found.append(_event(row["id"], row["date"], kind, text, party=row["party"]))
    return found


def _renamings(filled: Filled) -> list[Row]:
    """A party's first name in a language is no renaming; every later one is."""
    by_language: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in filled.rows["party_name"]:
        if row["form"] != "abbreviation" and row.get("valid_from"):
            by_language[row["party"], row["lang"]].append(row)
    taken: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for (party, _), rows in sorted(by_language.items()):
        first = min(row["valid_from"] for row in rows)
        for row in rows:
            if row["valid_from"][:7] > first[:7]:
                taken[party, row["valid_from"]].append(row)
    return [
        _event(
            rows[0]["id"], day, "rename", "Took the name " + " / ".join(dict.fromkeys(row["name"] for row in rows)),
            party=party,
        )
        for (party, day), rows in taken.items()
    ]  # fmt: skip


def _leaders(filled: Filled) -> list[Row]:
    names = _Names(filled)
    return [
        _event(
            row["id"],
            row["valid_from"],
            "leader",
            f"{row['person']} became {row.get('role') or 'leader'} of {names.then(row['party'], row['valid_from'])}",
            party=row["party"],
        )
        for row in filled.rows["party_leader"]
        if row.get("valid_from")
    ]


def _links(filled: Filled) -> list[Row]:
    names = _Names(filled)
    found = []
    for row in filled.rows["party_link"]:
        if row.get("date"):
            kind, verb = _LINKS[row["kind"]]
            own, other = (names.then(row[side], row["date"]) for side in ("party", "other"))
            text = f"{own} {verb} {other}"
            found.append(_event(row["id"], row["date"], kind, text, party=row["party"]))
    return found


def _elections(filled: Filled) -> list[Row]:
    found = []
    for row in filled.rows["election"]:
        if row.get("date"):
            turnout = f", turnout {row['turnout_pct']} %" if row.get("turnout_pct") else ""
            text = f"{row['title']}{turnout}"
            found.append(_event(row["id"], row["date"], "election", text, election=row["id"]))
        if row.get("second_round"):
            text = f"{row['title']}: second round"
            found.append(_event(f"{row['id']}/second-round", row["second_round"], "election", text, election=row["id"]))
    return found


def _rules(filled: Filled) -> list[Row]:
    """A rule's first known value is no event: only a change is."""
    rules = {row["id"]: row for row in filled.rows["rule"]}
    before: dict[str, object] = {}
    found = []
    for row in sorted(filled.rows["threshold"], key=lambda row: row.get("valid_from") or ""):
        rule = rules[row["rule"]]
        old = before.get(rule["id"])
        before[rule["id"]] = row["value"]
        if row.get("valid_from") and old not in (None, row["value"]):
            text = f"{rule['title']}: {_value(row['value'], rule['unit'])}, was {_value(old, rule['unit'])}"
            found.append(_event(row["id"], row["valid_from"], "rule", text))
    return found


def _value(value: object, unit: str) -> str:
    if unit == "yes/no":
        return "yes" if value == 1 else "no"
    return str(value) if unit == "words" else f"{value} {unit}"
