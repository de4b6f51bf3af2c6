"""Who shares in the seats."""

from __future__ import annotations

# Law on Elections, art. 97-1 (1), in the wording of 2021 (https://zan.gov.kz/client/#!/doc/4/rus/24.05.2021): seats are
# for the lists that got five or more per cent of the votes of those who took part; seven until then. Art. 43 (5) says
# who counts as having taken part: since 2004 not those whose ballot is invalid. "Or more": just on the line is enough.


def least_votes(base: int, threshold: tuple[int, int]) -> int:
    """Return the fewest votes that are at least the threshold's share (per cent, top and bottom) of the base.

    In whole numbers: the share rounded up to a whole vote, so that a list just on the line is in. At least one vote.
    """
    top, bottom = threshold
    return -(-base * top // (100 * bottom)) or 1


# Art. 97-1 (2), in the wording of 9 February 2009 (https://zan.gov.kz/client/#!/doc/4/rus/03.02.2011): where only one
# party got the named share, the list of the party with the next highest number of votes is let in beside it. Which of
# two with equally many that is, the law does not say: its order of registration is for equal fractions only.


def next_highest(votes: list[int], winner: int) -> list[int]:
    """Return the places of the lists with the most votes beside the winner's; none where nobody else has a vote."""
    most = max((count for place, count in enumerate(votes) if place != winner), default=0)
    return [place for place, count in enumerate(votes) if place != winner and count == most > 0]
