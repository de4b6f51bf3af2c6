"""Commands about parties: parties, party, registrations."""

from __future__ import annotations

from typing import Annotated

import typer

from kzpol.cli.complete import party_name
from kzpol.cli.listing import answer, cite, citing, signed, warn_past_data
from kzpol.cli.options import Asked, answering

OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="What was so on a day: 2011, 2011-06 or 2011-06-01."),
]


@answering
def parties_command(
    asked: Asked,
    on: OnOption = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status", metavar="STATUS", help="registered, dissolved, merged, banned, refused, never-registered …"
        ),
    ] = None,
) -> None:
    """The parties, or those registered on a day.

    Examples: kzpol parties --on 2007-08-18 · kzpol parties --status banned --csv
    """
    from kzpol.ask.parties import parties
    from kzpol.ask.records.party import Party

    warn_past_data(asked, on)
    found = parties.each(asked.connection, on, status, asked.wanted.lang)
    note = f"Registered on {on}. A day that nobody knows counts as not-known." if on else ""
    shown = "id name registered ended status successor" if not on else "id name on registered ended"
    answer(asked, Party, found, shown, note=note, without="" if on else "on")


@answering
def party_command(
    asked: Asked,
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="A name in any script, or an id.", autocompletion=party_name)
    ],
    on: OnOption = None,
) -> None:
    """One party: names, registrations, leaders, results, timeline.

    Examples: kzpol party amanat · kzpol party "Нур Отан" --on 2010 --json
    """
    from kzpol.ask.history import party
    from kzpol.show.cards.party import party_card
    from kzpol.show.deliver import deliver_cards

    warn_past_data(asked, on)
    history = party(asked.connection, " ".join(name), on, asked.wanted.lang)
    card = party_card(history, on, citing(asked))
    cite(asked, card.data)
    deliver_cards(signed(asked, [card]), asked.wanted)


@answering
def registrations_command(
    asked: Asked,
    party: Annotated[
        str | None, typer.Option("--party", metavar="NAME", help="Of one party.", autocompletion=party_name)
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option(
            "--outcome",
            metavar="OUTCOME",
            help="applied, registered, re-registered, denied, suspended, revoked, liquidated, banned.",
        ),
    ] = None,
    on: OnOption = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Not before this date.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after this date.")] = None,
) -> None:
    """Registrations, refusals, suspensions, bans, liquidations.

    Examples: kzpol registrations --outcome denied --from 2022 · kzpol registrations --party alga --sources
    """
    from kzpol.ask.parties import registrations
    from kzpol.ask.records.party import Registration

    found = registrations.each(asked.connection, party, outcome, on, asked.wanted.lang, first, last)
    answer(asked, Registration, found, "date party outcome authority detail name")
