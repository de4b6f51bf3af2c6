"""HTML: one page without scripts, headings and tables with scopes, every value escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from kzpol.show.blocks import Block, Card, Cell, Lines
from kzpol.show.listing import Listing
from kzpol.show.separated import flat
from kzpol.show.tables import as_grid

_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
body {{ color: #1a1a1a; background: #fff; }}
table {{ border-collapse: collapse; margin: 1rem 0; }}
th, td {{ border-bottom: 1px solid #bbb; padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }}
td.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
@media (prefers-color-scheme: dark) {{ body {{ color: #eee; background: #161616; }} th, td {{ border-color: #555; }} }}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def listing(listing: Listing, lang: str) -> Iterator[str]:
    """Yield the parts of a list as a page with one table."""
    title = escape(listing.title or "kzpol")
    top, bottom = _PAGE.format(lang=lang, title=title, body="\0").split("\0")
    yield f"{top}<h1>{title}</h1>\n"
    rows = (
        [v if isinstance(v := row[name], int | float) else flat(v) for name in listing.columns] for row in listing.rows
    )
    yield from _table([listing.head(name) for name in listing.columns], rows)
    yield (f"\n<p>{escape(listing.note)}</p>" if listing.note else "") + bottom


def table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return a table with a heading for each column."""
    return "".join(_table(columns, rows))


def _table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    yield f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
    for row in rows:
        yield "<tr>" + "".join(_cell(cell) for cell in row) + "</tr>\n"
    yield "</tbody>\n</table>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, bool):
        cell = flat(cell)
    if isinstance(cell, int | float):
        return f'<td class="number">{cell}</td>'
    return f"<td>{escape(cell or '')}</td>"


def page(cards: Sequence[Card], lang: str) -> str:
    """Return cards as one page."""
    body = "\n".join(_card(card) for card in cards)
    return _PAGE.format(lang=lang, title=escape(cards[0].title), body=body)


def _card(card: Card) -> str:
    parts = [f"<h1>{escape(card.title)}</h1>", f"<p>{escape(card.subtitle)}</p>"]
    for block in card.blocks:
        if block.title:
            parts.append(f"<h2>{escape(block.title)}</h2>")
        parts.append(_block(block))
    return "\n".join(parts)


def _block(block: Block) -> str:
    if isinstance(block, Lines):
        note = f"\n<p>{escape(block.note)}</p>" if block.note else ""
        return "<ul>\n" + "\n".join(f"<li>{escape(row)}</li>" for row in block.rows) + "\n</ul>" + note
    grid = as_grid(block)
    note = f"\n<p>{escape(grid.note)}</p>" if grid.note else ""
    return table(grid.columns, grid.rows) + note
