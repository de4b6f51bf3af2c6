"""Which columns fit a terminal: the first ones given, as many as have room. Long text wraps, numbers do not."""

from __future__ import annotations

WRAPS_ABOVE = 28  # a column of longer text may be squeezed to this many letters
_GAP = 3


def fitting_columns(
    names: list[str], cells: dict[str, list[str]], width: int, titles: list[str] | None = None
) -> list[str]:
    """Return the names of the columns that fit, at least one."""
    kept: list[str] = []
    used = 0
    for name, title in zip(names, titles or names, strict=True):
        longest = max([len(cell) for cell in cells[name]] + [len(title)])
        needed = min(longest, WRAPS_ABOVE) + _GAP
        if kept and used + needed > width:
            continue
        kept.append(name)
        used += needed
    return kept
