"""Names as people write them find the party, and never another one: the list in tests/names.csv."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

import pytest
from conftest import ROOT


@pytest.fixture(scope="module")
def graded() -> list:
    loader = SourceFileLoader("names_script", str(ROOT / "scripts" / "names"))
    spec = spec_from_loader("names_script", loader)
    module = module_from_spec(spec)
    import sys

    sys.modules["names_script"] = module
    loader.exec_module(module)
    return list(module.grade())


def test_the_list_is_long_enough_to_mean_something(graded) -> None:
    assert sum(row.match == "certain" for row in graded) >= 400
    assert sum(row.match != "certain" for row in graded) >= 60
    assert len({row.written for row in graded}) == len(graded)


def test_no_name_finds_a_party_that_is_not_meant(graded) -> None:
    assert [(row.written, row.found) for row in graded if row.wrong_match] == []


def test_every_form_does_what_the_list_says(graded) -> None:
    assert [(row.written, row.match, row.party, row.found) for row in graded if not row.right] == []


def test_a_near_miss_names_different_parties(ask) -> None:
    answer = ask("party", "Respublicaa")
    assert answer.code == 1
    assert answer.err.count("(respublica)") == 1


def test_a_near_miss_that_is_an_id_is_given_by_its_name(ask) -> None:
    assert "Did you mean Amanat (amanat), " in ask("party", "амнат").err


def test_a_party_never_renamed_is_named_in_the_language_of_the_question(ask) -> None:
    rows = ask("parties", "--on", "1995-12-05", "--json").json
    assert {row["id"]: row["name"] for row in rows}["labour-1995"] == "Republican Labour Party"


@pytest.mark.parametrize("name", ["Tuyakbay", "Туякбай", "Zharmakhan Tuyakbay", "Тұяқбай"])
def test_a_person_is_no_party_but_led_some(ask, name: str) -> None:
    answer = ask("party", name)
    assert answer.code == 1
    assert "Zharmakhan Tuyakbay stands among the leaders of " in answer.err
    assert "nsdp" in answer.err
