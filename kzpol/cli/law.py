"""Commands that run the law: seats, eligible."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Annotated, Literal

import typer

from kzpol.ask.errors import BadQuestion
from kzpol.cli.complete import election_id
from kzpol.cli.options import Asked, answering

Method = Literal["law", "hare", "droop", "hagenbach-bischoff", "dhondt", "sainte-lague", "modified-sainte-lague"]


@answering
def seats_command(
    asked: Asked,
    which: Annotated[
        str | None,
        typer.Argument(metavar="[WHICH]", help="An election: an id, a year, or words.", autocompletion=election_id),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show each step with its article.")] = False,
    under: Annotated[
        str | None,
        typer.Option(
            "--under", metavar="DATE|ELECTION", help="Under the law of another day.", autocompletion=election_id
        ),
    ] = None,
    threshold: Annotated[
        str | None, typer.Option("--threshold", metavar="PCT", help="Another threshold, in per cent.")
    ] = None,
    seats: Annotated[int | None, typer.Option("--seats", metavar="N", help="Another number of seats.")] = None,
    base: Annotated[
        Literal["participants", "valid"] | None, typer.Option("--base", help="What the threshold is a share of.")
    ] = None,
    method: Annotated[Method, typer.Option("--method", help="Another way to share the seats out.")] = "law",
    methods: Annotated[bool, typer.Option("--methods", help="All ways side by side.")] = False,
    votes: Annotated[
        str | None, typer.Option("--votes", metavar="A=120,B=30|FILE", help="Votes of your own, inline or a CSV file.")
    ] = None,
    participants: Annotated[int | None, typer.Option("--participants", metavar="N", help="How many took part.")] = None,
) -> None:
    """Run the law: who gets how many list seats, and why.

    Examples: kzpol seats majilis-2012 --explain · kzpol seats 2023 --threshold 7
    """
    from kzpol.ask.lawbook import LawOfTheDay, ballot, day_of, law_on
    from kzpol.ask.overview import overview
    from kzpol.cli.votes import read_votes
    from kzpol.law import BadVotes, Outcome, allocate
    from kzpol.show.cards.law import methods_listing, seats_card, seats_listing
    from kzpol.show.deliver import deliver_cards, deliver_list

    if which is None and votes is None:
        raise BadQuestion("Name an election, or give votes with --votes.")
    counted = ballot(asked.connection, which) if which else None
    if under:
        day = day_of(asked.connection, under)
    else:
        day = counted.date if counted else overview(asked.connection).covers_to
    found: LawOfTheDay = law_on(asked.connection, day)
    law = replace(found.law, method=method)
    if threshold is not None:
        law = replace(law, threshold_pct=_percent(threshold))
    if base is not None:
        law = replace(law, counts_invalid=base == "participants")
    own = read_votes(votes) if votes else None
    count = seats if seats is not None else sum(counted.official.values()) if counted else found.seats
    if count is None:
        raise BadQuestion("How many seats? Give --seats.")
    took_part = participants if participants is not None else (counted.participants if counted and not own else None)
    if base == "participants" and took_part is None:
        raise BadQuestion("How many took part is not known: give --participants.")
    rows = own or (counted.votes if counted else [])
    others = counted.other_votes if counted and not own else 0

    def run(way: str) -> Outcome:
        try:
            return allocate(replace(law, method=way), count or 0, rows, others, took_part)
        except BadVotes as error:
            raise BadQuestion(str(error)) from None

    if methods:
        deliver_list(methods_listing(run, counted if not own else None), asked.wanted)
        return
    outcome = run(method)
    shown = counted if not own else None
    if asked.wanted.format in ("csv", "tsv", "ndjson") or asked.wanted.columns:
        deliver_list(seats_listing(outcome, shown), asked.wanted)
        return
    deliver_cards([seats_card(outcome, law, found, shown, explain)], asked.wanted)


def _percent(text: str) -> Fraction:
    try:
        found = Fraction(text.strip().removesuffix("%").strip())
        if 0 <= found <= 100:
            return found
        raise BadQuestion(f"A threshold is from 0 to 100 per cent, not {text}.")
    except (ValueError, ZeroDivisionError):
        raise BadQuestion(f"{text!r} is no percentage. Write 5, 7.5 or 20/3.") from None


@answering
def eligible_command(
    asked: Asked,
    members: Annotated[int | None, typer.Option("--members", metavar="N", min=0, help="Members in all.")] = None,
    smallest_region: Annotated[
        int | None, typer.Option("--smallest-region", metavar="N", min=0, help="Members in the region with the fewest.")
    ] = None,
    regions: Annotated[
        str | None, typer.Option("--regions", metavar="N|all", help="Regions with members: a number, or all.")
    ] = None,
    initiative_group: Annotated[
        int | None, typer.Option("--initiative-group", metavar="N", min=0, help="Citizens who found the party.")
    ] = None,
    delegates: Annotated[
        int | None, typer.Option("--delegates", metavar="N", min=0, help="Founders at the founding congress.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="On which day; today's law without it.")
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="Every period since 1996.")] = False,
) -> None:
    """Would a party with these numbers be registered on a day?

    Examples: kzpol eligible --members 12000 --regions all --on 2021-06 · kzpol eligible --members 9000 --history
    """
    from kzpol.ask.lawbook import eligible, periods
    from kzpol.ask.overview import overview
    from kzpol.show.cards.law import eligible_card, periods_listing
    from kzpol.show.deliver import deliver_cards, deliver_list

    if regions is not None and regions != "all" and not (regions.isascii() and regions.isdigit()):
        raise BadQuestion(f"--regions takes a number or all, not {regions!r}.")
    numbers: dict[str, int | str | None] = {
        "party-min-members": members,
        "party-min-members-per-region": smallest_region,
        "party-members-regions-required": int(regions) if regions and regions.isdigit() else regions,
        "party-initiative-group": initiative_group,
        "party-founding-congress-delegates": delegates,
    }
    given = {rule: number for rule, number in numbers.items() if number is not None}
    if history:
        deliver_list(periods_listing(periods(asked.connection, given)), asked.wanted)
        return
    day = on or overview(asked.connection).covers_to
    deliver_cards([eligible_card(eligible(asked.connection, day, given), day)], asked.wanted)
