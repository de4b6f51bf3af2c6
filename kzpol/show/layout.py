"""Lays a table out in lines of text that fit the columns; knows nothing of colours or terminals."""

from __future__ import annotations

from textwrap import wrap

GAP = 2


def clean(written: str) -> str:
    """Return text that moves no cursor: control characters are replaced."""
    if written.isprintable():
        return written
    return "".join(letter if letter.isprintable() else "�" for letter in written)


def wrapped(written: str, width: int) -> list[str]:
    """Return text as lines of at most a width; there is at least one."""
    if len(written) <= width and written.isprintable():
        return [written]
    return wrap(clean(written), width) or [""]


def row_lines(cells: list[str], widths: list[int], numbers: list[bool]) -> list[str]:
    """Return the lines of one row; a cell longer than its column wraps, a number stands to the right."""
    parts = [
        wrap(clean(cell), width) if len(cell) > width else [clean(cell)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(len(part) for part in parts)
    lines = []
    for line in range(height):
        written = [part[line] if line < len(part) else "" for part in parts]
        aligned = [
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(written, widths, numbers, strict=True)
        ]
        lines.append((" " * GAP).join(aligned).rstrip())
    return lines


def hanging(head: str, written: str, width: int) -> str:
    """Return text that stands to the right of its head and wraps there."""
    return ("\n" + " " * len(head)).join(wrapped(written, max(width - len(head), 10)))
