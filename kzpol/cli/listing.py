"""Turns records into a list of the contract's columns, with their sources where these are wanted."""

from __future__ import annotations

from collections.abc import Sequence

from kzpol.ask.records.base import Record
from kzpol.cli.options import Asked
from kzpol.show.deliver import deliver_list
from kzpol.show.listing import Listing


def answer(
    asked: Asked,
    kind: type[Record],
    records: Sequence[Record],
    shown: str,
    title: str = "",
    note: str = "",
    without: str = "",
) -> None:
    """Write records as a list. `shown` are the table's columns, `without` those that this answer has no use for."""
    columns = [name for name in kind.columns() if name not in without.split()]
    rows = [record.values() for record in records]
    if asked.wanted.sources:
        from kzpol.ask.sources import sources_of

        columns.append("sources")
        subjects = [(str(row.get("id") or row.get("subject")), row.get("stage")) for row in rows]
        for row, ids in zip(rows, sources_of(asked.connection, subjects), strict=True):
            row["sources"] = ids
    deliver_list(Listing(rows, columns, shown.split(), title, note), asked.wanted)
