"""Commands about elections: elections, election, results, regions."""

from __future__ import annotations

from typing import Annotated

import typer

from kzpol.cli.complete import election_id, party_name
from kzpol.cli.listing import answer, cite, citing, signed
from kzpol.cli.options import Asked, answering

BodyOption = Annotated[
    str | None,
    typer.Option(
        "--body", metavar="BODY", help="supreme-council, majilis, kurultai, senate, president, referendum, maslikhat."
    ),
]
YearOption = Annotated[int | None, typer.Option("--year", metavar="YEAR", min=1900, max=2100, help="Of one year.")]
Which = Annotated[
    str,
    typer.Argument(metavar="WHICH", help="An id (majilis-2007), a year, or words.", autocompletion=election_id),
]


@answering
def elections_command(asked: Asked, body: BodyOption = None, year: YearOption = None) -> None:
    """The elections and referendums.

    Examples: kzpol elections --body majilis · kzpol elections --year 2023 --csv
    """
    from kzpol.ask.elections import elections
    from kzpol.ask.records.election import Election

    found = elections.each(asked.connection, body, year, asked.wanted.lang)
    asks = " title" if body == "referendum" else ""  # what was voted on; the other ids say it all
    answer(
        asked,
        Election,
        found,
        f"id date type turnout_pct{asks} seats_total seats_list seats_district registered_voters votes_cast",
    )


@answering
def election_command(
    asked: Asked,
    which: Annotated[
        list[str],
        typer.Argument(metavar="WHICH", help="An id (majilis-2007), a year, or words.", autocompletion=election_id),
    ],
) -> None:
    """One election: results, law of the day, what was disputed.

    Examples: kzpol election 2007 · kzpol election "majilis 2023" --format md
    """
    from kzpol.ask.report import election
    from kzpol.show.cards.election import election_card
    from kzpol.show.deliver import deliver_cards

    reports = election(asked.connection, " ".join(which), asked.wanted.lang)
    cards = [election_card(report, citing(asked)) for report in reports]
    for card in cards:
        cite(asked, card.data)
    deliver_cards(signed(asked, cards), asked.wanted)


@answering
def results_command(
    asked: Asked,
    election: Annotated[
        str | None, typer.Option("--election", metavar="WHICH", help="Of one election.", autocompletion=election_id)
    ] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="NAME", help="Of one party.", autocompletion=party_name)
    ] = None,
    body: BodyOption = None,
    year: YearOption = None,
    stage: Annotated[
        str | None, typer.Option("--stage", metavar="STAGE", help="final, preliminary or exit-poll.")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Not before this date.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after this date.")] = None,
) -> None:
    """Result rows over elections, for a spreadsheet.

    Examples: kzpol results --party ak-zhol --csv · kzpol results --election majilis-2007 --stage final
    """
    from kzpol.ask.records.result import Result
    from kzpol.ask.results import results

    found = results.each(asked.connection, election, party, body, year, stage, first, last, asked.wanted.lang)
    one = election and "-" in election and election[-1].isdigit()  # an id; a year or a word may mean several
    same = [name for name, said in (("election", one), ("stage", stage)) if said]  # in each row
    shown = (
        "election",
        "name",
        "stage",
        "votes",
        "share_pct",
        "seats_total",
        "seats_list",
        "seats_district",
        "contestant",
    )
    answer(asked, Result, found, " ".join([*(name for name in shown if name not in same), *same]))


@answering
def regions_command(asked: Asked, which: Which) -> None:
    """Turnout by region.

    Examples: kzpol regions 2007 · kzpol regions majilis-2023 --csv
    """
    from kzpol.ask.elections import regions
    from kzpol.ask.records.result import Region

    found = regions(asked.connection, which, asked.wanted.lang)
    shown = "name turnout_pct stage note registered_voters votes_cast election"
    several = len({region.election for region in found}) > 1  # else each row would have the same one
    answer(asked, Region, found, f"election {shown.removesuffix(' election')}" if several else shown)
