"""What stands around every picture, and who stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[str], str]  # puts a text of ours into the language wanted


@dataclass(frozen=True)
class Frame:
    """Title, what is shown and how to read it, notes, and where it is from."""

    title: str
    subtitle: str
    notes: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class About:
    """Where a picture's data are from: the publishers, the most used first, and the last day covered."""

    publishers: tuple[str, ...]
    covers_to: str

    def line(self, say: Say) -> str:
        """Return the line of the source."""
        named = "; ".join(self.publishers[:3])
        more = len(self.publishers) - 3
        if more > 0:
            named += f" {say(f'and {more} more')}"
        return f"{say('Sources')}: {named}. {say(f'Data of kzpol, {self.covers_to}.')}"


def number(value: float | int) -> str:
    """Return a number as people read it: the thousands of a large one apart."""
    return f"{value:,}".replace(",", "\u00a0") if isinstance(value, int) and abs(value) >= 10_000 else f"{value:g}"
