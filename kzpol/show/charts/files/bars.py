"""Bars against a mark; those below it are hatched, so that they differ in print too."""

from __future__ import annotations

from matplotlib.figure import Figure

from kzpol.show.charts.files.rownames import RowNames
from kzpol.show.charts.files.sheet import BODY, INK, MARGIN, SMALL, SOFT, WIDTH, sheet, width_of
from kzpol.show.charts.shares import Bars

_ROW = 0.27  # inches


def draw(picture: Bars) -> Figure:
    """Return the figure; the bar of a contestant or region has the id bar.ID, its length the share in per cent."""
    names = RowNames([bar.label for bar in picture.bars], 2.0)
    left = names.width
    tails = [f"{bar.share:g} %" + (f"  ({bar.tail})" if bar.tail else "") for bar in picture.bars]
    top = max([bar.share for bar in picture.bars] + [picture.mark or 0])
    right = max(width_of(tail, BODY, "bold") for tail in tails) + 0.15
    above = 0.22 if picture.mark is not None else 0.0
    figure, axes = sheet(picture.frame, _ROW * len(picture.bars) + above, left=left, right=right)
    axes.set(xlim=(0, top), ylim=(len(picture.bars) - 0.5, -0.5 - above / _ROW))
    axes.spines["bottom"].set_visible(False)
    axes.spines["left"].set_visible(False)
    axes.set_xticks([])
    axes.tick_params(length=0, pad=5)
    names.write(axes)
    per_inch = top / (WIDTH - 2 * MARGIN - left - right)
    for index, (bar, tail) in enumerate(zip(picture.bars, tails, strict=True)):
        face = "white" if bar.below else bar.color
        [drawn] = axes.barh(index, bar.share, height=0.68, color=face, edgecolor=bar.color, linewidth=0.8)
        if bar.below:
            drawn.set_hatch("/////")
        drawn.set_gid(f"bar.{bar.id}")
        x = bar.share + 0.06 * per_inch
        if picture.mark is not None and bar.share <= picture.mark < x + width_of(tail, BODY, "bold") * per_inch:
            x = picture.mark + 0.06 * per_inch  # the mark does not cross the figure
        axes.text(
            x, index, tail, va="center", fontsize=BODY, fontweight="bold" if not bar.below else "normal", color=INK
        )
    if picture.mark is not None:
        line = axes.axvline(picture.mark, color=picture.mark_color, linewidth=1.2, linestyle=(0, (4, 2)), clip_on=False)
        line.set_gid("mark")
        beyond = picture.mark / per_inch + width_of(picture.mark_label, SMALL, "bold") > WIDTH - 2 * MARGIN - left
        axes.text(
            picture.mark + (-0.05 if beyond else 0.05) * per_inch, -0.5 - above / _ROW, picture.mark_label, va="top",
            ha="right" if beyond else "left", fontsize=SMALL, fontweight="bold", color=picture.mark_color,
        )  # fmt: skip
    axes.plot([0, 0], [-0.5, len(picture.bars) - 0.5], color=SOFT, linewidth=0.8, clip_on=False)
    return figure
