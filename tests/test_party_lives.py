"""Checked answers on the lives of single parties: beginnings, endings, refusals, keys in other data sets."""

import pytest
from conftest import Ask

KEYS = [
    ("snek", "partyfacts", "5906"),
    ("amanat", "wikidata", "Q111077075"),
    ("amanat", "wikidata", "Q1195092"),
    ("ak-zhol", "vparty", "3747"),
    ("nsdp", "clea", "398000001"),
    ("birlik", "wikidata", "Q27972277"),
    ("qhp", "everypolitician", "3"),
]


@pytest.mark.parametrize(("party", "scheme", "identifier"), KEYS)
def test_a_party_is_known_by_its_keys_in_public_data_sets(ask: Ask, party: str, scheme: str, identifier: str) -> None:
    ids = ask("party", party, "--json").json["ids"]
    assert (scheme, identifier) in {(row["scheme"], row["identifier"]) for row in ids}


def test_the_card_names_the_keys(ask: Ask) -> None:
    assert "wikidata Q7165800" in ask("party", "snek").out


def test_who_says_that_a_key_is_a_partys(ask: Ask) -> None:
    rows = ask("why", "cpk/id-partyfacts-4350", "--json").json
    assert {row["source"] for row in rows} == {"partyfacts-core"}


def test_a_persons_spelling_of_one_row_serves_every_party(ask: Ask) -> None:
    for party in ("qhp", "socialist"):
        leaders = ask("party", party, "--lang", "kk", "--json").json["leaders"]
        assert "Ермұхамет Ертісбаев" in {row["person"] for row in leaders}


def test_chairmen_are_named_in_the_language_asked_for(ask: Ask) -> None:
    people = {
        lang: [row["person"] for row in ask("party", "nsdp", "--lang", lang, "--json").json["leaders"][:3]]
        for lang in ("en", "kk", "ru")
    }
    assert people["en"] == ["Zharmakhan Tuyakbay", "Yermurat Bapi", "Askhat Rakhimzhanov"]
    assert people["kk"] == ["Жармахан Тұяқбай", "Ермұрат Бапи", "Асхат Рақымжанов"]
    assert people["ru"] == ["Жармахан Туякбай", "Ермурат Бапи", "Асхат Рахимжанов"]


SMALL = [
    ("pokolenie", "Поколение", "movement", "unknown"),
    ("alash-zheltoksan", "Алаш-Желтоқсан", "party", "never-registered"),
    ("tabigat", "Табиғат", "party", "never-registered"),
    ("forum-democratic-forces", "ФДСК", "bloc", "unknown"),
    ("respublika-2019", "Respublika movement", "movement", "never-registered"),
    ("namys", "Намыс", "party", "refused"),
    ("yntymaq", "Ынтымақ", "party", "refused"),
]


@pytest.mark.parametrize(("party", "name", "kind", "status"), SMALL)
def test_a_small_or_refused_party_is_found_under_its_name(
    ask: Ask, party: str, name: str, kind: str, status: str
) -> None:
    found = ask("party", name, "--json").json
    assert (found["id"], found["kind"], found["status"]) == (party, kind, status)


def test_who_was_in_the_forum_of_democratic_forces(ask: Ask) -> None:
    links = ask("party", "forum-democratic-forces", "--json").json["links"]
    members = {row["party"] for row in links if row["kind"] == "member-of"}
    assert members == {"labour-movement", "pokolenie", "orleu", "tabigat", "cpk", "rpkk"}


def test_both_renamed_parties_of_2020_were_registered_anew(ask: Ask) -> None:
    rows = ask("registrations", "--outcome", "re-registered", "--json").json
    assert {(row["party"], row["date"]) for row in rows} >= {("birlik", "2020-11-11"), ("qhp", "2020-11-12")}


def test_nsdp_boycotted_the_elections_of_2019_and_2021(ask: Ask) -> None:
    congresses = {
        row["date"]: row["text"] for row in ask("party", "nsdp", "--json").json["events"] if row["kind"] == "congress"
    }
    assert "boycott" in congresses["2019-04-26"]
    assert "boycott" in congresses["2020-11-27"]


REGISTERED = [("cooperative", "1995-02-20"), ("nkk", "1991-12-31"), ("azat-movement", "1991-12-25")]


@pytest.mark.parametrize(("party", "day"), REGISTERED)
def test_the_day_of_a_registration_of_the_nineties(ask: Ask, party: str, day: str) -> None:
    card = ask("party", party, "--json").json
    assert card["registered"] == day
    assert any("one independent source" in row["note"] for row in card["unknown"])


def test_the_opposition_bloc_of_1999_is_not_the_forum(ask: Ask) -> None:
    links = ask("party", "opposition-bloc-1999", "--json").json["links"]
    assert {row["party"] for row in links} == {"cpk", "rpkk", "orleu"}


def test_two_peoples_fronts_are_kept_apart(ask: Ask) -> None:
    assert ask("party", "Народный фронт Казахстана", "--json").json["id"] == "peoples-front-1998"
    assert ask("party", "Халық майданы", "--json").json["id"] == "halyk-maydany"


def test_a_handbook_bears_out_the_chairmen(ask: Ask) -> None:
    card = ask("party", "qhp", "--json").json
    chairmen = [row["person"] for row in card["leaders"] if row["role"] == "chairman"]
    assert chairmen == ["Aikyn Konurov", "Yermukhamet Yertysbayev", "Nursultan Shokanov"]
    assert {"cia-factbook-2006", "cia-factbook-2019", "cia-factbook-2023"} <= {row["id"] for row in card["sources"]}


def test_a_chairmans_term_ends_with_his_life_not_with_his_successor(ask: Ask) -> None:
    terms = {
        row["person"]: (row["from"], row["to"])
        for row in ask("party", "socialist", "--json").json["leaders"]
        if row["role"] == "chairman"
    }
    assert terms == {"Anuar Alimzhanov": ("1991-09-07", "1993"), "Petr Svoik": ("1996-01", "1996-04")}


def test_a_name_ends_on_its_own_day_not_when_the_next_begins(ask: Ask) -> None:
    card = ask("party", "nsdp", "--format", "md").out
    assert "| Общенациональная социал-демократическая партия «Азат» | 2009-10-24 | 2013 |" in card


def test_the_union_of_nsdp_and_azat_was_refused_as_one_party(ask: Ask) -> None:
    rows = ask("registrations", "--party", "NSDP", "--outcome", "denied", "--json").json
    assert [row["name"] for row in rows] == ["Azat NSDP"]


def test_the_communists_changed_their_first_secretary_in_april_2010(ask: Ask) -> None:
    led = {row["person"]: row for row in ask("party", "cpk", "--json").json["leaders"] if row["from"]}
    assert led["Serikbolsyn Abdildin"]["to"] == led["Gaziz Aldamzharov"]["from"] == "2010-04-17"
