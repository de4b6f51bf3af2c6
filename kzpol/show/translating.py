"""Puts an answer made for people into another language; what has no translation stays English.

Only our own words change: headings, titles of sections, kinds, units, sentences. Ids, names and quotations stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Lines, Marks, Pairs, Seats, Span, Spans
from kzpol.show.listing import Listing

# Columns of ids and of other people's words.
_AS_IT_IS = frozenset(
    ["id", "name", "title", "text", "rule", "contestant", "subject", "source", "locator", "successor"]
)
_FILLED = r"((?:[^.;]|\.(?=\S)){1,600}?)"  # short of a sentence: prose that happens to have our words is left alone
_SLOT = re.compile(r"\{(\d?)\}")


class Words:
    """Translates by exact word, else by the sentence with the most words of ours that fits."""

    def __init__(self, found: Mapping[str, str]) -> None:
        self._exact = {english: other for english, other in found.items() if "{" not in english}
        self._sentences = [
            (re.compile(re.escape(english).replace(r"\{\}", _FILLED)), other)
            for english, other in sorted(found.items(), key=lambda item: -len(item[0]))
            if "{" in english
        ]

    def __call__(self, text: str) -> str:
        """Return a text in the other language, as it is where nobody translated it."""
        if text in self._exact or not text:
            return self._exact.get(text, text)
        if text.startswith(" ") and (bare := text.lstrip(" ")):  # a label that is set in
            return text.removesuffix(bare) + self(bare)
        for pattern, other in self._sentences:
            if match := pattern.fullmatch(text):
                return self._filled(other, match.groups())
        return text

    def _filled(self, other: str, parts: tuple[str, ...]) -> str:
        inner = [self(part) for part in parts]
        following = iter(inner)
        return _SLOT.sub(lambda slot: inner[int(slot[1]) - 1] if slot[1] else next(following), other)

    def cell(self, value: Cell) -> Cell:
        """Return a cell's word in the other language; only whole words are known to be ours."""
        return self._exact.get(value, value) if isinstance(value, str) else value


def listing(listing: Listing, words: Words) -> Listing:
    """Return a list with headings and kinds in the other language; the columns keep their names as keys."""
    rows = [
        {name: value if name in _AS_IT_IS else words.cell(value) for name, value in row.items()} for row in listing.rows
    ]
    heads = {name: words(name) for name in {*listing.columns, *listing.shown}}
    return replace(listing, rows=rows, heads=heads, title=words(listing.title), note=words(listing.note))


def card(card: Card, words: Words) -> Card:
    """Return a card in the other language; its data, which programs read, stay as they are."""
    return replace(
        card,
        title=words(card.title),
        subtitle=" · ".join(words(part) for part in card.subtitle.split(" · ")),
        blocks=[_block(block, words) for block in card.blocks],
    )


def _block(block: Block, words: Words) -> Block:
    title = words(block.title)
    if isinstance(block, Lines):
        return replace(block, title=title, rows=[words(row) for row in block.rows], note=words(block.note))
    heads: Any = type(block.columns)(words(name) for name in block.columns)
    match block:
        case Pairs():
            pairs = [(words(label), _value(label, value, words)) for label, value in block.rows]
            return replace(block, title=title, columns=heads, rows=pairs)
        case Grid():
            as_it_is = [name in _AS_IT_IS for name in block.columns]
            rows = [
                [cell if keep else _sentence(cell, words) for cell, keep in zip(row, as_it_is, strict=True)]
                for row in block.rows
            ]
            note = " · ".join(words(part) for part in block.note.split(" · "))
            return replace(block, title=title, columns=heads, rows=rows, note=note)
        case Bars():
            bars = [(words(label), share, words(tail)) for label, share, tail in block.rows]
            return replace(block, title=title, columns=heads, rows=bars, mark_label=words(block.mark_label))
        case Seats():
            seats = [(words(label), count) for label, count in block.rows]
            return replace(block, title=title, columns=heads, rows=seats)
        case Spans():
            spans = [
                (words(label), [Span(part.valid_from, part.valid_to, words(part.text)) for part in parts])
                for label, parts in block.rows
            ]
            return replace(block, title=title, columns=heads, rows=spans)
        case Marks():
            marks = [(date, words(kind), words(text)) for date, kind, text in block.rows]
            return replace(block, title=title, columns=heads, rows=marks, note=words(block.note))


def _value(label: str, value: Cell, words: Words) -> Cell:
    """Return the value of a label; a count with its parts in brackets part by part."""
    if label in _AS_IT_IS or not isinstance(value, str):
        return value
    head, bracket, inside = value.partition(" (")
    if not bracket:
        return words.cell(value)
    return f"{words(head)} ({', '.join(words(part) for part in inside.removesuffix(')').split(', '))})"


def _sentence(cell: Cell, words: Words) -> Cell:
    return words(cell) if isinstance(cell, str) else cell
