"""Writes lines in colours to a terminal, by the codes of ECMA-48.

Rich does it better and for more terminals, but takes longer to load than any of our answers takes to make.
"""

from __future__ import annotations

import os
from typing import TextIO

from kzpol.show.harmless import inert
from kzpol.show.layout import wrapped
from kzpol.show.wanted import Wanted

Run = tuple[str, str]  # letters and their style: a named one, a colour (#rrggbb), or nothing

_STYLES = {
    "bold": "1", "dim": "2", "heading": "1;4", "red": "31", "green": "32", "yellow": "33", "magenta": "35",
    "cyan": "36", "grey": "90", "bright_red": "91", "bright_blue": "94",
}  # fmt: skip
_USUAL_WIDTH = 80
_WIDEST = 1_000  # columns; what is drawn as wide as a terminal grows with it
# The colours that terminals of 16 colours have in common, by their code.
_SIXTEEN = {
    "31": (205, 0, 0), "32": (0, 205, 0), "33": (205, 205, 0), "34": (0, 0, 238), "35": (205, 0, 205),
    "36": (0, 205, 205), "90": (127, 127, 127), "91": (255, 0, 0), "92": (0, 255, 0), "94": (92, 92, 255),
    "95": (255, 0, 255),
}  # fmt: skip
_LEVELS = (0, 95, 135, 175, 215, 255)  # of red, green and blue on a terminal of 256 colours


class Screen:
    """A terminal: its width and encoding, and what is to be written to it, all at once when the `with` block ends."""

    def __init__(self, stream: TextIO, wanted: Wanted) -> None:
        self.width = _width()
        self.encoding = (getattr(stream, "encoding", None) or "utf-8").lower()
        self._stream = stream
        self._depth = _depth() if wanted.colored(stream) else 0
        self._written: list[str] = []

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        if kind is None:
            self._stream.write("".join(self._written))

    def line(self, *runs: Run) -> None:
        """Write runs that are known to fit, as one line or as the lines that are in them."""
        self._written += [self._styled(inert(letters), style) for letters, style in runs]
        self._written.append("\n")

    def text(self, letters: str, style: str = "") -> None:
        """Write text that wraps where it is wider than the terminal."""
        for line in letters.split("\n"):
            self.line(("\n".join(wrapped(line, self.width)), style))

    def _styled(self, letters: str, style: str) -> str:
        if not (self._depth and style and letters):
            return letters
        code = _STYLES.get(style) or _color(style, self._depth)
        return f"\x1b[{code}m{letters}\x1b[0m".replace("\n", f"\x1b[0m\n\x1b[{code}m")


def _width() -> int:
    """Return the columns of the terminal; COLUMNS goes before, as everywhere."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and len(named) < 9 and int(named):
        return min(int(named), _WIDEST)
    for descriptor in (1, 0, 2):  # output first; `--color always` into a pager still has the keyboard's terminal
        try:
            columns = os.get_terminal_size(descriptor).columns
        except OSError:
            continue
        if columns:
            return columns
    return _USUAL_WIDTH


def _depth() -> int:
    """Return how many colours the terminal says that it has."""
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return 1 << 24
    return 256 if os.environ.get("TERM", "").lower().endswith(("256color", "kitty")) else 16


def _color(color: str, depth: int) -> str:
    """Return the code of a colour, or of the nearest that there is."""
    wanted = (int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16))
    if depth > 256:
        return "38;2;{};{};{}".format(*wanted)
    if depth == 16:
        return min(_SIXTEEN, key=lambda code: _distance(_SIXTEEN[code], wanted))
    red, green, blue = map(_level, wanted)
    shade = min(max(round((sum(wanted) / 3 - 8) / 10), 0), 23)  # there are 24 greys beside the cube
    cube, grey = (_LEVELS[red], _LEVELS[green], _LEVELS[blue]), (8 + 10 * shade,) * 3
    if _distance(grey, wanted) < _distance(cube, wanted):
        return f"38;5;{232 + shade}"
    return f"38;5;{16 + 36 * red + 6 * green + blue}"


def _level(part: int) -> int:
    return min(range(6), key=lambda level: abs(_LEVELS[level] - part))


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
