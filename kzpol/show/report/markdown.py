"""The Markdown of a page, as GitHub and others render it: tables, bars made of letters, sources as footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Lines, Marks, Pairs, Seats, Sources, Spans
from kzpol.show.markdown import escaped, table
from kzpol.show.report.numbers import Numbers, address, numbers
from kzpol.show.tables import as_grid

Say = Callable[[str], str]
_LONGEST = 30  # letters of a bar


def report(cards: Sequence[Card], say: Say) -> str:
    """Return cards as one page."""
    return "\n".join(_card(card, index if len(cards) > 1 else None, say) for index, card in enumerate(cards, 1))


def _card(card: Card, index: int | None, say: Say) -> str:
    found = numbers(card)
    tag = f"{index}-" if index else ""  # footnotes of several cards on one page must not be taken for each other
    parts = [f"# {escaped(card.title)}\n"]
    parts += [f"{escaped(card.subtitle)}\n"] if card.subtitle else []
    for block in card.blocks:
        parts += [f"## {escaped(block.title)}\n"] if block.title else []
        parts.append(_block(block, tag, found, say))
    parts += [f"*{escaped(say(card.colophon))}*\n"] if card.colophon else []
    return "\n".join(parts)


def _block(block: Block, tag: str, found: Numbers, say: Say) -> str:
    def marks(row: int) -> str:
        ids = block.sources[row] if row < len(block.sources) else []
        return "".join(f"[^{tag}{number}]" for number in found.of(ids))

    match block:
        case Sources():
            return _sources(tag, found, say)
        case Lines():
            lines = "\n".join(f"- {escaped(row)}{marks(at)}" for at, row in enumerate(block.rows))
            return f"{lines}\n" + _note(block.note)
        case Seats():
            most = max((count for _, count in block.rows), default=1)
            drawn: list[list[Cell]] = [[label, count, _bar(count / most)] for label, count in block.rows]
            return table([*block.columns, ""], drawn)
        case Bars():
            most_pct = max([share for _, share, _ in block.rows] + [1])
            drawn = [[label, tail, _bar(share / most_pct)] for label, share, tail in block.rows]
            mark = f"{block.mark_label}: {block.mark:g} %" if block.mark is not None else ""
            return table([block.columns[0], block.columns[1], ""], drawn) + _note(mark)
        case Pairs() | Grid() | Spans() | Marks():
            grid = as_grid(block)
            cells = [[escaped(cell) for cell in row] for row in grid.rows]
            for at, row in enumerate(cells):
                if row:
                    row[-1] = f"{row[-1]} {marks(at)}".strip() if marks(at) else row[-1]
            return table(grid.columns, grid.rows, cells) + _note(grid.note)


def _bar(part: float) -> str:
    return "█" * max(round(part * _LONGEST), 1 if part else 0)


def _note(note: str) -> str:
    return f"\n{escaped(note)}\n" if note else ""


def _sources(tag: str, found: Numbers, say: Say) -> str:
    further = "".join(f"- {_source(row)}\n" for row in found.further)
    head = f"### {say('Further sources')}\n\n" if further and found.cited else ""
    notes = "\n".join(f"[^{tag}{number}]: {_source(row)}" for number, row in enumerate(found.cited, 1))
    return head + further + (f"\n{notes}\n" if notes else "")


def _source(row: list[str]) -> str:
    _, publisher, date, title, url = row
    link = address(url)
    dated = f", {escaped(date)}" if date else ""
    return f"{escaped(publisher)}: {escaped(title)}{dated}" + (f". <{link}>" if link else "")
