"""`kzpol seats` and `kzpol eligible`: the law run on the real elections, and on what if."""

from pathlib import Path

import pytest
from conftest import Ask

LIST_ELECTIONS = [
    "majilis-1999",
    "majilis-2004",
    "majilis-2007",
    "majilis-2012",
    "majilis-2016",
    "majilis-2021",
    "majilis-2023",
]


@pytest.mark.parametrize("election", LIST_ELECTIONS)
def test_the_law_of_the_day_gives_the_official_seats(ask: Ask, election: str) -> None:
    found = ask("seats", election, "--json").json
    assert {"election", "law", "threshold_pct", "base", "quota", "seats", "steps", "parties"} <= set(found)
    assert {"party", "votes", "share_pct", "passed", "seats", "official_seats"} <= set(found["parties"][0])
    assert all(row["seats"] == row["official_seats"] for row in found["parties"])
    assert sum(row["seats"] for row in found["parties"]) == found["seats"]


def seats(found: dict) -> dict[str, int]:
    return {row["party"]: row["seats"] for row in found["parties"] if row["seats"]}


def test_2007_under_the_rule_of_2009(ask: Ask) -> None:
    assert seats(ask("seats", "2007", "--under", "majilis-2012", "--json").json) == {"amanat": 95, "nsdp": 3}


def test_2023_with_the_old_barrier(ask: Ask) -> None:
    found = seats(ask("seats", "majilis-2023", "--threshold", "7", "--json").json)
    assert set(found) == {"amanat", "auyl", "respublica", "ak-zhol"}
    assert sum(found.values()) == 69


def test_2021_at_five_per_cent_lets_auyl_in(ask: Ask) -> None:
    assert "auyl" in seats(ask("seats", "2021", "--threshold", "5", "--json").json)


def test_aist_in_2004_passes_on_valid_votes_only(ask: Ask) -> None:
    assert "aist" in seats(ask("seats", "2004", "--base", "valid", "--json").json)
    assert "aist" not in seats(ask("seats", "2004", "--base", "participants", "--json").json)


def test_2004_with_all_seats_by_list(ask: Ask) -> None:
    assert sum(seats(ask("seats", "2004", "--seats", "77", "--json").json).values()) == 77


def test_1999_under_the_law_of_2026(ask: Ask) -> None:
    found = ask("seats", "1999", "--under", "2026-08-01", "--json").json
    assert found["threshold_pct"] == 5
    assert found["base"] == "valid"


def test_every_step_of_the_law_names_its_article(ask: Ask) -> None:
    for step in ask("seats", "2021", "--json").json["steps"]:
        assert "art" in step["article"], step


def test_votes_of_ones_own(ask: Ask, tmp_path: Path) -> None:
    inline = ask(
        "seats", "--votes", "A=120,B=30,C=20,D=10", "--seats", "8", "--threshold", "0", "--method", "hare", "--json"
    ).json
    file = tmp_path / "votes.csv"
    file.write_text(
        "\ufeffparty,votes,registered_on\nA,120,2020-01-02\nB,30,2020-01-01\nC,20,\nD,10,\n", encoding="utf-8"
    )
    same = ask("seats", "--votes", str(file), "--seats", "8", "--threshold", "0", "--method", "hare", "--json").json
    assert seats(inline) == seats(same) == {"A": 5, "B": 1, "C": 1, "D": 1}


def test_a_tie_is_reported_with_the_parties(ask: Ask) -> None:
    found = ask("seats", "--votes", "A=50,B=50", "--seats", "3", "--json").json
    assert found["undecided"] == [{"parties": ["A", "B"], "seats": 1}]
    assert "level" in ask("seats", "--votes", "A=50,B=50", "--seats", "3").out


def test_methods_side_by_side(ask: Ask) -> None:
    rows = ask("seats", "2023", "--methods", "--csv").csv
    assert rows[0]["law"] == rows[0]["official"] == "40"
    assert rows[0]["dhondt"] == "41"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--votes", "A=1,A=2"), "twice"), (("--votes", "A=-1"), "-1"), (("--votes", "A=1.5"), "1.5"), (("--votes", "A=1,000"), "000"),
        (("--votes", "A="), "''"), (("--votes", "A=x"), "'x'"), (("--votes", "=5"), "NAME=VOTES"), (("--votes", "nofile.csv"), "No such file"),
        (("--votes", "A=1", "--seats", "0"), "Seats"), (("--votes", "A=1", "--seats", "1000000000"), "Seats"),
        (("--votes", "A=5", "--participants", "4"), "took part"), (("2021", "--threshold", "x"), "no percentage"),
        (("2021", "--threshold", "101"), "0 to 100"), (("2021", "--method", "borda"), "borda"), ((), "Name an election"),
        (("2021", "--under", "xyzzy"), "xyzzy"), (("2012", "--base", "participants"), "--participants"),
    ],
)  # fmt: skip
def test_bad_input_is_told_in_a_line(ask: Ask, given: tuple[str, ...], said: str) -> None:
    answer = ask("seats", *given)
    assert answer.code in (1, 2)
    assert answer.out == ""
    assert said in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"party,votes\nA,1 000\n", "row 2, column votes"), (b"party,votes\nA,1\nB,-3\n", "row 3, column votes"), (b"name,votes\nA,1\n", "'party'"),
        (b"party;votes\nA;1\n", "'party'"), (b"party,votes\n,1\n", "row 2, column party"), ("party,votes\nПартия,1\n".encode("cp1251"), "not UTF-8"),
        (b"party,votes\nA\n", "row 2, column votes"), (b"", "'party'"), (b"party,votes\n", "no list"),
    ],
)  # fmt: skip
def test_a_bad_file_names_row_and_column(ask: Ask, tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "votes.csv"
    file.write_bytes(content)
    answer = ask("seats", "--votes", str(file), "--seats", "3")
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_eligible_names_each_requirement(ask: Ask) -> None:
    arguments = ("--members", "12000", "--smallest-region", "400", "--regions", "all", "--on", "2021-06-01")
    found = ask("eligible", *arguments, "--json").json
    assert found["eligible"] is False
    rows = {row["rule"]: row for row in found["requirements"]}
    assert {"rule", "required", "given", "met", "act", "article"} <= set(rows["party-min-members"])
    assert (rows["party-min-members"]["required"], rows["party-min-members"]["met"]) == (20000, False)
    assert (rows["party-min-members-per-region"]["required"], rows["party-min-members-per-region"]["met"]) == (
        600,
        False,
    )
    assert rows["party-members-regions-required"]["met"] is True


def test_what_is_not_given_is_never_taken_as_met(ask: Ask) -> None:
    found = ask("eligible", "--members", "6000", "--on", "2024", "--json").json
    assert found["eligible"] is None
    assert {row["met"] for row in found["requirements"]} == {True, None}


def test_the_periods_in_which_a_party_could_be_registered(ask: Ask) -> None:
    rows = ask("eligible", "--members", "12000", "--history", "--json").json
    assert [(row["from"], row["eligible"]) for row in rows] == [("1996", True), ("2002-07", False), ("2022-11", True)]


def test_on_a_terminal_and_as_markdown(ask: Ask, terminal) -> None:
    drawn = terminal(80, "seats", "2012", "--explain", NO_COLOR="1")
    assert "●●●" in drawn
    assert "the same seats as the official ones" in drawn
    assert "largest" in drawn
    assert ask("seats", "2012", "-f", "md").out.startswith("# 2012 Majilis election")
    assert "not checked" in terminal(80, "eligible", "--members", "9", "--on", "2024", NO_COLOR="1")
