"""Bars on a terminal, against a mark."""

from __future__ import annotations

from kzpol.show.charts.lines.grid import Grid, Line, Signs, cut, framed
from kzpol.show.charts.shares import Bar, Bars

_LONGEST = 60


def draw(picture: Bars, width: int, signs: Signs) -> list[Line]:
    """Return the lines of bars; those below the mark are pale, and the mark stands across the free cells."""
    size = min(max(len(bar.label) for bar in picture.bars), width // 3)
    tails = [_tail(bar) for bar in picture.bars]
    room = max(min(width - size - max(len(tail) for tail in tails) - 3, _LONGEST), 6)
    top = max([bar.share for bar in picture.bars] + [picture.mark or 0])
    grid = Grid(width, len(picture.bars) + (1 if picture.mark is not None else 0))
    mark = int((picture.mark or 0) / top * room) if picture.mark is not None else -1  # the cell that the mark is in
    for line, (bar, tail) in enumerate(zip(picture.bars, tails, strict=True)):
        grid.put(0, line, cut(bar.label, size))
        drawn = _beside(length(bar.share / top, room, signs), bar, picture.mark, mark, signs)
        grid.put(size + 1, line, drawn, bar.color)
        column = len(drawn) + 1
        if len(drawn) <= mark:
            grid.put(size + 1 + mark, line, signs.mark, picture.mark_color)
            column = mark + 2 if column + len(tail) >= mark else column
        grid.put(size + 1 + column, line, tail)
    if picture.mark is not None:
        foot, mark = len(picture.bars), mark + size + 1
        text = f"{signs.mark} {picture.mark_label}"
        if mark + len(text) <= width:
            grid.put(mark, foot, text, picture.mark_color)
        else:
            text = f"{picture.mark_label} {signs.mark}"
            grid.put(max(mark + 1 - len(text), 0), foot, text, picture.mark_color)
    return framed(picture.frame, grid.lines(), width)


def _beside(drawn: str, bar: Bar, mark: float | None, cell: int, signs: Signs) -> str:
    """Return a bar that ends before the mark's cell if it is shorter than the mark, and reaches into it if not."""
    if mark is None:
        return drawn
    if bar.share < mark:
        drawn = drawn[: max(cell, 1)]
        return signs.pale * len(drawn) if bar.below else drawn
    return drawn.ljust(cell + 1, signs.bar) if len(drawn) <= cell else drawn


def _tail(bar: Bar) -> str:
    return f"{bar.share:g} %" + (f"  {bar.tail}" if bar.tail else "")


def length(part: float, room: int, signs: Signs) -> str:
    """Return a bar for a part of 1; more than nothing is never invisible."""
    eighths = round(part * room * 8)
    full, rest = divmod(eighths, 8)
    if not signs.parts:
        return signs.bar * max(round(part * room), 1 if part > 0 else 0)
    tail = signs.parts[rest - 1] if rest else ""
    return signs.bar * full + tail or (signs.parts[0] if part > 0 else "")
