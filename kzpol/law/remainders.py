"""Largest remainders: whole quotas first, the seats left one each to the largest fractions.

Article 97-1, parts 1, 3 and 4, is the quota of Hare: all votes that share in the seats, divided by the seats. Droop's
and Hagenbach-Bischoff's quotas are here for comparison. Everything is counted in whole numbers: a list's votes times
the quota's denominator, divided by its numerator.
"""

from __future__ import annotations

from fractions import Fraction

from kzpol.law.model import ListVote, Undecided
from kzpol.law.ties import first_registered


def quota(method: str, total: int, seats: int) -> Fraction:
    """Return the votes that one seat costs."""
    if method == "droop":
        return Fraction(total // (seats + 1) + 1)
    if method == "hagenbach-bischoff":
        return Fraction(total, seats + 1)
    return Fraction(total, seats)


def share_out(
    lists: list[ListVote], seats: int, price: Fraction
) -> tuple[dict[str, int], dict[str, int], list[Undecided]]:
    """Return the whole quotas of each list, its seats in the end, and what a tie leaves undecided."""
    divided = {row.party: divmod(row.votes * price.denominator, price.numerator) for row in lists}
    whole = {party: quotient for party, (quotient, _) in divided.items()}
    left = seats - sum(whole.values())
    won = dict(whole)
    order = sorted(lists, key=lambda row: -divided[row.party][1])
    if left < 0:  # only Hagenbach-Bischoff's quota can give one seat too many, when it goes into all votes without rest
        return whole, *_take_back(won, order, -left)
    if left == 0:
        return whole, won, []
    rounds, left = divmod(left, len(lists))  # more seats than lists: only when seats outnumber votes
    for party in won:
        won[party] += rounds
    if left == 0:
        return whole, won, []
    last = divided[order[left - 1].party][1]
    sure = [row for row in order if divided[row.party][1] > last]
    level = [row for row in order if divided[row.party][1] == last]
    for row in sure:
        won[row.party] += 1
    return whole, won, _settle(won, level, left - len(sure))


def _take_back(won: dict[str, int], order: list[ListVote], excess: int) -> tuple[dict[str, int], list[Undecided]]:
    level = [row for row in order if won[row.party] > 0]
    for row in level:
        won[row.party] -= 1
    return won, _settle(won, level, len(level) - excess)


def _settle(won: dict[str, int], level: list[ListVote], seats: int) -> list[Undecided]:
    """Give seats to equals, by the order of registration where it takes one."""
    if seats == 0:
        return []
    chosen = level if seats == len(level) else first_registered(level, seats)
    if chosen is None:
        return [Undecided(tuple(sorted(row.party for row in level)), seats)]
    for row in chosen:
        won[row.party] += 1
    return []
