"""Do the days stand in order: from before to, founded before ended, adopted before in force?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kzpol.ask.check.finding import Finding
from kzpol.ask.dates import days

_ORDER = (
    ("party", "founded", "ended"),
    ("party", "registered", "ended"),
    ("party_name", "valid_from", "valid_to"),
    ("party_leader", "valid_from", "valid_to"),
    ("threshold", "valid_from", "valid_to"),
    ("threshold", "adopted", "valid_to"),
    ("election", "called_on", "date"),
    ("election", "date", "second_round"),
)


def days_in_order(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield an error where an end lies before its beginning, a day is none, a rule has two values at once, or it is
    said to have been applied before it was in force."""
    for row in connection.execute(
        "select one.id, other.id as other from threshold one join threshold other on one.rule = other.rule "
        "and one.id < other.id and one.valid_from < coalesce(other.valid_to, '9') "
        "and other.valid_from < coalesce(one.valid_to, '9')"
    ):
        yield Finding("error", "overlap", row["id"], f"The value and that of {row['other']} are in force together.")
    for row in connection.execute(
        "select threshold.id, valid_from, election.id as vote, date from threshold "
        "join election on election.id = threshold.first_applied where date < valid_from"
    ):
        yield Finding(
            "error", "date", row["id"], f"In force from {row['valid_from']}, after {row['vote']} ({row['date']})."
        )
    for table, first, last in _ORDER:
        for row in connection.execute(
            f"select id, {first}, {last} from {table} where {first} > '' and {last} > ''"  # noqa: S608
        ):
            try:
                backwards = days(row[first]).first > days(row[last]).last
            except ValueError:
                yield Finding("error", "date", row["id"], f"{row[first]} or {row[last]} is no date.")
                continue
            if backwards:
                yield Finding("error", "date", row["id"], f"{first} {row[first]} is after {last} {row[last]}.")
