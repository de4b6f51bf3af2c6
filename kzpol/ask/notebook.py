"""How records look in a notebook: plain tables, every value escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any


def table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows as a table; columns that are empty throughout are left out."""
    used = [name for name in columns if any(row.get(name) is not None for row in rows)]
    head = "".join(f"<th>{escape(name)}</th>" for name in used)
    lines = ("<tr>" + "".join(f"<td>{_cell(row.get(name))}</td>" for name in used) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def pairs(values: Mapping[str, Any]) -> str:
    """Return one record as names with values; what is not known is left out."""
    lines = (
        f"<tr><th>{escape(name)}</th><td>{_cell(value)}</td></tr>"
        for name, value in values.items()
        if value is not None
    )
    return f"<table><tbody>{''.join(lines)}</tbody></table>"


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return escape(
            "; ".join(str(item.get("value", item)) if isinstance(item, dict) else str(item) for item in value)
        )
    return "" if value is None else escape(str(value))
