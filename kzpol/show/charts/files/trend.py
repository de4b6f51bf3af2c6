"""A party's share of the vote and of the seats over the years, as two lines that differ in more than colour."""

from __future__ import annotations

from itertools import pairwise

from matplotlib.figure import Figure

from kzpol.show.charts.files.labels import Labels
from kzpol.show.charts.files.sheet import FAINT, INK, MARGIN, SMALL, SOFT, WIDTH, key, sheet
from kzpol.show.charts.trend import Trend
from kzpol.show.colors import ink
from kzpol.show.drawing import as_year

_HIGH, _LEFT, _RIGHT = 3.1, 0.35, 0.1  # inches
_DASHES = (0, (4, 2))


def draw(picture: Trend) -> Figure:
    """Return the figure; the points have the ids vote.ELECTION and seats.ELECTION."""
    figure, axes = sheet(picture.frame, _HIGH, left=_LEFT, right=_RIGHT, foot=0.75)
    years = [as_year(point.date) for point in picture.points]
    pad = max((years[-1] - years[0]) * 0.05, 1.0)
    axes.set(xlim=(years[0] - pad, years[-1] + pad), ylim=(0, 105))
    axes.set_yticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100 %"])
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)
    axes.tick_params(length=0, labelsize=SMALL)
    axes.set_xticks(years, [_tick(point.date, point.label) for point in picture.points], color=INK, fontsize=SMALL)
    votes = [(y, p.vote, p) for y, p in zip(years, picture.points, strict=True) if p.vote is not None]
    seats = [(y, p.seat_share, p) for y, p in zip(years, picture.points, strict=True) if p.seat_share is not None]
    labels = Labels(axes, WIDTH - 2 * MARGIN - _LEFT - _RIGHT, _HIGH)
    for series, kind, style, mark in ((votes, "vote", "-", "o"), (seats, "seats", _DASHES, "s")):
        color = picture.color if kind == "vote" else INK
        axes.plot([y for y, _, _ in series], [v for _, v, _ in series], color=color, linestyle=style, linewidth=1.6)
        for (x, y, _), (x2, y2, _) in pairwise(series):
            labels.keep_free_line((x, y or 0), (x2, y2 or 0))
        for year, value, point in series:
            face = color if kind == "vote" else "white"
            [dot] = axes.plot([year], [value], mark, color=color, markersize=5.5, markerfacecolor=face, clip_on=False)
            dot.set_gid(f"{kind}.{point.election}")
            labels.keep_free(year, value or 0)
    for year, value, _ in votes:
        labels.put(year, value or 0, f"{value:g} %", SMALL, ink(picture.color), "bold")
    for year, value, point in seats:
        labels.put(year, value or 0, f"{point.seats} / {point.chamber}", SMALL, INK)
    votes_look = {"color": picture.color, "marker": "o", "linestyle": "-"}
    seats_look = {"color": INK, "marker": "s", "markerfacecolor": "white", "linestyle": _DASHES}
    key(figure, 0.5, [(votes_look, picture.vote), (seats_look, picture.chamber)])
    axes.spines["bottom"].set_color(SOFT)
    return figure


def _tick(date: str, label: str) -> str:
    short = label if len(label) <= 12 else "\n".join(label.split(" ", 1))
    return f"{date[:4]}\n{short}"
