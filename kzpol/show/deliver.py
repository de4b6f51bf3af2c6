"""Writes an answer in the format wanted, to standard output or a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, TextIO

from kzpol.ask.errors import BadQuestion
from kzpol.show.harmless import encoded
from kzpol.show.listing import Listing
from kzpol.show.wanted import FOR_PEOPLE, Wanted
from kzpol.show.writing import write

if TYPE_CHECKING:
    from kzpol.show.blocks import Card


def deliver_list(listing: Listing, wanted: Wanted) -> None:
    """Write a list, row by row as far as the format allows it: a table has to know all of them to be laid out.

    Raises BadQuestion for a column that it does not have, OSError where it cannot be written.
    """
    if wanted.drawn() or wanted.format == "table":
        listing = _in_language(narrowed(replace(listing, rows=list(listing.rows)), wanted), wanted)
        _drawn(lambda stream: _table(listing, stream, wanted), wanted)
        return
    write(list_text(_in_language(narrowed(listing, wanted), wanted), wanted), wanted)


def deliver_cards(cards: Sequence[Card], wanted: Wanted) -> None:
    """Write cards: a picture on a terminal, plain text in a pipe, or the format wanted.

    With --columns a card is its flat record, or in JSON these keys of its object. Raises BadQuestion, OSError.
    """
    for name in wanted.columns:
        if any(name not in card.data and name not in card.record for card in cards):
            known = dict.fromkeys([*cards[0].record, *cards[0].data])
            raise BadQuestion(f"There is no column {name!r}. Columns: {', '.join(known)}.")
    if wanted.columns and wanted.format != "json":
        columns = list(wanted.columns)
        deliver_list(Listing([{**card.data, **card.record} for card in cards], columns, columns), wanted)
        return
    drawn = wanted.drawn()
    if drawn or wanted.limit is not None:
        from kzpol.show.blocks import shortened

        cards = [shortened(card, wanted.limit) for card in cards]
    if wanted.words and (wanted.format in (None, *FOR_PEOPLE)):
        from kzpol.show import translating

        cards = [translating.card(card, wanted.say) for card in cards]
    if drawn:
        _drawn(lambda stream: _cards(cards, stream, wanted), wanted)
        return
    if wanted.format in (None, "table"):
        from kzpol.show import plain

        write(("\n".join(plain.card(card) for card in cards),), wanted)
    elif wanted.format == "json":
        from kzpol.show import json

        data = [_chosen(card.data, wanted) for card in cards]
        write((json.document(data[0]),) if len(data) == 1 else json.array(data), wanted)
    elif wanted.format == "md":
        from kzpol.show.report import markdown

        write((markdown.report(cards, wanted.say),), wanted)
    elif wanted.format == "html":
        from kzpol.show.report import page

        write((page.report(cards, wanted.lang, wanted.say),), wanted)
    else:
        columns = list(cards[0].record)
        listing = Listing([card.record for card in cards], columns, columns)
        write(list_text(narrowed(listing, wanted), wanted), wanted)


def deliver_picture(draw: Callable[[int, str], list[list[tuple[str, str]]]], wanted: Wanted) -> None:
    """Draw a picture on the terminal; `draw` gives its lines for a width and an encoding."""

    def on(stream: TextIO) -> None:
        from kzpol.show import terminal

        terminal.picture(draw, stream, wanted)

    _drawn(on, wanted)


def _in_language(listing: Listing, wanted: Wanted) -> Listing:
    """Translate what people read; what programs read keeps its words, as they are part of the contract."""
    if not wanted.words or not (wanted.format in FOR_PEOPLE or wanted.drawn()):
        return listing
    from kzpol.show import translating

    return translating.listing(listing, wanted.say)


def _chosen(data: dict[str, Any], wanted: Wanted) -> dict[str, Any]:
    return {name: data[name] for name in wanted.columns if name in data} if wanted.columns else data


def narrowed(listing: Listing, wanted: Wanted) -> Listing:
    """Keep the columns and the number of rows that the user asked for."""
    columns, shown = listing.columns, listing.shown
    if wanted.columns:
        unknown = [name for name in wanted.columns if name not in columns]
        if unknown:
            raise BadQuestion(f"There is no column {unknown[0]!r}. Columns: {', '.join(columns)}.")
        columns = shown = list(wanted.columns)
        if wanted.sources and "sources" not in columns:
            columns = shown = [*columns, "sources"]
    elif wanted.sources and "sources" not in shown:
        shown = [*shown, "sources"]
    rows = ({name: row.get(name) for name in columns} for row in islice(listing.rows, wanted.limit))
    if not isinstance(listing.rows, list):
        return Listing(rows, columns, shown, listing.title, listing.note)
    return Listing(list(rows), columns, shown, listing.title, listing.note, total=len(listing.rows))


def list_text(listing: Listing, wanted: Wanted) -> Iterable[str]:
    """Give the parts of a list as text in the format wanted, tab-separated where none is named."""
    if wanted.format in (None, "tsv", "csv"):
        from kzpol.show import separated

        return separated.lines(listing, wanted.header, "," if wanted.format == "csv" else "\t", wanted.bom)
    if wanted.format in ("json", "ndjson"):
        from kzpol.show import json

        return json.array(listing.rows) if wanted.format == "json" else json.lines(listing.rows)
    if wanted.format == "md":
        from kzpol.show import markdown

        return markdown.listing(listing)
    from kzpol.show import html

    return html.listing(listing, wanted.lang)


def _table(listing: Listing, stream: TextIO, wanted: Wanted) -> None:
    if wanted.on_terminal():
        from kzpol.show import terminal

        terminal.listing(listing, stream, wanted)
    else:
        from kzpol.show import plain

        stream.writelines(encoded(line, is_json=False).decode() for line in plain.listing(listing, wanted.header))


def _cards(cards: Sequence[Card], stream: TextIO, wanted: Wanted) -> None:
    from kzpol.show import terminal

    for card in cards:
        terminal.card(card, stream, wanted)


def _drawn(draw: object, wanted: Wanted) -> None:
    """Let something draw on the terminal, or into the file wanted."""
    if wanted.output:
        buffer = io.StringIO()
        draw(buffer)  # type: ignore[operator]
        write((buffer.getvalue(),), wanted)
    else:
        draw(sys.stdout)  # type: ignore[operator]
        sys.stdout.flush()
