"""HTML: one page without scripts, headings and tables with scopes, every value escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from kzpol.show.blocks import Cell
from kzpol.show.listing import Listing
from kzpol.show.separated import flat

_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
body {{ color: #1a1a1a; background: #fff; overflow-wrap: break-word; }}
h1, h2, h3 {{ line-height: 1.25; }}
h2 {{ margin-top: 2rem; }}
a {{ color: #0b57a4; }}
table {{ border-collapse: collapse; margin: .5rem 0 1rem; }}
th, td {{ border-bottom: 1px solid #bbb; padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }}
th.number, td.number {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }}
td.date {{ white-space: nowrap; }}
.wide {{ overflow-x: auto; }}
.lead {{ font-size: 1.125rem; }}
.note, .colophon, figcaption {{ color: #595959; font-size: .875rem; }}
.cite {{ font-size: .8125rem; white-space: nowrap; }}
figure {{ margin: .5rem 0 1rem; max-width: 40rem; }}
figure svg {{ display: block; width: 100%; height: auto; }}
figcaption {{ text-align: center; }}
.key {{ list-style: none; padding: 0; columns: 15rem auto; }}
.key li {{ break-inside: avoid; padding-left: 1.75rem; text-indent: -1.75rem; }}
.swatch {{ display: inline-block; width: 1.25rem; border-radius: 50%; color: #fff; font-size: .8125rem; }}
.swatch {{ text-align: center; text-indent: 0; line-height: 1.25rem; print-color-adjust: exact; }}
@media (prefers-color-scheme: dark) {{
  body {{ color: #eee; background: #161616; }} a {{ color: #8cc2ff; }} th, td {{ border-color: #555; }}
  .note, .colophon, figcaption {{ color: #b0b0b0; }}
}}
@media print {{
  @page {{ size: A4; margin: 18mm 16mm; }}
  body {{ margin: 0; max-width: none; font-size: 10pt; color: #000; background: #fff; }}
  .wide {{ overflow: visible; }} figure, tr, li {{ break-inside: avoid; }} h2, h3 {{ break-after: avoid; }}
  figure {{ max-width: 130mm; }}
}}
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


def _table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Yield the parts of a table with a heading for each column."""
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


def page(title: str, body: str, lang: str) -> str:
    """Return a page around its body."""
    return _PAGE.format(lang=lang, title=escape(title), body=body)
