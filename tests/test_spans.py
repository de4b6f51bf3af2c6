"""In which spans a party was registered, worked out from what was done to it and when it was seen."""

import pytest

from kzpol.facts.filled import Filled, Row
from kzpol.facts.spans import spans

PARTY = {"id": "a", "kind": "party", "status": "unknown", "founded": "1998"}


def worked_out(
    *acts: tuple[str, str], party: Row = PARTY, results: tuple[tuple[str, str], ...] = ()
) -> list[tuple[str, str | None, str | None]]:
    """Return (from, to, last day known) of the spans of a party with these acts (day, outcome), results (day, stage)."""
    filled = Filled()
    filled.rows["party"] = [party]
    filled.rows["registration"] = [{"party": "a", "date": date, "outcome": outcome} for date, outcome in acts]
    filled.rows["result"] = [{"party": "a", "date": date, "stage": stage} for date, stage in results]
    filled.rows["threshold"] = [{"rule": "party-reregistration-months", "valid_from": "2002-07", "value": 6}]
    return [(span["valid_from"], span["valid_to"], span["known_to"]) for span in spans(filled)]


@pytest.mark.parametrize("same_day", [("registered", "revoked"), ("revoked", "registered")])
def test_who_is_struck_off_and_registered_on_one_day_stays_registered(same_day: tuple[str, str]) -> None:
    first, second = same_day
    found = worked_out(("1999-01-01", "registered"), ("2005-06-01", first), ("2005-06-01", second))
    assert [(begin, end) for begin, end, _ in found] == [("1999-01-01", "2005-06-01"), ("2005-06-01", "")]


@pytest.mark.parametrize(
    ("seen", "end"), [("2002-12-31", "2003-01"), ("2003-01", ""), ("2003-01-15", ""), ("2004-09-19", "")]
)
def test_who_is_not_seen_after_the_law_of_2002_had_parties_register_anew_is_taken_to_have_ended(
    seen: str, end: str
) -> None:
    assert worked_out(("1999-01-01", "registered"), results=((seen, "final"),)) == [("1999-01-01", end, seen)]


def test_an_exit_poll_does_not_show_that_a_party_was_registered() -> None:
    polled = (("2004-09-19", "final"), ("2007-08-18", "exit-poll"))
    assert worked_out(("2003-01-01", "registered"), results=polled) == [("2003-01-01", "", "2004-09-19")]


def test_a_party_that_is_registered_today_has_no_end() -> None:
    assert worked_out(("2003-01-01", "registered"), party={**PARTY, "status": "registered"}) == [
        ("2003-01-01", None, None)
    ]
