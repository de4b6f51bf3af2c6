"""A sheet for print: 180 mm wide, a title above, notes and source below, and a font that has the Kazakh letters."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from functools import cache
from typing import Any, Literal

logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells of its font cache

import matplotlib as mpl  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.font_manager import FontProperties  # noqa: E402
from matplotlib.textpath import TextPath  # noqa: E402

from kzpol.show.charts.frame import Frame  # noqa: E402

WIDTH = 7.09  # inches
MARGIN = 0.2
INK, SOFT, FAINT = "#1c1c1c", "#5a5f66", "#d5d8dc"
BODY, SMALL = 8.5, 7.0  # points
_DOTS = 300  # an inch, in PNG
_SETTINGS: Any = {
    "font.family": ["sans-serif"], "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial"], "font.size": BODY,
    "svg.fonttype": "none", "svg.hashsalt": "kzpol", "hatch.linewidth": 0.7,
    "text.color": INK, "axes.edgecolor": SOFT, "axes.labelcolor": INK, "xtick.color": SOFT,
    "ytick.color": SOFT, "axes.linewidth": 0.7, "text.parse_math": False, "path.simplify": False,
}  # fmt: skip


def encoded(draw: Callable[[], Figure], title: str, ending: Literal["svg", "png"]) -> bytes:
    """Return what `draw` draws as a file; nothing in it depends on the day, the machine or the user's settings."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        stream = io.BytesIO()
        about = {"Title": title, **({"Date": None, "Creator": None} if ending == "svg" else {"Software": None})}
        draw().savefig(stream, format=ending, dpi=_DOTS if ending == "png" else 72, metadata=about)
        return stream.getvalue()


def width_of(text: str, size: float, weight: str = "normal") -> float:
    """Return how wide a text is, in inches."""
    return _measured(text, size, weight) if text.strip() else 0.0


@cache
def _measured(text: str, size: float, weight: str) -> float:
    font = FontProperties(family="DejaVu Sans", weight=weight)
    return float(TextPath((0, 0), text, size=size, prop=font).get_extents().width) / 72


def folded(text: str, room: float, size: float, weight: str = "normal") -> list[str]:
    """Return a text in lines that fit a width in inches."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def sheet(
    frame: Frame, height: float, left: float = 0.0, right: float = 0.0, foot: float = 0.0, top: float = 0.0
) -> tuple[Figure, Axes]:
    """Return a figure with a picture of this height in inches; on each side of it so much is left free."""
    room = WIDTH - 2 * MARGIN
    head = [(line, 13.0, "bold", INK, 0.26) for line in folded(frame.title, room, 13, "bold")]
    head += [(line, 9.0, "normal", SOFT, 0.19) for line in folded(frame.subtitle, room, 9)]
    tail = [line for text in (*frame.notes, frame.source) for line in folded(text, room, SMALL)]
    above = MARGIN + sum(step for *_, step in head) + 0.08 + top
    below = 0.14 * len(tail) + MARGIN + 0.1
    total = above + height + foot + below
    figure = Figure(figsize=(WIDTH, total), facecolor="white")
    high = total - MARGIN
    for line, size, weight, color, step in head:
        figure.text(MARGIN / WIDTH, (high - size / 72) / total, line, fontsize=size, fontweight=weight, color=color)
        high -= step
    for index, line in enumerate(reversed(tail)):
        figure.text(MARGIN / WIDTH, (MARGIN * 0.7 + 0.14 * index) / total, line, fontsize=SMALL, color=SOFT)
    axes = figure.add_axes(
        ((MARGIN + left) / WIDTH, (below + foot) / total, (room - left - right) / WIDTH, height / total)
    )
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def strip(figure: Figure, top: float, height: float) -> Axes:
    """Return a strip across the sheet, measured in inches, so far below the picture."""
    total = figure.get_size_inches()[1]
    foot = figure.axes[0].get_position().y0 * total - top - height
    axes = figure.add_axes((MARGIN / WIDTH, foot / total, 1 - 2 * MARGIN / WIDTH, height / total))
    axes.set(xlim=(0, WIDTH - 2 * MARGIN), ylim=(0, height))
    axes.set_axis_off()
    return axes


def key(figure: Figure, top: float, entries: list[tuple[dict[str, Any], str]]) -> None:
    """Say what signs mean: each entry is how a line or marker looks, and what it is."""
    axes = strip(figure, top, 0.2)
    at = 0.06
    for looks, text in entries:
        across = 0.28 if looks.get("linestyle", "none") != "none" else 0.0
        axes.plot(
            [at, at + across / 2, at + across],
            [0.1] * 3,
            **{"markersize": 6, "linestyle": "none", **looks},
            markevery=[1],
        )
        axes.text(at + across + 0.11, 0.1, text, va="center", fontsize=BODY, color=INK)
        at += across + width_of(text, BODY) + 0.42


def bare(axes: Axes) -> None:
    """Take the frame, ticks and labels from a picture."""
    axes.set_axis_off()
