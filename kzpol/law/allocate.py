"""Shares the list seats out, step by step, as article 97-1 of the Law on Elections says."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kzpol.law.barrier import over_threshold, runners_up
from kzpol.law.divisors import highest_averages
from kzpol.law.model import METHODS, BadVotes, Law, ListOutcome, ListVote, Outcome, Step, Undecided
from kzpol.law.remainders import quota, share_out
from kzpol.law.ties import first_registered

_MOST_SEATS = 1_000_000
_BASES = {"participants": "voters who took part", "valid": "valid votes"}


def allocate(
    law: Law, seats: int, votes: Sequence[ListVote], other_votes: int = 0, participants: int | None = None
) -> Outcome:
    """Return who gets how many of `seats` seats, and each step that leads there.

    `other_votes` are valid votes that share in no seats, such as those against all; `participants` are all who took
    part. Raises BadVotes. Where nobody clears the threshold the law is silent and nothing is allocated.
    """
    rows = _checked(law, seats, votes, other_votes, participants)
    base_name, base = _base(law, rows, other_votes, participants)
    steps = [
        Step(
            "base",
            f"The threshold is a share of {base} {_BASES[base_name]}.",
            law.article("list-threshold-base"),
            {"base": base_name, "base_votes": base},
        )
    ]
    taking_part, undecided = _taking_part(law, rows, base, steps)
    if not taking_part or undecided:
        return _outcome(rows, base_name, base, None, seats, {}, steps, undecided, taking_part)
    second = [row for row in taking_part if law.second_party and not _passes(law, row, base)]
    if second and law.method == "law":
        price, won = _with_second(law, taking_part, second[0], seats, steps)
        return _outcome(rows, base_name, base, price, seats, won, steps, [], taking_part)
    any_price, won, undecided = _shared(law, taking_part, seats, steps)
    return _outcome(rows, base_name, base, any_price, seats, won, steps, undecided, taking_part)


def _checked(
    law: Law, seats: int, votes: Sequence[ListVote], other_votes: int, participants: int | None
) -> list[ListVote]:
    if law.method not in METHODS:
        raise BadVotes(f"There is no method {law.method!r}. Choose one of: {', '.join(METHODS)}.")
    if not 1 <= seats <= _MOST_SEATS:
        raise BadVotes(f"Seats must be from 1 to {_MOST_SEATS}, not {seats}.")
    if not 0 <= law.threshold_pct <= 100:
        raise BadVotes(f"A threshold is from 0 to 100 per cent, not {float(law.threshold_pct):g}.")
    if not votes:
        raise BadVotes("There is no list to give seats to.")
    seen: set[str] = set()
    for row in votes:
        if row.votes < 0:
            raise BadVotes(f"{row.party} cannot have {row.votes} votes.")
        if row.party in seen:
            raise BadVotes(f"{row.party} is named twice.")
        seen.add(row.party)
    valid = sum(row.votes for row in votes) + other_votes
    if participants is not None and participants < valid:
        raise BadVotes(f"{participants} took part, but there are {valid} votes.")
    return list(votes)


def _base(law: Law, rows: list[ListVote], other_votes: int, participants: int | None) -> tuple[str, int]:
    valid = sum(row.votes for row in rows) + other_votes
    if law.counts_invalid and participants is not None:
        return "participants", participants
    return "valid", valid


def _passes(law: Law, row: ListVote, base: int) -> bool:
    return bool(over_threshold(law, [row], base))


def _taking_part(
    law: Law, rows: list[ListVote], base: int, steps: list[Step]
) -> tuple[list[ListVote], list[Undecided]]:
    """Return the lists that share in the seats: article 97-1, parts 1 and 2."""
    passed = over_threshold(law, rows, base)
    names = ", ".join(row.party for row in passed) or "nobody"
    steps.append(
        Step(
            "threshold",
            f"At least {float(law.threshold_pct):g} % of {base}: {names}.",
            law.article("list-threshold-pct"),
            {"threshold_pct": float(law.threshold_pct), "passed": [row.party for row in passed]},
        )
    )
    if not passed:
        steps.append(Step("silent", "Nobody clears the threshold. The law is silent: no seat is given.", None))
        return [], []
    if not (law.second_party and len(passed) == 1):
        return passed, []
    level = runners_up(rows, passed[0])
    chosen = level if len(level) <= 1 else first_registered(level, 1)
    if chosen is None:
        tied = tuple(sorted(row.party for row in level))
        steps.append(
            Step(
                "second-party",
                f"{', '.join(tied)} are level for the second place.",
                law.article("list-last-seat-tie-rule"),
            )
        )
        return passed, [Undecided(tied, 0)]
    if chosen:
        steps.append(
            Step(
                "second-party",
                f"Only one list clears the threshold, so {chosen[0].party}, the next by votes, is let in too.",
                law.article("list-second-party-guarantee"),
                {"second": chosen[0].party},
            )
        )
    return passed + chosen, []


def _with_second(
    law: Law, lists: list[ListVote], second: ListVote, seats: int, steps: list[Step]
) -> tuple[Fraction, dict[str, int]]:
    """Share seats between a single winner and the list let in beside it: article 97-1, parts 3 and 4.

    The second list's votes are divided by the quota and multiplied by the factor; the whole part, but at least the
    minimum, are its seats. Every seat that is left goes to the first list.
    """
    price = quota("law", sum(row.votes for row in lists), seats)
    quotient = second.votes / price * law.second_factor
    given = min(max(int(quotient), law.second_min_seats), seats)
    first = next(row for row in lists if row is not second)
    article = law.article("list-second-party-coefficient")
    steps.append(_quota_step(law, price, lists, seats))
    steps.append(
        Step(
            "second-party-seats",
            f"{second.party}: {second.votes} votes / quota x {float(law.second_factor):g} = {float(quotient):.4f}, "
            f"so {given} seats (at least {law.second_min_seats}).",
            article,
            {"party": second.party, "quotient": str(quotient), "seats": given},
        )
    )
    steps.append(Step("rest", f"The other {seats - given} seats go to {first.party}.", law.article("list-seat-quota")))
    return price, {first.party: seats - given, second.party: given}


def _quota_step(law: Law, price: Fraction, lists: list[ListVote], seats: int) -> Step:
    total = sum(row.votes for row in lists)
    return Step(
        "quota",
        f"{total} votes share {seats} seats: {float(price):.4f} votes a seat.",
        law.article("list-seat-quota"),
        {"votes": total, "seats": seats, "quota": str(price)},
    )


def _shared(
    law: Law, lists: list[ListVote], seats: int, steps: list[Step]
) -> tuple[Fraction | None, dict[str, int], list[Undecided]]:
    if law.method in ("dhondt", "sainte-lague", "modified-sainte-lague"):
        won, undecided = highest_averages(lists, seats, law.method)
        steps.append(
            Step(
                "averages",
                f"Seats one after another to the highest average ({law.method}).",
                None,
                {"seats": dict(won)},
            )
        )
        return None, won, undecided
    price = quota(law.method, sum(row.votes for row in lists), seats)
    steps.append(_quota_step(law, price, lists, seats))
    whole, won, undecided = share_out(lists, seats, price)
    article = law.article("list-seat-quota") if law.method == "law" else None
    steps.append(
        Step(
            "whole",
            "Whole quotas: " + _listed(whole) + f", {sum(whole.values())} seats in all.",
            article,
            {"seats": whole},
        )
    )
    more = {party: won[party] - whole[party] for party in won if won[party] > whole[party]}
    if more:
        steps.append(
            Step(
                "fractions",
                "One more each to the largest fractions: " + ", ".join(more) + ".",
                article,
                {"seats": more},
            )
        )
    for tie in undecided:
        text = f"{', '.join(tie.parties)} are level for {tie.seats} seats: the list registered earlier is first."
        steps.append(
            Step(
                "tie", text, law.article("list-last-seat-tie-rule"), {"parties": list(tie.parties), "seats": tie.seats}
            )
        )
    return price, won, undecided


def _listed(seats: dict[str, int]) -> str:
    return ", ".join(f"{party} {count}" for party, count in seats.items())


def _outcome(
    rows: list[ListVote], base_name: str, base: int, price: Fraction | None, seats: int, won: dict[str, int],
    steps: list[Step], undecided: list[Undecided], taking_part: list[ListVote],
) -> Outcome:  # fmt: skip
    sharing = {row.party for row in taking_part}
    lists = tuple(
        ListOutcome(
            row.party,
            row.votes,
            Fraction(100 * row.votes, base) if base else None,
            row.party in sharing,
            won.get(row.party, 0),
        )
        for row in rows
    )
    return Outcome(base_name, base, price, seats, lists, tuple(steps), tuple(undecided))
