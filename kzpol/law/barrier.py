"""Who shares in the seats: the lists over the threshold; since 2009 a second one beside a single winner.

Article 97-1 of the Law on Elections, parts 1 and 2: seats go to the lists that got at least the named share of the
voters who took part. If only one list did, the one with the next highest votes is let in too.
"""

from __future__ import annotations

from fractions import Fraction

from kzpol.law.model import Law, ListVote


def clears(votes: int, base: int, threshold_pct: Fraction) -> bool:
    """Whether votes are at least the threshold's share of the base. Exact: just on the threshold is enough."""
    return base > 0 and votes * 100 * threshold_pct.denominator >= threshold_pct.numerator * base


def over_threshold(law: Law, votes: list[ListVote], base: int) -> list[ListVote]:
    """Return the lists that clear the threshold."""
    return [row for row in votes if row.votes > 0 and clears(row.votes, base, law.threshold_pct)]


def runners_up(votes: list[ListVote], winner: ListVote) -> list[ListVote]:
    """Return the list with the next highest votes after the only one over the threshold; several if they are level."""
    others = [row for row in votes if row.party != winner.party and row.votes > 0]
    most = max((row.votes for row in others), default=0)
    return [row for row in others if row.votes == most]
