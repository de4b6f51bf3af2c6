"""The command timeline."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from kzpol.cli.complete import party_name
from kzpol.cli.listing import answer
from kzpol.cli.options import Asked, answering


@answering
def timeline_command(
    asked: Asked,
    party: Annotated[
        str | None, typer.Option("--party", metavar="NAME", help="Of one party.", autocompletion=party_name)
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Not before this date.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after this date.")] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="election, registration, rename, leader, merger, court, rule …"),
    ] = None,
) -> None:
    """Events in order, with the spans of parties and rules.

    Examples: kzpol timeline --from 2004 --to 2007 · kzpol timeline --party dck --json
    """
    from kzpol.ask.records.happening import Event
    from kzpol.ask.timeline import timeline

    wanted = asked.wanted
    if wanted.drawn() and not wanted.columns and (found := timeline(asked.connection, party, first, last, kind)):
        from kzpol.ask.dates import asked as days
        from kzpol.ask.lives import lives
        from kzpol.ask.thresholds import thresholds
        from kzpol.show.cards.timeline import SHOWN_RULES, timeline_card
        from kzpol.show.deliver import deliver_cards

        shown = found[: wanted.limit]
        years = [int(event.date[:4]) for event in shown if event.date]
        begin = int(days(first).first[:4]) if first else min(years, default=1990)
        end = int(days(last).last[:4]) if last else max(years, default=begin)
        about = {event.party for event in shown if event.party} if party or kind else None
        living = lives(asked.connection, begin, end, about)
        rules = thresholds(asked.connection, history=True, among=SHOWN_RULES)
        card = timeline_card(shown, len(found), begin, end, living, rules)
        deliver_cards([card], replace(wanted, limit=len(found)))
        return
    answer(
        asked, Event, timeline.each(asked.connection, party, first, last, kind), "date kind text party election speaker"
    )
