"""Questions about elections and results."""

import re

import pytest
from conftest import Ask

LEGISLATIVE = {
    "supreme-council-1990": 360, "supreme-council-1994": 177, "majilis-1995": 67, "majilis-1999": 77,
    "majilis-2004": 77, "majilis-2007": 107, "majilis-2012": 107, "majilis-2016": 107, "majilis-2021": 107,
    "majilis-2023": 98, "kurultai-2026": 145,
}  # fmt: skip


def test_every_national_legislative_election_is_there(ask: Ask) -> None:
    seats = {row["id"]: row["seats_total"] for row in ask("elections", "--json").json}
    assert {id: seats[id] for id in LEGISLATIVE} == LEGISLATIVE


def test_elections_of_a_year(ask: Ask) -> None:
    rows = ask("elections", "--year", "2023", "--json").json
    assert {"majilis-2023", "senate-2023", "maslikhat-2023"} == {row["id"] for row in rows}
    assert all(row["date"].startswith("2023") for row in rows)


def test_elections_of_a_body(ask: Ask) -> None:
    assert {row["body"] for row in ask("elections", "--body", "majilis", "--json").json} == {"majilis"}


@pytest.mark.parametrize(
    "which",
    [
        "majilis-2007",
        "2007",
        "majilis 2007",
        "Majilis 2007",
        "мажилис 2007",
        "Мәжіліс 2007",
        "parliament 2007",
    ],
)
def test_an_election_is_found_by_id_year_or_words(ask: Ask, which: str) -> None:
    assert ask("election", which, "--json").json["id"] == "majilis-2007"


def test_a_year_with_several_elections_shows_each(ask: Ask) -> None:
    found = ask("election", "2023", "--json").json
    assert {"majilis-2023", "senate-2023"} <= {row["id"] for row in found}


def test_2007_tells_final_from_preliminary(ask: Ask) -> None:
    found = ask("election", "2007", "--json").json
    by_stage = {(row["stage"], row["contestant"]): row for row in found["results"]}
    assert by_stage["final", "amanat"]["share_pct"] == 88.41
    assert by_stage["preliminary", "amanat"]["share_pct"] == 88.05
    assert by_stage["final", "amanat"]["votes"] == 5247720
    assert by_stage["final", "amanat"]["seats_total"] == 98


def test_2007_shows_what_losers_and_observers_said(ask: Ask) -> None:
    said = [row for row in ask("election", "2007", "--json").json["events"] if row["speaker"]]
    assert any(row["speaker"] == "NSDP" for row in said)
    assert any("ODIHR" in row["speaker"] for row in said)
    assert any("Ak Zhol" in row["speaker"] for row in said)


def test_2007_has_the_law_of_that_day(ask: Ask) -> None:
    rules = {row["rule"]: row["value"] for row in ask("election", "2007", "--json").json["rules"]}
    assert rules["list-threshold-pct"] == 7
    assert rules["party-min-members"] == 50000
    assert rules["majilis-seats"] == 107


def test_the_card_in_a_pipe_keeps_first_counts_apart(ask: Ask) -> None:
    out = ask("election", "2007").out
    assert "Results, final" in out
    assert "unconfirmed counts, not the outcome" in out
    assert "Rules in force that day" in out
    assert "Where sources disagree" in out


def test_results_of_a_party_for_a_spreadsheet(ask: Ask) -> None:
    rows = ask("results", "--party", "ak-zhol", "--stage", "final", "--csv").csv
    seats = {row["election"]: row["seats_total"] for row in rows}
    assert seats["majilis-2012"] == "8"
    assert seats["majilis-2016"] == "7"
    assert seats["majilis-2021"] == "12"
    assert seats["majilis-2023"] == "6"


def test_a_partys_results_include_its_blocs(ask: Ask) -> None:
    rows = ask("results", "--party", "civic", "--json").json
    assert {"majilis-1999", "majilis-2004"} <= {row["election"] for row in rows}


def test_results_between_dates(ask: Ask) -> None:
    rows = ask("results", "--from", "2012", "--to", "2016", "--body", "majilis", "--json").json
    assert {row["election"] for row in rows} == {"majilis-2012", "majilis-2016"}


def test_final_seats_of_2021(ask: Ask) -> None:
    rows = ask("results", "--election", "majilis-2021", "--stage", "final", "--json").json
    seats = {row["contestant"]: row["seats_total"] for row in rows if row["seats_total"]}
    assert seats == {"amanat": 76, "ak-zhol": 12, "qhp": 10, "assembly": 9}


def test_final_seats_of_2023(ask: Ask) -> None:
    rows = ask("results", "--election", "majilis-2023", "--stage", "final", "--json").json
    seats = {row["contestant"]: row["seats_total"] for row in rows if row["seats_total"]}
    assert seats["amanat"] == 62
    assert seats["independents"] == 7
    assert sum(seats.values()) == 98


def test_regions(ask: Ask) -> None:
    rows = {row["region"]: row["turnout_pct"] for row in ask("regions", "2007", "--json").json}
    assert rows["almaty-region"] == 90.12
    assert min(rows.values()) == 22.51


def test_two_regions_that_a_source_changed_round(ask: Ask) -> None:
    rows = {row["region"]: row for row in ask("regions", "majilis-2016", "--json").json}
    west = rows["west-kazakhstan"]
    assert west["turnout_pct"] == round(100 * west["votes_cast"] / west["registered_voters"], 2) == 73.68
    assert rows["east-kazakhstan"]["turnout_pct"] == 80.52


def test_second_rounds(ask: Ask) -> None:
    rounds = {row["id"]: row["second_round"] for row in ask("elections", "--json").json}
    assert rounds["majilis-1999"] == "1999-10-24"
    assert rounds["majilis-2004"] == "2004-10-03"


def test_the_regions_of_two_votes_of_a_year_are_told_apart(terminal) -> None:
    assert "referendum-2022" in terminal(80, "regions", "2022", "--limit", "3")


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("referendum nuclear", ["referendum-2024"]),
        ("референдум АЭС", ["referendum-2024"]),
        ("referendum on the Union", ["referendum-1991"]),
        ("referendum constitution", ["referendum-1995-08", "referendum-2022", "referendum-2026"]),
        ("early majilis election 2012", ["majilis-2012"]),
    ],
)
def test_words_of_a_title_choose_among_elections(ask: Ask, words: str, ids: list[str]) -> None:
    found = ask("election", words, "--json").json
    assert [e["id"] for e in (found if isinstance(found, list) else [found])] == ids


def test_regions_of_which_only_the_voters_are_known_show_these(ask: Ask) -> None:
    told = ask("election", "senate-2023", "--lang", "ru").out
    assert "Избиратели по регионам" in told
    assert re.search(r"Туркестанская область\t278\t", told)
