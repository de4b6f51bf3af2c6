"""The command about rules: thresholds."""

from __future__ import annotations

from typing import Annotated

import typer

from kzpol.cli.complete import rule_id
from kzpol.cli.listing import answer, warn_past_data
from kzpol.cli.options import Asked, answering


@answering
def thresholds_command(
    asked: Asked,
    rule: Annotated[
        str | None,
        typer.Argument(metavar="[RULE]", help="A rule's id: every dated value.", autocompletion=rule_id),
    ] = None,
    domain: Annotated[
        str | None, typer.Option("--domain", metavar="DOMAIN", help="Only one domain, such as parliament.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="In force on a day: 2010, 2010-05 or 2010-05-01."),
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="Every dated value.")] = False,
) -> None:
    """Legal thresholds and rules: today, on a day, over time.

    Examples: kzpol thresholds party-min-members · kzpol thresholds --on 2010-05-01 --domain parliament
    """
    from kzpol.ask.errors import NothingMatches
    from kzpol.ask.records.rule import Threshold
    from kzpol.ask.thresholds import thresholds

    warn_past_data(asked, on)
    dated = bool(rule or history) and not on
    without = "on" if dated else ""
    if rule:
        found = thresholds(asked.connection, rule, domain, on, history, asked.wanted.lang)
        if not found and on:
            hint = f"`kzpol thresholds {rule}` lists every one."
            raise NothingMatches(f"No value of {rule} is known for {on}.", [hint])
        title = found[0].title if found else ""
        answer(asked, Threshold, found, "from to value unit article act note", title, without=without)
        return
    every = thresholds.each(asked.connection, rule, domain, on, history, asked.wanted.lang)
    shown = "title from to value unit rule article act" if dated else "title value unit rule from article act"
    answer(asked, Threshold, every, shown, without=without)
