"""Which sources stand behind the rows of a page, and which sources the page therefore has to list."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from kzpol.ask.records.source import Source
from kzpol.ask.sources import KINDS, sources_behind, sources_named

MOST = 3  # sources named for one row; `kzpol why` has all


class Citing:
    """Finds the sources of one row after the other and remembers them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kinds = {row["id"]: row["kind"] for row in connection.execute("select id, kind from source")}
        self._cited: dict[str, None] = {}

    def __call__(self, subject: str | None, stage: str | None = None, field: str | None = None) -> list[str]:
        """Return the best sources behind the values of a subject (of one field, at one stage), the best kind first."""
        return self.these(sources_behind(self._connection, subject, stage, field) if subject else ())

    def these(self, ids: Iterable[str], most: int = MOST) -> list[str]:
        """Return the best of some sources, and remember them."""
        found = sorted(set(ids), key=lambda id: (KINDS.index(self._kinds[id]), id))[:most]
        self._cited.update(dict.fromkeys(found))
        return found

    def listed(self, known: Sequence[Source]) -> list[Source]:
        """Return sources together with all that were cited besides."""
        return [*known, *sources_named(self._connection, self._cited.keys() - {source.id for source in known})]
