"""Questions about the legal thresholds."""

import sqlite3
from pathlib import Path

import pytest
from conftest import Ask

CONTRACT_RULES = [
    "party-min-members",
    "party-min-members-per-region",
    "party-initiative-group",
    "majilis-seats",
    "majilis-seats-list",
    "majilis-seats-district",
    "majilis-seats-assembly",
    "majilis-term-years",
    "list-threshold-pct",
    "list-second-party-guarantee",
    "electoral-blocs-allowed",
    "against-all-option",
    "president-term-years",
    "president-min-age",
    "senate-appointed-seats",
    "senate-term-years",
    "party-fund-own-mmw",
    "party-fund-donations-mmw",
]


@pytest.mark.parametrize("rule", CONTRACT_RULES)
def test_every_rule_of_the_contract_has_dated_values(ask: Ask, rule: str) -> None:
    rows = ask("thresholds", rule, "--json").json
    assert rows
    assert all(row["rule"] == rule and row["value"] is not None for row in rows)


def test_members_a_party_needs_from_3000_to_5000(ask: Ask) -> None:
    rows = ask("thresholds", "party-min-members", "--json").json
    assert [row["value"] for row in rows] == [3000, 50000, 40000, 20000, 5000]
    assert all(row["act"] and row["adopted"] for row in rows)
    assert rows[-1]["to"] is None
    assert [row["to"] for row in rows[:-1]] == [row["from"] for row in rows[1:]]


@pytest.mark.parametrize(
    ("day", "rule", "value"),
    [
        ("2003-01-01", "party-min-members", 50000), ("2010-05-01", "party-min-members", 40000),
        ("2021-06-01", "party-min-members", 20000), ("2023-03-19", "party-min-members", 5000),
        ("2010-05-01", "list-threshold-pct", 7), ("2023-03-19", "list-threshold-pct", 5),
        ("2005-01-01", "majilis-seats", 77), ("2010-05-01", "majilis-seats", 107), ("2023-03-19", "majilis-seats", 98),
        ("2023-03-19", "president-term-years", 7), ("2000-01-01", "president-term-years", 7),
    ],
)  # fmt: skip
def test_a_rule_on_a_day(ask: Ask, day: str, rule: str, value: int) -> None:
    rows = ask("thresholds", rule, "--on", day, "--json").json
    assert [row["value"] for row in rows] == [value]


def test_an_imprecise_date_gets_every_value_of_its_days(ask: Ask) -> None:
    rows = ask("thresholds", "party-min-members", "--on", "2009", "--json").json
    assert [row["value"] for row in rows] == [50000, 40000]
    assert {row["on"] for row in rows} == {"part"}
    assert rows[0]["to"] == rows[1]["from"]


def test_all_rules_of_a_day(ask: Ask) -> None:
    rows = ask("thresholds", "--on", "2010-05-01", "--json").json
    assert len(rows) > 30
    assert len({row["rule"] for row in rows if row["on"] == "yes"}) == sum(row["on"] == "yes" for row in rows)


def test_rules_of_a_domain(ask: Ask) -> None:
    rows = ask("thresholds", "--domain", "party-registration", "--json").json
    assert {row["domain"] for row in rows} == {"party-registration"}


def test_today_is_the_default(ask: Ask) -> None:
    rows = {row["rule"]: row["value"] for row in ask("thresholds", "--json").json}
    assert rows["kurultai-seats"] == 145
    assert rows["party-min-members"] == 5000


def test_yes_no_rules_are_one_or_zero(ask: Ask) -> None:
    for rule in ("electoral-blocs-allowed", "against-all-option", "list-second-party-guarantee"):
        assert {row["value"] for row in ask("thresholds", rule, "--json").json} <= {0, 1}


def test_a_value_without_any_date_is_never_sure(ask: Ask, copy: Path) -> None:
    with sqlite3.connect(copy) as database:
        database.execute("update threshold set valid_from = null, adopted = null where id = 'party-min-members/1996'")
    rows = ask("thresholds", "party-min-members", "--on", "2000-01-01", "--db", str(copy), "--json").json
    assert [(row["value"], row["on"]) for row in rows] == [(3000, "not-known")]


def test_a_vote_before_the_month_of_a_change_does_not_date_it(ask: Ask, copy: Path) -> None:
    with sqlite3.connect(copy) as database:
        database.execute(
            "update threshold set valid_from = '2023-03', adopted = '2022-06-08', first_applied = 'senate-2023' "
            "where id = 'senate-appointed-seats/2022'"
        )
    for day, on in (("2023-03-15", "not-known"), ("2023-04-01", "yes")):
        rows = ask("thresholds", "senate-appointed-seats", "--on", day, "--db", str(copy), "--json").json
        assert {row["id"]: row["on"] for row in rows}["senate-appointed-seats/2022"] == on


def test_an_unknown_rule_is_suggested(ask: Ask) -> None:
    early = ask("thresholds", "party-min-members", "--on", "1991")
    assert early.code == 1
    assert "No value of party-min-members is known for 1991." in early.err
    answer = ask("thresholds", "party-min-member-s")
    assert answer.code == 1
    assert "party-min-members" in answer.err


@pytest.mark.parametrize(
    ("day", "rule", "value"),
    [("2002-07-10", "party-min-members", 3000), ("2009-02-03", "party-min-members", 50000), ("2022-11-01", "party-min-members", 20000),
     ("2004-02-01", "against-all-option", 1), ("1998-10-03", "majilis-seats", 67)],
)  # fmt: skip
def test_no_change_comes_before_its_act_was_adopted(ask: Ask, day: str, rule: str, value: int) -> None:
    rows = ask("thresholds", rule, "--on", day, "--json").json
    assert [(row["value"], row["on"]) for row in rows] == [(value, "yes")]


def test_a_rule_whose_day_is_not_known_holds_at_the_vote_it_was_first_applied_to(ask: Ask) -> None:
    rows = ask("thresholds", "list-threshold-base", "--on", "2004-09-19", "--json").json
    assert [(row["from"], row["on"]) for row in rows] == [("2004", "yes")]
    before = ask("thresholds", "list-threshold-base", "--on", "2004-05-01", "--json").json
    assert {row["on"] for row in before} == {"not-known"}


def test_every_rule_has_a_title_in_three_languages(ask: Ask) -> None:
    assert ask("sql", "select id from rule where title_kk is null or title_ru is null", "--json").json == []


@pytest.mark.parametrize(
    ("day", "rule", "value"),
    [
        ("1999-10-10", "party-min-members", 3000), ("1999-10-10", "party-initiative-group", 10),
        ("1999-10-10", "party-notice-required", 0), ("2012-01-15", "party-notice-required", 1),
        ("2012-01-15", "party-organising-committee-months", 6), ("2023-03-19", "party-organising-committee-months", 7),
        ("2007-08-18", "party-merger-registration-months", 0), ("2012-01-15", "party-merger-registration-months", 2),
        ("2007-08-18", "party-list-faults-tolerated", 0), ("2012-01-15", "party-list-faults-tolerated", 1),
        ("1999-10-10", "party-anonymous-donations-ban", 0), ("2012-01-15", "party-anonymous-donations-ban", 1),
        ("2007-08-18", "party-congress-years", 4), ("2012-01-15", "party-self-liquidation-members-pct", 51),
        ("2012-01-15", "party-congress-months", 2), ("2023-03-19", "party-congress-months", 3),
    ],
)  # fmt: skip
def test_founding_a_party(ask: Ask, day: str, rule: str, value: int) -> None:
    rows = ask("thresholds", rule, "--on", day, "--json").json
    assert [(row["value"], row["on"]) for row in rows] == [(value, "yes")]


@pytest.mark.parametrize(
    ("day", "rule", "value"),
    [
        ("2005-12-04", "president-self-nomination", 1), ("2019-06-09", "president-self-nomination", 0),
        ("2005-12-04", "president-candidate-fund-own-mmw", 5000),
        ("2019-06-09", "president-candidate-fund-own-and-association-mmw", 12000),
        ("2015-04-26", "president-first-president-exempt", 1), ("2022-11-20", "president-first-president-exempt", 0),
        ("2011-04-03", "president-next-after-early-years", 5), ("2022-11-20", "president-next-after-early-years", 7),
        ("2005-12-04", "president-deposit-mmw", 50), ("2022-11-20", "president-signatures-pct", 1),
        ("2004-09-19", "ballot-reserve-pct", 0.1), ("2007-08-18", "ballot-reserve-pct", 1),
        ("2012-01-15", "district-commission-members", 7), ("2021-01-10", "district-commission-members", 0),
        ("2023-03-19", "district-commission-members", 5), ("2004-09-19", "polls-ban-days", 5),
        ("2004-09-19", "observers-accreditation-required", 0), ("2023-03-19", "observers-accreditation-required", 1),
    ],
)  # fmt: skip
def test_a_campaign(ask: Ask, day: str, rule: str, value: float) -> None:
    rows = ask("thresholds", rule, "--on", day, "--json").json
    assert [(row["value"], row["on"]) for row in rows] == [(value, "yes")]


def test_a_limit_that_another_replaced_is_not_in_force_after(ask: Ask) -> None:
    assert ask("thresholds", "president-candidate-fund-association-mmw", "--on", "2019-06-09", "--json").code == 1


def test_an_act_holds_whole_once_any_part_of_it_was_applied(ask: Ask) -> None:
    rows = ask("thresholds", "president-signatures-pct", "--on", "2004-09-19", "--json").json
    assert [(row["value"], row["first_applied"], row["on"]) for row in rows] == [(1, "president-2005", "yes")]


@pytest.mark.parametrize(
    ("day", "rule", "value"),
    [
        ("2004-09-19", "senate-signatures-pct", 10), ("2012-01-15", "senate-residence-region-years", 3),
        ("2007-08-18", "maslikhat-self-nomination", 1), ("2021-01-10", "maslikhat-self-nomination", 0),
        ("2023-03-19", "maslikhat-self-nomination", 1), ("2023-03-19", "maslikhat-deposit-district-mmw", 5),
        ("2023-03-19", "recall-signatures-pct", 10), ("2023-03-19", "akim-signatures-pct", 1),
        ("2005-01-01", "no-confidence-majority", "two thirds of each chamber"),
        ("2012-01-15", "no-confidence-majority", "a majority of the Majilis"),
        ("2015-04-26", "president-education", 0), ("2019-06-09", "president-education", 1),
        ("2022-06-05", "referendum-turnout-pct", 50), ("2022-06-05", "referendum-initiative-citizens", 200000),
        ("2022-06-05", "referendum-observers-accreditation", 0), ("2024-10-06", "referendum-observers-accreditation", 1),
        ("2019-03-20", "president-vacancy-election", 0), ("2026-11-01", "president-vacancy-election", 1),
        ("2026-11-01", "halyq-kenesi-members", 126), ("2026-11-01", "kurultai-deputy-chairmen", 3),
        ("2026-11-01", "constitutional-court-judges", 10), ("2026-11-01", "vice-president-party-ban", 1),
        ("2020-10-01", "minimum-wage-tenge", 42500), ("2023-03-19", "minimum-wage-tenge", 70000),
        ("2016-03-20", "minimum-wage-tenge", 22859), ("2024-10-06", "minimum-wage-tenge", 85000),
    ],
)  # fmt: skip
def test_parliament_and_the_people(ask: Ask, day: str, rule: str, value: int | str) -> None:
    rows = ask("thresholds", rule, "--on", day, "--json").json
    assert [(row["value"], row["on"]) for row in rows] == [(value, "yes")]


@pytest.mark.parametrize("rule", ["senate-signatures-pct", "senate-education", "majilis-by-election-bar-years"])
def test_rules_of_the_chambers_end_with_them(ask: Ask, rule: str) -> None:
    assert ask("thresholds", rule, "--on", "2026-11-01", "--json").code == 1


@pytest.mark.parametrize(
    ("day", "rule", "value"),
    [
        ("1994-03-07", "supreme-council-signatures", 3000), ("1994-03-07", "supreme-council-turnout-pct", 50),
        ("1994-03-07", "maslikhat-signatures-pct", 3), ("1994-03-07", "election-private-funding-ban", 1),
        ("2004-09-19", "election-private-funding-ban", 0), ("1994-03-07", "cec-members", 7),
        ("1994-03-07", "president-signatures-pct", 1), ("1994-03-07", "voting-age", 18),
        ("2022-06-05", "referendum-constitution-court-opinion", 1), ("2012-01-15", "akim-lower-order", "the president"),
        ("2023-03-19", "constitutional-court-judges", 10), ("2023-03-19", "constitutional-court-term-years", 8),
        ("2019-06-09", "government-resigns-before", "a new Majilis"), ("2023-03-19", "akim-lower-order", "the law"),
        ("1999-10-10", "constitutional-council-members", 7), ("2004-09-19", "constitution-amendment-majority", "3/4"),
        ("2004-09-19", "referendum-constitution-regions", "none asked"),
        ("2022-06-05", "referendum-constitution-regions", "2/3"),
        ("2004-09-19", "akim-no-confidence-majority", "2/3"), ("2012-01-15", "akim-no-confidence-initiative", "1/5"),
        ("2000-06-01", "minimum-wage-tenge", 2680), ("2001-06-01", "minimum-wage-tenge", 3484),
        ("2002-06-01", "minimum-wage-tenge", 4181), ("2003-06-01", "minimum-wage-tenge", 5000),
        ("2004-09-19", "minimum-wage-tenge", 6600), ("2005-12-04", "minimum-wage-tenge", 9200),
        ("2009-03-01", "minimum-wage-tenge", 13470), ("2009-10-01", "minimum-wage-tenge", 13717),
        ("2017-06-28", "minimum-wage-tenge", 24459), ("2008-10-04", "minimum-wage-tenge", 12025),
        ("2018-06-01", "minimum-wage-tenge", 28284), ("2021-01-10", "minimum-wage-tenge", 42500),
        ("1999-10-10", "party-suspension-months", 6),
    ],
)  # fmt: skip
def test_the_nineties_and_the_budget_laws(ask: Ask, day: str, rule: str, value: int | str) -> None:
    rows = ask("thresholds", rule, "--on", day, "--json").json
    assert [(row["value"], row["on"]) for row in rows] == [(value, "yes")]


def test_the_minimum_wage_of_every_year_is_known_once(ask: Ask) -> None:
    for year in range(1999, 2027):
        rows = ask("thresholds", "minimum-wage-tenge", "--on", f"{year}-11-15", "--json").json
        assert [row["on"] for row in rows] == ["yes"], year


@pytest.mark.parametrize("column", ["title", "title_ru", "title_kk"])
def test_a_title_is_understood_without_the_rule_beside_it(ask: Ask, column: str) -> None:
    titles = [row[column] for row in ask("sql", f"select {column} from rule", "--json").json]
    assert len(titles) == len(set(titles))
    pointing = (" the same", " decides on it", " на него", " за то же")
    assert [title for title in titles if title.endswith(pointing)] == []


@pytest.mark.parametrize(
    ("rule", "en", "ru", "kk"),
    [
        ("fine-foreign-interference-organisation", "candidate", "выборы", "Сайлауға"),
        ("president-refusal-court-days", "president", "президент", "Президент"),
        ("maslikhat-by-election-bar-years", "maslikhat", "маслихат", "Мәслихат"),
        ("lists-per-party", "lower house", "нижнюю палату", "төменгі палата"),
        ("fine-fund-report-party", "election fund", "избирательном фонде", "Сайлау қоры"),
    ],
)
def test_a_title_says_what_it_speaks_of(ask: Ask, rule: str, en: str, ru: str, kk: str) -> None:
    row = ask("sql", f"select title, title_ru, title_kk from rule where id = '{rule}'", "--json").json[0]
    assert (en in row["title"], ru in row["title_ru"], kk in row["title_kk"]) == (True, True, True)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("голосование дважды", "fine-voting-twice"),
        ("ең төменгі жалақы", "minimum-wage-tenge"),
        ("opposition hearings", "kurultai-opposition-hearings"),
    ],
)
def test_a_rule_asked_for_by_words_of_its_title_is_suggested(ask: Ask, words: str, rule: str) -> None:
    answer = ask("thresholds", words)
    assert answer.code == 1
    assert rule in answer.err


def test_a_whole_title_means_its_rule(ask: Ask) -> None:
    rows = ask("thresholds", "Voting is compulsory", "--json").json
    assert {row["rule"] for row in rows} == {"voting-compulsory"}


def test_a_narrow_list_of_rules_shows_their_titles(terminal) -> None:
    assert "Fine for anonymous campaign" in terminal(80, "thresholds", "--domain", "fines")


def test_a_value_that_a_text_ends_does_not_last_until_the_next(ask: Ask) -> None:
    rows = ask("thresholds", "candidate-fund-own-mmw", "--history", "--json").json
    ends = {row["id"]: row["to"] for row in rows}
    assert ends["candidate-fund-own-mmw/2004"] == "2007-06"
    assert "2007-06" not in {row["from"] for row in rows}
