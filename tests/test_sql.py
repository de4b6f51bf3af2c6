"""Read-only SQL."""

import json
from pathlib import Path

import pytest
from conftest import Ask


def test_selects(ask: Ask) -> None:
    rows = ask("sql", "select id, turnout_pct from election where id = 'majilis-2021'", "--json").json
    assert rows == [{"id": "majilis-2021", "turnout_pct": 63.25}]


def test_recursion_and_functions_are_fine(ask: Ask) -> None:
    query = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) select sum(i) as s from n"
    assert ask("sql", query, "--json").json == [{"s": 15}]


def test_two_columns_of_one_name_are_both_kept(ask: Ask) -> None:
    assert list(ask("sql", "select 1 as a, 2 as a", "--json").json[0].values()) == [1, 2]


def test_numbers_without_end_are_json_too(ask: Ask) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    written = ask("sql", "select 9e999 as more, -9e999 as less, 1.5 as some", "--json").out
    assert json.loads(written, parse_constant=refuse) == [{"more": "inf", "less": "-inf", "some": 1.5}]


def test_many_columns_of_one_name_are_numbered_at_once(ask: Ask) -> None:
    """It took longer than the limit of time, which was over by then."""
    row = ask("sql", "select 0 as a_2, " + ", ".join(["1 as a"] * 1990), "--json").json[0]
    assert list(row)[:4] == ["a_2", "a", "a_3", "a_4"]
    assert len(row) == 1991


@pytest.mark.parametrize(
    "query",
    [
        "delete from party", "update election set seats_total = 1", "insert into meta values ('a', 'b')", "drop table party",
        "create table x (y)", "create temp table x (y)", "attach database 'x.db' as x", "attach ':memory:' as x",
        "pragma writable_schema = 1", "pragma journal_mode = wal", "vacuum", "vacuum into 'x.db'",
        "begin", "select load_extension('x')", "select writefile('x', 'y')", "select readfile('/etc/passwd')",
        "select 1; select 2", "", "   ", "select", "nonsense", "select * from nowhere", "/* only a remark */",
        "select fts3_tokenizer('simple')", "detach main", "analyze", "reindex", "select zeroblob(2000000000)",
        "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n",
    ],
)  # fmt: skip
def test_what_does_not_read_is_refused(ask: Ask, query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("sql", query, "--seconds", "0.3")
    assert answer.code == 2
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_limit_stops_an_endless_query(ask: Ask) -> None:
    query = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n"
    assert len(ask("sql", query, "--limit", "7", "--json").json) == 7


def test_a_table_that_is_not_there_is_told_with_those_that_are(ask: Ask) -> None:
    answer = ask("sql", "select * from parties")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("kzpol: There is no table parties. Tables: ")
    assert " party, party_id, party_leader, party_link, " in answer.err
    assert "claim_said" not in answer.err
