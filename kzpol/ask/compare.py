"""Elections side by side: totals, seats, shares, the rules of the day, and what changed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from kzpol.ask.brief import brief_name
from kzpol.ask.elections import find_elections
from kzpol.ask.errors import BadQuestion
from kzpol.ask.naming import Lang, localised
from kzpol.ask.records.comparison import Compared, Comparison, Value
from kzpol.ask.records.election import Election
from kzpol.ask.records.result import Result
from kzpol.ask.records.rule import Threshold
from kzpol.ask.results import read_results
from kzpol.ask.thresholds import thresholds

_TOTALS = {
    "seats_total": "seats", "seats_list": "seats", "seats_district": "seats", "seats_other": "seats",
    "registered_voters": "voters", "votes_cast": "voters", "turnout_pct": "%",
    "valid_votes": "votes", "invalid_votes": "votes", "against_all_votes": "votes",
}  # fmt: skip
_SEATS = {"seats": "seats_total", "list seats": "seats_list", "district seats": "seats_district"}
_OWN_RULES = {"president": ("president",), "senate": ("senate",), "maslikhat": ("maslikhat",)}


def compare(connection: sqlite3.Connection, which: Sequence[str], lang: Lang = "en") -> Comparison:
    """Return the elections meant side by side, each with the change since the one before it in the order given.

    A year that had several means the one for the body that all the others were for. Raises BadQuestion where that
    does not settle it or fewer than two elections are left, NothingMatches for an unknown one.
    """
    meant = meant_together(connection, which)
    elections = [Election.read(row, title=localised(row, lang, "title")) for row in meant]
    if len(elections) < 2:
        raise BadQuestion("Compare two elections or more, such as `kzpol compare 2021 2023`.")
    rows = [*_totals(elections), *_results(connection, elections, lang), *_rules(connection, elections, lang)]
    return Comparison(elections, rows)


def meant_together(connection: sqlite3.Connection, which: Sequence[str]) -> list[sqlite3.Row]:
    """Return the elections that several words mean together, each once, in the order given."""
    found = [find_elections(connection, one) for one in which]
    common = set.intersection(*({str(row["body"]) for row in rows} for rows in found))
    kept: dict[str, sqlite3.Row] = {}
    for one, rows in zip(which, found, strict=True):
        if len(rows) > 1 and re.search(r"\d{4}", one):  # a body without a year means all of its elections
            rows = [row for row in rows if common == {row["body"]}] or rows
            if len(rows) > 1:
                raise BadQuestion(f"{one!r} means {', '.join(row['id'] for row in rows)}: name one of them.")
        kept.update((row["id"], row) for row in rows)
    return list(kept.values())


def difference(before: Value, after: Value) -> float | int | None:
    """Return how much more a number is than another, as exact as they are written; None where it cannot be said."""
    if not isinstance(before, int | float) or not isinstance(after, int | float):
        return None
    exact = Decimal(str(after)) - Decimal(str(before))
    return int(exact) if isinstance(before, int) and isinstance(after, int) else float(exact)


def best_stage(rows: Iterable[Result]) -> list[Result]:
    """Return each contestant's final result, or its preliminary one where no final count could be read."""
    kept: dict[tuple[str, str], Result] = {}
    for row in rows:
        key = (row.election, row.contestant)
        if row.stage == "final" or (row.stage == "preliminary" and key not in kept):
            kept[key] = row
    return list(kept.values())


def _row(
    part: str, item: str, name: str, unit: str | None, ids: tuple[str, ...], values: list[Value], note: str = ""
) -> Compared:
    changes = (None, *(difference(before, after) for before, after in pairwise(values)))
    return Compared(part, item, name, unit, ids, tuple(values), changes, note or None)


def _totals(elections: list[Election]) -> list[Compared]:
    ids = tuple(election.id for election in elections)
    rows = [_row("totals", "date", "date", None, ids, [election.date for election in elections])]
    first_counts = [election.id for election in elections if election.count_stage == "preliminary"]
    for item, unit in _TOTALS.items():
        values: list[Value] = [getattr(election, item) for election in elections]
        counted = unit in ("voters", "votes", "%")
        note = f"preliminary: {', '.join(first_counts)}" if first_counts and counted else ""
        rows.append(_row("totals", item, item.replace("_pct", " %").replace("_", " "), unit, ids, values, note))
    return [row for row in rows if any(value is not None for value in row.values_)]


def _results(connection: sqlite3.Connection, elections: list[Election], lang: Lang) -> list[Compared]:
    ids = tuple(election.id for election in elections)
    results = [best_stage(read_results(connection, lang, election=id)) for id in ids]
    by_contestant = [{row.contestant: row for row in rows} for rows in results]
    names = {row.contestant: row.name for rows in results for row in rows}
    last = max((election.date for election in elections if election.date), default=None)
    shown = {id: brief_name(connection, id, name, lang, last) for id, name in names.items()}
    found = []
    for part, field in (*_SEATS.items(), ("share", "share_pct")):
        own = []
        for contestant, name in shown.items():
            at = [rows.get(contestant) for rows in by_contestant]
            values: list[Value] = [getattr(row, field) if row else None for row in at]
            first_counts = [row.election for row in at if row and row.stage == "preliminary"]
            note = f"preliminary: {', '.join(first_counts)}" if first_counts else ""
            if any(value is not None for value in values):
                own.append(_row(part, contestant, name, "%" if part == "share" else "seats", ids, values, note))
        own.sort(key=lambda row: [-float(value or 0) for value in reversed(row.values_)])
        found += own
    bases: list[Value] = [next((row.share_base for row in rows if row.share_base), None) for rows in results]
    if any(bases):
        found.append(_row("share", "share_base", "share of", "votes of", ids, bases))
    return found


def _rules(connection: sqlite3.Connection, elections: list[Election], lang: Lang) -> list[Compared]:
    """Return the rules of the days, without those of other bodies; one that is not sure to have held has no value."""
    ids = tuple(election.id for election in elections)
    bodies = {election.body for election in elections}
    others = {domain for body, own in _OWN_RULES.items() if body not in bodies for domain in own}
    by_day: list[dict[str, list[Threshold]]] = []
    titles: dict[str, Threshold] = {}
    for election in elections:
        held: dict[str, list[Threshold]] = {}
        for rule in thresholds(connection, on=election.date, lang=lang) if election.date else []:
            if rule.domain not in others:
                held.setdefault(rule.rule, []).append(rule)
                titles.setdefault(rule.rule, rule)
        by_day.append(held)
    rows = []
    for id, rule in sorted(titles.items()):
        values: list[Value] = [_sure(day.get(id, [])) for day in by_day]
        unsure = [
            f"{election}: perhaps {' or '.join(str(rule.value) for rule in day[id])}"
            for election, day, value in zip(ids, by_day, values, strict=True)
            if value is None and id in day
        ]
        rows.append(_row("rule", id, rule.title, rule.unit, ids, values, "; ".join(unsure)))
    return rows


def _sure(held: list[Threshold]) -> Value:
    return held[0].value if len(held) == 1 and held[0].on == "yes" else None
