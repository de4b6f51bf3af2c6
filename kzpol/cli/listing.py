"""Turns records into a list of the contract's columns, with their sources where these are wanted."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from kzpol.ask.errors import NothingMatches
from kzpol.ask.records.base import Record
from kzpol.cli.options import Asked
from kzpol.show.deliver import deliver_list
from kzpol.show.listing import Listing

if TYPE_CHECKING:
    from kzpol.ask.citing import Citing
    from kzpol.show.blocks import Card


def answer(
    asked: Asked,
    kind: type[Record],
    records: Iterable[Record],
    shown: str,
    title: str = "",
    note: str = "",
    without: str = "",
) -> None:
    """Write records as a list, each as it comes. `shown` are the table's columns, `without` those that this answer
    has no use for."""
    coming = iter(records)
    first = next(coming, None)
    if first is None:
        raise NothingMatches("Nothing matches.", ["Fewer or other conditions may find more."])
    columns = [name for name in kind.columns() if name not in without.split()]
    rows: Iterator[dict[str, Any]] = (record.values() for record in chain((first,), coming))
    if asked.wanted.sources:
        columns.append("sources")
        rows = _with_sources(asked, rows)
    deliver_list(Listing(rows, columns, shown.split(), title, note), asked.wanted)


def _with_sources(asked: Asked, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    from kzpol.ask.sources import sources_of

    for row in rows:
        subject = str(row.get("id") or row.get("subject"))
        (row["sources"],) = sources_of(asked.connection, [(subject, row.get("stage"))])
        yield row


def cite(asked: Asked, data: dict[str, Any]) -> None:
    """Add to each row within a card's data the sources of its values, where these are asked for."""
    if not asked.wanted.sources:
        return
    from kzpol.ask.sources import sources_of

    rows = [row for part in data.values() if isinstance(part, list) for row in part if isinstance(row, dict)]
    cited = [row for row in rows if row.get("id") and "url" not in row]
    subjects = [(str(row["id"]), row.get("stage")) for row in cited]
    for row, ids in zip(cited, sources_of(asked.connection, subjects), strict=True):
        row["sources"] = ids


def citing(asked: Asked) -> Citing | None:
    """Return what finds the sources of each row, where a page is wanted."""
    if asked.wanted.format not in ("md", "html"):
        return None
    from kzpol.ask.citing import Citing

    return Citing(asked.connection)


def signed(asked: Asked, cards: list[Card]) -> list[Card]:
    """Give the cards of a page their last line: which data they are made of, and on what terms."""
    if asked.wanted.format in ("md", "html"):
        from kzpol.ask.overview import overview

        about = overview(asked.connection)
        for card in cards:
            card.colophon = f"Data of kzpol {about.data_version}, to {about.covers_to}. Facts: CC BY 4.0."
    return cards


def warn_past_data(asked: Asked, on: str | None) -> None:
    """Say on standard error where the data end, if a question goes beyond."""
    from kzpol.ask.dates import asked as days_asked
    from kzpol.ask.overview import covers_to

    if on and days_asked(on).last > (last := covers_to(asked.connection)):
        print(f"kzpol: the data end on {last}; the answer is what was then in force.", file=sys.stderr)
