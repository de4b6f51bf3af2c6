"""Largest remainders: whole quotas first, the seats left one each to the largest fractions.

A quota is a fraction `top / bottom`; votes divided by it are `votes * bottom / top`, so that whole numbers are enough.
"""

from __future__ import annotations

Shared = tuple[list[int], list[int], int]
"""The seats of each list; the places of lists that are level for more seats, and how many of these they share."""

# Law on Elections, art. 97-1 (1) (https://zan.gov.kz/client/#!/doc/4/rus/22.12.2006): the votes of the parties over the
# barrier, added up and divided by the number of seats, are the first electoral quotient, the quota. That is Hare's.
# Droop's and Hagenbach-Bischoff's are here to compare with.


def quota(method: str, total: int, seats: int) -> tuple[int, int]:
    """Return the votes that one seat costs, as a fraction: top and bottom."""
    if method == "droop":
        return total // (seats + 1) + 1, 1
    if method == "hagenbach-bischoff":
        return total, seats + 1
    return total, seats


# Art. 97-1 (2) and (3) of 1999, (3) and (4) since 2009: each list's votes are divided by the quota, and the whole part
# of the result is the number of its seats. Seats that are then left go one each to the lists with the largest fraction.


def largest_remainders(votes: list[int], seats: int, top: int, bottom: int) -> Shared:
    """Return the seats of each list, without those for which several are level."""
    won = [count * bottom // top for count in votes]
    left = seats - sum(won)
    if left == 0:
        return won, [], 0
    if left < 0:  # Hagenbach-Bischoff's quota gives one too many where it goes into all votes without a rest
        level = [place for place, count in enumerate(won) if count]
        left += len(level)
        return [count - 1 if count else 0 for count in won], level if left else [], left
    if left >= len(votes):  # other quotas than the law's, where there are more seats than votes
        rounds, left = divmod(left, len(votes))
        won = [count + rounds for count in won]
        if left == 0:
            return won, [], 0
    rests = [count * bottom % top for count in votes]
    ranked = sorted(rests, reverse=True)
    last = ranked[left - 1]
    if ranked[left] == last:
        level = [place for place, rest in enumerate(rests) if rest == last]
        return [count + (rest > last) for count, rest in zip(won, rests, strict=True)], level, left - ranked.index(last)
    return [count + (rest >= last) for count, rest in zip(won, rests, strict=True)], [], 0
