"""A list of records that notebooks draw as a table and that turns into plain dictionaries."""

from __future__ import annotations

from typing import Any, TypeVar

from kzpol.ask.records.base import Record

R = TypeVar("R", bound=Record)
SHOWN = 60  # rows that a notebook draws


class Rows(list[R]):
    """Records in order; a list in every other way."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each record as a dictionary under the names that answers use, as data-frame libraries take them."""
        return [record.values() for record in self]

    def _repr_html_(self) -> str:
        """Draw the records as a table; this is what notebooks call."""
        from kzpol.ask.notebook import table

        shown = self[:SHOWN]
        left = f"<p>{SHOWN} of {len(self)} rows shown</p>" if len(self) > SHOWN else ""
        return (table(shown[0].columns(), [record.values() for record in shown]) if shown else "<p>no rows</p>") + left
