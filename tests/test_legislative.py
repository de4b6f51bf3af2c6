"""Questions about the national legislative elections: districts and who won them, disputes, observers, what is open."""

import csv
import io

import pytest
from conftest import Ask


def districts(ask: Ask, election: str) -> dict[int, dict[str, object]]:
    """Return the single-member districts of an election by number."""
    return {row["number"]: row for row in ask("election", election, "--json").json["districts"]}


def figures(ask: Ask, election: str) -> dict[str, object]:
    """Return the figures of an election by their own name."""
    rows = ask("election", election, "--json").json["figures"]
    return {row["id"].partition("figure-")[2]: row["value"] for row in rows}


@pytest.mark.parametrize(
    ("number", "winner", "party", "nominated_by"),
    [
        (1, "Däulet Turlyhanov", "amanat", None), (3, "Ermurat Bapi", None, "self-nominated"),
        (6, "Danabek Isabek", "amanat", None), (11, "Ardaq Nazarov", None, "self-nominated"),
        (12, "Daniar Qasqaraurov", None, "self-nominated"), (21, "Marhabat Jaiymbetov", "amanat", None),
    ],
)  # fmt: skip
def test_who_won_a_district_in_2023(
    ask: Ask, number: int, winner: str, party: str | None, nominated_by: str | None
) -> None:
    row = districts(ask, "majilis-2023")[number]
    assert (row["winner"], row["party"], row["nominated_by"]) == (winner, party, nominated_by)


def test_where_a_district_lay_and_how_many_could_vote(ask: Ask) -> None:
    row = districts(ask, "majilis-2023")[12]
    assert (row["region"], row["registered_voters"]) == ("almaty-region", 493732)
    assert "Kaskelen" in row["name"]


def test_one_number_is_another_district_in_2004(ask: Ask) -> None:
    assert districts(ask, "majilis-2004")[12]["region"] == "aktobe"
    assert districts(ask, "majilis-2004")[1]["winner"] == "Beken Älimjanov"


def test_an_election_by_lists_alone_has_no_districts(ask: Ask) -> None:
    assert districts(ask, "majilis-2012") == {}
    assert "Single-member districts" not in ask("election", "majilis-2012").out


def test_the_card_says_how_many_winners_are_known(ask: Ask) -> None:
    shown = ask("election", "majilis-2023").out
    known = sum(row["winner"] is not None for row in districts(ask, "majilis-2023").values())
    assert "Single-member districts" in shown
    assert f"{known} of 29 winners are known." in shown


@pytest.mark.parametrize(
    ("words", "district"),
    [
        ("Jaiymbetov", "majilis-2023/district-21"), ("Kaskelen", "majilis-2023/district-12"),
        ("Älimjanov", "majilis-2004/district-1"),
    ],
)  # fmt: skip
def test_search_finds_a_winner_and_a_place(ask: Ask, words: str, district: str) -> None:
    hits = ask("search", words, "--json").json
    assert ("district", district) in {(hit["kind"], hit["id"]) for hit in hits}


def test_the_card_calls_party_and_region_by_their_names(ask: Ask) -> None:
    assert "21\tMarhabat Jaiymbetov\tAmanat\tKyzylorda Region" in ask("election", "majilis-2023").out
    assert "3\tErmurat Bapi\tсамовыдвижение\tАлматы (город)" in ask("election", "majilis-2023", "--lang", "ru").out


def test_who_says_that_a_district_was_won_so(ask: Ask) -> None:
    claims = ask("why", "majilis-2023/district-3", "--json").json
    assert {row["value"] for row in claims if row["field"] == "winner"} == {"Ermurat Bapi"}
    assert all(row["source"] and row["locator"] for row in claims)


def test_districts_can_be_exported(ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("export", "districts", "--csv").out)))
    assert {row["election"] for row in rows} >= {"majilis-2004", "majilis-2023"}
    assert [row["winner"] for row in rows if row["id"] == "majilis-2023/district-19"] == ["Arman Qalyqov"]


def test_no_more_districts_are_won_than_the_sums_say(ask: Ask) -> None:
    own = [row for row in districts(ask, "majilis-2023").values() if row["nominated_by"] == "self-nominated"]
    results = ask("results", "--election", "majilis-2023", "--stage", "final", "--json").json
    seats = {row["contestant"]: row["seats_district"] for row in results}
    assert 0 < len(own) <= seats["independents"] == 7
    assert seats["amanat"] + seats["independents"] == 29


def test_what_became_of_the_lawsuits_of_candidates_in_2023(ask: Ask) -> None:
    said = figures(ask, "majilis-2023")
    assert (said["lawsuits-all"], said["lawsuits-majilis"]) == (166, 82)
    ended = ("lawsuits-granted", "lawsuits-refused", "lawsuits-withdrawn", "lawsuits-unheard")
    assert sum(int(str(said[name])) for name in ended) == said["lawsuits-heard"] == 164


def test_foreign_observers_of_2023_add_up(ask: Ask) -> None:
    said = figures(ask, "majilis-2023")
    assert said["observers-international"] == 793
    assert int(str(said["observers-of-states"])) + int(str(said["observers-of-organisations"])) == 793


CHAIRS = [
    ("1996-01-30", "Marat Ospanov"), ("2004-11-03", "Oral Mukhamedzhanov"), ("2007-09-02", "Aslan Musin"),
    ("2014-04-03", "Kabibulla Dzhakupov"), ("2016-06-22", "Nurlan Nigmatulin"), ("2022-02-01", "Yerlan Koshanov"),
    ("2007-01-11", "Kassym-Jomart Tokayev"), ("2019-03-20", "Dariga Nazarbayeva"), ("2020-05-04", "Maulen Ashimbayev"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "person"), CHAIRS)
def test_who_took_the_chair_of_a_chamber_on_a_day(ask: Ask, day: str, person: str) -> None:
    events = ask("timeline", "--kind", "appointment", "--from", day, "--to", day, "--json").json
    assert [event for event in events if person in event["text"]], events


def test_two_sources_tell_of_the_speaker_of_2016(ask: Ask) -> None:
    claims = ask("why", "chambers/event-majilis-chair-2016-06", "--json").json
    assert len({row["source"] for row in claims}) == 2


def test_a_slip_in_the_turnout_of_2023_is_named_as_one(ask: Ask) -> None:
    claims = ask("why", "majilis-2023", "turnout_pct", "--json").json
    slips = [row for row in claims if row["value"] == 54.29]
    assert [row["rank"] for row in slips] == ["deprecated"]
    assert "slip" in slips[0]["reason"]
    assert ask("elections", "--year", "2023", "--body", "majilis", "--json").json[0]["turnout_pct"] == 54.19


def test_what_is_not_known_of_the_kurultai_is_said(ask: Ask) -> None:
    fields = {row["field"] for row in ask("election", "kurultai-2026", "--json").json["unknown"]}
    assert {"seats by party", "final turnout and electorate", "anything after 25 August 2026"} <= fields


def test_how_repeat_votes_of_1999_were_to_be_held(ask: Ask) -> None:
    texts = [event["text"] for event in ask("election", "majilis-1999", "--json").json["events"]]
    assert [text for text in texts if "lot" in text and "two candidates" in text]


@pytest.mark.parametrize(
    ("result", "seats"),
    [
        ("majilis-2023/independents", 7), ("majilis-2023/nsdp", 4), ("majilis-2023/baytaq", 0),
        ("majilis-2012/amanat", 83), ("majilis-2012/nsdp", 0), ("majilis-2021/assembly", 9), ("majilis-2004/auyl", 0),
        ("majilis-1999/azamat", 0), ("majilis-2007/ak-zhol", 0), ("majilis-2016/birlik", 0),
    ],
)  # fmt: skip
def test_two_publishers_state_the_seats(ask: Ask, result: str, seats: int) -> None:
    claims = [row for row in ask("why", result, "seats_total", "--json").json if row["rank"] != "deprecated"]
    publishers = {row["id"]: row["publisher"] for row in ask("sources", "--json").json}
    assert {row["value"] for row in claims} == {seats}
    assert len({publishers[row["source"]] for row in claims}) >= 2


@pytest.mark.parametrize(("region", "figure"), [("almaty", "districts-almaty"), ("karaganda", "districts-karaganda")])
def test_a_region_has_as_many_districts_as_its_commission_said(ask: Ask, region: str, figure: str) -> None:
    own = [row for row in districts(ask, "majilis-2023").values() if row["region"] == region]
    assert len(own) == figures(ask, "majilis-2023")[figure]
