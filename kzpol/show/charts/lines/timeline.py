"""Party lives on a terminal: bars that flow into each other."""

from __future__ import annotations

from collections.abc import Callable

from kzpol.show.charts.lines.grid import Grid, Line, Signs, cut, framed
from kzpol.show.charts.timeline import Life, Lives
from kzpol.show.drawing import year_scale


def draw(picture: Lives, width: int, signs: Signs) -> list[Line]:
    """Return the lines of lives: a row each, with names inside the bars where they fit, and mergers going up."""
    size = min(max(len(life.label) for life in picture.lives), max(width // 4, 10))
    across = width - size - 2
    years = picture.last - picture.first
    grid = Grid(width, len(picture.lives) + 2)

    def column(year: float) -> int:
        return size + 1 + min(max(round((year - picture.first) / years * across), 0), across)

    scale = year_scale(picture.first, picture.last - 1, across)
    grid.put(size + 1, 0, scale, "dim")
    for index, life in enumerate(picture.lives):
        grid.put(0, index + 1, cut(life.label, size))
        _bar(grid, life, index + 1, column, signs)
    for index, life in enumerate(picture.lives):
        if life.into is not None and life.merged is not None:
            _flow(grid, column(life.merged), index + 1, life.into + 1, life.color, signs)
    for index, life in enumerate(picture.lives):
        _names(grid, life, index + 1, column, signs)
    grid.put(size + 1, len(picture.lives) + 1, scale, "dim")
    return framed(picture.frame, grid.lines(), width)


def _bar(grid: Grid, life: Life, line: int, column: Callable[[float], int], signs: Signs) -> None:
    for piece in life.pieces:
        left, right = column(piece.start), column(piece.end)
        right = max(right, left + 1)
        grid.put(left, line, (signs.span if piece.registered else signs.loose) * (right - left), life.color)
        grid.put(left, line, signs.begin, life.color)
        if piece.open:
            grid.put(right - 1, line, signs.still, life.color)
        if piece.unknown:
            grid.put(max(right - 1, left + 1), line, signs.fade * 3, life.color)


def _names(grid: Grid, life: Life, line: int, column: Callable[[float], int], signs: Signs) -> None:
    """Write the names that a party bore into its bar, each where the bar has room for it between the arrows."""
    if len({piece.label for piece in life.pieces}) < 2 and all(piece.label == life.label for piece in life.pieces):
        return
    for piece in life.pieces:
        written = f" {piece.label} "
        for left in range(column(piece.start) + 2, column(piece.end) - len(written)):
            if piece.label and all(grid.at(left + at, line) == signs.span for at in range(-1, len(written) + 1)):
                grid.put(left, line, written)
                break


def _flow(grid: Grid, column: int, child: int, parent: int, color: str, signs: Signs) -> None:
    step = -1 if parent < child else 1
    grid.put(column, child, signs.leave, color)
    for line in range(child + step, parent, step):
        if grid.at(column, line) == " ":
            grid.put(column, line, signs.flow, color)
    grid.put(column, parent, signs.arrive, color)
