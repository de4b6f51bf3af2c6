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
