"""A sheet of cells to draw on, and the signs to draw with."""

from __future__ import annotations

import os
from dataclasses import dataclass
from textwrap import wrap

from kzpol.show.charts.frame import Frame

Run = tuple[str, str]  # letters and their style: a colour (#rrggbb), "bold", "dim", or nothing
Line = list[Run]


@dataclass(frozen=True)
class Signs:
    """The signs that pictures are made of: `filled` and `open` ones come in pairs, one pair a party."""

    filled: str = "●◆■▲▼★◉◈▶◀♠♥♣♦⬢⬟"
    open: str = "○◇□△▽☆◎⬦▷◁♤♡♧♢⬡⬠"
    unknown: str = "·"
    bar: str = "█"
    parts: str = "▏▎▍▌▋▊▉"
    pale: str = "░"
    second: str = "▒"
    mark: str = "│"
    flat: str = "─"
    rise: str = "┃"
    corners: str = "┛┏┓┗"  # up from the left, then to the right; down from the left, then to the right
    begin: str = "┣"
    span: str = "━"
    loose: str = "╌"
    fade: str = "┄"
    flow: str = "│"
    leave: str = "┘"
    arrive: str = "▲"
    still: str = "▸"

    @classmethod
    def plain(cls) -> Signs:
        """Return the signs of plain ASCII: capitals for lists, small letters for districts."""
        letters = "ABCDEFGHIJKLMNOP"
        return cls(
            filled=letters, open=letters.lower(), unknown=".", bar="#", parts="", pale=":", second="=", mark="|",
            flat="-", rise="|", corners="++++", begin="|", span="=", loose="-", fade=".", flow="|", leave="'",
            arrive="^", still=">",
        )  # fmt: skip


def ascii_only(encoding: str) -> bool:
    """Whether a terminal has nothing but ASCII: by its encoding, or by a locale that says so (LANG=C)."""
    try:
        "●█━▲".encode(encoding)
    except (UnicodeError, LookupError):
        return True
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return spoken in ("C", "POSIX")


class Grid:
    """Cells of letters with styles; what would fall outside is left out."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells = [[(" ", "") for _ in range(width)] for _ in range(height)]

    def put(self, column: int, line: int, text: str, style: str = "") -> None:
        """Write text from a cell on."""
        for index, letter in enumerate(text):
            if 0 <= column + index < self.width and 0 <= line < self.height:
                self._cells[line][column + index] = (letter, style)

    def at(self, column: int, line: int) -> str:
        """Return the letter of a cell."""
        return self._cells[line][column][0] if 0 <= column < self.width and 0 <= line < self.height else " "

    def free(self, column: int, line: int, size: int) -> bool:
        """Whether so many cells are empty and within the sheet."""
        inside = 0 <= line < self.height and column >= 0 and column + size <= self.width
        return inside and all(self.at(column + index, line) == " " for index in range(size))

    def lines(self) -> list[Line]:
        """Return the lines, neighbours of one style joined, without the blanks at their ends."""
        found = []
        for cells in self._cells:
            line: Line = []
            for letter, style in cells:
                if line and line[-1][1] == style:
                    line[-1] = (line[-1][0] + letter, style)
                else:
                    line.append((letter, style))
            while line and not line[-1][0].rstrip():
                line.pop()
            if line:
                line[-1] = (line[-1][0].rstrip(), line[-1][1])
            found.append(line)
        return found


def framed(frame: Frame, body: list[Line], width: int) -> list[Line]:
    """Return a picture with its title above and its notes and source below."""
    head = [(line, "bold") for line in wrap(frame.title, width)] + [(line, "") for line in wrap(frame.subtitle, width)]
    foot = [(line, "dim") for text in (*frame.notes, frame.source) for line in wrap(text, width)]
    return [[run] for run in head] + [[]] + body + [[]] + [[run] for run in foot]


def cut(text: str, width: int, more: str = "…") -> str:
    """Return a text that fits."""
    return text if len(text) <= width else text[: max(width - len(more), 0)] + more
