"""Searching by words."""

from conftest import Ask


def test_finds_people_in_both_scripts(ask: Ask) -> None:
    for name in ("Tuyakbay", "Туякбай"):
        kinds = {row["kind"] for row in ask("search", name, "--json").json}
        assert "person" in kinds, name


def test_finds_parties_first(ask: Ask) -> None:
    assert ask("search", "Аманат", "--json").json[0]["kind"] == "party"
    assert ask("search", "Nur-Otan", "--json").json[0]["id"] == "amanat"


def test_finds_elections_rules_events_and_sources(ask: Ask) -> None:
    kinds = {
        row["kind"]
        for word in ("Majilis", "threshold", "exit poll", "ODIHR")
        for row in ask("search", word, "--json").json
    }
    assert {"election", "rule", "event", "source"} <= kinds


def test_several_words_need_not_be_quoted(ask: Ask) -> None:
    assert ask("search", "exit", "poll", "--json").json == ask("search", "exit poll", "--json").json


def test_signs_are_no_operators(ask: Ask) -> None:
    for text in ('"', "a OR", "NEAR(", "*", "-", "nur*", "'; drop table party", "NOT"):
        assert ask("search", text).code in (0, 1, 2), text


def test_nothing_found_is_said(ask: Ask) -> None:
    answer = ask("search", "qwertyuiop")
    assert (answer.code, answer.out) == (1, "")
