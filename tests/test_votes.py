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


def test_a_candidate_keeps_the_own_name_in_every_language(ask: Ask) -> None:
    rows = ask("results", "--election", "president-1999", "--stage", "final", "--lang", "ru", "--json").json
    assert {row["contestant"]: row["name"] for row in rows}["abdildin"] == "Серикболсын Абдильдин"


def test_1999_shares_are_told_apart_by_their_base(ask: Ask) -> None:
    claims = ask("why", "president-1999/nazarbayev", "share_pct", "--json").json
    ranks = {row["value"]: row["rank"] for row in claims}
    assert ranks[79.78] in ("preferred", "normal")
    assert ranks[81.7] == "deprecated"


def test_2022_turnout_of_every_region_and_city(ask: Ask) -> None:
    rows = {row["region"]: row["turnout_pct"] for row in ask("regions", "president-2022", "--json").json}
    assert len(rows) == 20
    assert (max(rows, key=rows.__getitem__), min(rows, key=rows.__getitem__)) == ("zhetysu", "almaty")


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
