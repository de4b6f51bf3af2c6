"""The second party: what it gets beside a single winner, and what the winner gets."""

from __future__ import annotations

from kzpol.law.model import Law

# Law on Elections, art. 97-1 (2)-(4), in the wording of 9 February 2009 (https://zan.gov.kz/client/#!/doc/4/rus/03.02.2011):
# (2) the votes of the two parties, added up and divided by the number of seats, are the quota;
# (3) the votes of the one below the barrier are divided by it and multiplied by 0.7; the whole part is the number of
#     its seats, but it gets two at the least (in a maslikhat one: art. 111-1 (3));
# (4) every seat that is left goes to the party over the barrier.


def two_shares(law: Law, first: int, second: int, seats: int) -> list[int]:
    """Return the seats of the party over the barrier and of the one let in beside it, from the votes of both."""
    factor = law.second_factor
    whole = second * seats * factor.numerator // ((first + second) * factor.denominator)
    given = min(max(whole, law.second_min_seats), seats)
    return [seats - given, given]
