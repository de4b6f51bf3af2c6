"""The card of one party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzpol.ask.records.party import Link, PartyName
from kzpol.ask.records.whole import PartyHistory
from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Pairs, Span, Spans
from kzpol.show.cards.parts import (
    cited,
    conflicts_block,
    events_block,
    figures_block,
    said_block,
    sources_block,
    span,
    unknown_block,
)

if TYPE_CHECKING:
    from kzpol.ask.citing import Citing

_SAID = ("statement", "observation", "complaint")


def party_card(history: PartyHistory, on: str | None, cite: Citing | None = None) -> Card:
    """Return a party's history in blocks: names, lives drawn, what it absorbed, chairmen, results, events.

    With `cite` each row names the sources behind it, for a page, and the results are drawn too.
    """
    party = history.party
    title = party.name + (f" ({party.name_ru})" if party.name_ru and party.name_ru != party.name else "")
    blocks: list[Block] = [_about_block(history, on, cite)]
    lives = _lives(history)
    blocks += [lives] if lives.rows else []
    blocks += _shares(history) if cite else []
    blocks += _tables(history, cite)
    told = [event for event in history.events if event.kind not in _SAID]
    said = [event for event in history.events if event.kind in _SAID]
    blocks += [events_block("Timeline", told, cite=cite)] if told else []
    blocks += [said_block("What was said", said, cite=cite)] if said else []
    blocks += [figures_block(history.figures, cite)] if history.figures else []
    blocks += [conflicts_block(history.conflicts, cite)] if history.conflicts else []
    blocks += [unknown_block(history.unknown)] if history.unknown else []
    blocks.append(sources_block(history.sources, cite))
    return Card(title, _subtitle(history, on), _data(history), party.values(), blocks)


def _subtitle(history: PartyHistory, on: str | None) -> str:
    party = history.party
    if on:
        answer = {
            "yes": "registered",
            "suspended": "registered, but suspended",
            "no": "not registered",
            "part": "registered on some days",
            "not-known": "whether registered is not known",
        }
        then = f"then called {history.name_then}, " if history.name_then else ""
        state = party.on or "not-known"
        return f"On {on}: {then}{answer.get(state, f'registered: {state}')}."
    merged = any(link.kind == "merged-into" and link.party == party.id for link in history.links)
    status = ", status unknown" if party.status == "unknown" else f", {party.status}"
    if not party.successor:
        return party.kind + status
    if merged and party.status == "merged":
        status = ""
    return f"{party.kind}{status}, {'merged into' if merged else 'succeeded by'} {party.successor}"


def _about(history: PartyHistory, on: str | None) -> list[tuple[str, Cell]]:
    party = history.party
    rows: list[tuple[str, Cell]] = [
        ("id", party.id), ("Kazakh", party.name_kk), ("Russian", party.name_ru), ("abbreviation", party.abbreviation),
        ("founded", party.founded), ("registered", party.registered),
    ]  # fmt: skip
    if not on:
        rows += [("ended", party.ended), ("status", party.status), ("successor", party.successor)]
    rows += [("known elsewhere as", ", ".join(f"{known.scheme} {known.identifier}" for known in history.ids))]
    return [(label, value) for label, value in rows if value]


def _lives(history: PartyHistory) -> Spans:
    """Draw the names that the party bore and the terms of those who led it."""
    ended = history.party.ended
    rows = [
        (name.name, [Span(name.valid_from or "", _until(name, after) or ended)])
        for name, after in _one_language(history.names)
    ]
    rows += _chairs(history)
    if not rows:
        return Spans("", [], 0, 0)
    first = min(int(part.valid_from[:4]) for _, parts in rows for part in parts)
    last = max(int((part.valid_to or history.covers_to)[:4]) for _, parts in rows for part in parts)
    return Spans("Names and chairmen", rows, first, last)


def _until(name: PartyName, after: PartyName | None) -> str | None:
    """Return the day on which a name ended: its own, or that of the next name if that came sooner."""
    return min((day for day in (name.valid_to, after and after.valid_from) if day), default=None)


_HEADS = ("chairman", "acting chairman", "co-chairman", "leader", "first secretary")


def _chairs(history: PartyHistory) -> list[tuple[str, list[Span]]]:
    """Return the terms of each head; one that no source ends is ended by the next of the same rank."""
    heads = [person for person in history.leaders if person.valid_from and person.role in _HEADS]
    found: dict[str, list[Span]] = {}
    for index, head in enumerate(heads):
        after = next(
            (other.valid_from for other in heads[index + 1 :] if other.role == head.role != "co-chairman"),
            None,
        )
        until = head.valid_to or after or history.party.ended
        found.setdefault(head.person, []).append(Span(head.valid_from or "", until))
    return list(found.items())


def _one_language(names: list[PartyName]) -> list[tuple[PartyName, PartyName | None]]:
    """Return the names of the first language that knows of a change, or of any, each with the one that followed."""
    told = []
    for languages in (("en", "kk-latn"), ("ru",), ("kk",)):
        own = [n for n in names if n.lang in languages and n.valid_from and n.form != "abbreviation"]
        by_day = {name.valid_from: name for name in sorted(own, key=lambda n: (n.valid_from or "", n.form))}
        told.append(list(by_day.values()))
    kept = next((lives for lives in told if len(lives) > 1), max(told, key=len))
    return list(zip(kept, [*kept[1:], None], strict=True)) if kept else []


_FIELDS = {
    "Kazakh": "name_kk", "Russian": "name_ru", "abbreviation": "abbreviation", "founded": "founded",
    "registered": "registered", "ended": "ended", "status": "status", "successor": "successor",
}  # fmt: skip


def _about_block(history: PartyHistory, on: str | None, cite: Citing | None) -> Pairs:
    found = Pairs(_about(history, on))
    if cite:
        fields = [_FIELDS.get(label) for label, _ in found.rows]
        found.sources = [cite(history.party.id, field=field) if field else [] for field in fields]
    return found


def _shares(history: PartyHistory) -> list[Block]:
    """Draw the party's share in each election."""
    won = [r for r in history.results if r.stage == "final" and r.share_pct is not None]
    rows = [
        (
            f"{(r.date or '')[:4]} {r.name or r.election}",
            r.share_pct or 0.0,
            f"{r.share_pct} %" + (f", {r.seats_total} seats" if r.seats_total else ""),
        )
        for r in won
    ]
    return [Bars("Shares of the vote", rows, who=[history.party.id] * len(rows))] if rows else []


def _tables(history: PartyHistory, cite: Citing | None) -> list[Block]:
    blocks: list[Block] = []
    if history.names:
        rows: list[list[Cell]] = [[n.name, n.lang, n.form, span(n.valid_from, n.valid_to)] for n in history.names]
        blocks.append(cited(Grid("Names", ["name", "language", "form", "when"], rows), history.names, cite))
    if history.links:
        links = sorted(history.links, key=lambda link: link.date or "")
        rows = [[link.date, _linked(link, history), link.detail] for link in links]
        blocks.append(cited(Grid("Mergers, splits and alliances", ["date", "what", "detail"], rows), links, cite))
    if history.registrations:
        rows = [[r.date, r.outcome, r.name, r.authority, r.detail] for r in history.registrations]
        grid = Grid("Registration", ["date", "outcome", "name", "authority", "detail"], rows)
        blocks.append(cited(grid, history.registrations, cite))
    if history.leaders:
        rows = [[p.person, p.role, span(p.valid_from, p.valid_to)] for p in history.leaders]
        blocks.append(cited(Grid("Leaders", ["person", "role", "when"], rows), history.leaders, cite))
    final = [r for r in history.results if r.stage == "final"]
    if final:
        rows = [
            [
                r.date,
                r.election,
                r.name,
                r.votes,
                r.share_pct,
                r.seats_total,
                r.seats_list,
                r.seats_district,
            ]
            for r in final
        ]
        columns = ["date", "election", "name then", "votes", "share %", "seats", "list", "district"]
        blocks.append(cited(Grid("Elections", columns, rows), final, cite))
    return blocks


_VERBS = {
    "merged-into": ("merged into {other}", "absorbed {party}"),
    "split-from": ("split from {other}", "{party} split off"),
    "successor-of": ("succeeded {other}", "succeeded by {party}"),
    "member-of": ("was in the bloc {other}", "had {party} as a member"),
    "allied-with": ("was allied with {other}", "was allied with {party}"),
}


def _linked(link: Link, history: PartyHistory) -> str:
    own, seen_from_other = _VERBS[link.kind]
    names = {id: f"{history.others[id]} ({id})" for id in (link.party, link.other) if id in history.others}
    pattern = own if link.party == history.party.id else seen_from_other
    return pattern.format(party=names.get(link.party, link.party), other=names.get(link.other, link.other))


def _data(history: PartyHistory) -> dict[str, object]:
    data: dict[str, object] = {**history.party.values(), "name_then": history.name_then}
    for name in (
        "names",
        "registrations",
        "leaders",
        "links",
        "ids",
        "results",
        "figures",
        "events",
        "conflicts",
        "unknown",
    ):
        data[name] = [row.values() for row in getattr(history, name)]
    data["sources"] = [source.values() for source in history.sources]
    return data
