"""The sources, and what rests on each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from kzpol.ask.conditions import parts
from kzpol.ask.errors import NothingMatches
from kzpol.ask.records.claim import Claim
from kzpol.ask.records.source import Source
from kzpol.ask.streaming import Streamed

KINDS = ("law", "commission", "official", "observer", "agency", "reference", "analysis")  # the sooner believed first
_COUNTED = (
    "select source.*, (select count(*) from claim_cited cited "
    "join claim_said said on said.subject between cited.first_subject and cited.last_subject "
    "join claim_passage passage on passage.id = said.passage and passage.source = cited.source "
    "where cited.source = source.rowid) as claims from source "
)
_RESTING = (
    "select claim.* from claim_cited cited "
    "join claim_subject named on named.id between cited.first_subject and cited.last_subject "
    "join claim on claim.subject = named.name "
    "where cited.source = (select rowid from source where id = ?1) and claim.source = ?1 order by subject, field, id"
)


@Streamed
def sources(connection: sqlite3.Connection) -> Iterator[Source]:
    """Return all sources, the most used first."""
    rows = connection.execute(
        "select source.*, coalesce(counted.claims, 0) as claims from source left join "
        "(select passage.source, count(*) as claims from claim_said said join claim_passage passage "
        "on passage.id = said.passage group by passage.source) counted on counted.source = source.rowid "
        "order by claims desc, source.id"
    )
    return (Source.read(row) for row in rows)


def source(connection: sqlite3.Connection, id: str) -> tuple[Source, list[Claim]]:
    """Return one source and every claim that rests on it. Raises NothingMatches."""
    row = connection.execute(_COUNTED + "where id = ?", (id.strip().casefold(),)).fetchone()
    if row is None:
        ids = [r["id"] for r in connection.execute("select id from source order by id")]
        import difflib

        near = difflib.get_close_matches(id.casefold(), ids, n=3, cutoff=0.5)
        hint = (
            "Did you mean " + ", ".join(near) + "?"
            if near
            else "`kzpol sources` lists all, `kzpol search` finds them by publisher or title."
        )
        raise NothingMatches(f"No source has the id {id!r}.", [hint])
    claims = connection.execute(_RESTING, (row["id"],))
    return Source.read(row), [Claim.read(c, chosen=bool(c["chosen"])) for c in claims]


def sources_below(connection: sqlite3.Connection, id: str) -> list[Source]:
    """Return the sources of all claims on a subject and its parts, the most used first."""
    rows = connection.execute(
        "select source.*, count(*) as claims from claim join source on source.id = claim.source "
        "where claim.subject = ? or (claim.subject > ? and claim.subject < ?) group by source.id "
        "order by claims desc, source.id",
        (id, *parts(id)),
    )
    return [Source.read(row) for row in rows]


def sources_of(connection: sqlite3.Connection, subjects: Iterable[tuple[str, str | None]]) -> list[list[str]]:
    """Return, for each subject and stage (or None for any), the ids of the sources behind its values."""
    return [sorted(sources_behind(connection, subject, stage)) for subject, stage in subjects]


def sources_behind(
    connection: sqlite3.Connection, subject: str, stage: str | None = None, field: str | None = None
) -> list[str]:
    """Return the ids of the sources behind the values of a subject, at one stage or any, of one field or all.

    What has no claim of its own, such as a rule, rests on those of its parts.
    """
    for bounds, clause in ((subject,), "subject = ?"), (parts(subject), "subject > ? and subject < ?"):
        rows = connection.execute(
            f"select distinct source from claim where {clause} and chosen "  # noqa: S608
            "and (? is null or stage is null or stage = ?) and (? is null or field = ?)",
            (*bounds, stage, stage, field, field),
        ).fetchall()
        if rows:
            break
    return [row["source"] for row in rows]


def sources_named(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Source]:
    """Return the sources of these ids, the most used first."""
    wanted = set(ids)
    return [found for found in sources(connection) if found.id in wanted]


def publishers_of(
    connection: sqlite3.Connection, subjects: Iterable[tuple[str, str | None]], fields: Iterable[str]
) -> tuple[str, ...]:
    """Return who published the best source behind each of these fields of these subjects, those behind the most first.

    A subject comes with its stage, or None for any. The best kind of source is the one whose claims are preferred.
    """
    names = ",".join(f"'{name}'" for name in fields if name.isidentifier())
    query = (
        "select publisher, kind, field from claim join source on source.id = claim.source where subject = ? "  # noqa: S608
        f"and chosen and field in ({names}) and (? is null or stage is null or stage = ?)"
    )
    counts: dict[str, int] = {}
    for subject, stage in subjects:
        best: dict[str, tuple[int, str]] = {}
        for row in connection.execute(query, (subject, stage, stage)):
            rank = (KINDS.index(row["kind"]), str(row["publisher"]))
            best[row["field"]] = min(best.get(row["field"], rank), rank)
        for _, publisher in best.values():
            counts[publisher] = counts.get(publisher, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
