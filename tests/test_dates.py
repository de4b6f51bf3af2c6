"""Was it so on that day: yes, no, on some of the days asked for, or not known."""

import pytest
from conftest import Ask

from kzpol.ask.dates import asked, shown, within
from kzpol.ask.errors import BadQuestion


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "on", "answer"),
    [
        ("2007-05-21", "2009-02-06", "2008-01-01", "yes"), ("2007-05-21", "2009-02-06", "2007-05-21", "yes"),
        ("2007-05-21", "2009-02-06", "2009-02-06", "no"), ("2007-05-21", "2009-02-06", "2009-02-05", "yes"),
        ("2007-05-21", "2009-02-06", "2007-05-20", "no"), ("2007-05-21", None, "2030", "yes"), (None, "2009", "1900", "yes"),
        ("2007-05-21", None, "2007", "part"), ("2007-05-21", "2009-02-06", "2009", "part"), ("2007", None, "2007-06-01", "not-known"),
        ("2007-05", None, "2007-05-15", "not-known"), ("2007-05", None, "2007-06-01", "yes"), ("2000", "2007-05", "2007-05-15", "not-known"),
        ("2000", "2007-05", "2007-06-01", "no"), ("2000", "2007-05", "2007-05", "not-known"), ("2000", "2007-05", "2007", "part"),
    ],
)  # fmt: skip
def test_within(valid_from: str | None, valid_to: str | None, on: str, answer: str) -> None:
    assert within(valid_from, valid_to, asked(on)) == answer


@pytest.mark.parametrize(
    ("answer", "on", "known"),
    [
        ("yes", "2003", "yes"), ("yes", "2000-06-01", "yes"), ("yes", "2005-06-01", "yes"), ("yes", "2005-06-02", "not-known"),
        ("yes", "2000-05-31", "not-known"), ("yes", "2005", "part"), ("part", "2000", "part"), ("not-known", "2005", "not-known"),
        ("no", "2010", "no"), ("yes", "2006", "not-known"),
    ],
)  # fmt: skip
def test_outside_the_days_between_which_it_is_shown_nothing_is_known(answer: str, on: str, known: str) -> None:
    assert shown(answer, "2000-06-01", "2005-06-01", asked(on)) == known  # type: ignore[arg-type]


def test_on_the_day_of_a_change_the_new_value_holds_alone(ask: Ask) -> None:
    for day, value in (("2023-01-18", 107), ("2023-01-19", 98)):
        assert [row["value"] for row in ask("thresholds", "majilis-seats", "--on", day, "--json").json] == [value]


@pytest.mark.parametrize(
    "text", ["", "2011-13", "2011-02-30", "2011-6-31", "11", "２０１１", "2011-06-01T00:00", "0000", "2011-00"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadQuestion):
        asked(text)


def test_days_without_zeros_are_read(ask: Ask) -> None:
    assert ask("parties", "--on", "2011-6-1").out == ask("parties", "--on", "2011-06-01").out
