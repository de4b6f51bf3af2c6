"""Tells an outcome's steps in words: what was done, with which numbers, and by which article."""

from __future__ import annotations

from collections.abc import Mapping

from kzpol.law.divisors import DIVISOR_METHODS
from kzpol.law.model import Step
from kzpol.law.outcome import Outcome

_BASES = {"participants": "voters who took part", "valid": "valid votes"}


def steps(outcome: Outcome, names: Mapping[str, str]) -> tuple[Step, ...]:
    """Return the steps in order; lists are called by `names` in the text and by their ids in the values."""
    told = [_base(outcome), _threshold(outcome, names)]
    if not outcome.sharing:
        text = "No list clears the threshold. The law is silent on that: no seat is given."
        return (*told, Step("silent", text, None, {"seats": 0}))
    if outcome.let_in:
        told.append(_let_in(outcome, names))
    if outcome.law.method in DIVISOR_METHODS:
        told.append(_averages(outcome, names))
    else:
        told.append(_quota(outcome))
        told += _second(outcome, names) if outcome.let_in and outcome.law.method == "law" else _whole(outcome, names)
    told += _tie(outcome, names)
    told += _vacant(outcome, names)
    told += _kept(outcome, names)
    return tuple(told)


def _base(outcome: Outcome) -> Step:
    return Step(
        "base",
        f"The threshold is a share of {_n(outcome.base_votes)} {_BASES[outcome.base]}.",
        outcome.law.article("list-threshold-base"),
        {"base": outcome.base, "base_votes": outcome.base_votes},
    )


def _threshold(outcome: Outcome, names: Mapping[str, str]) -> Step:
    passed = [outcome.rows[place].party for place in outcome.sharing if place not in outcome.let_in]
    pct = outcome.law.threshold_pct
    return Step(
        "threshold",
        f"{float(pct):g} % of that is {_n(outcome.least)} votes at least: {_named(passed, names) or 'no list'}.",
        outcome.law.article("list-threshold-pct"),
        {"threshold_pct": float(pct), "least_votes": outcome.least, "passed": passed},
    )


def _let_in(outcome: Outcome, names: Mapping[str, str]) -> Step:
    second = [outcome.rows[place].party for place in outcome.let_in]
    told = _named(second, names)
    text = (
        f"Only one list clears the threshold, so {told}, the next by votes, is let in too."
        if len(second) == 1
        else f"Only one list clears the threshold, and {told} are level for the second place. The law does not choose."
    )
    return Step("second-party", text, outcome.law.article("list-second-party-guarantee"), {"second": second})


def _quota(outcome: Outcome) -> Step:
    price = outcome.quota
    assert price is not None  # noqa: S101  (there is one wherever lists share by a quota)
    lists = outcome.sharing[:2] if outcome.let_in else outcome.sharing
    total = sum(outcome.rows[place].votes for place in lists)
    return Step(
        "quota",
        f"Their {_n(total)} votes share {_n(outcome.seats)} seats: a seat costs {float(price):.4f} votes.",
        outcome.law.article("list-seat-quota"),
        {"votes": total, "seats": outcome.seats, "quota": str(price)},
    )


def _second(outcome: Outcome, names: Mapping[str, str]) -> list[Step]:
    law, price = outcome.law, outcome.quota
    assert price is not None  # noqa: S101
    first, second = (outcome.rows[place] for place in outcome.sharing[:2])
    quotient = second.votes / price * law.second_factor
    rest = outcome.won[0]
    given = outcome.seats - rest
    who = _named([outcome.rows[place].party for place in outcome.let_in], names, " or ")
    least = f", raised to the {law.second_min_seats} it gets at the least" if given > int(quotient) else ""
    return [
        Step(
            "second-party-seats",
            f"{who}: {_n(second.votes)} votes divided by that and times {float(law.second_factor):g} are "
            f"{float(quotient):.4f}, so {given} seats{least}.",
            law.article("list-second-party-coefficient"),
            {"party": second.party, "quotient": str(quotient), "seats": given},
        ),
        Step(
            "rest",
            f"All seats left, {rest}, go to {names.get(first.party, first.party)}.",
            law.article("list-seat-quota"),
            {"party": first.party, "seats": rest},
        ),
    ]


def _whole(outcome: Outcome, names: Mapping[str, str]) -> list[Step]:
    price = outcome.quota
    assert price is not None  # noqa: S101
    article = outcome.law.article("list-seat-quota") if outcome.law.method == "law" else None
    rows = [outcome.rows[place] for place in outcome.sharing]
    won = {row.party: count for row, count in zip(rows, outcome.won, strict=True)}
    whole = {row.party: row.votes // price for row in rows}
    told = [
        Step(
            "whole",
            f"Whole quotas: {_counted(whole, names)}; {_n(sum(whole.values()))} seats in all.",
            article,
            {"seats": whole},
        )
    ]
    more = {party: won[party] - whole[party] for party in won if won[party] > whole[party]}
    if more and set(more.values()) == {1}:
        rests = {row.party: row.votes / price - whole[row.party] for row in rows}
        order = sorted(more, key=lambda party: -rests[party])
        named = ", ".join(f"{names.get(party, party)} {float(rests[party]):.4f}" for party in order)
        told.append(
            Step("fractions", f"One seat more each to the largest fractions: {named}.", article, {"seats": more})
        )
    elif more:
        told.append(
            Step("fractions", f"The seats left, one after another: {_counted(more, names)}.", article, {"seats": more})
        )
    return told


def _averages(outcome: Outcome, names: Mapping[str, str]) -> Step:
    won = {outcome.rows[place].party: count for place, count in zip(outcome.sharing, outcome.won, strict=True)}
    text = f"Seats one after another to the highest average ({outcome.law.method}): {_counted(won, names)}."
    return Step("averages", text, None, {"seats": won})


def _tie(outcome: Outcome, names: Mapping[str, str]) -> list[Step]:
    if outcome.open_seats is None:
        return []
    (tie,) = outcome.undecided
    who = _named(list(tie.parties), names)
    if tie.second_place:
        text, article = f"Seats of {who} that stay open: {tie.seats}.", None
    else:
        text = f"{who} are level, seats open: {tie.seats}. The list registered earlier comes first."
        article = outcome.law.article("list-last-seat-tie-rule")
    return [Step("tie", text, article, {"parties": list(tie.parties), "seats": tie.seats})]


def _vacant(outcome: Outcome, names: Mapping[str, str]) -> list[Step]:
    told = "has fewer names than seats, vacant until the next election"
    return [
        Step(
            "vacant",
            f"{names.get(row.party, row.party)} {told}: {row.vacant}.",
            outcome.law.article("list-exhausted"),
            {"party": row.party, "seats": row.vacant},
        )
        for row in outcome.lists
        if row.vacant
    ]


# Law on Elections, art. 97-1 (5), since 2022 (https://zan.gov.kz/client/#!/doc/4/rus/07.02.2022): women, people under
# 29 and persons with disabilities together are at least thirty per cent of those who get a party's seats.


def _kept(outcome: Outcome, names: Mapping[str, str]) -> list[Step]:
    share = outcome.law.seats_quota_pct
    if share is None or outcome.law.method != "law":
        return []
    top, bottom = (share / 100).as_integer_ratio()
    kept = {row.party: -(-row.seats * top // bottom) for row in outcome.lists if row.seats}
    text = f"At least {float(share):g} % of each list's seats for women, the young and persons with disabilities"
    return [
        Step(
            "quota-within",
            f"{text}: {_counted(kept, names)}.",
            outcome.law.article("party-seats-quota-pct"),
            {"seats": kept},
        )
    ]


def _named(parties: list[str], names: Mapping[str, str], between: str = ", ") -> str:
    return between.join(names.get(party, party) for party in parties)


def _counted(seats: Mapping[str, int], names: Mapping[str, str]) -> str:
    return ", ".join(f"{names.get(party, party)} {count}" for party, count in seats.items())


def _n(number: int) -> str:
    return f"{number:,}".replace(",", " ")
