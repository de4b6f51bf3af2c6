"""Would a party with these numbers be registered: each requirement of a day, met, not met, or not checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ALL = "all"


@dataclass(frozen=True)
class Asked:
    """What a rule asks of a party on a day: a number, or words such as "all" or "2/3" of the regions."""

    rule: str
    title: str
    value: float | str
    unit: str
    act: str | None
    article: str | None
    id: str | None = None  # what `kzpol why` takes
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True)
class Requirement:
    """A rule's demand, what was given (None: nothing), and whether it is met (None: not checked)."""

    asked: Asked
    given: int | str | None
    met: bool | None


def requirements(asked: Sequence[Asked], given: Mapping[str, int | str]) -> list[Requirement]:
    """Return each requirement with its verdict; `given` has a party's numbers, or "all", by rule.

    What is not given is not checked, never taken as met. A number of regions is not checked against a share of the
    regions: how many there were on the day is not part of these rules.
    """
    return [Requirement(rule, given.get(rule.rule), _met(rule.value, given.get(rule.rule))) for rule in asked]


def _met(value: float | str, given: int | str | None) -> bool | None:
    if given is None:
        return None
    if given == ALL:
        return True
    if isinstance(value, str) or isinstance(given, str):
        return None
    return given >= value


def verdict(found: Sequence[Requirement]) -> bool | None:
    """Return False where a requirement is not met, True where all are, None where that is open.

    Open is what was not checked, and a rule with several values (the law changed within the days asked for, or nobody
    knows on which of them) that are met in part.
    """
    by_rule: dict[str, set[bool | None]] = {}
    for row in found:
        by_rule.setdefault(row.asked.rule, set()).add(row.met)
    if {False} in by_rule.values():
        return False
    return True if all(answers == {True} for answers in by_rule.values()) else None
