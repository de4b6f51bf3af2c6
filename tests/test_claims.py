"""Who says so, and where sources disagree."""

from itertools import groupby

import pytest
from conftest import DATABASE, Ask


def test_why_a_turnout(ask: Ask) -> None:
    rows = ask("why", "majilis-2007", "turnout_pct", "--json").json
    first_counts = [row for row in rows if row["value"] == 64.56]
    assert first_counts
    assert all(row["stage"] == "preliminary" or row["rank"] == "deprecated" for row in first_counts)
    assert all(row["source"] and row["locator"] for row in rows)
    assert any(row["chosen"] and row["stage"] == "final" for row in rows)


def test_of_what_is_not_believed_the_better_ranked_stands_first(ask: Ask) -> None:
    ranks = ("preferred", "normal", "deprecated")
    rows = ask("export", "claims", "--json").json
    for (_, field, chosen), group in groupby(
        sorted(rows, key=lambda row: (row["subject"], row["field"], row["chosen"])),
        key=lambda row: (row["subject"], row["field"], row["chosen"]),
    ):
        held = [ranks.index(row["rank"]) for row in group]
        assert held == sorted(held), field
        if chosen:
            assert 2 not in held, field


def test_why_a_part(ask: Ask) -> None:
    rows = ask("why", "majilis-2007/nsdp", "--json").json
    assert {row["subject"].split("/")[1] for row in rows} == {"nsdp"}
    assert {"votes", "share_pct"} <= {row["field"] for row in rows}


def test_why_takes_a_rule_a_party_and_a_name(ask: Ask) -> None:
    assert ask("why", "party-min-members", "--json").json
    assert ask("why", "amanat", "founded", "--json").json == ask("why", "Нур Отан", "founded", "--json").json


def test_why_takes_the_names_that_answers_use(ask: Ask) -> None:
    rows = ask("why", "party-min-members/2009", "from", "--json").json
    assert rows
    assert {row["field"] for row in rows} == {"valid_from"}


def test_an_unknown_field_lists_the_known(ask: Ask) -> None:
    answer = ask("why", "majilis-2007", "colour")
    assert answer.code == 1
    assert "turnout_pct" in answer.err


@pytest.mark.parametrize(
    ("subject", "field", "values", "preferred"),
    [
        ("majilis-2021/ak-zhol", "seats_total", {10, 12}, 12),
        ("majilis-2021/qhp", "seats_total", {10, 12}, 10),
        ("majilis-2007", "turnout_pct", {64.56}, None),
        ("amanat", "founded", {"1998", "1999-03-01"}, "1999-03-01"),
        ("majilis-2023", "votes_cast", {"~6300000", 6366441, 6521860}, 6521860),
    ],
)
def test_contradictions_of_the_documents_are_kept(ask: Ask, subject: str, field: str, values: set, preferred) -> None:
    rows = {(row["subject"], row["field"]): row for row in ask("conflicts", "--subject", subject, "--json").json}
    row = rows[subject, field]
    assert values <= {item["value"] for item in row["values"]}
    assert row["reason"]
    if preferred:
        assert row["preferred"] == preferred


def test_a_conflict_says_who_says_what(ask: Ask) -> None:
    for row in ask("conflicts", "--json").json:
        assert row["reason"], row["subject"]
        assert len(row["values"]) > 1
        assert all({"value", "rank", "source", "stage"} == set(item) for item in row["values"])


def test_every_rank_other_than_normal_has_a_reason(ask: Ask) -> None:
    rows = ask("sql", "select count(*) as n from claim where rank != 'normal' and reason is null", "--json").json
    assert rows == [{"n": 0}]


def test_sources_list_and_one_source(ask: Ask) -> None:
    rows = ask("sources", "--json").json
    assert {"id", "kind", "title", "publisher", "date", "url", "read_at", "language"} <= set(rows[0])
    found = ask("sources", "globalsecurity-2023", "--json").json
    assert found["publisher"] == "GlobalSecurity.org"
    assert any(claim["subject"].startswith("majilis-2007") for claim in found["claims"])


def test_an_unknown_source_is_suggested(ask: Ask) -> None:
    answer = ask("sources", "globalsecurity")
    assert answer.code == 1
    assert "globalsecurity-2023" in answer.err


def test_sources_of_each_row(ask: Ask) -> None:
    for arguments in (
        ("elections",),
        ("results", "--election", "2007"),
        ("thresholds", "majilis-seats"),
        ("registrations",),
    ):
        rows = ask(*arguments, "--sources", "--json").json
        assert all(isinstance(row["sources"], list) for row in rows)
        assert any(row["sources"] for row in rows)


def test_what_is_not_known_is_said(ask: Ask) -> None:
    found = ask("election", "majilis-2007", "--json").json
    assert "valid_votes" in {row["field"] for row in found["unknown"]}


def test_our_own_words_are_no_claims(ask: Ask) -> None:
    query = "select distinct field from claim where field in ('what', 'unit') or (field = 'kind' and subject like '%/event-%')"
    assert ask("sql", query, "--json").json == []
    assert ask("sql", "select count(*) as n from figure where what is null or unit = ''", "--json").json == [{"n": 0}]


def test_the_database_is_small() -> None:
    assert DATABASE.stat().st_size < 5_000_000


@pytest.mark.parametrize(
    ("subject", "field", "words"),
    [
        ("majilis-results-days/2023", "first_applied", "the vote is reckoned"),
        ("senate-bill-days/1995", "valid_to", "the end is reckoned"),
        ("dck/leader-zauresh-battalova-one-of-the-leaders", "person_ru", "the spelling is ours"),
    ],
)
def test_a_value_that_the_text_cannot_have_says_so_in_its_place(ask: Ask, subject: str, field: str, words: str) -> None:
    rows = ask("why", subject, field, "--json").json
    assert rows
    assert all(words in row["locator"] for row in rows)


def test_a_value_that_the_text_has_keeps_its_bare_place(ask: Ask) -> None:
    for subject, field in [("party-min-members/2009", "value"), ("nsdp/leader-yermurat-bapi-chairman", "person_ru")]:
        rows = ask("why", subject, field, "--json").json
        assert rows
        assert not [row for row in rows if "reckoned" in row["locator"] or "ours" in row["locator"]]


def test_a_text_that_only_spells_a_leaders_name_is_no_source_for_the_office(ask: Ask) -> None:
    def sources(field: str) -> set[str]:
        return {
            row["source"]
            for row in ask("why", "qhp/leader-tulesh-kenzhin-secretary-of-the-central-committee", field, "--json").json
        }

    assert "everypolitician-people" in sources("person_kk")
    assert sources("role") == sources("person")
    assert "everypolitician-people" not in sources("role")


def test_a_row_that_gives_only_the_day_of_a_rule_says_nothing_of_its_value(ask: Ask) -> None:
    rows = ask("why", "list-second-party-guarantee/2009", "--json").json
    announced = [row for row in rows if row["source"] == "elections-law-2010-06-14"]
    assert {row["field"] for row in announced} == {"valid_from", "note"}
    assert {row["value"] for row in rows if row["field"] == "value"} == {1}


def test_a_field_of_a_vote_is_not_that_of_its_regions(ask: Ask) -> None:
    subjects = {row["subject"] for row in ask("why", "majilis-2023", "--json").json if row["field"] == "turnout_pct"}
    assert any("/region-" in subject for subject in subjects)
    assert {row["subject"] for row in ask("why", "majilis-2023", "turnout_pct", "--json").json} == {"majilis-2023"}
