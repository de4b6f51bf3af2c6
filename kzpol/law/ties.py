"""Who comes first among equals."""

from __future__ import annotations

from collections.abc import Sequence

from kzpol.law.model import ListVote

# Law on Elections, art. 97-1 (3) of 1999, (4) since 2009 (https://zan.gov.kz/client/#!/doc/4/rus/22.12.2006): of lists
# with equal fractions the one that was registered earlier comes first. The order in which lists are given here says
# nothing: where the days of registration are not known, or are the same, the seats stay open.


def first_registered(rows: Sequence[ListVote], level: Sequence[int], seats: int) -> list[int] | None:
    """Return the places of the `seats` lists registered first among those level, or None where that is not known."""
    if seats >= len(level):
        return list(level)
    days = [rows[place].registered_on for place in level]
    if None in days:
        return None
    ordered = sorted(level, key=lambda place: rows[place].registered_on or "")
    if seats and rows[ordered[seats - 1]].registered_on == rows[ordered[seats]].registered_on:
        return None
    return ordered[:seats]
