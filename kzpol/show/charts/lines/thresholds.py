"""Steps on a terminal."""

from __future__ import annotations

from collections.abc import Callable

from kzpol.show.charts.lines.grid import Grid, Line, Signs, cut, framed
from kzpol.show.charts.thresholds import Steps
from kzpol.show.drawing import as_year, year_scale

_HEIGHT = 11


def draw(picture: Steps, width: int, signs: Signs) -> list[Line]:
    """Return the lines of steps over years, each with its value above it."""
    if picture.levels:
        return _levels(picture, width, signs)
    first = int(picture.steps[0].valid_from[:4])
    last = int(picture.last[:4])
    across = width - 1
    heights = [step.height for step in picture.steps]
    bottom, top = min([0.0, *heights]), max(heights)
    grid = Grid(width, _HEIGHT + 2)

    def column(date: str) -> int:
        return min(round((as_year(date) - first) / (last + 1 - first) * across), across - 1)

    def line(height: float) -> int:
        return 1 + round((top - height) / ((top - bottom) or 1) * (_HEIGHT - 2))

    before: int | None = None
    for step in picture.steps:
        left = column(step.valid_from)
        right = max(column(step.valid_to or picture.last), left + 1)
        own = line(step.height)
        grid.put(left, own, signs.span * (right - left), picture.color)
        if before is not None and before != own:
            for between in range(min(before, own) + 1, max(before, own)):
                grid.put(left, between, signs.rise, picture.color)
            corners = signs.corners[:2] if own < before else signs.corners[2:]
            grid.put(left, before, corners[0], picture.color)
            grid.put(left, own, corners[1], picture.color)
        before = own if step.valid_to else None
    _values(grid, picture, column, line)
    grid.put(0, _HEIGHT, signs.flat * across, "dim")
    grid.put(0, _HEIGHT + 1, year_scale(first, last, across), "dim")
    return framed(picture.frame, [*grid.lines(), [], *_list(picture, width)], width)


def _values(grid: Grid, picture: Steps, column: Callable[[str], int], line: Callable[[float], int]) -> None:
    for step in picture.steps:
        left, own = column(step.valid_from), line(step.height)
        for at in (left + 1, left - len(step.value) - 1, left):
            beside = grid.at(at - 1, own - 1) + grid.at(at + len(step.value), own - 1)
            if grid.free(at, own - 1, len(step.value)) and not any(letter.isalnum() for letter in beside):
                grid.put(at, own - 1, step.value, "bold")
                break


def _levels(picture: Steps, width: int, signs: Signs) -> list[Line]:
    first, last = int(picture.steps[0].valid_from[:4]), int(picture.last[:4])
    grid = Grid(width, 2 * len(picture.levels) + 1)
    for index, level in enumerate(reversed(picture.levels)):
        grid.put(0, 2 * index, cut(level, width), "")
        for step in picture.steps:
            if picture.levels[int(step.height)] != level:
                continue
            left = round((as_year(step.valid_from) - first) / (last + 1 - first) * (width - 1))
            end = as_year(step.valid_to) if step.valid_to else last + 1
            right = round((end - first) / (last + 1 - first) * (width - 1))
            grid.put(left, 2 * index + 1, signs.begin + signs.span * max(right - left - 1, 0), picture.color)
    grid.put(0, 2 * len(picture.levels), year_scale(first, last, width - 1), "dim")
    return framed(picture.frame, [*grid.lines(), [], *_list(picture, width)], width)


def _list(picture: Steps, width: int) -> list[Line]:
    """Return each value with the day from which it held."""
    return [[(cut(f"{step.valid_from:<10}  {step.value}", width), "")] for step in picture.steps]
