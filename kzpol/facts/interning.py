"""Lays claims out for the database: what they have in common is kept once and named by a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kzpol.facts.claims import Claim, is_number
from kzpol.facts.filled import Filled, Row
from kzpol.facts.values import typed

_APART = 16  # numbers between two subjects that still count as one run
_Passage = tuple[str, str, str, str | None, str | None, str | None]


def in_order(filled: Filled) -> list[Claim]:
    """Return every claim once: by subject and field, the sooner believed first."""
    unique = dict.fromkeys(filled.claims)
    return sorted(unique, key=lambda c: (c.subject, c.field, c.belief, c.source, c.locator, c.value))


def claim_rows(claims: list[Claim], filled: Filled, ids: list[str]) -> dict[str, list[Row]]:
    """Return the rows of the tables behind the view `claim`; `ids` are the sources, in the order of their rows.

    What an event's row says stands there only: its claim has neither value nor text.
    """
    told = {(row["id"], "text", row["text"]) for row in filled.rows["event"]}
    subjects = _numbered({claim.subject for claim in claims})
    fields = _numbered({claim.field for claim in claims})
    sources = {id: number for number, id in enumerate(ids, 1)}
    longer = {claim.value for claim in claims if _is_long(claim) and _cell(claim) not in told}
    texts = _numbered(longer | {claim.locator for claim in claims} | {claim.note for claim in claims if claim.note})
    places = sorted({_passage(claim) for claim in claims}, key=lambda place: [part or "" for part in place])
    passages = {place: number for number, place in enumerate(places, 1)}
    said: list[Row] = [
        {
            "subject": subjects[claim.subject],
            "number": place,
            "field": fields[claim.field],
            "value": None if _is_long(claim) else typed(claim.value) if is_number(claim.field) else claim.value,
            "text": texts[claim.value] if _is_long(claim) and _cell(claim) not in told else None,
            "passage": passages[_passage(claim)],
            "chosen": int(claim in filled.chosen),
        }
        for place, claim in _placed(claims)
    ]
    cited = sorted({(sources[claim.source], subjects[claim.subject]) for claim in claims})
    return {
        "claim_subject": [{"id": number, "name": name} for name, number in subjects.items()],
        "claim_field": [{"id": number, "name": name} for name, number in fields.items()],
        "claim_text": [{"id": number, "text": text} for text, number in texts.items()],
        "claim_passage": [
            {
                "id": number,
                "source": sources[source],
                "locator": texts[locator],
                "rank": None if rank == "normal" else rank,
                "stage": stage,
                "reason": reason,
                "note": texts.get(note or ""),
            }
            for (source, locator, rank, stage, reason, note), number in passages.items()
        ],
        "claim_said": said,
        "claim_cited": _runs(cited),
    }


def _runs(cited: list[tuple[int, int]]) -> list[Row]:
    """Return the runs of subjects that each source speaks of; `cited` has source and subject, in order."""
    found: list[Row] = []
    for source, subject in cited:
        if found and found[-1]["source"] == source and subject <= found[-1]["last_subject"] + _APART:
            found[-1]["last_subject"] = subject
        else:
            found.append({"source": source, "first_subject": subject, "last_subject": subject})
    return found


def _placed(claims: list[Claim]) -> Iterator[tuple[int, Claim]]:
    """Yield claims that are in order, each with its place among those of its subject, from 0."""
    for _, own in groupby(claims, lambda claim: claim.subject):
        yield from enumerate(own)


def claim_numbers(claims: list[Claim]) -> Iterator[tuple[int, Claim]]:
    """Yield claims that are in order, each with the number that it has in the view `claim`."""
    subjects = _numbered({claim.subject for claim in claims})
    return (((subjects[claim.subject] << 20) + place, claim) for place, claim in _placed(claims))


def _is_long(claim: Claim) -> bool:
    """Whether a value is words that are shorter to name than to repeat."""
    return len(claim.value) > 4 and not is_number(claim.field)


def _cell(claim: Claim) -> tuple[str, str, str]:
    return claim.subject, claim.field, claim.value


def _passage(claim: Claim) -> _Passage:
    return claim.source, claim.locator, claim.rank, claim.stage, claim.reason, claim.note


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(sorted(names), 1)}
