"""Party lives as bars on a scale of years; a merger is a curve into the bar of the party that took the other in."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, Rectangle

from kzpol.show.charts.files.rownames import RowNames
from kzpol.show.charts.files.sheet import FAINT, MARGIN, SMALL, WIDTH, sheet, width_of
from kzpol.show.charts.timeline import Life, Lives, Piece

_ROW = 0.25  # inches
_HALF = 0.3  # of a bar, in rows


def draw(picture: Lives) -> Figure:
    """Return the figure; the n-th stretch of a party has the id life.PARTY.N, its merger merger.PARTY."""
    names = RowNames([life.label for life in picture.lives], 1.9)
    left = names.width
    height = _ROW * len(picture.lives) + 0.1
    figure, axes = sheet(picture.frame, height, left=left, right=0.15, foot=0.22, top=0.15)
    axes.set(xlim=(picture.first, picture.last), ylim=(len(picture.lives) - 0.5, -0.7))
    span = picture.last - picture.first
    every = 5 if span > 12 else 2 if span > 5 else 1
    axes.set_xticks([year for year in range(picture.first, picture.last + 1) if year % every == 0])
    axes.tick_params(length=0)
    names.write(axes)
    axes.tick_params(axis="x", labelsize=SMALL, labeltop=len(picture.lives) > 12)
    axes.grid(axis="x", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    per_inch = span / (WIDTH - 2 * MARGIN - left - 0.15)
    for row, life in enumerate(picture.lives):
        _bar(axes, life, row, per_inch)
    for row, life in enumerate(picture.lives):
        if life.into is not None and life.merged is not None:
            _merger(axes, life, row, life.into, life.merged)
    for row, life in enumerate(picture.lives):
        _names(axes, life, row, per_inch)
    return figure


def _bar(axes: Axes, life: Life, row: int, per_inch: float) -> None:
    for index, piece in enumerate(life.pieces):
        start = piece.start
        width = max(piece.end - start, 0.03 * per_inch)
        face = life.color if piece.registered else "white"
        bar = Rectangle((start, row - _HALF), width, 2 * _HALF, facecolor=face, edgecolor="white", linewidth=0.8)
        if not piece.registered:
            bar.set(edgecolor=life.color, hatch="////")
        axes.add_patch(bar)
        bar.set_gid(f"life.{life.id}.{index + 1}")
        end = start + width
        if piece.open:
            axes.plot([end + 0.04 * per_inch], [row], ">", color=life.color, markersize=5, clip_on=False)
        if piece.unknown:
            for step in range(4):
                at = end + step * 0.07 * per_inch
                fade = Rectangle(
                    (at, row - _HALF), 0.045 * per_inch, 2 * _HALF, facecolor=life.color, alpha=0.6 - step * 0.15
                )
                axes.add_patch(fade)


def _merger(axes: Axes, life: Life, row: int, into: int, merged: float) -> None:
    """Draw an arrow from the end of one bar to the other, behind the bars between them."""
    edge = -_HALF if row > into else _HALF
    arrow = FancyArrowPatch(
        (merged, row + edge), (merged, into - edge), arrowstyle="-|>", mutation_scale=8, color=life.color,
        linewidth=1.3, shrinkA=0, shrinkB=0, zorder=0.9,
    )  # fmt: skip
    axes.add_patch(arrow)
    arrow.set_gid(f"merger.{life.id}")


def _names(axes: Axes, life: Life, row: int, per_inch: float) -> None:
    """Write the names that a party bore into its bar, where they differ from the one at its left and fit."""
    if all(piece.label in (life.label, "") for piece in life.pieces):
        return
    for piece in life.pieces:
        if piece.label and _fits(piece, per_inch):
            at = (piece.start + piece.end) / 2
            axes.text(at, row, piece.label, ha="center", va="center", fontsize=SMALL, color="white", fontweight="bold")


def _fits(piece: Piece, per_inch: float) -> bool:
    return width_of(piece.label, SMALL, "bold") + 0.06 <= (piece.end - piece.start) / per_inch
