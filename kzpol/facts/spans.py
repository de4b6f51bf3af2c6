"""Works out in which spans a party was registered: from what was done to it, its end, and when it was seen."""

from __future__ import annotations

from collections import defaultdict

from kzpol.facts.filled import Filled, Row

OPENS = ("registered", "re-registered")
_CLOSES = ("revoked", "liquidated", "banned")


def spans(filled: Filled) -> list[Row]:
    """Return the registered spans of every party.

    A party whose registration nobody dates is known to have been registered between the votes that it had a list or
    candidates in, as only registered parties may, or the days when it was listed; before and after it is not known.
    """
    acts: dict[str, list[Row]] = defaultdict(list)
    for row in filled.rows["registration"]:
        if row.get("date"):
            acts[row["party"]].append(row)
    votes: dict[str, list[str]] = defaultdict(list)
    for row in filled.rows["result"]:
        if row.get("party") and row["stage"] == "final" and row.get("date"):
            votes[row["party"]].append(row["date"])
    for row in filled.rows["party_listed"]:
        votes[row["party"]].append(row["date"])
    deadline = _reregistered_by(filled)
    found: list[Row] = []
    for party in filled.rows["party"]:
        own = sorted(acts[party["id"]], key=lambda row: (row["date"], row["outcome"] in OPENS))
        found += [
            _lapsed(span, deadline)
            for span in (*_undated(party, own, votes[party["id"]]), *_dated(party, own, votes[party["id"]]))
        ]
        found += _suspended(party, own)
    return found


def _reregistered_by(filled: Filled) -> str:
    """Return the month by which the Law of 2002 had parties register anew; '' where the facts have no such rule."""
    rule = [row for row in filled.rows["threshold"] if row["rule"] == "party-reregistration-months"]
    if not rule:
        return ""
    year, month = (int(part) for part in rule[0]["valid_from"].split("-")[:2])
    years, month = divmod(month - 1 + int(rule[0]["value"]), 12)
    return f"{year + years}-{month + 1:02}"


def _lapsed(span: Row, deadline: str) -> Row:
    """End a span of unknown end when the Law of 2002 had parties register anew, if nothing later is known."""
    last = span["known_to"] or span["valid_from"]
    return {**span, "valid_to": deadline} if span["valid_to"] == "" and last < deadline else span


def _dated(party: Row, acts: list[Row], votes: list[str]) -> list[Row]:
    found: list[Row] = []
    open_since: str | None = None
    for act in acts:
        if act["outcome"] in OPENS and open_since is None:
            open_since = act["date"]
        elif act["outcome"] in _CLOSES and open_since is not None:
            found.append(_span(party, open_since, act["date"]))
            open_since = None
    if open_since is not None:
        until = party.get("ended") or (None if party["status"] in ("registered", "suspended") else "")
        seen = max([open_since, *votes, *(act["date"] for act in acts if act["outcome"] in OPENS)])
        found.append(_span(party, open_since, until, known_to=seen if until == "" else None))
    return found


def _undated(party: Row, acts: list[Row], votes: list[str]) -> list[Row]:
    """Return the span before the first dated registration, or the only one, where that was not the first."""
    opened = next((act for act in acts if act["outcome"] in OPENS), None)
    if opened and opened["outcome"] == "registered":
        return []
    before = [date for date in votes if opened is None or date < opened["date"]]
    since = min([party["founded"]] if party.get("founded") else before, default=None)
    refused = party["status"] in ("never-registered", "refused") or any(act["outcome"] == "denied" for act in acts)
    if party["kind"] != "party" or since is None or (not before and (opened is not None or refused)):
        return []
    until = opened["date"] if opened else party.get("ended") or ""
    if not before:
        return [_span(party, since, until, known_from="9999", known_to="0001")]
    return [_span(party, min(since, *before), until, min(before), opened["date"] if opened else max(before))]


def _suspended(party: Row, acts: list[Row]) -> list[Row]:
    stops = [act for act in acts if act["outcome"] == "suspended"]
    return [{**_span(party, act["date"], act.get("until", "")), "suspended": 1} for act in stops]


def _span(
    party: Row, valid_from: str, valid_to: str | None, known_from: str | None = None, known_to: str | None = None
) -> Row:
    return {
        "party": party["id"], "valid_from": valid_from, "valid_to": valid_to,
        "known_from": known_from, "known_to": known_to, "suspended": 0,
    }  # fmt: skip
