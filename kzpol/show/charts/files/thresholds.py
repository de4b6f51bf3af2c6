"""A rule's steps over the years."""

from __future__ import annotations

from matplotlib.figure import Figure

from kzpol.show.charts.files.labels import Labels
from kzpol.show.charts.files.sheet import BODY, FAINT, INK, MARGIN, SMALL, WIDTH, folded, sheet, width_of
from kzpol.show.charts.thresholds import MANY, Step, Steps
from kzpol.show.drawing import as_year

_RIGHT = 0.1  # inches


def draw(picture: Steps) -> Figure:
    """Return the figure; the n-th value's line has the id step.N and stands at the value."""
    if picture.levels:
        names = ["\n".join(folded(level, 2.2, BODY)) for level in picture.levels]
        left = max(width_of(line, BODY) for name in names for line in name.split("\n")) + 0.15
        rows = sum(1 + 0.6 * name.count("\n") for name in names)
        high = 0.5 * rows + 0.3
        figure, axes = sheet(picture.frame, high, left=left, right=_RIGHT, foot=0.22)
        axes.set_ylim(-0.6, len(names) - 0.4)
        axes.set_yticks(range(len(names)), names, color=INK, fontsize=BODY)
    else:
        left, high = 0.0, 2.7
        figure, axes = sheet(picture.frame, high, right=_RIGHT, foot=0.22)
        heights = [step.height for step in picture.steps]
        axes.set_ylim(min(0.0, *heights), (max(heights) or 1) * 1.18)
        axes.set_yticks([])
    first, last = as_year(picture.steps[0].valid_from), as_year(picture.last, end=True)
    axes.set_xlim(int(first), int(last) + 1)
    axes.spines["left"].set_visible(False)
    axes.tick_params(length=0, labelsize=SMALL if not picture.levels else BODY)
    axes.tick_params(axis="x", labelsize=SMALL, length=2)
    every = 5 if last - first > 12 else 2 if last - first > 5 else 1
    axes.set_xticks([year for year in range(int(first), int(last) + 1) if year % every == 0])
    axes.grid(axis="x", color=FAINT, linewidth=0.5)
    axes.set_axisbelow(True)
    labels = Labels(axes, WIDTH - 2 * MARGIN - left - _RIGHT, high)
    before: tuple[float, float] | None = None
    spans = [(step, as_year(step.valid_from), _end(step, last)) for step in picture.steps]
    for index, (step, start, end) in enumerate(spans):
        if before and abs(before[0] - start) < 0.01 and before[1] != step.height:
            axes.plot(
                [start, start], [before[1], step.height], color=picture.color, linewidth=1.0, linestyle=(0, (2, 2))
            )
            labels.keep_free_line((start, before[1]), (start, step.height))
        [line] = axes.plot([start, end], [step.height] * 2, color=picture.color, linewidth=3.2, solid_capstyle="butt")
        line.set_gid(f"step.{index + 1}")
        if step.valid_to is None:
            axes.plot([end], [step.height], ">", color=picture.color, markersize=7, clip_on=False)
        before = (end, step.height)
        labels.keep_free_line((start, step.height), (end, step.height))
    for index, (step, start, end) in enumerate(spans):
        text = step.valid_from if picture.levels else f"{step.value}  ({step.valid_from})"
        at, weight = ((start + end) / 2, start, end), "normal" if picture.levels else "bold"
        if len(spans) <= MANY or index in (0, len(spans) - 1) or labels.room(at, step.height, text, SMALL, weight):
            labels.put(at, step.height, text, SMALL, INK, weight)
    return figure


def _end(step: Step, last: float) -> float:
    return min(as_year(step.valid_to), last) if step.valid_to else last
