"""Which columns fit a terminal and how wide each is: the first ones given, as many as have room.

Short values are never broken; the columns of longer text share the room that is left, and wrap.
"""

from __future__ import annotations

from kzpol.show.layout import GAP

_WRAPS_ABOVE = 28  # a column of longer text may be squeezed to this many letters


def fitting_columns(
    names: list[str], cells: dict[str, list[str]], width: int, titles: list[str] | None = None
) -> dict[str, int]:
    """Return the widths of the columns that fit, by name and in order; there is at least one."""
    longest = {
        name: max([len(cell) for cell in cells[name]] + [len(title)])
        for name, title in zip(names, titles or names, strict=True)
    }
    kept: dict[str, int] = {}
    left = width - 2
    for name in names:
        needed = min(longest[name], _WRAPS_ABOVE)
        if kept and needed + GAP > left:
            continue
        kept[name] = min(needed, max(left, 1))
        left -= kept[name] + GAP
    return _widened(kept, longest, left)


def _widened(kept: dict[str, int], longest: dict[str, int], left: int) -> dict[str, int]:
    """Share the room that is left among the columns that could use it, the neediest last."""
    needy = sorted((name for name in kept if longest[name] > kept[name]), key=lambda name: longest[name])
    for index, name in enumerate(needy):
        more = min(longest[name] - kept[name], max(left, 0) // (len(needy) - index))
        kept[name] += more
        left -= more
    return kept
