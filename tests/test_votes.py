"""Questions about votes other than the legislative ones: presidents, referendums, the Senate, maslikhats."""

import pytest
from conftest import Ask


def final(ask: Ask, election: str) -> dict[str, dict[str, object]]:
    """Return the final results of one election by contestant."""
    rows = ask("results", "--election", election, "--stage", "final", "--json").json
    return {row["contestant"]: row for row in rows}


WINNERS = {
    "president-1990": ("nazarbayev", 317, None), "president-1991": ("nazarbayev", 8681276, 98.78),
    "president-1999": ("nazarbayev", 5846817, 79.78), "president-2005": ("nazarbayev", 6147517, 91.15),
    "president-2011": ("nazarbayev", 7850958, 95.55), "president-2015": ("nazarbayev", 8833250, 97.75),
    "president-2019": ("tokayev", 6539715, 70.96), "president-2022": ("tokayev", 6456393, 81.31),
}  # fmt: skip


@pytest.mark.parametrize("election", WINNERS)
def test_who_won_the_presidency(ask: Ask, election: str) -> None:
    winner, votes, share = WINNERS[election]
    first = ask("results", "--election", election, "--stage", "final", "--json").json[0]
    assert (first["contestant"], first["votes"], first["share_pct"]) == (winner, votes, share)


def test_who_stood_in_2019_and_for_whom(ask: Ask) -> None:
    stood = {name: row["party"] or row["nominated_by"] for name, row in final(ask, "president-2019").items()}
    assert stood == {
        "tokayev": "amanat", "kosanov": "Ult Tagdyry", "yespayeva": "ak-zhol", "rakhimbekov": "auyl",
        "taspikhov": "Federation of Trade Unions of Kazakhstan", "akhmetbekov": "qhp", "tugel": "Uly Dala Kyrandary",
    }  # fmt: skip


def test_a_candidate_counts_among_the_results_of_the_party(ask: Ask) -> None:
    rows = ask("results", "--party", "Ak Zhol", "--body", "president", "--stage", "final", "--json").json
    assert [(row["election"], row["name"], row["votes"]) for row in rows] == [
        ("president-2005", "Alikhan Mukhamediyevich Baimenov", 108730),
        ("president-2019", "Daniya Yespayeva", 465714),
    ]


def test_a_candidate_is_no_name_of_the_party(ask: Ask) -> None:
    assert ask("party", "Nursultan Nazarbayev").code == 1
    assert ask("search", "Tuyakbay", "--json").json[0]["kind"] == "person"


def test_a_candidate_keeps_the_own_name_in_every_language(ask: Ask) -> None:
    rows = ask("results", "--election", "president-1999", "--stage", "final", "--lang", "ru", "--json").json
    assert {row["contestant"]: row["name"] for row in rows}["abdildin"] == "Серикболсын Абдильдин"


def test_1999_shares_are_told_apart_by_their_base(ask: Ask) -> None:
    claims = ask("why", "president-1999/nazarbayev", "share_pct", "--json").json
    ranks = {row["value"]: row["rank"] for row in claims}
    assert ranks[79.78] in ("preferred", "normal")
    assert ranks[81.7] == "deprecated"


def test_1999_shares_are_those_of_all_who_voted(ask: Ask) -> None:
    [cast] = {row["value"] for row in ask("why", "president-1999", "votes_cast", "--json").json if row["chosen"]}
    for row in ask("results", "--election", "president-1999", "--stage", "final", "--json").json:
        assert row["share_base"] == "participants"
        assert row["share_pct"] == pytest.approx(100 * row["votes"] / cast, abs=0.006), row["contestant"]


@pytest.mark.parametrize("election", ["president-1991", "president-2015", "president-2019", "president-2022"])
def test_the_turnout_of_a_presidential_vote_is_what_the_counts_give(ask: Ask, election: str) -> None:
    told = next(row for row in ask("elections", "--json").json if row["id"] == election)
    turnout = 100 * told["votes_cast"] / told["registered_voters"]
    assert told["turnout_pct"] == pytest.approx(turnout, abs=0.051)


def test_2022_turnout_of_every_region_and_city(ask: Ask) -> None:
    rows = {row["region"]: row["turnout_pct"] for row in ask("regions", "president-2022", "--json").json}
    assert len(rows) == 20
    assert (max(rows, key=rows.__getitem__), min(rows, key=rows.__getitem__)) == ("zhetysu", "almaty")


def test_2019_turnout_of_every_region_and_city(ask: Ask) -> None:
    rows = {row["region"]: row["turnout_pct"] for row in ask("regions", "president-2019", "--json").json}
    assert len(rows) == 17
    assert (rows["almaty-region"], rows["almaty"], rows["astana"]) == (89, 52.2, 68.9)


def test_the_regions_are_those_of_the_day(ask: Ask) -> None:
    in_2015 = {row["region"] for row in ask("regions", "president-2015", "--json").json}
    in_2022 = {row["region"] for row in ask("regions", "president-2022", "--json").json}
    assert "south-kazakhstan" in in_2015
    assert not {"turkistan", "shymkent", "abai", "ulytau", "zhetysu"} & in_2015
    assert {"turkistan", "shymkent", "abai", "ulytau", "zhetysu"} <= in_2022


def test_a_vote_without_seats_shows_none(ask: Ask) -> None:
    card = ask("election", "president-2005").out
    assert "None" not in card
    assert "Communist People's Party of Kazakhstan" in card


REFERENDUMS = {
    "referendum-1991": (94.1, None, None), "referendum-1995-04": (95.46, 7932834, 91.21),
    "referendum-1995-08": (90.0, 7212773, 90.58), "referendum-2022": (77.18, 6163516, 68.05),
    "referendum-2024": (71.12, 5561937, 63.66), "referendum-2026": (87.15, 7954667, 73.12),
}  # fmt: skip


@pytest.mark.parametrize("election", REFERENDUMS)
def test_how_a_referendum_ended(ask: Ask, election: str) -> None:
    share, votes, turnout = REFERENDUMS[election]
    yes = final(ask, election)["yes"]
    assert (yes["share_pct"], yes["votes"]) == (share, votes)
    assert ask("election", election, "--json").json["turnout_pct"] == turnout


def test_the_base_of_a_share_is_told(ask: Ask) -> None:
    assert final(ask, "referendum-1995-04")["yes"]["share_base"] == "participants"
    assert final(ask, "referendum-1995-08")["yes"]["share_base"] == "valid"
    mixed, alike = ask("election", "referendum-1995-04").out, ask("election", "referendum-1995-08").out
    assert "95.46\tparticipants" in mixed
    assert "3.79\tvalid" in mixed
    assert "\tshare of\t" not in alike


def test_1995_turnout_is_what_the_counts_give(ask: Ask) -> None:
    claims = ask("why", "referendum-1995-04", "turnout_pct", "--json").json
    assert {claim["rank"] for claim in claims if claim["value"] == 91.26} == {"deprecated"}


def test_2024_turnout_by_region(ask: Ask) -> None:
    rows = {row["region"]: row["turnout_pct"] for row in ask("regions", "referendum-2024", "--json").json}
    assert len(rows) == 20
    assert (rows["kyzylorda"], rows["almaty"], rows["aktobe"]) == (82.48, 25.39, 75.15)


def test_every_senate_election(ask: Ask) -> None:
    held = {row["id"]: (row["date"], row["seats_total"]) for row in ask("elections", "--body", "senate", "--json").json}
    assert held == {
        "senate-1995": ("1995-12-05", 40), "senate-1997": ("1997-10-08", None), "senate-1999": ("1999-09-17", 16),
        "senate-2002": ("2002-10-08", 16), "senate-2005": ("2005-08-19", 16), "senate-2008": ("2008-10-04", 16),
        "senate-2011": ("2011-08-19", 16), "senate-2014": ("2014-10-01", 16), "senate-2017": ("2017-06-28", 16),
        "senate-2020": ("2020-08-12", 17), "senate-2022": ("2022-08-24", None), "senate-2023": ("2023-01-14", 20),
    }  # fmt: skip


def test_how_many_electors_chose_the_senators_of_2014(ask: Ask) -> None:
    found = ask("election", "senate-2014", "--json").json
    assert (found["registered_voters"], found["votes_cast"], found["turnout_pct"]) == (3279, 3236, 98.69)
    assert final(ask, "senate-2014")["amanat"]["seats_total"] == 16


def test_how_many_electors_chose_the_senators_of_2020(ask: Ask) -> None:
    found = ask("election", "senate-2020", "--json").json
    assert (found["registered_voters"], found["votes_cast"], found["turnout_pct"]) == (3069, 2889, 94.1)
    women = next(row for row in found["figures"] if row["id"] == "senate-2020/figure-women-elected")
    assert women["value"] == 5


def test_every_chairman_of_the_majilis_has_a_day(ask: Ask) -> None:
    chairs = {row["id"]: row["date"] for row in ask("timeline", "--kind", "appointment", "--json").json}
    chairs = {name: day for name, day in chairs.items() if name.startswith("chambers/event-majilis-chair")}
    assert len(chairs) == 11
    assert chairs["chambers/event-majilis-chair-1999"] == "1999-12-01"


def test_the_senate_vote_of_2005_was_not_in_december(ask: Ask) -> None:
    dates = {(row["value"], row["rank"]) for row in ask("why", "senate-2005", "date", "--json").json}
    assert ("2005-12", "deprecated") in dates
    assert ask("election", "senate-2005", "--json").json["date"] == "2005-08-19"


def test_maslikhats_of_2021_by_party(ask: Ask) -> None:
    shares = {name: row["share_pct"] for name, row in final(ask, "maslikhat-2021").items()}
    assert shares == {"amanat": 80.23, "auyl": 7.35, "ak-zhol": 7.34, "qhp": 2.98, "birlik": 2.10}
    seats = {name: row["seats_total"] for name, row in final(ask, "maslikhat-2021").items()}
    assert (seats["amanat"], sum(seats.values())) == (2685, 3246)


def test_a_wrong_digit_in_the_maslikhat_vote_of_astana_is_named(ask: Ask) -> None:
    found = {row["subject"]: row["preferred"] for row in ask("conflicts", "--subject", "maslikhat-2023", "--json").json}
    assert found["maslikhat-2023/figure-astana-votes-auyl"] == 2147  # 2197 was widely copied
    assert found["maslikhat-2023/figure-karaganda-share-amanat"] == 51.67


def test_voters_of_regional_maslikhats(ask: Ask) -> None:
    rows = {row["region"]: row for row in ask("regions", "maslikhat-2023", "--json").json}
    assert (rows["karaganda"]["registered_voters"], rows["karaganda"]["votes_cast"]) == (761673, 452538)


def test_a_year_means_its_one_national_vote(ask: Ask) -> None:
    assert ask("election", "2007", "--json").json["id"] == "majilis-2007"
    assert ask("election", "maslikhat 2007", "--json").json["id"] == "maslikhat-2007"
    assert ask("election", "2003", "--json").json["id"] == "maslikhat-2003"
    several = {row["id"] for row in ask("election", "2023", "--json").json}
    assert several == {"majilis-2023", "senate-2023", "maslikhat-2023"}


def test_exit_polls_of_2005_differ_widely(ask: Ask) -> None:
    rows = ask("results", "--election", "president-2005", "--stage", "exit-poll", "--json").json
    shares = {row["pollster"]: row["share_pct"] for row in rows if row["contestant"] == "nazarbayev"}
    assert len(shares) == 4
    assert (min(shares.values()), max(shares.values())) == (77.6, 87.43)


def test_swapped_digits_of_2015_are_kept_and_named(ask: Ask) -> None:
    claims = ask("why", "president-2015/syzdykov", "votes", "--json").json
    assert {claim["rank"] for claim in claims if claim["value"] == 145765} == {"deprecated"}
    assert final(ask, "president-2015")["syzdykov"]["votes"] == 145756


def test_exit_polls_of_2011_and_2015_name_their_makers(ask: Ask) -> None:
    rows = ask("results", "--body", "president", "--stage", "exit-poll", "--json").json
    won = {(row["election"], row["pollster"]): row["share_pct"] for row in rows if row["contestant"] == "nazarbayev"}
    assert won["president-2011", "Association of Sociologists and Political Scientists (ASIP)"] == 94.82
    assert won["president-2011", "Institute of Democracy"] == 95.1
    assert won["president-2015", "Institute of Democracy"] == 97.5
    assert won["president-2015", "Institute of Social and Political Research"] == 97.64


@pytest.mark.parametrize("election", ["president-2005", "president-2011", "president-2015", "president-2019"])
@pytest.mark.parametrize("lang", ["en", "kk", "ru"])
def test_a_candidate_is_spelt_in_one_way_in_counts_and_polls(ask: Ask, election: str, lang: str) -> None:
    names: dict[str, set[str]] = {}
    for row in ask("results", "--election", election, "--lang", lang, "--json").json:
        names.setdefault(row["contestant"], set()).add(row["name"])
    assert {contestant: found for contestant, found in names.items() if len(found) > 1} == {}


def test_polls_in_russian_name_candidates_in_english_letters(ask: Ask) -> None:
    rows = ask("results", "--election", "president-2019", "--stage", "exit-poll", "--json").json
    assert all(row["name"].isascii() for row in rows)


def test_the_president_of_1990_has_an_english_name_from_later_votes(ask: Ask) -> None:
    rows = ask("results", "--election", "president-1990", "--json").json
    assert {row["contestant"]: row["name"] for row in rows}["nazarbayev"] == "Nursultan Nazarbayev"


def test_nobody_stands_in_a_result_with_nothing(ask: Ask) -> None:
    known = ("votes", "share_pct", "seats_list", "seats_district", "seats_total", "seats_other", "candidates")
    rows = ask("results", "--stage", "final", "--json").json
    assert [row["id"] for row in rows if all(row[name] is None for name in (*known, "approximate"))] == []
