"""The HTML of a page: one file, without scripts and without anything from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Lines, Marks, Pairs, Seats, Sources, Spans
from kzpol.show.html import page
from kzpol.show.report import svg
from kzpol.show.report.numbers import Numbers, address, numbers
from kzpol.show.separated import flat
from kzpol.show.tables import as_grid

Say = Callable[[str], str]


def report(cards: Sequence[Card], lang: str, say: Say) -> str:
    """Return cards as one page; where there are several, each is a part of it with its own sources."""
    alone = len(cards) == 1
    parts = [] if alone else [f"<h1>{escape(' · '.join(card.title for card in cards))}</h1>"]
    for index, card in enumerate(cards):
        parts.append(_card(card, f"c{index}", 1 if alone else 2, say))
    return page(" · ".join(card.title for card in cards), "\n".join(parts), lang)


def _card(card: Card, name: str, level: int, say: Say) -> str:
    found = numbers(card)
    parts = [f"<h{level}>{escape(card.title)}</h{level}>"]
    parts += [f'<p class="lead">{escape(card.subtitle)}</p>'] if card.subtitle else []
    for index, block in enumerate(card.blocks):
        own = f"{name}-{index}"
        heading = escape(block.title)
        head = f'<h{level + 1} id="{own}">{heading}</h{level + 1}>\n' if heading else ""
        parts.append(head + _block(block, own, name, card.title, level + 1, found, say))
    parts += [f'<p class="colophon">{escape(say(card.colophon))}</p>'] if card.colophon else []
    return "\n".join(parts)


def _block(block: Block, own: str, name: str, title: str, level: int, found: Numbers, say: Say) -> str:
    match block:
        case Seats() if sum(seats for _, seats in block.rows) <= svg.MOST_SEATS:
            return svg.seats(block, f"{own}-picture", say)
        case Bars():
            return svg.bars(block, f"{own}-picture")
        case Spans():
            return svg.spans(block, f"{own}-picture")
        case Sources():
            return _sources(name, level, found, say)
        case Lines():
            lines = [f"<li>{escape(row)}{_marks(block, i, name, found)}</li>" for i, row in enumerate(block.rows)]
            return "<ul>\n" + "\n".join(lines) + "\n</ul>" + _note(block.note)
        case Pairs():
            rows = [
                f'<tr><th scope="row">{escape(label)}</th><td>{_text(value)}{_marks(block, i, name, found)}</td></tr>'
                for i, (label, value) in enumerate(block.rows)
            ]
            return "<table>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"
        case Grid() | Marks() | Seats():
            return _table(block, name, title, found, say)


def _table(block: Grid | Marks | Seats, name: str, title: str, found: Numbers, say: Say) -> str:
    grid = as_grid(block)
    cited = any(found.of(ids) for ids in block.sources)
    columns = [*grid.columns, say("sources")] if cited else grid.columns
    sides = [_side(grid, at) for at in range(len(columns))]
    head = "".join(
        f'<th scope="col"{side}>{escape(column)}</th>' if column else "<td></td>"
        for side, column in zip(sides, columns, strict=True)
    )
    lines = []
    for at, row in enumerate(grid.rows):
        cells = "".join(f"<td{sides[column] or _whole(cell)}>{_text(cell)}</td>" for column, cell in enumerate(row))
        lines.append(f"<tr>{cells}" + (f"<td>{_marks(block, at, name, found)}</td>" if cited else "") + "</tr>")
    label = escape(": ".join(filter(None, (title, block.title))))
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n" + "\n".join(lines) + "\n</tbody>\n</table>"
    # A wide table scrolls by itself, by keyboard too, and not the page with it.
    return f'<div class="wide" role="region" tabindex="0" aria-label="{label}">\n{table}\n</div>' + _note(grid.note)


def _side(grid: Grid, column: int) -> str:
    """Numbers stand to the right."""
    if column >= len(grid.columns) or not grid.rows:
        return ""
    cells = [row[column] for row in grid.rows]
    numeric = all(isinstance(cell, int | float) or cell is None for cell in cells) and any(c is not None for c in cells)
    return ' class="number"' if numeric else ""


def _whole(cell: Cell) -> str:
    """A date is not broken over two lines."""
    return ' class="date"' if isinstance(cell, str) and re.fullmatch(r"\d{4}(-\d\d){1,2}", cell) else ""


def _text(cell: Cell) -> str:
    """Return a value as people read it: the thousands of a large number apart, addresses as links."""
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) >= 10_000:
        return f'<data value="{cell}">{cell:,}</data>'.replace(",", "\u202f")
    text = flat(cell)
    if link := address(text):
        return f'<a href="{escape(link)}">{escape(text)}</a>'
    return escape(text)


def _marks(block: Block, row: int, name: str, found: Numbers) -> str:
    """Return the links from a row to its sources."""
    ids = block.sources[row] if row < len(block.sources) else []
    return "".join(f' <a class="cite" href="#{name}-source-{number}">[{number}]</a>' for number in found.of(ids))


def _note(note: str) -> str:
    return f'\n<p class="note">{escape(note)}</p>' if note else ""


def _sources(name: str, level: int, found: Numbers, say: Say) -> str:
    cited = "\n".join(
        f'<li id="{name}-source-{number}">{_source(row)}</li>' for number, row in enumerate(found.cited, 1)
    )
    parts = [f"<ol>\n{cited}\n</ol>"] if cited else []
    if found.further:
        parts += [f"<h{level + 1}>{escape(say('Further sources'))}</h{level + 1}>"] if cited else []
        parts.append("<ul>\n" + "\n".join(f"<li>{_source(row)}</li>" for row in found.further) + "\n</ul>")
    return "\n".join(parts)


def _source(row: list[str]) -> str:
    _, publisher, date, title, url = row
    link = address(url)
    linked = f'<a href="{escape(link)}">{escape(title)}</a>' if link else f"<cite>{escape(title)}</cite>"
    return f"{escape(publisher)}: {linked}" + (f", {escape(date)}" if date else "")
