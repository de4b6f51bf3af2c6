"""The card of `kzpol` alone."""

from __future__ import annotations

from kzpol.ask.overview import Overview
from kzpol.show.blocks import Card, Cell, Grid, Pairs

_TRY: list[list[Cell]] = [
    ["kzpol party amanat", "one party's history"],
    ["kzpol election 2007", "one election, with the law of the day"],
    ["kzpol thresholds party-min-members", "a rule through the years"],
    ["kzpol parties --on 2010", "who was registered then"],
    ["kzpol why majilis-2007 turnout_pct", "who says so, who says otherwise"],
    ["kzpol timeline --from 2004 --to 2007", "what happened"],
    ["kzpol --help", "all commands"],
]


def overview_card(found: Overview) -> Card:
    """Return what is in the database and commands to try next."""
    data = {
        "counts": found.counts,
        "data_version": found.data_version,
        "covers_from": found.covers_from,
        "covers_to": found.covers_to,
    }
    return Card(
        "kzpol: Kazakhstan's party system since 1990",
        f"Covers {found.covers_from} to {found.covers_to}, the last day the data was checked. "
        f"Data {found.data_version}.",
        data,
        {**found.counts},
        [
            Pairs([(name, count) for name, count in found.counts.items()]),
            Grid("Try", ["command", "answers"], _TRY),
        ],
    )
