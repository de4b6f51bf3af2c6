"""Turnout over time on a terminal: a bar for each election."""

from __future__ import annotations

from kzpol.show.charts.lines.bars import length
from kzpol.show.charts.lines.grid import Grid, Line, Signs, cut, framed
from kzpol.show.charts.turnout import Turnout


def draw(picture: Turnout, width: int, signs: Signs) -> list[Line]:
    """Return the lines of the turnouts, oldest first; each body has its own sign."""
    marks = {body: signs.filled[index] for index, body in enumerate(picture.bodies)}
    names = {turn.election: f"{turn.date[:7]} {picture.bodies[turn.body][0]}" for turn in picture.turns}
    size = min(max(len(name) for name in names.values()) + 2, max(width // 2, 12))
    room = max(min(width - size - 10, 60), 8)
    grid = Grid(width, len(picture.turns))
    for line, turn in enumerate(picture.turns):
        color = picture.bodies[turn.body][1]
        grid.put(0, line, marks[turn.body], color)
        grid.put(2, line, cut(names[turn.election], size - 2))
        bar = length(turn.turnout / 100, room, signs)
        grid.put(size + 1, line, bar, color)
        grid.put(size + 2 + len(bar), line, f"{turn.turnout:g}{'*' if turn.preliminary else ''}")
    return framed(picture.frame, grid.lines(), width)
