"""The law, run: pure functions from numbers to outcomes and the steps that lead there. No database, no printing.

    from fractions import Fraction
    from kzpol.law import Law, ListVote, allocate

    law = Law(threshold_pct=Fraction(7), counts_invalid=False)
    outcome = allocate(law, seats=10, votes=[ListVote("A", 120), ListVote("B", 30)])

The rules' values come in as data (`Law`), with the article of each; kzpol.ask.lawbook reads them from the database.
docs/law.md sets rule, article and code side by side.
"""

from kzpol.law.allocate import allocate
from kzpol.law.eligible import Asked, Requirement, requirements, verdict
from kzpol.law.model import METHODS, BadVotes, Law, ListOutcome, ListVote, Step, Undecided
from kzpol.law.outcome import Outcome

__all__ = [
    "METHODS",
    "Asked",
    "BadVotes",
    "Law",
    "ListOutcome",
    "ListVote",
    "Outcome",
    "Requirement",
    "Step",
    "Undecided",
    "allocate",
    "requirements",
    "verdict",
]
