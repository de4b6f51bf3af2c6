"""Commands that set results side by side: compare, trend."""

from __future__ import annotations

from typing import Annotated

import typer

from kzpol.cli.complete import election_id, party_name
from kzpol.cli.listing import answer, signed
from kzpol.cli.options import Asked, answering
from kzpol.show.listing import Listing


@answering
def compare_command(
    asked: Asked,
    which: Annotated[
        list[str],
        typer.Argument(metavar="WHICH WHICH…", help="Elections: ids, years, or words.", autocompletion=election_id),
    ],
) -> None:
    """Elections side by side: seats, shares, turnout, rules, changes.

    Examples: kzpol compare 2012 2016 2021 2023 · kzpol compare majilis --csv
    """
    from kzpol.ask.compare import compare
    from kzpol.show.cards.comparison import comparison_card
    from kzpol.show.deliver import deliver_cards, deliver_list

    comparison = compare(asked.connection, which, asked.wanted.lang)
    wanted = asked.wanted
    drawn = wanted.format in ("md", "html", "table") or wanted.drawn()
    if drawn and not wanted.columns:
        deliver_cards(signed(asked, [comparison_card(comparison)]), wanted)
        return
    rows = [row.values() for row in comparison.rows]
    columns = list(rows[0])
    if wanted.sources:
        columns.append("sources")
        _cite(asked, rows, [election.id for election in comparison.elections])
    deliver_list(Listing(rows, columns, columns), wanted)


def _cite(asked: Asked, rows: list[dict[str, object]], elections: list[str]) -> None:
    """Add the sources of each row: those of the elections' totals or results, or of the rule."""
    from kzpol.ask.sources import sources_of

    for row in rows:
        item = str(row["item"])
        if row["part"] == "rule":
            subjects = [item]
        elif row["part"] == "totals" or item == "share_base":
            subjects = elections
        else:
            subjects = [f"{election}/{item}" for election in elections if row[election] is not None]
        found = sources_of(asked.connection, [(subject, None) for subject in subjects])
        row["sources"] = sorted({id for ids in found for id in ids})


@answering
def trend_command(
    asked: Asked,
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="A name in any script, or an id.", autocompletion=party_name)
    ],
) -> None:
    """One party over all its elections.

    Examples: kzpol trend amanat · kzpol trend "Ак жол" --json
    """
    from kzpol.ask.records.comparison import Stand
    from kzpol.ask.trend import trend

    found = trend(asked.connection, " ".join(name), asked.wanted.lang)
    shown = "election share_pct share_change share_base seats_total chamber votes name seats_change stage date"
    answer(asked, Stand, found, shown)
