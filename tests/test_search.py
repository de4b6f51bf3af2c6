"""Searching by words."""

import re

import pytest
from conftest import Ask

from kzpol.ask import searching


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


def test_finds_rules_by_id_word_and_language(ask: Ask) -> None:
    for text in ("against-all-option", "против всех", "порог", "табалдырық", "избирательные блоки"):
        assert ask("search", text, "--json").json[0]["kind"] == "rule", text


def test_finds_numbers_as_people_write_them(ask: Ask) -> None:
    assert ask("search", "48,760,000", "--json").json[0]["id"] == "party-fund-own-tenge"


def test_finds_what_is_not_believed_too(ask: Ask) -> None:
    hits = ask("search", "962", "--json").json
    assert any(row["kind"] == "claim" and row["id"].startswith("supreme-council-1994") for row in hits)


def test_what_is_not_believed_says_so(ask: Ask) -> None:
    hits = [row for row in ask("search", "turnout almaty 2021", "--json").json if row["kind"] == "claim"]
    assert hits
    assert all(row["title"].endswith("(not what kzpol answers)") for row in hits)


def test_where_nothing_has_all_the_words_any_will_do(ask: Ask) -> None:
    assert ask("search", "Tuyakbay zzzzzz", "--json").json[0]["kind"] == "person"


def test_what_is_found_can_be_asked_why(ask: Ask) -> None:
    for row in ask("search", "ODIHR", "--json").json[:40]:
        if row["kind"] not in ("source",):
            assert ask("why", row["id"]).code == 0, row["id"]


def test_a_number_with_a_point_is_one_number(ask: Ask) -> None:
    hits = ask("search", "54.21", "--json").json
    assert hits
    assert all("54.21" in row["title"] + row["text"] for row in hits)


def test_letters_in_parts_and_new_letters_are_read(ask: Ask) -> None:
    assert ask("search", "и\u0306", "--json").json == ask("search", "й", "--json").json
    assert ask("search", "Amanat\U0001e900x", "--json").code in (0, 1)  # a letter younger than the index


def test_a_word_of_the_title_comes_before_one_of_the_text(ask: Ask) -> None:
    events = [row for row in ask("search", "boycott", "--json").json if row["kind"] == "event"]
    titled = ["boycott" in row["title"].lower() for row in events]
    assert True in titled
    assert titled == sorted(titled, reverse=True)


def test_where_very_many_words_begin_so_nothing_is_lost(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = ("boyc", "boyc elec", "Туякб", "каз парт", "zzzzz tuy", "é")
    before = [ask("search", question, "--json").out for question in questions]
    monkeypatch.setattr(searching, "_GATHERED", 0)
    monkeypatch.setattr(searching, "_OFTEN", 2)
    assert [ask("search", question, "--json").out for question in questions] == before


def test_where_very_many_words_begin_so_what_is_found_begins_so(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "_GATHERED", 0)
    monkeypatch.setattr(searching, "MOST", 5)
    query = "select text || title from search_text where subject = '{}'"
    for question in ("maj elec", "каз парт"):
        hits = ask("search", question, "--json").json
        assert len(hits) == 5, question
        for hit in hits:
            rows = [" ".join(row.values()) for row in ask("sql", query.format(hit["id"]), "--json").json]
            words = re.findall(r"\w+", " ".join(rows).casefold())
            assert all(any(word.startswith(part) for word in words) for part in question.split()), hit


def test_the_text_of_a_hit_does_not_repeat_its_id(ask: Ask) -> None:
    hits = ask("search", "Tokayev", "--limit", "40", "--json").json
    assert hits[0]["text"] == "Касым-Жомарт Токаев · Қасым-Жомарт Тоқаев · chairman · Amanat"
    assert [hit["id"] for hit in hits if hit["text"].endswith(hit["id"].replace("-", " ").replace("/", " "))] == []


@pytest.mark.parametrize("word", ["court", "member", "union"])
def test_the_word_itself_in_a_title_comes_before_words_that_begin_so(ask: Ask, word: str) -> None:
    hits = ask("search", word, "--json").json
    first = [hit["title"].casefold() for hit in hits if hit["kind"] == hits[0]["kind"]]
    itself = [re.search(rf"\b{word}\b", title) is not None for title in first]
    assert True in itself
    assert False in itself
    assert itself == sorted(itself, reverse=True)
