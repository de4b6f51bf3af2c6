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
        columns = row.keys()
        names = _names(cls)
        values = {name: value for name, value in zip(columns, row, strict=True) if name in names}
        return cls(**(values | more))

    @classmethod
    def columns(cls) -> list[str]:
        """Return the names of the record's values as answers show them."""
        return [answer for _, answer in _shown(cls)]

    def values(self) -> dict[str, Any]:
        """Return the record's values under the names that answers use."""
        kept = self.__dict__
        return {answer: kept[name] for name, answer in _shown(type(self))}


# What `fields` says, by class: it takes long to say it, and answers ask for every row.
_NAMES: dict[type, frozenset[str]] = {}
_SHOWN: dict[type, list[tuple[str, str]]] = {}


def _names(kind: type[Record]) -> frozenset[str]:
    if kind not in _NAMES:
        _NAMES[kind] = frozenset(f.name for f in fields(kind))
    return _NAMES[kind]


def _shown(kind: type[Record]) -> list[tuple[str, str]]:
    """Return the fields that answers show, each with its name there."""
    if kind not in _SHOWN:
        _SHOWN[kind] = [
            (f.name, ANSWER_NAMES.get(f.name, f.name)) for f in fields(kind) if f.metadata.get("shown", True)
        ]
    return _SHOWN[kind]
