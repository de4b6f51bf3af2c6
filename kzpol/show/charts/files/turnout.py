"""Turnout over time: a point for each election, shaped by the body that was elected."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from matplotlib.figure import Figure

from kzpol.show.charts.files.labels import Labels
from kzpol.show.charts.files.sheet import FAINT, MARGIN, SMALL, WIDTH, key, sheet
from kzpol.show.charts.turnout import Turnout
from kzpol.show.colors import ink
from kzpol.show.drawing import as_year

_HIGH, _LEFT, _RIGHT = 3.3, 0.35, 0.1  # inches
_SHAPES = "osD^v"


def draw(picture: Turnout) -> Figure:
    """Return the figure; the point of an election has the id turnout.ELECTION."""
    figure, axes = sheet(picture.frame, _HIGH, left=_LEFT, right=_RIGHT, foot=0.5)
    years = [as_year(turn.date) for turn in picture.turns]
    axes.set(xlim=(int(min(years)) - 0.7, int(max(years)) + 1.7), ylim=(0, 105))
    axes.set_yticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100 %"])
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)
    axes.tick_params(length=0, labelsize=SMALL)
    axes.set_xticks(range(-(-int(min(years)) // 5) * 5, int(max(years)) + 1, 5))
    labels = Labels(axes, WIDTH - 2 * MARGIN - _LEFT - _RIGHT, _HIGH)
    entries: list[tuple[dict[str, Any], str]] = []
    for index, (body, (name, color)) in enumerate(picture.bodies.items()):
        own = [(as_year(t.date), t.turnout, t) for t in picture.turns if t.body == body]
        mark = _SHAPES[index % len(_SHAPES)]
        if body in ("majilis", "president"):
            axes.plot([x for x, _, _ in own], [y for _, y, _ in own], color=color, linewidth=1.3, alpha=0.75)
            for one, other in pairwise(own):
                labels.keep_free_line(one[:2], other[:2])
        for x, y, turn in own:
            face = "white" if turn.preliminary else color
            [dot] = axes.plot([x], [y], mark, color=color, markersize=6, markerfacecolor=face)
            dot.set_gid(f"turnout.{turn.election}")
            labels.keep_free(x, y)
        entries.append(({"marker": mark, "color": color}, name))
    for turn in picture.turns:
        color = ink(picture.bodies[turn.body][1])
        labels.put(
            as_year(turn.date), turn.turnout, f"{turn.turnout:g}{'*' if turn.preliminary else ''}", SMALL, color, "bold"
        )
    key(figure, 0.25, entries)
    return figure
