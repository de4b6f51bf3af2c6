"""Asks what a picture needs: for each kind its picture and the rows behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from kzpol.ask.brief import brief_name
from kzpol.ask.compare import best_stage
from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.overview import overview
from kzpol.ask.records.result import Result
from kzpol.ask.records.whole import ElectionReport
from kzpol.ask.report import election
from kzpol.ask.sources import publishers_of
from kzpol.cli.options import Asked
from kzpol.show.charts.frame import About


@dataclass(frozen=True)
class Meant:
    """What the command line says beside the kind."""

    what: str
    party: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Shown:
    """A picture, the rows behind it, and for each row the subject of its claims with the stage."""

    picture: Any
    rows: list[dict[str, Any]]
    subjects: list[tuple[str, str | None]]


def _about(asked: Asked, subjects: Sequence[tuple[str, str | None]], fields: str) -> About:
    return About(publishers_of(asked.connection, subjects, fields.split()), overview(asked.connection).covers_to)


def _one(asked: Asked, meant: Meant, field: str) -> tuple[ElectionReport, list[Result]]:
    """Return the one election meant of which results with a field are known; a vote on lists comes before others."""
    found = []
    for report in election(asked.connection, meant.what, asked.wanted.lang):
        results = best_stage([*report.preliminary, *report.results])
        if any(getattr(row, field) is not None for row in results):
            found.append((report, results))
    if not found:
        what = {"seats_total": "seats", "share_pct": "shares"}[field]
        raise NothingMatches(f"No {what} are known for {meant.what!r}.", ["`kzpol elections` lists all."])
    listed = [pair for pair in found if pair[0].election.seats_list]
    if len(found) > 1 and len(listed) != 1:
        names = ", ".join(report.election.id for report, _ in found)
        raise BadQuestion(f"{meant.what!r} means {names}: name one of them.")
    return (listed or found)[0]


def _subjects(rows: Sequence[Any]) -> list[tuple[str, str | None]]:
    return [(row.id, row.stage) for row in rows]


def _labels(asked: Asked, results: Sequence[Result]) -> dict[str, str]:
    lang = asked.wanted.lang
    return {r.contestant: brief_name(asked.connection, r.contestant, r.name, lang, r.date) for r in results}


def _seats(asked: Asked, meant: Meant) -> Shown:
    from kzpol.show.charts.seats import chamber, rows

    report, results = _one(asked, meant, "seats_total")
    results.sort(key=lambda row: -(row.seats_total or 0))
    subjects = _subjects([row for row in results if row.seats_total is not None])
    about = _about(asked, subjects, "seats_total seats_list seats_district")
    picture = chamber(report.election, results, _labels(asked, results), about, asked.wanted.say)
    return Shown(picture, rows(results), subjects)


def _shares(asked: Asked, meant: Meant) -> Shown:
    from kzpol.show.charts.shares import rows, shares

    report, results = _one(asked, meant, "share_pct")
    results = [row for row in results if row.share_pct is not None]
    results.sort(key=lambda row: -(row.share_pct or 0))
    subjects = _subjects(results)
    about = _about(asked, subjects, "share_pct votes")
    picture = shares(report.election, results, _labels(asked, results), report.barrier, about, asked.wanted.say)
    return Shown(picture, rows(results, report.barrier), subjects)


def _trend(asked: Asked, meant: Meant) -> Shown:
    from kzpol.ask.naming import find_party
    from kzpol.ask.trend import trend
    from kzpol.show.charts.trend import trend as picture_of

    lang = asked.wanted.lang
    stands = trend(asked.connection, meant.what, lang)
    id = find_party(asked.connection, meant.what)
    labels = [brief_name(asked.connection, row.contestant, row.name, lang, row.date) for row in stands]
    title = _head(asked, id)
    subjects = _subjects(stands)
    about = _about(asked, subjects, "share_pct seats_total")
    picture = picture_of(id, title, stands, labels, about, asked.wanted.say)
    return Shown(picture, [row.values() for row in stands], subjects)


def _turnout(asked: Asked, meant: Meant) -> Shown:
    from kzpol.ask.elections import elections

    if meant.what:
        return _regions(asked, meant)
    from kzpol.show.charts.turnout import general, rows, turnout

    found = general(elections(asked.connection, lang=asked.wanted.lang))
    subjects: list[tuple[str, str | None]] = [(row.id, None) for row in found]
    return Shown(turnout(found, _about(asked, subjects, "turnout_pct"), asked.wanted.say), rows(found), subjects)


def _regions(asked: Asked, meant: Meant) -> Shown:
    from kzpol.ask.elections import regions
    from kzpol.show.charts.shares import turnout_bars

    by_election: dict[str, dict[str, Any]] = {}
    for row in regions(asked.connection, meant.what, asked.wanted.lang):  # final counts come first
        if row.turnout_pct is not None:
            by_election.setdefault(row.election, {}).setdefault(row.region, row)
    if len(by_election) > 1:
        raise BadQuestion(f"{meant.what!r} means {', '.join(by_election)}: name one of them.")
    [(id, found)] = by_election.items()
    report = election(asked.connection, id, asked.wanted.lang)[0]
    subjects = _subjects(list(found.values()))
    about = _about(asked, subjects, "turnout_pct")
    picture = turnout_bars(report.election, list(found.values()), about, asked.wanted.say)
    return Shown(picture, [row.values() for row in found.values()], subjects)


def _timeline(asked: Asked, meant: Meant) -> Shown:
    from kzpol.ask.dates import asked as days
    from kzpol.ask.genealogy import genealogy
    from kzpol.show.charts.timeline import lives, rows

    covered = overview(asked.connection)
    since = days(meant.first).first if meant.first else ""
    until = days(meant.last).last if meant.last else "9999"
    if since > until:
        raise BadQuestion(f"--from {meant.first} is after --to {meant.last}.")
    if since > covered.covers_to:
        raise NothingMatches(f"The data end on {covered.covers_to}.")
    party = meant.party or meant.what or None
    lines = genealogy(asked.connection, party, since, until, asked.wanted.lang)
    begin = max(min(line.begins for line in lines), covered.covers_from)
    first = int((since or begin)[:4])
    ends = [stretch.valid_to for line in lines for stretch in line.stretches]
    over = max(end or "" for end in ends) if all(ends) else covered.covers_to  # the last of them, if all have ended
    last = min(int((until if meant.last else over)[:4]), int(covered.covers_to[:4]))
    say = asked.wanted.say
    title = say("Lives of the registered parties") if not party else _head(asked, party)
    found = rows(lines)
    subjects: list[tuple[str, str | None]] = [(row["party"], None) for row in found]
    about = _about(asked, _life_subjects(asked, lines), "date outcome kind other")
    picture = lives(lines, title, first, max(first, last), about, say)
    return Shown(picture, found, subjects)


def _life_subjects(asked: Asked, lines: Sequence[Any]) -> list[tuple[str, str | None]]:
    """Return what the bars and arrows rest on: the registrations and the mergers."""
    from kzpol.ask.parties import registrations

    shown = {line.id for line in lines}
    found: list[tuple[str, str | None]] = [(r.id, None) for r in registrations(asked.connection) if r.party in shown]
    return found + [(f"{line.id}/merged-into-{line.into}", None) for line in lines if line.into]


def _head(asked: Asked, party: str) -> str:
    from kzpol.ask.history import party as history

    return history(asked.connection, party, lang=asked.wanted.lang).party.name


def _thresholds(asked: Asked, meant: Meant) -> Shown:
    from kzpol.ask.thresholds import thresholds
    from kzpol.show.charts.thresholds import steps

    values = thresholds(asked.connection, meant.what, lang=asked.wanted.lang)
    subjects: list[tuple[str, str | None]] = [(row.id, None) for row in values]
    rows = [{name: value for name, value in row.values().items() if name != "on"} for row in values]
    return Shown(steps(values, _about(asked, subjects, "value valid_from"), asked.wanted.say), rows, subjects)


KINDS: dict[str, Callable[[Asked, Meant], Shown]] = {
    "seats": _seats, "shares": _shares, "trend": _trend, "turnout": _turnout, "timeline": _timeline,
    "thresholds": _thresholds,
}  # fmt: skip
ALONE = ("turnout", "timeline")  # kinds that need not be told of what
