"""The names of rows, at their left: on one line, or a long one on two small ones."""

from __future__ import annotations

from matplotlib.axes import Axes

from kzpol.show.charts.files.sheet import BODY, INK, width_of

_SMALL = 6.5  # points


class RowNames:
    """Names of rows; `width` is what they take, in inches."""

    def __init__(self, names: list[str], room: float) -> None:
        self._shown = [([name], BODY) if width_of(name, BODY) <= room else (_in_two(name), _SMALL) for name in names]
        self.width = max(width_of(line, size) for lines, size in self._shown for line in lines) + 0.12

    def write(self, axes: Axes) -> None:
        """Write the names beside rows 0, 1, 2 and so on."""
        axes.set_yticks(range(len(self._shown)), ["\n".join(lines) for lines, _ in self._shown])
        for label, (_, size) in zip(axes.get_yticklabels(), self._shown, strict=True):
            label.set(fontsize=size, color=INK, linespacing=0.95)


def _in_two(name: str) -> list[str]:
    """Break a name into two lines as even as can be."""
    words = name.split(" ")
    breaks = [[" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words))]
    return min(breaks, key=lambda two: max(len(two[0]), len(two[1]))) if breaks else [name]
