"""The chamber on a terminal: a half circle, or rows where it does not fit, and a key below."""

from __future__ import annotations

from kzpol.show.charts import hemicycle
from kzpol.show.charts.lines.grid import Grid, Line, Signs, framed
from kzpol.show.charts.seats import Chamber, Group


def draw(chamber: Chamber, width: int, signs: Signs) -> list[Line]:
    """Return the lines of a chamber; a seat won in a district has the open sign of its party."""
    marks = _marks(chamber, signs)
    seats = [(marks[group.id][1 if in_district else 0], group.color) for group, in_district in chamber.seats]
    places = hemicycle.cells(len(seats), min(width, 100))
    if places is None:
        rows = -(-len(seats) // width)
        places = [(index // rows, index % rows) for index in range(len(seats))]
    across = max((column for column, _ in places), default=0) + 1
    grid = Grid(width, max((line for _, line in places), default=0) + 1)
    shift = (min(width, 80) - across) // 2 if across < min(width, 80) else 0
    for (sign, color), (column, line) in zip(seats, places, strict=True):
        grid.put(column + shift, line, sign, color)
    _total(grid, len(seats), shift, across)
    return framed(chamber.frame, [*grid.lines(), [], *_key(chamber, marks, width)], width)


def _marks(chamber: Chamber, signs: Signs) -> dict[str, tuple[str, str]]:
    marks = {
        group.id: (signs.filled[index % len(signs.filled)], signs.open[index % len(signs.open)])
        for index, group in enumerate(chamber.groups)
    }
    if "unknown" in marks:
        marks["unknown"] = (signs.unknown, signs.unknown)
    return marks


def _total(grid: Grid, seats: int, shift: int, across: int) -> None:
    """Write the number of seats in the middle, where there is room."""
    text, line = str(seats), grid.height - 1
    column = shift + (across - len(text)) // 2
    if grid.free(column - 1, line, len(text) + 2):
        grid.put(column, line, text, "bold")


def _key(chamber: Chamber, marks: dict[str, tuple[str, str]], width: int) -> list[Line]:
    size = max((len(group.label) for group in chamber.groups), default=0)
    count = max((len(str(group.total)) for group in chamber.groups), default=0)
    lines: list[Line] = []
    for group in chamber.groups:
        filled, hollow = marks[group.id]
        own = filled if group.filled else hollow
        line: Line = [(own, group.color), (f" {group.label:<{size}} {group.total:>{count}}", "")]
        if chamber.both:
            line += _parts(group, filled, hollow, chamber.words)
        lines.append(line if sum(len(text) for text, _ in line) <= width else line[:2])
    if chamber.both:
        own, hollow = next(iter(marks.values()))
        lines += [[], [(f"{own} {chamber.words['filled']}   {hollow} {chamber.words['open']}", "dim")]]
    return lines


def _parts(group: Group, filled: str, hollow: str, words: dict[str, str]) -> Line:
    """Return the seats of a group by list and in districts, where it has both or only the latter."""
    if not group.open:
        return []
    parts: Line = [("   ", "")]
    if group.filled:
        parts += [(filled, group.color), (f" {group.filled}  ", "")]
    return [*parts, (hollow, group.color), (f" {group.open}", "")]
