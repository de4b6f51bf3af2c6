"""Claims: what each source says of a field of a subject, and which of them to believe.

Order of belief: rank, then a final count before a preliminary one, then the kind of source (law, commission,
official, observer, agency, reference, analysis). Between claims that agree the more precise one is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kzpol.ask.sources import KINDS
from kzpol.facts.errors import Fault
from kzpol.facts.values import exact, typed

RANKS = ("preferred", "normal", "deprecated")
_STAGES = {"final": 0, None: 1, "preliminary": 2, "exit-poll": 3}

# Prose and spellings differ between sources without contradicting each other.
_WORDS = frozenset(
    {
        "name", "name_kk", "name_ru", "abbreviation", "authority", "detail", "text", "note", "act", "article",
        "speaker", "person", "person_ru", "person_kk", "what", "as_of", "unit", "ideology", "seat",
        "role", "first_applied", "lang", "form", "kind", "party", "nominated_by", "winner",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """A value that a source states of a field of a subject; `value` is text as it was read."""

    subject: str
    field: str
    value: str
    source: str
    source_kind: str
    locator: str
    rank: str = "normal"
    reason: str | None = None
    note: str | None = None
    stage: str | None = None
    file: str = ""
    row: int = 0  # which row of the fact files it comes from

    @cached_property
    def belief(self) -> tuple[int, int, int]:
        """Sort key: the smaller, the sooner believed."""
        return RANKS.index(self.rank), _STAGES[self.stage], KINDS.index(self.source_kind)


@dataclass(frozen=True)
class Choice:
    """The claim that a field's value is taken from, and all that say the same."""

    value: int | float | str
    stage: str | None
    supporters: frozenset[Claim]


def agree(field: str, one: str, other: str) -> bool:
    """Whether two values as read can both be true: equal, or one a coarser rounding of the other."""
    if one == other or field in _WORDS:
        return True
    if field in _DATES:
        return one.startswith(other) or other.startswith(one)
    if one.isdigit() and other.isdigit():
        return int(one) == int(other)
    if one.isdigit() or other.isdigit():  # 88 and 88.41: the whole number may be rounded
        one, other = (f"{text}." if text.isdigit() else text for text in (one, other))
    return _agree_as_numbers(one, other)


_DATES = frozenset(
    {
        "date", "second_round", "called_on", "founded", "ended", "registered", "valid_from", "valid_to", "until",
        "adopted",
    }
)  # fmt: skip


def _agree_as_numbers(one: str, other: str) -> bool:
    try:
        (low, high), (below, above) = _range(one), _range(other)
    except ValueError:
        return False
    return low <= above + 1e-9 and below <= high + 1e-9


def _range(text: str) -> tuple[float, float]:
    """Return the numbers that a value as read can stand for: `~n` is half a unit of its last figure about n.

    A share with decimals is as exact as it is written; one without, such as 88, may be rounded from either side of it.
    A whole number of votes or seats is itself.
    """
    number = float(text.lstrip("~<>"))
    if text[0] == ">":
        return number, float("inf")
    if text[0] == "<":
        return float("-inf"), number
    places = len(text.partition(".")[2])
    if text[0] == "~":
        whole = text[1:]
        zeros = len(whole) - len(whole.rstrip("0")) if not places else -places
        return number - 0.5 * 10.0**zeros, number + 0.5 * 10.0**zeros
    if not places and not text.endswith("."):
        return number, number
    return number - 0.5 * 10.0**-places, number + 0.5 * 10.0**-places


def choose(claims: Iterable[Claim]) -> tuple[Choice | None, Fault | None]:
    """Return what to believe of claims on one field of one subject, and a fault where that is not settled.

    Deprecated claims are never chosen, nor rough numbers for a count; for a figure only where none is exact.
    """
    usable = sorted(
        (c for c in claims if c.rank != "deprecated" and (exact(c.value) or c.field not in _COUNTS)),
        key=lambda c: c.belief,
    )
    if any(exact(claim.value) for claim in usable):
        usable = [claim for claim in usable if exact(claim.value) or claim.field in _WORDS]
    if not usable:
        return None, None
    best = usable[0]
    if len(usable) == 1:  # as of most cells
        return Choice(_typed(best), best.stage, frozenset(usable)), None
    equals = [c for c in usable if c.belief == best.belief]
    fault = None
    if any(not agree(a.field, a.value, b.value) for a in equals for b in equals):
        fault = _undecided(equals)
    if best.field in _WORDS:
        precise = best
    else:
        near = [c for c in usable if c.stage == best.stage and agree(c.field, c.value, best.value)]
        precise = max(near, key=lambda c: (_precision(c), [-part for part in c.belief]))
    level = [c for c in usable if c.belief == precise.belief and agree(c.field, c.value, best.value)]
    if fault is None and any(not agree(c.field, c.value, precise.value) for c in level):
        fault = _undecided(level)
    supporters = frozenset(c for c in usable if agree(c.field, c.value, precise.value))
    if best.field in _WORDS:
        supporters = frozenset(c for c in supporters if c.value == best.value)
    return Choice(_typed(precise), best.stage, supporters), fault


def _typed(claim: Claim) -> int | float | str:
    return typed(claim.value) if is_number(claim.field) else claim.value


def _undecided(claims: list[Claim]) -> Fault:
    said = "; ".join(f"{c.value} ({c.source})" for c in claims)
    first = claims[0]
    return Fault(first.file, 1, f"{first.subject} {first.field}", f"sources of one kind disagree, rank one: {said}")


_COUNTS = frozenset(
    {
        "seats_total", "seats_list", "seats_district", "seats_other", "registered_voters", "votes_cast", "turnout_pct",
        "valid_votes", "invalid_votes", "against_all_votes", "votes", "share_pct", "candidates",
    }
)  # fmt: skip


def is_prose(field: str) -> bool:
    """Whether a field holds words, which differ between sources without contradicting each other."""
    return field in _WORDS


def is_number(field: str) -> bool:
    """Whether a field holds numbers (a rule's `value` may also be words)."""
    return field in _COUNTS or field == "value"


def _precision(claim: Claim) -> int:
    if claim.field in _DATES:
        return len(claim.value)
    return len(claim.value.partition(".")[2])


def differ(claims: Iterable[Claim]) -> bool:
    """Whether claims on one field cannot all be true."""
    said = sorted({(c.field, c.value) for c in claims})
    return any(not agree(field, one, other) for field, one in said for _, other in said)
