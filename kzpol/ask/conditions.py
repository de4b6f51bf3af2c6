"""Puts the conditions of a question together so that SQLite can use an index for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def where(conditions: Mapping[str, Any]) -> tuple[str, list[Any]]:
    """Return the clause of those conditions that have a value, and the values; a tuple has one for each mark.

    What nobody asked for is left out: a condition such as `? is null or id = ?` would read the whole table.
    """
    given = {condition: value for condition, value in conditions.items() if value is not None}
    values = [part for value in given.values() for part in (value if isinstance(value, tuple) else (value,))]
    return ("where " + " and ".join(f"({condition})" for condition in given) if given else ""), values


def beginning(text: str) -> tuple[str, str]:
    """Return the bounds, the first included, of all texts that begin so."""
    return text, text + "\U0010ffff"


def parts(subject: str) -> tuple[str, str]:
    """Return the bounds, none of them included, of the ids of all parts of a subject: "0" follows "/" at once."""
    return f"{subject}/", f"{subject}0"


def year(number: int) -> tuple[str, str]:
    """Return the bounds, the first included, of the dates of any precision within a year."""
    return f"{number:04}", f"{number + 1:04}"
