"""Where the seats of a chamber stand in a half circle; one reckoning for terminals and files."""

from __future__ import annotations

from math import cos, hypot, pi, sin

Place = tuple[float, float]  # x from -1 to 1, y from 0 to 1
_INNER = 0.42  # radius of the innermost row


def rows_for(seats: int) -> int:
    """Return how many rows let seats stand as close beside each other as the rows stand apart."""
    rows = 1
    while sum(_lengths(rows)) / max((1 - _INNER) / max(rows - 1, 1), 0.05) + rows < seats:
        rows += 1
    return rows


def _radii(rows: int) -> list[float]:
    return [_INNER + (1 - _INNER) * row / max(rows - 1, 1) for row in range(rows)] if rows > 1 else [1.0]


def _lengths(rows: int) -> list[float]:
    return [pi * radius for radius in _radii(rows)]


def places(seats: int, rows: int | None = None) -> list[Place]:
    """Return a place for each seat, from the left end of the half circle to the right one."""
    rows = min(rows or rows_for(seats), max(seats, 1))
    radii = _radii(rows)
    counts = _shared(seats, radii)
    found = []
    for radius, count in zip(radii, counts, strict=True):
        for index in range(count):
            angle = pi * (1 - index / (count - 1)) if count > 1 else pi / 2
            found.append((angle, radius))
    found.sort(key=lambda place: (-place[0], -place[1]))
    return [(radius * cos(angle), radius * sin(angle)) for angle, radius in found]


def _shared(seats: int, radii: list[float]) -> list[int]:
    """Share seats among the rows by their length, the largest remainders last."""
    quotas = [seats * radius / sum(radii) for radius in radii]
    counts = [int(quota) for quota in quotas]
    by_rest = sorted(range(len(radii)), key=lambda row: quotas[row] - counts[row], reverse=True)
    for row in by_rest[: seats - sum(counts)]:
        counts[row] += 1
    return counts


def spacing(seats: int) -> float:
    """Return the least distance between two seats."""
    found = places(seats)
    return min(
        (hypot(a[0] - b[0], a[1] - b[1]) for i, a in enumerate(found) for b in found[i + 1 : i + 40]), default=0.3
    )


def cells(seats: int, width: int) -> list[tuple[int, int]] | None:
    """Return (column, line) of each seat on a terminal, in the smallest half circle where none touch beside each other.

    None where the seats do not fit the width.
    """
    for apart in (2, 1):
        for radius in range(6, (width - 1) // 2 + 1):
            found = [(round(x * radius) + radius, round((1 - y) * radius / 2)) for x, y in places(seats)]
            taken = set(found)
            free = apart == 1 or not any((column + 1, line) in taken for column, line in found)
            if len(taken) == seats and free:
                return found
    return None
