"""Ready queries for the main questions, for those who ask in SQL."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Query:
    """A query: `example` has values for its parameters, where it takes any."""

    name: str
    title: str
    about: str
    sql: str
    example: dict[str, str]


def queries() -> list[Query]:
    """Return the ready queries, the most usual ones first."""
    written = tomllib.loads(Path(__file__).with_name("queries.toml").read_text(encoding="utf-8"))
    return [
        Query(name, said["title"], said["about"], said["sql"].strip(), said.get("example", {}))
        for name, said in written.items()
    ]
