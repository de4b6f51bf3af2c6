"""Records of who says so, who says otherwise, and what nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kzpol.ask.records.base import Record


@dataclass(frozen=True, repr=False, eq=False)
class Claim(Record):
    """A value that a source states of a field of a subject; `chosen` marks what kzpol answers with."""

    subject: str
    field: str
    value: Any
    rank: str
    stage: str | None
    source: str
    locator: str
    reason: str | None
    note: str | None
    chosen: bool


@dataclass(frozen=True, repr=False, eq=False)
class Conflict(Record):
    """Values that cannot all be true, the one preferred and why."""

    subject: str
    field: str
    values_: list[dict[str, Any]]
    preferred: Any
    reason: str | None
    kind: str

    def values(self) -> dict[str, Any]:
        """Return the record's values; `values` lists what each source says."""
        return {
            "subject": self.subject,
            "field": self.field,
            "values": self.values_,
            "preferred": self.preferred,
            "reason": self.reason,
            "kind": self.kind,
        }

    @classmethod
    def columns(cls) -> list[str]:
        """Return the names of the record's values."""
        return ["subject", "field", "values", "preferred", "reason", "kind"]


@dataclass(frozen=True, repr=False, eq=False)
class Unknown(Record):
    """A value that was looked for and not found."""

    subject: str
    field: str
    note: str
