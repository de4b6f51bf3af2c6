"""Records about rules."""

from __future__ import annotations

from dataclasses import dataclass

from kzpol.ask.records.base import Record


@dataclass(frozen=True, repr=False, eq=False)
class Threshold(Record):
    """A rule's value, in force from a day (included) to a day (excluded, `None` while in force)."""

    rule: str
    domain: str
    value: float | int | str
    unit: str
    valid_from: str | None
    valid_to: str | None
    act: str | None
    article: str | None
    note: str | None
    adopted: str | None
    first_applied: str | None
    title: str
    id: str
    on: str | None = None
