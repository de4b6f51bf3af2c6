"""What `import kzpol` gives: the database as an object with a method for every question of the command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzpol.ask.compare import compare
from kzpol.ask.conflicts import conflicts, why
from kzpol.ask.database import connect
from kzpol.ask.elections import elections, regions
from kzpol.ask.history import party
from kzpol.ask.naming import Lang
from kzpol.ask.overview import Overview, overview
from kzpol.ask.parties import parties, registrations
from kzpol.ask.records.claim import Claim, Conflict
from kzpol.ask.records.comparison import Comparison, Stand
from kzpol.ask.records.election import Election
from kzpol.ask.records.happening import Event
from kzpol.ask.records.party import Party, Registration
from kzpol.ask.records.result import Region, Result
from kzpol.ask.records.rule import Threshold
from kzpol.ask.records.source import SearchHit, Source
from kzpol.ask.records.whole import ElectionReport, PartyHistory
from kzpol.ask.report import election
from kzpol.ask.results import results
from kzpol.ask.rows import Rows
from kzpol.ask.searching import search
from kzpol.ask.sources import source, sources
from kzpol.ask.sql import select
from kzpol.ask.thresholds import thresholds
from kzpol.ask.timeline import timeline
from kzpol.ask.trend import trend

if TYPE_CHECKING:
    from kzpol.ask.lawbook import LawOfTheDay
    from kzpol.ask.seats import LawRun
    from kzpol.law.eligible import Requirement


class Kzpol:
    """An open database. Every method raises a subclass of kzpol.ask.errors.AskError where it cannot answer."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.connection = connect(path)

    def __enter__(self) -> Kzpol:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self.connection.close()

    def overview(self) -> Overview:
        """Return what is in the database."""
        return overview(self.connection)

    def parties(self, on: str | None = None, status: str | None = None, lang: Lang = "en") -> Rows[Party]:
        """Return all parties, or those of a status, or those registered on a day."""
        return Rows(parties(self.connection, on, status, lang))

    def party(self, name: str, on: str | None = None, lang: Lang = "en") -> PartyHistory:
        """Return the history of the party that a name means."""
        return party(self.connection, name, on, lang)

    def registrations(
        self,
        party: str | None = None,
        outcome: str | None = None,
        on: str | None = None,
        lang: Lang = "en",
        first: str | None = None,
        last: str | None = None,
    ) -> Rows[Registration]:
        """Return applications, registrations, refusals, suspensions, bans and liquidations."""
        return Rows(registrations(self.connection, party, outcome, on, lang, first, last))

    def elections(self, body: str | None = None, year: int | None = None, lang: Lang = "en") -> Rows[Election]:
        """Return the elections and referendums."""
        return Rows(elections(self.connection, body, year, lang))

    def election(self, which: str, lang: Lang = "en") -> list[ElectionReport]:
        """Return what is known of an election; of each, where a year had several."""
        return election(self.connection, which, lang)

    def results(
        self,
        election: str | None = None,
        party: str | None = None,
        body: str | None = None,
        year: int | None = None,
        stage: str | None = None,
        first: str | None = None,
        last: str | None = None,
        lang: Lang = "en",
    ) -> Rows[Result]:
        """Return result rows that meet every condition; `first` and `last` are dates, both included."""
        return Rows(results(self.connection, election, party, body, year, stage, first, last, lang))

    def regions(self, which: str, lang: Lang = "en") -> Rows[Region]:
        """Return turnout by region."""
        return Rows(regions(self.connection, which, lang))

    def compare(self, *which: str, lang: Lang = "en") -> Comparison:
        """Return elections side by side, with what changed from each to the next."""
        return compare(self.connection, which, lang)

    def trend(self, name: str, lang: Lang = "en") -> Rows[Stand]:
        """Return how a party fared in each of its elections."""
        return Rows(trend(self.connection, name, lang))

    def thresholds(
        self,
        rule: str | None = None,
        domain: str | None = None,
        on: str | None = None,
        history: bool = False,
        lang: Lang = "en",
    ) -> Rows[Threshold]:
        """Return the rules' values in force, on a day, or every dated one."""
        return Rows(thresholds(self.connection, rule, domain, on, history, lang))

    def seats(self, which: str | None = None, **changes: Any) -> LawRun:
        """Run the law on the votes of an election or on others; the arguments are those of kzpol.ask.seats.run_law."""
        from kzpol.ask.seats import run_law

        return run_law(self.connection, which, **changes)

    def law(self, date: str, body: str = "majilis") -> LawOfTheDay:
        """Return the rules on sharing list seats on a day."""
        from kzpol.ask.lawbook import law_on

        return law_on(self.connection, date, body)

    def eligible(self, on: str, given: Mapping[str, int | str], lang: Lang = "en") -> list[Requirement]:
        """Return what a party needed to be registered on a day, each checked against the numbers given by rule."""
        from kzpol.ask.eligibility import eligible

        return eligible(self.connection, on, given, lang)

    def timeline(
        self,
        party: str | None = None,
        first: str | None = None,
        last: str | None = None,
        kind: str | None = None,
    ) -> Rows[Event]:
        """Return events in order."""
        return Rows(timeline(self.connection, party, first, last, kind))

    def why(self, subject: str, field: str | None = None) -> Rows[Claim]:
        """Return every claim behind a value."""
        return Rows(why(self.connection, subject, field))

    def conflicts(self, subject: str | None = None) -> Rows[Conflict]:
        """Return every place where sources disagree."""
        return Rows(conflicts(self.connection, subject))

    def sources(self) -> Rows[Source]:
        """Return the sources."""
        return Rows(sources(self.connection))

    def source(self, id: str) -> tuple[Source, Rows[Claim]]:
        """Return a source and all that rests on it."""
        found, claims = source(self.connection, id)
        return found, Rows(claims)

    def search(self, text: str) -> Rows[SearchHit]:
        """Return what contains all the words given."""
        return Rows(search(self.connection, text))

    def sql(self, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Return columns and rows of one SELECT."""
        with connect(self.path) as own:  # the limits set for it must not bind the other questions
            columns, rows = select(own, query)
            return columns, list(rows)


def open_database(path: str | os.PathLike[str] | None = None) -> Kzpol:
    """Open the database shipped with the program, or another of the same schema. Raises DatabaseUnreadable."""
    return Kzpol(Path(path) if path is not None else None)
