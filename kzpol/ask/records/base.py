"""The base of all records: what an answer's row can do.

A record's fields are the columns of its list, in this order. Dates are text, as precise as known. Counts are
people, ballots or seats; `_pct` is per cent. `id` is what `kzpol why` takes.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, fields
from typing import Any, Self

# `from` is a word of Python: records and tables call it valid_from, answers call it from.
ANSWER_NAMES = {"valid_from": "from", "valid_to": "to"}


@dataclass(frozen=True, repr=False, eq=False)
class Record:
    """What all records can do. Comparing and showing are written once: made for each record they slow the start."""

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in self.values().items() if value is not None)
        return f"{type(self).__name__}({said})"

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(repr(self))

    def _repr_html_(self) -> str:
        """Draw the record in a notebook."""
        from kzpol.ask.notebook import pairs

        return pairs(self.values())

    @classmethod
    def read(cls, row: sqlite3.Row, **more: Any) -> Self:
        """Make a record from a row that has columns of its fields' names."""
        columns = set(row.keys())
        values = {f.name: row[f.name] for f in fields(cls) if f.name in columns}
        return cls(**(values | more))

    @classmethod
    def columns(cls) -> list[str]:
        """Return the names of the record's values as answers show them."""
        return [ANSWER_NAMES.get(f.name, f.name) for f in fields(cls) if f.metadata.get("shown", True)]

    def values(self) -> dict[str, Any]:
        """Return the record's values under the names that answers use."""
        return {
            ANSWER_NAMES.get(f.name, f.name): getattr(self, f.name)
            for f in fields(self)
            if f.metadata.get("shown", True)
        }
