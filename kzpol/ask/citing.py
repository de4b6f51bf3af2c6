"""Which sources stand behind the rows of a page, and which sources the page therefore has to list."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from kzpol.ask.records.source import Source
from kzpol.ask.sources import sources_named

# The order in which kinds of source are believed.
_KINDS = ("law", "commission", "official", "observer", "agency", "reference", "analysis")
MOST = 3  # sources named for one row; `kzpol why` has all


class Citing:
    """Finds the sources of one row after the other and remembers them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kinds = {row["id"]: row["kind"] for row in connection.execute("select id, kind from source")}
        self._cited: dict[str, None] = {}

    def __call__(self, subject: str | None, stage: str | None = None, field: str | None = None) -> list[str]:
        """Return the best sources behind the values of a subject (of one field, at one stage), the best kind first."""
        query = (
            "select distinct source from claim where {} and chosen and (? is null or stage is null or stage = ?) "
            "and (? is null or field = ?)"
        )
        more = (stage, stage, field, field)
        rows = self._connection.execute(query.format("subject = ?"), (subject, *more)).fetchall()
        if not rows and subject:  # what has no claim of its own, such as a rule, rests on those of its parts
            parts = (f"{subject}/", f"{subject}0")
            rows = self._connection.execute(query.format("subject > ? and subject < ?"), (*parts, *more)).fetchall()
        return self.these(row["source"] for row in rows)

    def these(self, ids: Iterable[str], most: int = MOST) -> list[str]:
        """Return the best of some sources, and remember them."""
        found = sorted(set(ids), key=lambda id: (_KINDS.index(self._kinds[id]), id))[:most]
        self._cited.update(dict.fromkeys(found))
        return found

    def listed(self, known: Sequence[Source]) -> list[Source]:
        """Return sources together with all that were cited besides."""
        return [*known, *sources_named(self._connection, self._cited.keys() - {source.id for source in known})]
