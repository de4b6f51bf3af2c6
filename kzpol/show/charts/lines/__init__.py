"""Pictures as lines of coloured letters, as wide as the terminal; plain ASCII where it has nothing else."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from kzpol.show.charts.lines.grid import Line, Signs, ascii_only

_MODULES = {
    "Chamber": "seats",
    "Bars": "bars",
    "Trend": "trend",
    "Turnout": "turnout",
    "Steps": "thresholds",
    "Lives": "timeline",
}

_PUNCTUATION = str.maketrans(
    {"·": "-", "–": "-", "—": "-", "\u00a0": " ", "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "~"}
)


def drawing(picture: Any, plain: bool) -> Callable[[int, str], list[Line]]:
    """Return what draws a picture for a width and an encoding, in plain ASCII where nothing else is there."""
    module = import_module(f"kzpol.show.charts.lines.{_MODULES[type(picture).__name__]}")

    def lines(width: int, encoding: str) -> list[Line]:
        bare = plain or ascii_only(encoding)
        found: list[Line] = module.draw(picture, width, Signs.plain() if bare else Signs())
        return [[(text.translate(_PUNCTUATION), style) for text, style in line] for line in found] if bare else found

    return lines
