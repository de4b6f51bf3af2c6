"""Commands that run the law: seats, eligible."""

from __future__ import annotations

import sys
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kzpol.ask.errors import BadQuestion
from kzpol.cli.complete import election_id
from kzpol.cli.listing import signed
from kzpol.cli.options import Asked, answering

if TYPE_CHECKING:
    from kzpol.ask.records.source import Source
    from kzpol.ask.seats import LawRun
    from kzpol.show.listing import Listing

Body = Literal["majilis", "maslikhat"]
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
    body: Annotated[Body, typer.Option("--body", help="The lower house, or a local council (maslikhat).")] = "majilis",
) -> None:
    """Run the law: who gets how many list seats, and why.

    Examples: kzpol seats majilis-2012 --explain · kzpol seats 2023 --threshold 7
    """
    from kzpol.ask.seats import run_law
    from kzpol.cli.votes import read_votes
    from kzpol.show.cards.seats import methods_listing, seats_card, seats_listing
    from kzpol.show.deliver import deliver_cards, deliver_list

    run = run_law(
        asked.connection,
        which,
        under=under,
        body=body,
        threshold=_percent(threshold) if threshold is not None else None,
        seats=seats,
        base=base,
        method=method,
        votes=read_votes(votes) if votes else None,
        participants=participants,
        lang=asked.wanted.lang,
    )
    if methods:
        deliver_list(methods_listing(run), asked.wanted)
        return
    page = asked.wanted.format in ("md", "html")
    cited, sources = _cited(asked, run) if asked.wanted.sources or page else (None, [])
    rows = seats_listing(run, cited)
    if _as_list(asked, rows):
        for tie in run.outcome.undecided:  # a table of lists has no place for it
            print(f"kzpol: {', '.join(tie.parties)} are level, seats left open: {tie.seats}.", file=sys.stderr)
        deliver_list(rows, asked.wanted)
    else:
        deliver_cards(signed(asked, [seats_card(run, explain, cited, sources)]), asked.wanted)


def _as_list(asked: Asked, listing: Listing) -> bool:
    """Whether the rows alone are wanted, not the card: by the format, or by columns that the rows have."""
    columns = asked.wanted.columns
    return asked.wanted.format in ("csv", "tsv", "ndjson") or bool(columns and set(columns) <= set(listing.columns))


def _cited(asked: Asked, run: LawRun) -> tuple[dict[str, list[str]], list[Source]]:
    """Return the sources of each list's votes and seats, and those of the whole run, the law's among them."""
    from kzpol.ask.sources import sources_named, sources_of

    results = run.ballot.results if run.ballot else {}
    cited = dict(zip(results, sources_of(asked.connection, [(id, None) for id in results.values()]), strict=True))
    of_law = sources_of(asked.connection, [(row.id, None) for row in run.day.rules.values()])
    ids = {id for found in (*cited.values(), *of_law) for id in found}
    return cited, sources_named(asked.connection, ids)


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
    delegate_regions: Annotated[
        str | None,
        typer.Option("--delegate-regions", metavar="N|all", help="Regions that the founders come from."),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="On which day; today's law without it.")
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="Every period since 1996.")] = False,
) -> None:
    """Would a party with these numbers be registered on a day?

    Examples: kzpol eligible --members 12000 --regions all --on 2021-06 · kzpol eligible --members 9000 --history
    """
    from kzpol.ask.eligibility import eligible, periods
    from kzpol.ask.overview import overview
    from kzpol.ask.sources import sources_named, sources_of
    from kzpol.cli.listing import warn_past_data
    from kzpol.show.cards.eligible import eligible_card, periods_listing, requirements_listing
    from kzpol.show.deliver import deliver_cards, deliver_list

    numbers: dict[str, int | str | None] = {
        "party-min-members": members,
        "party-min-members-per-region": smallest_region,
        "party-members-regions-required": _regions("--regions", regions),
        "party-initiative-group": initiative_group,
        "party-founding-congress-delegates": delegates,
        "party-regions-required": _regions("--delegate-regions", delegate_regions),
    }
    given = {rule: number for rule, number in numbers.items() if number is not None}
    if history:
        if on is not None:
            raise BadQuestion("--history tells every period, --on one day: choose one.")
        found = periods(asked.connection, given, asked.wanted.lang)
        subjects = [[str(row.asked.id) for _, row in period.failed] for period in found]
        cited = [_joined(asked, own) for own in subjects] if asked.wanted.sources else []
        deliver_list(periods_listing(found, cited), asked.wanted)
        return
    warn_past_data(asked, on)
    day = on or overview(asked.connection).covers_to
    rows = eligible(asked.connection, day, given, asked.wanted.lang)
    cited = sources_of(asked.connection, [(str(row.asked.id), None) for row in rows]) if asked.wanted.sources else []
    listing = requirements_listing(rows, cited)
    if _as_list(asked, listing):
        deliver_list(listing, asked.wanted)
        return
    sources = sources_named(asked.connection, {id for ids in cited for id in ids}) if cited else []
    deliver_cards([eligible_card(rows, day, cited, sources)], asked.wanted)


def _joined(asked: Asked, subjects: list[str]) -> list[str]:
    """Return the sources of several subjects, each once."""
    from kzpol.ask.sources import sources_of

    return sorted({id for ids in sources_of(asked.connection, [(subject, None) for subject in subjects]) for id in ids})


def _regions(option: str, written: str | None) -> int | str | None:
    if written is None or written == "all":
        return written
    if not (written.isascii() and written.isdigit() and len(written) <= 18):
        raise BadQuestion(f"{option} takes a number or all, not {written!r}.")
    return int(written)
