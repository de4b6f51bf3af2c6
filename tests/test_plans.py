"""A question about one thing never reads a whole table, however large the database grows; a list reads what it shows."""

import re
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT, Ask

import kzpol.ask.database as database

# What is asked, and the tables that its answer shows from end to end.
QUESTIONS = {
    ("party", "amanat"): "", ("party", "Нур Отан"): "", ("party", "nur ot"): "", ("party", "alga", "--on", "2008"): "",
    ("election", "majilis-2007"): "", ("election", "majilis 2007"): "", ("election", "2004"): "",
    ("results", "--election", "2007"): "", ("results", "--party", "nsdp"): "", ("results", "--year", "2007"): "",
    ("results", "--body", "senate"): "", ("results", "--from", "2021"): "", ("regions", "2007"): "",
    ("elections", "--year", "2007"): "", ("elections", "--body", "majilis"): "", ("registrations", "--party", "alga"): "",
    ("registrations", "--outcome", "denied"): "", ("registrations", "--on", "2012"): "", ("parties", "--on", "2007-08-18"): "",
    ("thresholds", "party-min-members"): "", ("thresholds", "--domain", "parliament"): "", ("timeline", "--party", "dck"): "",
    ("thresholds", "--on", "2010-05-01"): "",
    ("timeline", "--kind", "court"): "", ("timeline", "--from", "2004", "--to", "2005"): "", ("why", "majilis-2007"): "",
    ("why", "majilis-2007", "turnout_pct"): "", ("why", "majilis-2007/nsdp"): "", ("conflicts", "--subject", "nsdp"): "",
    ("sources", "globalsecurity-2023"): "", ("search", "Otan"): "", ("search", "a"): "", ("seats", "2021"): "",
    ("seats", "2021", "--under", "2012"): "", ("eligible", "--members", "9", "--on", "2010"): "", ("--version",): "",
    ("compare", "majilis-2021", "majilis-2023"): "", ("compare", "2021", "2023"): "", ("trend", "amanat"): "",
    ("elections", "--year", "2007", "--sources", "--csv"): "", ("party", "amanat", "--sources", "--json"): "",
    ("parties",): "party", ("parties", "--status", "banned"): "party", ("registrations",): "registration",
    ("elections",): "election", ("results",): "result", ("thresholds", "--history"): "rule threshold", ("timeline",): "event",
    ("conflicts",): "conflict", ("sources",): "source said passage counted", ("export", "claims"): "said", ("export", "regions"): "region",
}  # fmt: skip
_SMALL = {"meta", "word"}


@cache
def scanned(statement: str) -> set[str]:
    """Return the tables that SQLite would read from end to end."""
    with closing(sqlite3.connect(":memory:")) as connection:  # without contents SQLite plans for tables that are large
        connection.executescript((ROOT / "kzpol" / "facts" / "schema.sql").read_text(encoding="utf-8"))
        plan = [row[3] for row in connection.execute(f"explain query plan {statement}")]
    found = [re.match(r"SCAN (?:TABLE )?(\w+)\b(?! VIRTUAL)", step) for step in plan]  # a full-text match is no scan
    return {match[1] for match in found if match} - {"CONSTANT"}


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that commands run."""
    run: list[str] = []
    opened = database.read

    def traced(path: Path) -> database.Connection:
        connection = opened(path)
        connection.set_trace_callback(run.append)
        return connection

    monkeypatch.setattr(database, "read", traced)
    return run


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_question_uses_indexes(ask: Ask, statements: list[str], question: tuple[str, ...]) -> None:
    assert ask(*question).code == 0
    assert statements
    allowed = _SMALL | set(QUESTIONS[question].split())
    whole = {
        statement: tables
        for statement in set(statements)
        if not statement.startswith("--")
        and "'search_index_" not in statement  # what SQLite's own modules run
        and (tables := scanned(statement) - allowed)
    }
    assert whole == {}


@pytest.mark.parametrize(
    ("variable", "typed"), [("party", "nur"), ("election", "maj"), ("thresholds", "party-"), ("why", "maj"), ("sources", "g")]
)  # fmt: skip
def test_completion_uses_indexes(
    ask: Ask, statements: list[str], monkeypatch: pytest.MonkeyPatch, variable: str, typed: str
) -> None:
    monkeypatch.setenv("_KZPOL_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"kzpol {variable} {typed}")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert ask().out
    assert [statement for statement in statements if scanned(statement) - _SMALL] == []
