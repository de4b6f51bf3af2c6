"""`kzpol check` passes, and fails when anything is altered."""

import sqlite3
from pathlib import Path

import pytest
from conftest import Ask


def test_the_shipped_database_passes(ask: Ask) -> None:
    answer = ask("check", "--json")
    assert answer.code == 0
    assert {row["severity"] for row in answer.json} == {"note"}
    assert "0 errors" in answer.err


def test_unknown_values_are_listed(ask: Ask) -> None:
    assert any(row["check"] == "unknown" and row["subject"] == "majilis-2007" for row in ask("check", "--json").json)


@pytest.mark.parametrize(
    ("altered", "statement", "found_by"),
    [
        ("a seat", "update result set seats_total = 97 where id = 'majilis-2007/amanat/final'", {"seats-sum", "source", "content"}),
        ("a vote", "update result set votes = votes + 100000 where id = 'majilis-2021/amanat/final'", {"share", "votes-sum", "source", "content"}),
        ("a share", "update result set share_pct = 70.1 where id = 'majilis-2021/amanat/final'", {"share", "source", "content"}),
        ("a turnout", "update election set turnout_pct = 54.21 where id = 'majilis-2023'", {"turnout", "source", "content"}),
        ("the chamber", "update election set seats_total = 108 where id = 'majilis-2007'", {"seats-sum", "source", "content"}),
        ("one unit of the last place too many", "update result set share_pct = 71.11 where id = 'majilis-2021/amanat/final'", {"share", "source", "content"}),
        ("two totals exchanged", "update result set seats_total = case contestant when 'auyl' then 4 else 8 end where id in ('majilis-2023/auyl/final', 'majilis-2023/nsdp/final')", {"seats-sum", "source", "content"}),
        ("invalid votes", "update election set invalid_votes = invalid_votes + 1 where id = 'majilis-2021'", {"votes-sum", "source", "content"}),
        ("a date", "update election set date = '2007-08-19' where id = 'majilis-2007'", {"source", "content"}),
        ("an end before its start", "update threshold set valid_to = '1999' where id = 'party-min-members/2009'", {"date", "source", "content"}),
        ("a rule applied before it was in force", "update threshold set first_applied = 'majilis-1999' where id = 'party-min-members/2009'", {"date", "source", "content"}),
        ("a claim's source", "update claim_passage set source = 0 where id = 1", {"reference", "source", "content"}),
        ("a source removed", "delete from source where id = 'globalsecurity-2023'", {"reference", "source", "content"}),
        ("a source's title", "update source set title = 'x' where id = 'globalsecurity-2023'", {"content"}),
        ("a claim's place", "update claim_text set text = '' where id = (select locator from claim_passage where id = 1)", {"source", "content"}),
        ("a reason", "update claim_passage set reason = null where rank = 'deprecated'", {"reason", "content"}),
        ("the claims behind a value", "delete from claim_said where subject = (select id from claim_subject where name = 'majilis-2012') and field = (select id from claim_field where name = 'turnout_pct')", {"source", "content"}),
        ("a rule's value", "update threshold set value = 6 where rule = 'list-threshold-pct'", {"source", "content"}),
        ("the rank of what is believed", "update claim_passage set rank = 'deprecated', reason = 'x' where id in (select passage from claim_said where subject = (select id from claim_subject where name = 'majilis-2012') and field = (select id from claim_field where name = 'turnout_pct'))", {"source", "content"}),
        ("an event's text", "update event set text = 'x' where subject is null", {"content"}),
    ],
)  # fmt: skip
def test_an_alteration_is_found(ask: Ask, copy: Path, altered: str, statement: str, found_by: set[str]) -> None:
    with sqlite3.connect(copy) as database:
        assert database.execute(statement).rowcount > 0, altered
    answer = ask("check", "--db", str(copy), "--json")
    assert answer.code == 1
    assert found_by <= {row["check"] for row in answer.json if row["severity"] == "error"}


def test_a_damaged_page_is_found(ask: Ask, copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    for place in range(len(content) // 2, len(content) // 2 + 20000):
        content[place] = 0xFF
    copy.write_bytes(content)
    answer = ask("check", "--db", str(copy))
    assert answer.code in (1, 3)
    assert "Traceback" not in answer.err


def test_every_filled_cell_has_a_claim(ask: Ask) -> None:
    query = (
        "select count(*) as n from election where turnout_pct is not null and not exists (select 1 from claim "
        "where subject = election.id and field = 'turnout_pct' and chosen and value = election.turnout_pct)"
    )
    assert ask("sql", query, "--json").json == [{"n": 0}]


def test_sums_are_recomputed_by_hand_for_2021(ask: Ask) -> None:
    rows = ask("results", "--election", "majilis-2021", "--stage", "final", "--json").json
    election = ask("election", "majilis-2021", "--json").json
    votes = sum(row["votes"] or 0 for row in rows)
    assert votes == election["valid_votes"]
    assert election["valid_votes"] + election["invalid_votes"] == election["votes_cast"]
    for row in rows:
        if row["votes"]:
            assert abs(100 * row["votes"] / votes - row["share_pct"]) < 0.01


@pytest.mark.parametrize(
    ("altered", "statement", "found_by"),
    [
        ("a name that overlaps the next", "update party_name set valid_to = '2013-12' where party = 'amanat' and lang = 'ru' and valid_to is not null", "overlap"),
        ("two values at once", "update threshold set valid_to = '2012' where id = 'party-min-members/2002'", "overlap"),
        ("a merger told from one side", "update party set status = 'dissolved' where id = 'asar'", "merger"),
        ("a merger into another", "update party set successor = 'nsdp' where id = 'asar'", "merger"),
        ("a merged party without a merger", "update party set status = 'merged' where id = 'nsdp'", "merger"),
        ("a Latin letter in a Cyrillic name", "update party set name_kk = 'Аманaт' where id = 'amanat'", "script"),
    ],
)  # fmt: skip
def test_lives_that_do_not_hold_together_are_found(
    ask: Ask, copy: Path, altered: str, statement: str, found_by: str
) -> None:
    with sqlite3.connect(copy) as database:
        assert database.execute(statement).rowcount > 0, altered
    answer = ask("check", "--db", str(copy), "--json")
    assert found_by in {row["check"] for row in answer.json if row["severity"] == "error"}, altered


def test_values_of_one_source_are_named(ask: Ask) -> None:
    notes = {row["subject"]: row["message"] for row in ask("check", "--json").json if row["check"] == "one-source"}
    assert "seats_total" not in notes.get("majilis-2021/amanat", "")  # many say so
    for subject, message in list(notes.items())[:5]:
        field = message.removesuffix(".").split()[-1]
        claims = [row for row in ask("why", subject, field, "--json").json if row["chosen"]]
        publishers = {ask("sources", row["source"], "--json").json["publisher"] for row in claims}
        assert len(publishers) == 1, subject


def test_copies_of_one_text_are_one_source(ask: Ask, copy: Path) -> None:
    def alone() -> str:
        notes = ask("check", "--db", str(copy), "--json").json
        return " ".join(
            row["message"] for row in notes if (row["check"], row["subject"]) == ("one-source", "majilis-2012")
        )

    assert "turnout_pct" not in alone()
    behind = "select source from claim where subject = 'majilis-2012' and field = 'turnout_pct' and chosen"
    with sqlite3.connect(copy) as database:
        (first,) = database.execute(f"select min(source) from ({behind})").fetchone()
        database.execute(f"update source set repeats = nullif(?1, id) where id in ({behind})", (first,))
    assert "turnout_pct" in alone()


def test_coverage_counts_what_is_known_of_each_vote(ask: Ask) -> None:
    rows = {row["election"]: row for row in ask("check", "--coverage", "--json").json}
    assert set(rows) == {row["id"] for row in ask("elections", "--json").json}
    assert rows["majilis-2021"]["missing"] == ""
    assert rows["majilis-2021"]["with_votes"] == 5
    assert "seats_total" not in rows["president-2019"]["missing"]
