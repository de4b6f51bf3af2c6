"""Highest averages, for comparison: seats one after another to the list whose votes over the next divisor are most."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from kzpol.law.model import ListVote, Undecided
from kzpol.law.ties import first_registered


def divisor(method: str, seats: int) -> tuple[int, int]:
    """Return the divisor of a list that has so many seats, as numerator and denominator."""
    if method == "dhondt":
        return seats + 1, 1
    if method == "modified-sainte-lague" and seats == 0:
        return 7, 5  # 1.4
    return 2 * seats + 1, 1


class _Average:
    """A list's votes over its next divisor, in an order that is exact: the largest first."""

    __slots__ = ("below", "row", "seats", "top")

    def __init__(self, row: ListVote, seats: int, method: str) -> None:
        numerator, denominator = divisor(method, seats)
        self.row, self.seats = row, seats
        self.top, self.below = row.votes * denominator, numerator

    def __lt__(self, other: _Average) -> bool:
        return self.top * other.below > other.top * self.below

    def level(self, other: _Average) -> bool:
        """Whether two averages are equal."""
        return self.top * other.below == other.top * self.below


def highest_averages(lists: list[ListVote], seats: int, method: str) -> tuple[dict[str, int], list[Undecided]]:
    """Return the seats of each list, and what a tie for the last of them leaves undecided."""
    won = {row.party: 0 for row in lists}
    heap = [_Average(row, 0, method) for row in lists]
    heapify(heap)
    left = seats
    while left:
        level = [heappop(heap)]
        while heap and heap[0].level(level[0]):
            level.append(heappop(heap))
        if len(level) > left:
            chosen = first_registered([average.row for average in level], left)
            if chosen is None:
                return won, [Undecided(tuple(sorted(average.row.party for average in level)), left)]
            for row in chosen:
                won[row.party] += 1
            return won, []
        for average in level:  # equals get a seat each: the next average of every one of them is smaller
            won[average.row.party] += 1
            heappush(heap, _Average(average.row, average.seats + 1, method))
        left -= len(level)
    return won, []
