"""Commands about the data as a whole: search, sql, check."""

from __future__ import annotations

import sys
from math import inf
from typing import Annotated

import typer

from kzpol.ask.errors import BadQuestion
from kzpol.cli.listing import answer
from kzpol.cli.options import Asked, answering
from kzpol.show.deliver import deliver_list
from kzpol.show.listing import Listing


@answering
def search_command(
    asked: Asked, text: Annotated[list[str], typer.Argument(metavar="TEXT…", help="Words, in any language.")]
) -> None:
    """Search parties, people, elections, rules, events, sources.

    Examples: kzpol search Tuyakbay · kzpol search "exit poll" --limit 5
    """
    from kzpol.ask.records.source import SearchHit
    from kzpol.ask.searching import MOST, search

    found = search(asked.connection, " ".join(text))
    if len(found) == MOST:
        typer.echo(f"kzpol: a search gives at most {MOST} hits; one more word finds fewer.", err=True)
    answer(asked, SearchHit, found, "kind title text id")


@answering
def sql_command(
    asked: Asked,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SELECT; - reads it from standard input.")],
    seconds: Annotated[
        float, typer.Option("--timeout", "--seconds", metavar="S", min=0.1, max=86_400, help="Stop a longer query.")
    ] = 10.0,
    rows: Annotated[int, typer.Option("--max-rows", metavar="N", min=1, help="Stop a query with more rows.")] = 100_000,
) -> None:
    """Read-only SQL over the database.

    Examples: kzpol sql "select id, turnout_pct from election" · kzpol sql "select name from sqlite_master" --csv
    """
    from itertools import islice

    from kzpol.ask.sandbox import Clock, Limits, bound_process
    from kzpol.ask.sql import select
    from kzpol.cli import begin
    from kzpol.cli.overdue import leaving_when_overdue

    limit = asked.wanted.limit
    limits = Limits(seconds=seconds, rows=max(rows, limit or 0))
    if begin.own_process:
        bound_process(asked.connection, limits)
    clock = Clock(seconds)
    with leaving_when_overdue(clock, f"The query took longer than {seconds:g} seconds and was stopped."):
        names, found = select(asked.connection, _query(query), limits, clock)
        columns = _unique(names)
        taken = [{name: _text(value) for name, value in zip(columns, row, strict=True)} for row in islice(found, limit)]
        deliver_list(Listing(taken, columns, columns), asked.wanted)


def _unique(names: list[str]) -> list[str]:
    """Number the columns whose name is already taken."""
    unique: dict[str, None] = {}
    given: dict[str, int] = {}  # the last number that each name got: a query may have two thousand columns of one name
    for name in names:
        fresh = name
        while fresh in unique:
            given[name] = given.get(name, 1) + 1
            fresh = f"{name}_{given[name]}"
        unique[fresh] = None
    return list(unique)


def _query(given: str) -> str:
    """Return the query, from standard input where `-` is given."""
    if given != "-":
        return given
    if sys.stdin is None:
        raise BadQuestion("There is no standard input to read the query from.")
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise BadQuestion("The query on standard input is not UTF-8.") from None


def _text(value: object) -> object:
    """Return a value as every format can write it: bytes in hex; JSON knows no number that is infinite."""
    if isinstance(value, float) and value in (inf, -inf):
        return str(value)
    return value.hex() if isinstance(value, bytes) else value


@answering
def check_command(
    asked: Asked,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="What is known of each vote, and how many say so.")
    ] = False,
) -> None:
    """Verify the database; exit 1 where something fails.

    Checks integrity, references, a source for every cell, sums, shares, turnout, dates, successions, mergers, scripts.
    Notes tell what is not known, what rests on one source, and what stays English.

    Examples: kzpol check · kzpol check --coverage --csv
    """
    if coverage:
        from kzpol.ask.check.coverage import Coverage
        from kzpol.ask.check.coverage import coverage as covered

        shown = "election contestants with_votes with_seats regions sources publishers missing"
        answer(asked, Coverage, covered(asked.connection), shown)
        return
    from kzpol.ask.check import check

    found = check(asked.connection)
    errors = sum(finding.severity == "error" for finding in found)
    rows = [{"severity": f.severity, "check": f.check, "subject": f.subject, "message": f.message} for f in found]
    columns = ["severity", "check", "subject", "message"]
    deliver_list(Listing(rows, columns, columns), asked.wanted)
    typer.echo(f"{errors} errors, {len(found) - errors} notes.", err=True)
    if errors:
        raise typer.Exit(1)
