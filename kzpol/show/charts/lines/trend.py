"""A party through its elections on a terminal: two bars each, votes and seats on one scale."""

from __future__ import annotations

from kzpol.show.charts.lines.bars import length
from kzpol.show.charts.lines.grid import Grid, Line, Signs, cut, framed
from kzpol.show.charts.trend import Trend


def draw(picture: Trend, width: int, signs: Signs) -> list[Line]:
    """Return the lines of a trend; a full bar is all votes or all seats."""
    size = min(max(len(point.label) for point in picture.points) + 5, max(width // 3, 12))
    seats = [_of(point.seats, point.chamber) for point in picture.points]
    room = max(min(width - size - max([9, *(len(text) for text in seats)]) - 3, 60), 8)
    grid = Grid(width, len(picture.points) * 3 - 1)
    for index, point in enumerate(picture.points):
        line = index * 3
        grid.put(0, line, cut(f"{point.date[:4]} {point.label}", size))
        if point.vote is not None:
            bar = length(point.vote / 100, room, signs)
            grid.put(size + 1, line, bar, picture.color)
            grid.put(size + 2 + len(bar), line, f"{point.vote:g} %")
        if point.seats is not None:
            share = point.seat_share or 0
            bar = signs.second * max(round(share / 100 * room), 1 if share else 0)
            grid.put(size + 1, line + 1, bar, picture.color)
            grid.put(size + 2 + len(bar) if bar else size + 1, line + 1, seats[index])
    key: list[Line] = [
        [],
        [(signs.bar * 2, picture.color), (f" {picture.vote}", "")],
        [(signs.second * 2, picture.color), (f" {picture.chamber}", "")],
    ]
    return framed(picture.frame, [*grid.lines(), *key], width)


def _of(seats: int | None, chamber: int | None) -> str:
    return "" if seats is None else f"{seats} / {chamber}" if chamber else str(seats)
