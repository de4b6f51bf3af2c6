"""Elections side by side, and one party over all its elections."""

import pytest
from conftest import Ask

import kzpol


def rows(ask: Ask, part: str, *which: str) -> dict[str, dict]:
    return {row["item"]: row for row in ask("compare", *which, "--json").json if row["part"] == part}


def test_seats_of_four_elections_stand_side_by_side_with_what_changed(ask: Ask) -> None:
    seats = rows(ask, "seats", "2012", "2016", "2021", "2023")
    amanat = seats["amanat"]
    assert [amanat[f"majilis-{year}"] for year in (2012, 2016, 2021, 2023)] == [83, 84, 76, 62]
    assert [amanat[f"majilis-{year}_change"] for year in (2016, 2021, 2023)] == [1, -8, -14]
    assert seats["respublica"]["majilis-2021"] is None  # it did not exist, which is not no seat
    assert seats["respublica"]["majilis-2023_change"] is None


def test_changes_of_shares_and_turnout_are_as_exact_as_the_figures(ask: Ask) -> None:
    shares, totals = (rows(ask, part, "2021", "2023") for part in ("share", "totals"))
    assert shares["amanat"]["majilis-2023_change"] == -17.19
    assert totals["turnout_pct"]["majilis-2023_change"] == -9.06
    assert "preliminary: majilis-2023" in totals["turnout_pct"]["note"]


def test_shares_say_what_they_are_shares_of(ask: Ask) -> None:
    base = rows(ask, "share", "1999", "majilis-2004")["share_base"]
    assert (base["majilis-1999"], base["majilis-2004"]) == ("participants", "valid")


def test_rules_of_the_days_are_compared(ask: Ask) -> None:
    rules = rows(ask, "rule", "majilis-2021", "majilis-2023")
    assert rules["list-threshold-pct"]["majilis-2023_change"] == -2
    assert (rules["party-min-members"]["majilis-2021"], rules["party-min-members"]["majilis-2023"]) == (20000, 5000)
    assert "president-min-age" not in rules


def test_a_year_means_the_election_for_the_body_of_the_others(ask: Ask) -> None:
    assert "majilis-2023" in ask("compare", "2021", "2023").out
    both = ask("compare", "2021", "2022")
    assert both.code == 2
    assert "'2022' means referendum-2022, senate-2022, president-2022" in both.err


def test_a_body_alone_means_all_of_its_elections(ask: Ask) -> None:
    assert ask("compare", "majilis").out.splitlines()[0].count("majilis-") == 17  # nine, eight with a change


def test_one_election_is_nothing_to_compare(ask: Ask) -> None:
    alone = ask("compare", "majilis-2023", "majilis-2023")
    assert (alone.code, alone.out) == (2, "")
    assert "two elections or more" in alone.err
    assert ask("compare", "1992", "2023").code == 1


def test_sources_of_a_comparison(ask: Ask) -> None:
    row = next(r for r in ask("compare", "2021", "2023", "--json", "--sources").json if r["item"] == "amanat")
    assert row["sources"]


@pytest.mark.parametrize("format", ["md", "html"])
def test_a_comparison_as_a_page(ask: Ask, format: str) -> None:
    page = ask("compare", "2021", "2023", "--format", format).out
    assert "62 -14" in page
    assert "Rules that differ" in page


def test_side_by_side_fits_a_terminal(terminal) -> None:
    for width in (40, 80, 160):
        drawn = terminal(width, "compare", "2012", "2016", "2021", "2023", NO_COLOR="1")
        assert max(len(line) for line in drawn.splitlines()) <= width
    assert "53.9 -17.19" in drawn


def test_the_seats_of_the_largest_party_over_the_years(ask: Ask) -> None:
    stands = ask("trend", "amanat", "--json").json
    assert [(row["date"][:4], row["seats_total"]) for row in stands if row["election"].startswith("majilis")] == [
        ("1999", 23), ("2004", 42), ("2007", 98), ("2012", 83), ("2016", 84), ("2021", 76), ("2023", 62),
    ]  # fmt: skip
    assert [row["seats_change"] for row in stands][:3] == [None, 19, 56]
    assert stands[0]["name"] == "Otan"
    assert [row["chamber"] for row in stands][:3] == [77, 77, 107]


def test_a_bloc_counts_among_its_members_elections_but_gives_no_change(ask: Ask) -> None:
    in_bloc = ask("trend", "civic", "--json").json[-1]
    assert (in_bloc["contestant"], in_bloc["election"], in_bloc["seats_change"]) == ("aist", "majilis-2004", None)


def test_a_party_without_results_and_an_unknown_one(ask: Ask) -> None:
    assert ask("trend", "nobody-knows-it").code == 1
    assert "No election result is known of dck-2017" in ask("trend", "dck-2017").err


def test_the_same_from_python() -> None:
    with kzpol.open() as db:
        assert [election.id for election in db.compare("2021", "2023").elections] == ["majilis-2021", "majilis-2023"]
        assert db.trend("ак жол")[-1].share_pct == 8.41


def test_a_rule_that_is_not_sure_to_have_held_is_told_as_perhaps(ask: Ask) -> None:
    rows = [row for row in ask("compare", "majilis-1999", "majilis-2004", "--csv").csv if "perhaps" in row["note"]]
    assert rows
    for row in rows:
        for told in row["note"].split("; "):
            election = told.partition(": perhaps ")[0]
            assert row[election] == "", told


def test_a_rule_rests_on_the_sources_of_its_values(ask: Ask) -> None:
    rows = ask("compare", "majilis-2021", "majilis-2023", "--sources", "--csv").csv
    rules = [row for row in rows if row["part"] == "rule"]
    assert len(rules) > 20
    assert all(row["sources"] for row in rules if row["majilis-2021"] or row["majilis-2023"])
