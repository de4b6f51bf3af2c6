"""A party's share of the vote and of the seats over the years, as two lines that differ in more than colour."""

from __future__ import annotations

from itertools import pairwise

from matplotlib.figure import Figure

from kzpol.show.charts.files.labels import Labels
from kzpol.show.charts.files.sheet import FAINT, INK, MARGIN, SMALL, SOFT, WIDTH, folded, key, sheet
from kzpol.show.charts.trend import Trend
from kzpol.show.colors import ink
from kzpol.show.drawing import as_year

_HIGH, _LEFT, _RIGHT = 3.1, 0.35, 0.1  # inches
_DASHES = (0, (4, 2))


def draw(picture: Trend) -> Figure:
    """Return the figure; the points have the ids vote.ELECTION and seats.ELECTION."""
    figure, axes = sheet(picture.frame, _HIGH, left=_LEFT, right=_RIGHT, foot=0.9)
    years = [as_year(point.date) for point in picture.points]
    shares = [value for point in picture.points for value in (point.vote, point.seat_share) if value is not None]
    top = next(scale for scale in (4, 8, 20, 40, 60, 80, 100) if max(shares) <= scale * 0.98 or scale == 100)
    pad = max((years[-1] - years[0]) * 0.05, 1.0)
    axes.set(xlim=(years[0] - pad, years[-1] + pad), ylim=(-0.03 * top, 1.05 * top))
    ticks = [round(top * part / 4, 1) for part in range(5)]
    axes.set_yticks(ticks, [f"{tick:g}" for tick in ticks[:-1]] + [f"{ticks[-1]:g} %"])
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)
    axes.tick_params(length=0, labelsize=SMALL)
    gaps = [(after - before) / (years[-1] - years[0] + 2 * pad) for before, after in pairwise(years)]
    room = min([*gaps, 0.2]) * (WIDTH - 2 * MARGIN) * 0.95
    ticks_below = [_tick(point.date, point.label, room) for point in picture.points]
    axes.set_xticks(years, ticks_below, color=INK, fontsize=SMALL)
    votes = [(y, p.vote, p) for y, p in zip(years, picture.points, strict=True) if p.vote is not None]
    seats = [(y, p.seat_share, p) for y, p in zip(years, picture.points, strict=True) if p.seat_share is not None]
    labels = Labels(axes, WIDTH - 2 * MARGIN - _LEFT - _RIGHT, _HIGH)
    labels.keep_free_line((years[0] - pad, 0), (years[-1] + pad, 0))
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
    key(figure, 0.65, [(votes_look, picture.vote), (seats_look, picture.chamber)])
    axes.spines["bottom"].set(color=SOFT, position=("data", 0))
    axes.tick_params(axis="x", pad=5)
    return figure


def _tick(date: str, label: str, room: float) -> str:
    lines = folded(label, max(room, 0.55), SMALL)
    return "\n".join([date[:4], *lines[:2], *(["…"] if len(lines) > 2 else [])])
