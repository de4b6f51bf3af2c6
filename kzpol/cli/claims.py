"""Commands about who says so: why, conflicts, sources."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from kzpol.cli.complete import source_id, subject_id
from kzpol.cli.listing import answer
from kzpol.cli.options import Asked, answering


@answering
def why_command(
    asked: Asked,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="SUBJECT",
            help="An id, or an id and a part: majilis-2007/nsdp.",
            autocompletion=subject_id,
        ),
    ],
    field: Annotated[str | None, typer.Argument(metavar="[FIELD]", help="One field, such as turnout_pct.")] = None,
) -> None:
    """Who says so: every claim behind a value, with its source.

    Examples: kzpol why majilis-2007 turnout_pct · kzpol why majilis-2007/nsdp
    """
    from kzpol.ask.conflicts import why
    from kzpol.ask.records.claim import Claim

    found = why(asked.connection, subject, field)
    if found and asked.wanted.drawn() and not asked.wanted.columns:
        from kzpol.show.cards.claims import why_card
        from kzpol.show.deliver import deliver_cards

        deliver_cards([why_card(found[: asked.wanted.limit], len(found))], replace(asked.wanted, limit=None))
        return
    shown = (
        "value rank stage source locator reason note"
        if field
        else "subject field value rank stage source locator reason"
    )
    answer(asked, Claim, found, shown)


@answering
def conflicts_command(
    asked: Asked,
    subject: Annotated[
        str | None,
        typer.Option("--subject", metavar="SUBJECT", help="Of one party, election or rule.", autocompletion=subject_id),
    ] = None,
) -> None:
    """Where sources disagree, what kzpol prefers and why.

    Examples: kzpol conflicts --subject majilis-2007 · kzpol conflicts --json
    """
    from kzpol.ask.conflicts import conflicts
    from kzpol.ask.records.claim import Conflict

    if asked.wanted.drawn() and not asked.wanted.columns and (found := conflicts(asked.connection, subject)):
        from kzpol.show.cards.claims import conflicts_card
        from kzpol.show.deliver import deliver_cards

        deliver_cards([conflicts_card(found[: asked.wanted.limit], len(found))], replace(asked.wanted, limit=None))
        return
    answer(asked, Conflict, conflicts.each(asked.connection, subject), "subject field preferred values reason kind")


@answering
def sources_command(
    asked: Asked,
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One source, with all that rests on it.", autocompletion=source_id),
    ] = None,
) -> None:
    """The sources, or one with all that rests on it.

    Examples: kzpol sources --limit 20 · kzpol sources globalsecurity-2023
    """
    from kzpol.ask.records.source import Source
    from kzpol.ask.sources import source, sources

    if id is None:
        answer(asked, Source, sources.each(asked.connection), "id title publisher date kind claims url")
        return
    from kzpol.show.cards.source import source_card
    from kzpol.show.deliver import deliver_cards

    found, claims = source(asked.connection, id)
    deliver_cards([source_card(found, claims)], asked.wanted)
