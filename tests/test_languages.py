"""Answers in Kazakh and Russian: headings, names, kinds and units; programs get the words of the contract."""

import re
from itertools import pairwise

import pytest

from kzpol.show.translating import Words


def test_a_card_speaks_russian(ask) -> None:
    card = ask("election", "2007", "--lang", "ru", "--format", "md").out
    assert card.startswith("# Выборы в Мажилис 2007 года")
    for words in (
        "## Окончательные результаты",
        "| явка | 68.41 %",
        "98 по спискам",
        "88.41 %, мандатов: 98",
        "барьер: 7 %",
    ):
        assert words in card


def test_a_card_speaks_kazakh(ask) -> None:
    card = ask("party", "asar", "--lang", "kk", "--format", "md").out
    for words in ("## Тіркеу", "мәртебесі", "біріккен", "төраға", "Әділет министрлігінің"):
        assert words in card


@pytest.mark.parametrize(
    ("election", "lang", "names"),
    [
        ("president-2005", "ru", ["Нурсултан Назарбаев", "Жармахан Туякбай", "Алихан Байменов"]),
        ("president-2011", "kk", ["Нұрсұлтан Назарбаев", "Ғани Қасымов", "Жамбыл Ахметбеков"]),
        ("president-2019", "kk", ["Қасым-Жомарт Тоқаев", "Әміржан Қосанов", "Дания Еспаева"]),
        ("president-2022", "kk", ["Қасым-Жомарт Тоқаев", "Жигули Дайрабаев", "Қарақат Әбден"]),
    ],
)
def test_candidates_for_president_are_named_in_the_language(ask, election: str, lang: str, names: list[str]) -> None:
    rows = ask("results", "--election", election, "--stage", "final", "--lang", lang, "--json").json
    assert {row["name"] for row in rows} >= set(names)


def test_a_name_from_a_kazakh_text_is_kazakh_though_its_letters_are_russian_too(ask) -> None:
    held = ask("sql", "select name_kk, name_ru from result where id = 'majilis-2016/nsdp/final'", "--json").json
    assert held[0]["name_kk"].startswith("Жалпыұлттық социал")
    assert held[0]["name_ru"].startswith("Общенациональная")


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_yes_and_no_are_called_alike_in_a_list_and_in_a_picture(ask, lang: str) -> None:
    listed = ask("results", "--election", "referendum-2022", "--stage", "final", "--lang", lang, "--json").json
    compared = ask("compare", "referendum-2022", "referendum-2024", "--lang", lang, "--csv").csv
    by_id = {row["item"]: row["name"] for row in compared if row["part"] == "share"}
    assert {row["contestant"]: row["name"] for row in listed}.items() <= by_id.items()


def test_a_list_has_headings_and_kinds_in_the_language(ask) -> None:
    rows = ask("elections", "--year", "2023", "--lang", "ru", "--format", "md").out
    assert "| орган |" in rows
    assert "| внеочередные |" in rows
    assert "мандатов всего" in ask("elections", "--lang", "ru", "--format", "html").out


def test_a_terminal_counts_rows_in_the_language(terminal) -> None:
    drawn = terminal(80, "elections", "--lang", "kk", NO_COLOR="1")
    assert re.search(r"\d+ жол", drawn)
    assert "көрсетілмеген:" in drawn


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "ndjson"])
def test_programs_get_the_words_of_the_contract(ask, format: str) -> None:
    out = ask("registrations", "--outcome", "denied", "--lang", "ru", "--format", format).out
    assert "outcome" in out
    assert "denied" in out


def test_a_number_of_events_drawn_by_us_is_said_in_russian(ask) -> None:
    told = ask("party", "asar", "--lang", "ru", "--format", "md").out
    assert "зарегистрирована" in told
    assert re.search(r"вошла в", told)


def test_the_words_of_other_people_stay_as_they_are() -> None:
    words = Words({"seats": "мандаты", "{} merged into {}": "{} вошла в {}", "{2} of {1}": "{2} из {1}"})
    assert words("Asar merged into Otan") == "Asar вошла в Otan"
    assert words("Asar merged into Otan. Few were asked.") == "Asar merged into Otan. Few were asked."
    assert words("a sentence that nobody translated") == "a sentence that nobody translated"


def test_what_is_filled_in_is_translated_and_put_where_the_language_has_it() -> None:
    words = Words({"chairman": "төраға", "{} became {} of {}": "{1} — {3}: {2}"})
    assert words("A B became chairman of Asar") == "A B — Asar: төраға"


def test_check_counts_what_stays_english(ask) -> None:
    notes = [row for row in ask("check", "--json").json if row["check"] == "translation"]
    assert any(
        row["subject"] == "party_leader.person_kk" and re.match(r"\d+ of \d+ not known", row["message"])
        for row in notes
    )


def test_an_event_of_no_kind_is_other_and_not_otherwise(ask) -> None:
    assert "\tпрочее\t" in ask("election", "president-2019", "--lang", "ru").out


def test_a_rough_total_bears_the_name_of_the_total(ask) -> None:
    rows = [line.split("\t") for line in ask("election", "majilis-2012", "--lang", "ru").out.splitlines()[:12]]
    assert ["проголосовало", "~6980000"] in rows


def test_a_status_that_is_not_known_agrees_in_gender(ask) -> None:
    assert "партия, статус неизвестен" in ask("party", "amanat", "--lang", "ru").out


def test_every_unit_and_domain_of_a_rule_has_words(ask) -> None:
    stay = [row["message"] for row in ask("check", "--json").json if row["check"] == "translation"]
    assert [message for message in stay if "stay English" in message] == []


def test_a_party_is_named_after_a_colon_where_russian_would_decline_it(ask) -> None:
    assert "в её состав вошла: Гражданская партия Казахстана (civic)" in ask("party", "amanat", "--lang", "ru").out


def test_elections_side_by_side_have_no_english_labels_in_russian(terminal) -> None:
    drawn = terminal(100, "compare", "2012", "2021", "2023", "--lang", "ru", NO_COLOR="1")
    assert "  изменение" in drawn
    assert "недействительных голосов" in drawn
    assert "предварительный подсчёт: majilis-2023" in drawn
    assert not re.search(r"change|invalid votes|preliminary", drawn)
    assert re.search(r"(?m)^ОСДП +0 +4", drawn)
    assert "Акикат" not in drawn  # a name that the party had dropped before the vote


@pytest.mark.parametrize("command", ["election president-2022", "elections", "why majilis-2007 turnout_pct"])
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_no_column_has_an_english_heading(ask, command: str, lang: str) -> None:
    lines = ask(*command.split(), "--lang", lang, "--format", "md").out.splitlines()
    heads = [line for line, after in pairwise(lines) if after.startswith("| ---")]
    assert heads
    assert [
        head for line in heads for head in line.strip("| ").split(" | ") if re.fullmatch(r"[a-z_\\ ]{3,}", head)
    ] == []


def test_who_stood_without_a_list_is_named_in_the_chamber_that_the_law_makes(ask) -> None:
    assert "\nIndependents\t0\t18\t18\n" in ask("seats", "2004").out
    assert "\nНезависимые\t0\t18\t18\n" in ask("seats", "2004", "--lang", "ru").out
