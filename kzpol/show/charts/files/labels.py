"""Labels beside points, none upon another."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.text import Text

from kzpol.show.charts.files.sheet import width_of

Box = tuple[float, float, float, float]


_PLACES = (
    (0, 0.13), (0, -0.13), (0.1, 0.11), (-0.1, 0.11), (0.1, -0.11), (-0.1, -0.11), (0.09, 0), (-0.09, 0), (0, 0.26),
    (0, -0.26), (0.1, 0.25), (-0.1, 0.25), (0.1, -0.25), (-0.1, -0.25),
)  # fmt: skip


class Labels:
    """Places labels in axes of a sheet `across` and `high` inches; points are given in the units of the data."""

    def __init__(self, axes: Axes, across: float, high: float) -> None:
        self.axes, self.width, self.height = axes, across, high
        self._taken: list[Box] = []

    def _inches(self, x: float, y: float) -> tuple[float, float]:
        (left, right), (low, high) = self.axes.get_xlim(), self.axes.get_ylim()
        return (x - left) / (right - left) * self.width, (y - low) / (high - low) * self.height

    def keep_free(self, x: float, y: float, size: float = 0.08) -> None:
        """Let no label come upon a point."""
        at = self._inches(x, y)
        self._taken.append((at[0] - size / 2, at[1] - size / 2, at[0] + size / 2, at[1] + size / 2))

    def keep_free_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Let no label come upon a line between two points."""
        one, other = self._inches(*start), self._inches(*end)
        steps = int(max(abs(one[0] - other[0]), abs(one[1] - other[1])) / 0.03) + 1
        for step in range(steps + 1):
            x, y = (a + (b - a) * step / steps for a, b in zip(one, other, strict=True))
            self._taken.append((x - 0.015, y - 0.015, x + 0.015, y + 0.015))

    def put(
        self, x: float | tuple[float, ...], y: float, text: str, size: float, color: str, weight: str = "normal"
    ) -> Text:
        """Write a label near a point, or the first of several beside each other, where it is free; else above it."""
        size_of = (width_of(text, size, weight) + 0.02, size / 72 * 1.15)
        boxes = [box for at in (x if isinstance(x, tuple) else (x,)) for box in self._boxes(at, y, *size_of)]
        free = (box for box in boxes if self._is_free(box))
        box = next(free, boxes[0])
        self._taken.append(box)
        return self.axes.text(
            (box[0] + box[2]) / 2 / self.width, (box[1] + box[3]) / 2 / self.height, text, ha="center", va="center",
            transform=self.axes.transAxes, fontsize=size, fontweight=weight, color=color,
        )  # fmt: skip

    def room(self, x: float | tuple[float, ...], y: float, text: str, size: float, weight: str = "normal") -> bool:
        """Whether `put` would find a free place."""
        size_of = (width_of(text, size, weight) + 0.02, size / 72 * 1.15)
        return any(
            self._is_free(box) for at in (x if isinstance(x, tuple) else (x,)) for box in self._boxes(at, y, *size_of)
        )

    def _boxes(self, x: float, y: float, width: float, height: float) -> list[Box]:
        at = self._inches(x, y)
        boxes: list[Box] = []
        for dx, dy in _PLACES:
            shift = 0.0 if dx == 0 else (width / 2 if dx > 0 else -width / 2)
            middle = min(max(at[0] + dx + shift, width / 2), self.width - width / 2)
            boxes.append((middle - width / 2, at[1] + dy - height / 2, middle + width / 2, at[1] + dy + height / 2))
        return boxes

    def _is_free(self, box: Box) -> bool:
        inside = box[1] >= 0 and box[3] <= self.height + 0.1
        return inside and not any(_meet(box, other) for other in self._taken)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
