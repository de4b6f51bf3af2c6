"""Highest averages, to compare with the law: seats one after another to the list whose votes divided by its next
divisor are most. No edition of the Law on Elections that was read uses them.
"""

from __future__ import annotations

from kzpol.law.remainders import Shared

# The divisor of a list without seats, and of one with k seats: step * k + start. Modified Sainte-Lague's 1.4, 3, 5, 7
# are taken five times, so that they are whole.
_DIVISORS = {"dhondt": (1, 1, 1), "sainte-lague": (1, 2, 1), "modified-sainte-lague": (7, 10, 5)}
DIVISOR_METHODS = frozenset(_DIVISORS)
_FINE = 64  # prices are tried in steps of this part of a seat


def highest_averages(votes: list[int], seats: int, method: str) -> Shared:
    """Return the seats of each list (all have votes), without those for which several are level.

    The averages of at least some price are the highest there are, so a price that as many of them reach as there are
    seats settles everything. It is sought from the one that would do on the average; what lies between a price with too
    few and one with too many is ranked.
    """
    first, step, start = _DIVISORS[method]
    price = (2 * step * seats + len(votes) * (2 * start - step)) * _FINE // 2  # the higher, the cheaper a seat
    few: list[int] | None = None
    many: list[int] | None = None
    change = 0
    while few is None or many is None:
        found = _reaching(votes, price, first, step, start) if price > 0 else [0] * len(votes)
        missing = seats - sum(found)
        if missing == 0:
            return found, [], 0
        change = max(2 * change, step * _FINE * (abs(missing) + 2))
        if missing > 0:
            few = found
            price += change
        else:
            many = found
            price -= change
    return _ranked(votes, seats, few, many, (first, step, start))


def _reaching(votes: list[int], price: int, first: int, step: int, start: int) -> list[int]:
    """Return how many averages of each list reach a price: floor((votes / price - start) / step) + 1 of them."""
    total = sum(votes) * _FINE
    rest, unit, line = (step - start) * total, step * total, first * total
    if first == start:
        return [(count * price + rest) // unit for count in votes]
    return [(count * price + rest) // unit if count * price >= line else 0 for count in votes]


def _ranked(votes: list[int], seats: int, few: list[int], many: list[int], divisors: tuple[int, int, int]) -> Shared:
    """Give the seats that `few` leaves over to the highest of the averages that `many` has beyond it.

    Exact in whole numbers: two averages a/b and c/d that differ, differ by at least 1/(b*d). Multiplied by a number
    above that product and cut to whole numbers they are still in the same order, and equal only where they were equal.
    """
    first, step, start = divisors
    scale = (step * max(many) + start + first) ** 2
    averages = [
        (votes[place] * scale // (step * have + start if have else first), place)
        for place, (least, most) in enumerate(zip(few, many, strict=True))
        for have in range(least, most)
    ]
    averages.sort(reverse=True)
    left = seats - sum(few)
    last = averages[left - 1][0]
    won = list(few)
    if averages[left][0] != last:
        for _, place in averages[:left]:
            won[place] += 1
        return won, [], 0
    for average, place in averages:
        if average == last:
            break
        won[place] += 1
        left -= 1
    return won, [place for average, place in averages if average == last], left
