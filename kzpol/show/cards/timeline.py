"""The card of a timeline: lives of parties across the years, then events down the years."""

from __future__ import annotations

import sqlite3

from kzpol.ask.naming import name_then
from kzpol.ask.records.happening import Event
from kzpol.ask.thresholds import thresholds
from kzpol.show.blocks import Block, Card, Span, Spans
from kzpol.show.cards.parts import events_block

_RULES = ("party-min-members", "list-threshold-pct", "majilis-seats")


def timeline_card(
    connection: sqlite3.Connection, events: list[Event], first: str | None, last: str | None, total: int, narrowed: bool
) -> Card:
    """Return events with the registered spans of the parties in them and the main rules of the time."""
    years = [int(event.date[:4]) for event in events if event.date]
    begin = int(first[:4]) if first else min(years, default=1990)
    end = int(last[:4]) if last else max(years, default=begin)
    blocks: list[Block] = []
    lives = _lives(connection, {event.party for event in events if event.party} if narrowed else None, begin, end)
    blocks += [Spans("Parties, registered", lives, begin, end)] if lives else []
    rules = _rules(connection, begin, end)
    blocks += [Spans("Rules", rules, begin, end)] if rules else []
    names = dict(connection.execute("select id, name from party").fetchall())
    blocks.append(events_block("Events", events, names))
    shown = f"{len(events)} of {total}" if len(events) != total else str(total)
    return Card(f"{begin} to {end}", f"{shown} events", {}, {}, blocks)


Lives = list[tuple[str, list[Span]]]


def _lives(connection: sqlite3.Connection, parties: set[str] | None, begin: int, end: int) -> Lives:
    found: dict[str, list[Span]] = {}
    names: dict[str, str] = {}
    for row in connection.execute(
        "select party.id, party.name, coalesce(known_from, valid_from) as valid_from, valid_to, known_to "
        "from registered_span join party on party.id = registered_span.party "
        "where not suspended and kind = 'party' and coalesce(known_from, '') < '9' order by valid_from, party.id"
    ):
        if (parties is not None and row["id"] not in parties) or int(row["valid_from"][:4]) > end:
            continue
        until = row["known_to"] if row["valid_to"] == "" else row["valid_to"]
        if until and int(until[:4]) < begin:
            continue
        name = name_then(connection, row["id"], str(begin), f"{end}-12-31") or row["name"]
        names[row["id"]] = name
        found.setdefault(row["id"], []).append(Span(row["valid_from"], until))
    return [(names[id], parts) for id, parts in found.items()]


def _rules(connection: sqlite3.Connection, begin: int, end: int) -> Lives:
    found: dict[str, list[Span]] = {}
    for row in thresholds(connection, history=True):
        if row.rule not in _RULES or not row.valid_from or int(row.valid_from[:4]) > end:
            continue
        if row.valid_to and int(row.valid_to[:4]) < begin:
            continue
        start = max(row.valid_from, str(begin))
        found.setdefault(row.rule, []).append(Span(start, row.valid_to, str(row.value)))
    return list(found.items())
