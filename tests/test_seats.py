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


@pytest.mark.parametrize("election", LIST_ELECTIONS)
def test_with_all_other_seats_the_chamber_is_whole(ask: Ask, election: str) -> None:
    found = ask("seats", election, "--json").json
    assert found["chamber_seats"] == found["official_chamber_seats"]
    assert sum(row["seats_total"] for row in found["chamber"]) == found["chamber_seats"]
    assert {row["party"]: row["seats_list"] for row in found["chamber"] if row["seats_list"]} == seats(found)


@pytest.mark.parametrize("election", LIST_ELECTIONS)
def test_it_says_which_other_methods_give_the_same_seats(ask: Ask, election: str) -> None:
    found = ask("seats", election, "--json").json
    assert "hare" in found["same_seats_by"]
    assert len(found["same_seats_by"]) + len(found["other_seats_by"]) == 6
    for method in found["other_seats_by"]:
        assert seats(ask("seats", election, "--method", method, "--json").json) != seats(found)
    assert f"Same seats by: {', '.join(found['same_seats_by'])}" in ask("seats", election).out


def test_the_doubt_about_the_second_party_rule_is_shown(ask: Ask) -> None:
    found = ask("seats", "2012", "--json").json
    assert "2012-08-18" in found["doubts"][0]
    assert found["doubts"][-1] == "Either gives the same seats here."
    assert "other seats" in ask("seats", "2007", "--under", "2012-01-15", "--json").json["doubts"][-1]
    assert not ask("seats", "2016", "--json").json["doubts"]


def test_a_text_adopted_but_not_in_force_is_not_applied_and_named(ask: Ask) -> None:
    found = ask("seats", "2007", "--under", "2010-05-01", "--json").json
    assert seats(found) == {"amanat": 98}
    assert any("adopted on 2009-02-09 but not yet in force on 2010-05-01" in note for note in found["notes"])
    assert found["law"]["text_of"] == "2007-06-19"


def test_a_year_means_its_election_or_all_its_days(ask: Ask) -> None:
    assert ask("seats", "2007", "--under", "2012", "--json").json["law"]["date"] == "2012-01-15"
    assert "name a day" in ask("seats", "2007", "--under", "2011").err
    assert ask("seats", "2007", "--under", "2008", "--json").json["law"]["date"] == "2008"


def test_the_nearest_text_is_applied_where_none_of_the_day_could_be_read(ask: Ask) -> None:
    notes = ask("seats", "2007", "--under", "1998-12-01", "--json").json["notes"]
    assert any("not yet law" in note for note in notes)
    assert any("could be read" in note and "2004-04-13" in note for note in notes)
    assert ask("seats", "2007", "--under", "1998-06-01").code == 1


def test_a_bloc_under_a_law_without_blocs(ask: Ask) -> None:
    assert any("Blocs" in note for note in ask("seats", "2004", "--under", "2016", "--json").json["notes"])
    assert not any("Blocs" in note for note in ask("seats", "2004", "--json").json["notes"])


def test_votes_against_all_under_a_law_without_them(ask: Ask) -> None:
    assert any(
        "248291 stand in the base" in note for note in ask("seats", "2023", "--under", "2016", "--json").json["notes"]
    )


def test_the_quota_within_the_lists_since_2022(ask: Ask) -> None:
    last = ask("seats", "2023", "--json").json["steps"][-1]
    assert last["step"] == "quota-within"
    assert last["seats"] == {"amanat": 12, "auyl": 3, "respublica": 2, "ak-zhol": 2, "qhp": 2, "nsdp": 2}
    assert "97-1 (5)" in last["article"]
    assert ask("seats", "2021", "--json").json["steps"][-1]["step"] != "quota-within"


def test_the_steps_are_told_in_russian_and_kazakh(ask: Ask) -> None:
    russian = ask("seats", "2007", "--under", "2012-01-15", "--explain", "--lang", "ru").out
    assert "Барьер считается от 5 935 625 действительных голосов" in russian
    assert "Нур Отан" in russian
    told = ask("seats", "2023", "--explain", "--lang", "kk").out
    assert "барлығы 67 мандат" in told
    for word in ("seats", "votes", "list", "share"):
        assert f" {word} " not in russian + told
    asked = ("seats", "--votes", "A=50,B=30,C=4", "--seats", "69", "--lang")
    assert "5 % от 84 (действительные голоса)" in ask(*asked, "ru").out
    assert "84 ішінен 5 % (жарамды дауыстар)" in ask(*asked, "kk").out


def test_a_tie_in_a_table_is_said_beside_it(ask: Ask) -> None:
    answer = ask("seats", "--votes", "A=50,B=50", "--seats", "3", "--csv")
    assert sum(int(row["seats"]) for row in answer.csv) == 2
    assert "A, B are level" in answer.err


def test_the_law_of_the_maslikhats(ask: Ask) -> None:
    arguments = ("--votes", "A=970,B=20,C=10", "--seats", "20", "--body", "maslikhat")
    found = ask("seats", *arguments, "--under", "2021-01-10", "--json").json
    assert (found["threshold_pct"], seats(found)) == (7, {"A": 19, "B": 1})
    assert "111-1" in found["steps"][2]["article"]
    assert ask("seats", *arguments, "--under", "2023-03-19", "--json").json["threshold_pct"] == 5
    assert ask("seats", *arguments, "--under", "2017-01-01").code == 1


def test_sources_of_the_votes_and_of_the_law(ask: Ask) -> None:
    found = ask("seats", "2023", "--sources", "--json").json
    assert "elections-law-2023-01-01" in found["sources"]
    assert set(found["parties"][0]["sources"]) <= set(found["sources"])
    assert "sources" in ask("seats", "2023", "--sources", "--csv").csv[0]


def test_names_in_the_language_asked_for(ask: Ask) -> None:
    assert "Ауыл" in ask("seats", "2023", "--lang", "ru", "-f", "md").out


def test_a_list_shorter_than_its_seats(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "votes.csv"
    file.write_text("party,votes,candidates\nA,70,5\nB,30,\n", encoding="utf-8")
    found = ask("seats", "--votes", str(file), "--seats", "10", "--json").json
    assert [row["vacant"] for row in found["parties"]] == [2, 0]
    assert "97-1" in found["steps"][-1]["article"]
    assert "vacant" in ask("seats", "--votes", str(file), "--seats", "10").out


def test_a_known_order_of_registration_settles_a_tie(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "votes.csv"
    file.write_text("party,votes,registered_on\nB,50,2023-02-10\nA,50,2023-02-08\n", encoding="utf-8")
    assert seats(ask("seats", "--votes", str(file), "--seats", "3", "--json").json) == {"A": 2, "B": 1}


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


def test_votes_against_all_and_for_independents_count_in_the_base_only(ask: Ask) -> None:
    arguments = ("--seats", "10", "--under", "2023-03-19", "--json")
    assert seats(ask("seats", "--votes", "A=90,B=5", *arguments).json) == {"A": 9, "B": 1}
    found = ask("seats", "--votes", "A=90,B=5,against-all=4,independents=2", *arguments).json
    assert (found["base_votes"], seats(found)) == (101, {"A": 8, "B": 2})
    assert [row["party"] for row in found["parties"]] == ["A", "B"]
    assert ask("seats", "--votes", "against-all=4", *arguments).code == 2


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
        (b"party,votes\nA,1,000\n", "row 2 has 3 cells"), (b'party,votes\nA,"1,000"\n', "row 2, column votes"),
        (b"party,votes\nA,1\nB,2\nA,3\n", "row 4, column party: 'A' is named twice, first in row 2"), (b"party,votes\nA,1.5\n", "row 2, column votes"),
        (b"party,votes,registered_on\nA,1,08.02.2023\n", "row 2, column registered_on"), (b"party,votes,candidates\nA,1,many\n", "row 2, column candidates"),
        (b"party,votes,registered_on\nA,1,2023-02-30\n", "row 2, column registered_on"), ("party,votes\nA,1\n".encode("utf-16"), "row 1 is not UTF-8"),
        (b"votes\n1\n", "no column 'party'"), (b"party,votes,votes\nA,1,2\n", "twice"), (b'party,votes\n"A,1\n', "CSV"),
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
    assert [failed.split(", given")[0] for failed in rows[1]["failed"]] == [
        "2002-07: party-min-members 50000", "2009-02: party-min-members 40000", "2020-06: party-min-members 20000",
    ]  # fmt: skip
    assert "art. 10" in rows[1]["articles"][0]
    cited = ask("eligible", "--members", "12000", "--history", "--sources", "--json").json
    assert cited[1]["sources"]


def test_a_day_within_which_the_law_changed_gets_both_values(ask: Ask) -> None:
    found = ask("eligible", "--members", "12000", "--on", "2022-11", "--json").json
    asked = [
        (row["required"], row["met"], row["from"])
        for row in found["requirements"]
        if row["rule"] == "party-min-members"
    ]
    assert asked == [(20000, False, "2020-06"), (5000, True, "2022-11")]
    assert found["eligible"] is None
    assert ask("eligible", "--members", "12", "--on", "2022-11", "--json").json["eligible"] is False


def test_everything_met(ask: Ask) -> None:
    numbers = (
        "--members",
        "5000",
        "--smallest-region",
        "200",
        "--regions",
        "all",
        "--initiative-group",
        "700",
        "--delegates",
        "700",
    )
    assert ask("eligible", *numbers, "--on", "2024-01-01", "--json").json["eligible"] is None
    assert (
        ask("eligible", *numbers, "--delegate-regions", "all", "--on", "2024-01-01", "--json").json["eligible"] is True
    )
    assert ask("eligible", "--history", "--on", "2024").code == 2
    assert ask("eligible", "--members", "5", "--on", "1995").code == 1


def test_nothing_given_is_nothing_met(ask: Ask) -> None:
    assert "Nothing was given" in ask("eligible", "--on", "2024").out
    assert {row["met"] for row in ask("eligible", "--on", "2024", "--json").json["requirements"]} == {None}


def test_the_sources_of_a_requirement(ask: Ask) -> None:
    rows = ask("eligible", "--members", "5", "--on", "2024", "--sources", "--json").json["requirements"]
    assert "law-parties-2023-01-01" in rows[0]["sources"]


@pytest.mark.parametrize(("lang", "met"), [("en", "met"), ("ru", "выполнено"), ("kk", "орындалды")])
def test_whether_it_is_met_stays_on_a_narrow_terminal(terminal, lang: str, met: str) -> None:
    drawn = terminal(80, "eligible", "--members", "12000", "--on", "2021-06-01", "--lang", lang, NO_COLOR="1")
    heading = next(line for line in drawn.splitlines() if "  " in line)
    assert met in heading
    assert max(map(len, drawn.splitlines())) <= 80


def test_on_a_terminal_and_as_markdown(ask: Ask, terminal) -> None:
    drawn = terminal(80, "seats", "2012", "--explain", NO_COLOR="1")
    assert "●●●" in drawn
    assert "the same seats as the official ones" in drawn
    assert "largest" in drawn
    assert ask("seats", "2012", "-f", "md").out.startswith("# 2012 Majilis election")
    assert "not checked" in terminal(80, "eligible", "--members", "9", "--on", "2024", NO_COLOR="1")
