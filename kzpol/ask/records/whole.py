"""All that is known of one party or one election."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kzpol.ask.records.claim import Conflict, Unknown
    from kzpol.ask.records.election import Election
    from kzpol.ask.records.happening import Event, Figure
    from kzpol.ask.records.party import Identifier, Leader, Link, Party, PartyName, Registration
    from kzpol.ask.records.result import District, Region, Result
    from kzpol.ask.records.rule import Threshold
    from kzpol.ask.records.source import Source


class Whole:
    """What has lists of records; a notebook draws one after the other."""

    def _repr_html_(self) -> str:
        from kzpol.ask.notebook import pairs, table
        from kzpol.ask.records.base import Record

        parts = []
        for name, value in vars(self).items():
            if isinstance(value, Record):
                parts.append(pairs(value.values()))
            elif isinstance(value, list) and value and isinstance(value[0], Record):
                drawn = table(value[0].columns(), [record.values() for record in value])
                parts.append(f"<details open><summary>{name}: {len(value)}</summary>{drawn}</details>")
        return "".join(parts)


@dataclass(frozen=True, repr=False, eq=False)
class PartyHistory(Whole):
    """All that is known of one party."""

    party: Party
    name_then: str | None
    names: list[PartyName]
    registrations: list[Registration]
    leaders: list[Leader]
    links: list[Link]
    ids: list[Identifier]
    results: list[Result]
    figures: list[Figure]
    events: list[Event]
    conflicts: list[Conflict]
    unknown: list[Unknown]
    sources: list[Source]
    others: dict[str, str]  # the names of the parties that it is linked with
    covers_to: str  # the last day that the data cover


@dataclass(frozen=True, repr=False, eq=False)
class ElectionReport(Whole):
    """All that is known of one election."""

    election: Election
    results: list[Result]
    preliminary: list[Result]
    polls: list[Result]
    regions: list[Region]
    districts: list[District]
    rules: list[Threshold]
    figures: list[Figure]
    events: list[Event]
    conflicts: list[Conflict]
    exceptions: list[dict[str, Any]]
    unknown: list[Unknown]
    sources: list[Source]
    names: dict[str, str] = field(default_factory=dict)

    @property
    def barrier(self) -> float | None:
        """The per cent of votes that a list had to get; None where there were no lists, or it is not sure."""
        if self.election.body not in ("majilis", "kurultai") or not self.election.seats_list:
            return None
        values = [row.value for row in self.rules if row.rule == "list-threshold-pct" and row.on == "yes"]
        return float(values[0]) if len(values) == 1 and isinstance(values[0], int | float) else None
