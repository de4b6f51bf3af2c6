"""Who comes first among equals: the list that was registered earlier (article 97-1). Never the order in which lists
are given: where the day of registration is not known, the tie stays open."""

from __future__ import annotations

from collections.abc import Sequence

from kzpol.law.model import ListVote


def first_registered(level: Sequence[ListVote], seats: int) -> list[ListVote] | None:
    """Return the `seats` lists that were registered first among equals, or None where that is not known."""
    if any(row.registered_on is None for row in level):
        return None
    ordered = sorted(level, key=lambda row: row.registered_on or "")
    if seats and ordered[seats - 1].registered_on == ordered[seats].registered_on:
        return None  # registered on one day: the order within it is not known
    return ordered[:seats]
