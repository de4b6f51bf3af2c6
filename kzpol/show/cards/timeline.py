"""The card of a timeline: lives of parties across the years, then events down the years."""

from __future__ import annotations

from kzpol.ask.lives import Life
from kzpol.ask.records.happening import Event
from kzpol.ask.records.rule import Threshold
from kzpol.show.blocks import Block, Card, Span, Spans
from kzpol.show.cards.parts import events_block

SHOWN_RULES = ("party-min-members", "list-threshold-pct", "majilis-seats")


def timeline_card(
    events: list[Event], total: int, begin: int, end: int, lives: list[Life], rules: list[Threshold]
) -> Card:
    """Return events with the registered spans of parties and the values of the main rules in these years."""
    spans = [(life.name, [Span(start, until) for start, until in life.spans]) for life in lives]
    blocks: list[Block] = [Spans("Parties, registered", spans, begin, end)] if spans else []
    values = _rules(rules, begin, end)
    blocks += [Spans("Rules", values, begin, end)] if values else []
    blocks.append(events_block("Events", events, {life.id: life.name for life in lives}))
    shown = f"{len(events)} of {total}" if len(events) != total else str(total)
    return Card(f"{begin} to {end}", f"{shown} events", {}, {}, blocks)


def _rules(rules: list[Threshold], begin: int, end: int) -> list[tuple[str, list[Span]]]:
    found: dict[str, list[Span]] = {}
    for row in rules:
        if not row.valid_from or int(row.valid_from[:4]) > end:
            continue
        if row.valid_to is None or int(row.valid_to[:4]) >= begin:
            start = max(row.valid_from, str(begin))
            found.setdefault(row.rule, []).append(Span(start, row.valid_to, str(row.value)))
    return list(found.items())
