"""Pictures as SVG and PNG, drawn with matplotlib (the extra `charts`), which only this folder loads."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal

from kzpol.ask.errors import BadQuestion

_MODULES = {
    "Chamber": "seats",
    "Bars": "bars",
    "Trend": "trend",
    "Turnout": "turnout",
    "Steps": "thresholds",
    "Lives": "timeline",
}


def drawn(picture: Any, ending: Literal["svg", "png"]) -> bytes:
    """Return a picture as the bytes of a file, the same for the same data. Raises BadQuestion without matplotlib."""
    try:
        from kzpol.show.charts.files.sheet import encoded
    except ImportError:
        raise BadQuestion("SVG and PNG need matplotlib: pip install 'kzpol[charts]'.") from None
    module = import_module(f"kzpol.show.charts.files.{_MODULES[type(picture).__name__]}")
    return encoded(lambda: module.draw(picture), f"{picture.frame.title}. {picture.frame.subtitle}", ending)
