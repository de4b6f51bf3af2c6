"""The tables while they are filled: their rows, all claims, and which claims stand behind what was chosen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from kzpol.facts.claims import Choice, Claim, choose
from kzpol.facts.errors import Fault

Row = dict[str, Any]


@dataclass
class Filled:
    """Rows by table, every claim, and which claims stand behind a chosen value."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    claims: list[Claim] = field(default_factory=list)
    chosen: set[Claim] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def settle(self, claims: list[Claim]) -> Choice | None:
        """Choose among claims on one cell; keep the supporters and any fault."""
        choice, fault = choose(claims)
        if fault:
            self.faults.append(fault)
        if choice:
            self.chosen |= choice.supporters
        return choice

    def borrow(self, subject: str, field_name: str, value: str, origin: Choice) -> None:
        """Let claims made elsewhere stand behind a derived cell too."""
        for claim in sorted(origin.supporters, key=lambda c: (c.belief, c.source, c.locator)):
            borrowed = replace(claim, subject=subject, field=field_name, value=value)
            self.claims.append(borrowed)
            self.chosen.add(borrowed)
