"""Works out in which spans a party was registered, from what was done to it and from its end."""

from __future__ import annotations

from collections import defaultdict

from kzpol.facts.fill import Filled, Row

_OPENS = ("registered", "re-registered")
_CLOSES = ("revoked", "liquidated", "banned")


def spans(filled: Filled) -> list[Row]:
    """Return the registered spans of every party; a span that ended on an unknown day ends in ''.

    Such a span is known to have lasted at least to the last vote in which the party had a list or candidates.
    """
    acts: dict[str, list[Row]] = defaultdict(list)
    for row in filled.rows["registration"]:
        if row.get("date"):
            acts[row["party"]].append(row)
    found: list[Row] = []
    for party in filled.rows["party"]:
        own = sorted(acts[party["id"]], key=lambda row: (row["date"], row["outcome"] in _OPENS))
        votes = [
            row["date"] for row in filled.rows["result"]
            if row.get("party") == party["id"] and row["stage"] == "final" and row.get("date")
        ]  # fmt: skip
        found += _of_party(party, own, max([*votes, *(act["date"] for act in own)], default=""))
    return found


def _of_party(party: Row, acts: list[Row], seen: str) -> list[Row]:
    found: list[Row] = []
    open_since: str | None = None
    for index, act in enumerate(acts):
        day, outcome = act["date"], act["outcome"]
        if outcome in _OPENS and open_since is None:
            open_since = day
        elif outcome in _CLOSES and open_since is not None:
            found.append(_span(party, open_since, day))
            open_since = None
        elif outcome == "suspended":
            after = next((later["date"] for later in acts[index + 1 :]), "")
            found.append({**_span(party, day, after), "suspended": 1})
    if open_since is not None:
        over = party["status"] not in ("registered", "suspended")
        ended = party.get("ended")
        until = ended or ("" if over else None)
        found.append({**_span(party, open_since, until), "known_to": max(seen, open_since) if until == "" else None})
    return found


def _span(party: Row, valid_from: str, valid_to: str | None) -> Row:
    return {"party": party["id"], "valid_from": valid_from, "valid_to": valid_to, "suspended": 0}
