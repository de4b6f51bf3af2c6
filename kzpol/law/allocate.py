"""Shares the list seats out, as article 97-1 of the Law on Elections says (111-1 for a maslikhat)."""

from __future__ import annotations

from collections.abc import Sequence

from kzpol.law.barrier import least_votes, next_highest
from kzpol.law.divisors import DIVISOR_METHODS, highest_averages
from kzpol.law.model import BadVotes, Law, ListVote
from kzpol.law.outcome import Outcome
from kzpol.law.remainders import Shared, largest_remainders, quota
from kzpol.law.runner_up import two_shares
from kzpol.law.ties import first_registered

_MOST_SEATS = 1_000_000
_WHOLE = {int}


def allocate(
    law: Law, seats: int, votes: Sequence[ListVote], other_votes: int = 0, participants: int | None = None
) -> Outcome:
    """Return who gets how many of `seats` seats; the outcome can tell each step that leads there.

    `other_votes` are valid votes that share in no seats, such as those against all; `participants` are all who took
    part. Raises BadVotes. Where nobody clears the threshold the law is silent and nothing is allocated; what a tie
    leaves open is not given to anybody.
    """
    counts = [row.votes for row in votes]
    if (
        {*map(type, counts)} != _WHOLE
        or min(counts) < 0
        or len({row.party for row in votes}) != len(counts)
        or type(seats) is not int
        or not 1 <= seats <= _MOST_SEATS
    ):
        raise BadVotes(_fault(votes, seats))
    base = sum(counts) + other_votes
    if other_votes < 0 or (participants is not None and participants < base):
        raise BadVotes(_too_few(base, other_votes, participants))
    of_all = False
    if participants is not None and law.counts_invalid:
        base, of_all = participants, True

    # Who shares in the seats: art. 97-1 (1).
    least = least_votes(base, law.threshold)
    mine = [count for count in counts if count >= least]
    if not mine:
        return Outcome(law, seats, votes, of_all, base, least, [], [], None)

    # One party alone, and the second beside it: art. 97-1 (2)-(4). Several level for the second place would each get
    # the same; which of them does is open.
    let_in: list[int] = []
    if len(mine) == 1 and law.second_party:
        let_in = next_highest(counts, counts.index(mine[0]))
        mine += [counts[place] for place in let_in[:1]]
    won, level, left = _shared(law, mine, seats, bool(let_in))
    outcome = Outcome(law, seats, votes, of_all, base, least, let_in, won, None)
    if level:
        places = [outcome.sharing[place] for place in level]
        chosen = first_registered(votes, places, left)
        outcome.open_seats = (places, left) if chosen is None else None
        for place in chosen or ():
            won[outcome.sharing.index(place)] += 1
    if len(let_in) > 1:
        places, left = outcome.open_seats or ([], 0)
        outcome.open_seats = ([*{*places, *let_in}], won[1] + left)
        won[1:] = [0] * len(let_in)
    return outcome


def _shared(law: Law, votes: list[int], seats: int, second_let_in: bool) -> Shared:
    """Share the seats among the lists that take part: art. 97-1 (1)-(3) of 1999, (1), (3) and (4) since 2009."""
    if second_let_in and law.method == "law":
        return two_shares(law, votes[0], votes[1], seats), [], 0
    if law.method in DIVISOR_METHODS:  # asked for instead of the law's
        return highest_averages(votes, seats, law.method)
    top, bottom = quota(law.method, sum(votes), seats)
    return largest_remainders(votes, seats, top, bottom)


def _fault(votes: Sequence[ListVote], seats: int) -> str:
    """Say what cannot be: no lists, votes that are no whole numbers from 0, a list named twice, absurd seats."""
    if type(seats) is not int or not 1 <= seats <= _MOST_SEATS:
        return f"Seats must be a whole number from 1 to {_MOST_SEATS}, not {seats}."
    if not votes:
        return "There is no list to give seats to."
    seen: set[str] = set()
    for row in votes:
        if type(row.votes) is not int or row.votes < 0:
            return f"{row.party} cannot have {row.votes} votes."
        if row.party in seen:
            return f"{row.party} is named twice."
        seen.add(row.party)
    raise AssertionError("nothing is wrong")


def _too_few(valid: int, other_votes: int, participants: int | None) -> str:
    if other_votes < 0:
        return f"There cannot be {other_votes} votes for nobody."
    return f"{participants} took part, but there are {valid} votes."
