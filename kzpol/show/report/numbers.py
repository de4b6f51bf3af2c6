"""The numbers of a page's sources, in the order in which they are first cited."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from kzpol.show.blocks import Card, Sources


@dataclass(frozen=True)
class Numbers:
    """`cited` are the sources with a number, from one on; `further` those that stand behind the page as a whole."""

    cited: list[list[str]]
    further: list[list[str]]
    _of: dict[str, int]

    def of(self, ids: list[str]) -> list[int]:
        """Return the numbers of some sources, in order."""
        return sorted(self._of[id] for id in ids if id in self._of)


def address(url: str) -> str | None:
    """Return an address that can be linked as HTML and Markdown take it, signs of other scripts as numbers.

    Others, which could make a browser run something, are None.
    """
    return quote(url, safe="%/:?#[]@!$&'()*+,;=-._~") if url.startswith(("https://", "http://")) else None


def numbers(card: Card) -> Numbers:
    """Return the numbers of a card's sources. A source is what its table says: id, publisher, date, title, address."""
    rows = [[str(cell or "") for cell in row] for b in card.blocks if isinstance(b, Sources) for row in b.rows]
    by_id = {row[0]: row for row in rows}
    ids = dict.fromkeys(id for block in card.blocks for row in block.sources for id in row if id in by_id)
    return Numbers(
        [by_id[id] for id in ids],
        [row for row in rows if row[0] not in ids],
        {id: number for number, id in enumerate(ids, 1)},
    )
