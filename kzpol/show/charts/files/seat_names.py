"""The names of those who sit in a half circle, beside their seats."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, sin

from matplotlib.axes import Axes

from kzpol.show.charts.files.sheet import BODY, MARGIN, WIDTH, folded, width_of
from kzpol.show.charts.hemicycle import Place
from kzpol.show.charts.seats import Chamber, Group
from kzpol.show.colors import ink

RADIUS = 2.0  # of the half circle, in inches; all else here is in parts of it
_LINE = 0.075  # of a name
_OUT = 1.07  # how far out names stand
_MOST = 8  # so many have room


@dataclass(frozen=True)
class Name:
    """A group's name in lines, at a level above the floor; `angle` is where its seats are."""

    group: Group
    lines: list[str]
    angle: float
    level: float
    right: bool


def names_beside(chamber: Chamber, places: list[Place]) -> list[Name] | None:
    """Return where the names stand, none upon another; None where there is no room beside the half circle."""
    if len(chamber.groups) > _MOST:
        return None
    found: list[Name] = []
    at = 0
    for group in chamber.groups:
        own = places[at : at + group.total]
        at += group.total
        angle = sum(atan2(y, x) for x, y in own) / len(own)
        right = cos(angle) >= 0
        text = f"{group.label}\u00a0{group.total}" if right else f"{group.total}\u00a0{group.label}"
        room = (WIDTH - 2 * MARGIN) / 2 - RADIUS * (abs(cos(angle)) * _OUT + 0.06)
        lines = folded(text, room, BODY, "bold")
        if any(width_of(line, BODY, "bold") > room for line in lines):
            return None
        found.append(Name(group, lines, angle, sin(angle) * _OUT, right))
    return _apart(found)


def _apart(names: list[Name]) -> list[Name] | None:
    """Move names up as little as keeps them apart; None where they would leave the sheet."""
    moved: list[Name] = []
    for right in (True, False):
        lowest = -1.0
        for name in sorted((name for name in names if name.right is right), key=lambda name: name.level):
            half = len(name.lines) * _LINE / 2
            level = max(name.level, lowest + half)
            lowest = level + half + 0.02
            moved.append(Name(name.group, name.lines, name.angle, level, right))
    return moved if all(name.level <= 1.15 for name in moved) else None


def write_beside(axes: Axes, name: Name) -> None:
    """Write a name; where it had to move away from its seats, a line leads to them."""
    color = name.group.color
    reach = (1 - min(name.level / _OUT, 1) ** 2) ** 0.5 * _OUT
    x = (max(reach, 0.1) + 0.06) * (1 if name.right else -1)
    edge = (cos(name.angle) * 1.05, sin(name.angle) * 1.05)
    if abs(edge[1] - name.level) > 0.08:
        axes.plot([edge[0], x * 0.985], [edge[1], name.level], color=color, linewidth=0.6, clip_on=False)
    label = axes.text(
        x, name.level, "\n".join(name.lines), ha="left" if name.right else "right", va="center", fontsize=BODY,
        fontweight="bold", color=ink(color), linespacing=1.05,
    )  # fmt: skip
    label.set_gid(f"name.{name.group.id}")
