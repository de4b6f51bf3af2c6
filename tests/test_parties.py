"""Questions about parties."""

import sqlite3
from pathlib import Path

import pytest
from conftest import Ask

AMANAT = [
    "amanat",
    "Amanat",
    "AMANAT",
    "otan",
    "Nur Otan",
    "Nur-Otan",
    "nurotan",
    "Нур Отан",
    "Нұр Отан",
    "НУР ОТАН",
    "Отан",
    "Аманат",
]


@pytest.mark.parametrize("name", AMANAT)
def test_every_name_of_the_line_reaches_it(ask: Ask, name: str) -> None:
    assert ask("party", name, "--json").json["id"] == "amanat"


def test_party_shows_what_otan_nur_otan_and_amanat_were(ask: Ask) -> None:
    party = ask("party", "amanat", "--json").json
    names = {row["name"] for row in party["names"]}
    assert {"Nur Otan", "Amanat"} <= names
    assert any("Otan" in name and "Nur" not in name for name in names)
    absorbed = {row["party"] for row in party["links"] if row["kind"] == "merged-into" and row["other"] == "amanat"}
    assert {"asar", "civic", "agrarian", "birlik"} <= absorbed
    chairmen = {row["person"] for row in party["leaders"]}
    assert {"Nursultan Nazarbayev", "Kassym-Jomart Tokayev", "Erlan Koshanov"} <= chairmen
    assert {row["election"] for row in party["results"]} >= {
        "majilis-1999", "majilis-2004", "majilis-2007", "majilis-2012", "majilis-2016", "majilis-2021", "majilis-2023",
    }  # fmt: skip
    assert party["events"]
    assert party["registrations"]
    assert party["sources"]


def test_party_card_in_a_pipe_has_all_parts(ask: Ask) -> None:
    out = ask("party", "amanat").out
    for part in (
        "Names",
        "Mergers, splits and alliances",
        "Registration",
        "Leaders",
        "Elections",
        "Timeline",
        "Sources",
    ):
        assert f"\n{part}\n" in out


def test_what_a_party_was_called_on_a_day(ask: Ask) -> None:
    for day, name in (
        ("2001", "Otan"),
        ("2010-05-01", "Nur Otan"),
        ("2022-02-28", "Nur Otan"),
        ("2022-03-01", "Amanat"),
    ):
        found = ask("party", "amanat", "--on", day, "--json").json
        assert found["name_then"] == name, day


def test_history_ends_on_the_day_asked_for(ask: Ask) -> None:
    found = ask("party", "amanat", "--on", "2005", "--json").json
    assert all((row["date"] or "") <= "2005-12-31" for row in found["results"] + found["events"])
    assert found["results"]


def test_parties_registered_on_a_day(ask: Ask) -> None:
    on = {row["id"]: row for row in ask("parties", "--on", "2010-05-01", "--json").json}
    assert on["amanat"]["name"] == "Nur Otan"
    assert on["nsdp"]["on"] == "yes"
    assert "alga" not in on
    assert "asar" not in on
    assert "respublica" not in on


def test_a_party_banned_later_was_registered_before(ask: Ask) -> None:
    assert "cpk" in {row["id"] for row in ask("parties", "--on", "2010", "--json").json}
    assert "cpk" not in {row["id"] for row in ask("parties", "--on", "2020", "--json").json}


def test_parties_by_status(ask: Ask) -> None:
    refused = {row["id"] for row in ask("parties", "--status", "refused", "--csv").csv}
    assert "alga-kazakhstan" in refused
    assert "ak-zhol" not in refused


def test_registrations_of_one_outcome(ask: Ask) -> None:
    rows = ask("registrations", "--outcome", "denied", "--json").json
    assert rows
    assert {row["outcome"] for row in rows} == {"denied"}
    assert "alga" in {row["party"] for row in rows}


def test_registrations_of_one_party(ask: Ask) -> None:
    rows = ask("registrations", "--party", "Baytaq", "--json").json
    assert {row["party"] for row in rows} == {"baytaq"}
    assert any(row["outcome"] == "registered" and row["date"].startswith("2022-11") for row in rows)


def test_registrations_on_a_day(ask: Ask) -> None:
    rows = ask("registrations", "--on", "2022-11", "--json").json
    assert "baytaq" in {row["party"] for row in rows}
    assert all(row["date"].startswith("2022") for row in rows)


def test_a_name_of_several_parties_lists_them(ask: Ask) -> None:
    answer = ask("party", "Adilet")
    assert answer.code == 1
    assert answer.out == ""
    assert "adilet-2004" in answer.err
    assert "adilet-2026" in answer.err
    assert "by its id" in answer.err


def test_a_near_miss_is_suggested_never_assumed(ask: Ask) -> None:
    answer = ask("party", "Nur Otn")
    assert answer.code == 1
    assert answer.out == ""
    assert "Did you mean" in answer.err
    assert "amanat" in answer.err


def test_the_beginning_of_a_name_is_enough(ask: Ask) -> None:
    assert ask("party", "Bayta", "--json").json["id"] == "baytaq"


def test_generic_words_do_not_matter(ask: Ask) -> None:
    assert ask("party", "партия Ак жол", "--json").json["id"] == "ak-zhol"


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("Ақ жол", "ak-zhol"), ("Ак Жол", "ak-zhol"), ("Aq Jol", "ak-zhol"), ("ak-zhol", "ak-zhol"),
        ("ОСДП", "nsdp"), ("NSDP", "nsdp"), ("Ауыл", "auyl"), ("Auyl", "auyl"), ("Байтак", "baytaq"), ("Baytaq", "baytaq"),
        ("Руханият", "rukhaniyat"), ("Rukhaniyat", "rukhaniyat"), ("Асар", "asar"), ("ДВК", None), ("КНПК", "qhp"),
    ],
)  # fmt: skip
def test_spellings_in_three_languages(ask: Ask, written: str, id: str | None) -> None:
    answer = ask("party", written, "--json")
    if id:
        assert answer.json["id"] == id
    else:  # borne by the party of 2004 and the movement of 2017
        assert answer.code == 1


def test_names_in_the_language_asked_for(ask: Ask) -> None:
    russian = {row["id"]: row["name"] for row in ask("parties", "--lang", "ru", "--json").json}
    kazakh = {row["id"]: row["name"] for row in ask("parties", "--lang", "kk", "--json").json}
    assert russian["nsdp"].startswith("Общенациональная")
    assert "жол" in kazakh["ak-zhol"]


def test_a_year_of_renaming_gives_both_names_with_the_day(ask: Ask) -> None:
    found = ask("party", "amanat", "--on", "2006", "--json").json
    assert found["name_then"] == "Otan until 2006-12-22, Nur Otan"


@pytest.mark.parametrize(
    ("day", "number"), [("2004-09-19", 12), ("2011-12-01", 10), ("2016-03-20", 6), ("2023-03-19", 7)]
)
def test_as_many_parties_as_the_sources_count(ask: Ask, day: str, number: int) -> None:
    # in 2011 the sources count nine, NSDP and Azat as one; the commission still named Azat apart in January 2016
    rows = ask("parties", "--on", day, "--json").json
    assert sum(row["on"] in ("yes", "suspended") for row in rows) == number


def test_a_suspended_party_is_shown_as_such(ask: Ask) -> None:
    assert "suspended" in ask("party", "cpk", "--on", "2011-12-01").out
    assert ask("parties", "--on", "2011-12-01", "--status", "suspended", "--json").json[0]["id"] == "cpk"
    assert ask("parties", "--on", "2011-12-01", "--status", "merged").code == 2


def test_a_suspension_that_runs_into_the_next_is_told_as_one(ask: Ask) -> None:
    on = {row["id"]: row["on"] for row in ask("parties", "--on", "2012", "--json").json}
    assert on["cpk"] == "suspended until 2012-10, yes"


def test_a_suspension_whose_end_nobody_knows_does_not_last_for_ever(ask: Ask, copy: Path) -> None:
    with sqlite3.connect(copy) as database:
        database.execute("update registered_span set valid_to = '' where suspended and party = 'cpk'")
    on = {row["id"]: row["on"] for row in ask("parties", "--on", "2013", "--db", str(copy), "--json").json}
    assert on["cpk"] == "yes"


def test_parties_of_which_it_is_not_known_come_last(ask: Ask) -> None:
    on = [row["on"] for row in ask("parties", "--on", "2000-06-01", "--json").json]
    assert {"yes", "not-known"} == set(on)
    assert on == sorted(on, key=lambda state: state == "not-known")


def test_every_party_with_a_list_was_registered_on_that_day(ask: Ask) -> None:
    for election in (
        "majilis-1999",
        "majilis-2004",
        "majilis-2007",
        "majilis-2012",
        "majilis-2016",
        "majilis-2021",
        "majilis-2023",
    ):
        found = ask("election", election, "--json").json
        registered = {row["id"] for row in ask("parties", "--on", found["date"], "--json").json if row["on"] == "yes"}
        lists = {row["party"] for row in found["results"] if row["stage"] == "final" and row["votes"] and row["party"]}
        assert lists - {"aist", "union-communists-dck"} <= registered, election


def test_doubled_letters_are_a_near_miss(ask: Ask) -> None:
    answer = ask("party", "Nur Ottan")
    assert (answer.code, answer.out) == (1, "")
    assert "Did you mean" in answer.err


def test_a_day_past_the_data_says_where_they_end(ask: Ask) -> None:
    answer = ask("parties", "--on", "2030-01-01")
    assert answer.code == 0
    assert "the data end on 2026-11-30" in answer.err


def test_a_name_of_two_words_needs_no_quotes(ask: Ask) -> None:
    assert ask("party", "Nur", "Otan", "--json").json["id"] == "amanat"
    assert ask("election", "majilis", "2007", "--json").json["id"] == "majilis-2007"


def test_an_earlier_name_is_given_in_any_language(ask: Ask) -> None:
    russian = {row["id"]: row["name"] for row in ask("parties", "--on", "2006-12-21", "--lang", "ru", "--json").json}
    assert "Отан" in russian["amanat"]
    english = {row["id"]: row["name"] for row in ask("parties", "--on", "2014", "--json").json}
    assert english["birlik"] == "Birlik"


def test_registrations_on_a_day_include_a_running_suspension(ask: Ask) -> None:
    rows = ask("registrations", "--party", "cpk", "--on", "2012-02-01", "--json").json
    assert {row["outcome"] for row in rows} == {"suspended"}


def test_every_outcome_of_the_contract_is_known(ask: Ask) -> None:
    for outcome in ["applied", "registered", "re-registered", "denied", "suspended", "revoked", "liquidated", "banned"]:
        assert ask("registrations", "--outcome", outcome).code in (0, 1)


def test_every_event_and_registration_has_sources(ask: Ask) -> None:
    rows = ask("timeline", "--json", "--sources").json + ask("registrations", "--json", "--sources").json
    assert not [row["id"] for row in rows if not row["sources"]]


def test_refusals_between_two_dates(ask: Ask) -> None:
    every = ask("registrations", "--outcome", "denied", "--json").json
    found = ask("registrations", "--outcome", "denied", "--from", "2022", "--to", "2023-06", "--json").json
    assert [row["id"] for row in found] == [
        row["id"] for row in every if row["date"] and "2022" <= row["date"] <= "2023-06-30"
    ]
    assert 0 < len(found) < len(every)


def test_an_imprecise_refusal_within_the_year_is_found_from_its_autumn(ask: Ask) -> None:
    found = ask("registrations", "--party", "alga-kazakhstan", "--from", "2023-09", "--json").json
    assert "2023" in {row["date"] for row in found}


def test_an_impossible_date_of_a_registration_is_told(ask: Ask) -> None:
    answer = ask("registrations", "--from", "2022-13")
    assert (answer.code, answer.out) == (2, "")


def test_a_party_called_republic_is_found_with_a_word_that_tells_nothing(ask: Ask) -> None:
    assert ask("party", "партия Республика", "--json").json["id"] == "respublica"
    said = ask("party", "Республика движение")
    assert said.code == 1
    assert "Choose one by its id" in said.err
    assert "respublica" in said.err


def test_a_name_that_has_ended_is_not_borne_any_more(ask: Ask) -> None:
    then = {day: ask("party", "nsdp", "--on", day, "--json").json["name_then"] for day in ("2010", "2015")}
    assert then["2010"] == "Azat NSDP"
    assert then["2015"] != "Azat NSDP"


def test_a_party_with_two_heirs_has_no_one_successor(ask: Ask) -> None:
    heirs = ask("sql", "select party from party_link where kind = 'successor-of' and other = 'dck'", "--json").json
    assert len(heirs) == 2
    assert ask("party", "dck", "--json").json["successor"] is None


@pytest.mark.parametrize(("lang", "asked"), [("en", "Yntymaq"), ("ru", "Ынтымак"), ("kk", "«Ынтымақ» саяси партиясы")])
def test_every_application_says_whose_it_was(ask: Ask, lang: str, asked: str) -> None:
    rows = ask("registrations", "--lang", lang, "--json").json
    assert all(row["name"] for row in rows)
    assert asked in {row["name"] for row in rows if row["party"] == "yntymaq"}
