"""Is each filled cell backed by a claim that says just that, and each claim by a source and a place in it?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kzpol.ask.check.finding import Finding

# The cells that are facts. Ids, titles, kinds of event, the words for a figure and what is worked out from other cells
# are our own.
CELLS = {
    "party": "name name_kk name_ru abbreviation founded registered ended status successor ideology seat",
    "party_name": "name valid_from valid_to",
    "registration": "name date until outcome authority detail",
    "party_leader": "person person_kk person_ru role valid_from valid_to",
    "party_listed": "date",
    "party_id": "identifier",
    "party_link": "kind date detail",
    "election": "date second_round called_on type seats_total seats_list seats_district seats_other "
    "registered_voters votes_cast turnout_pct valid_votes invalid_votes against_all_votes",
    "result": "name name_kk name_ru nominated_by votes share_pct seats_list seats_district seats_other "
    "seats_total candidates",
    "region": "turnout_pct registered_voters votes_cast",
    "district": "name region winner party nominated_by votes share_pct registered_voters",
    "figure": "value as_of",
    "threshold": "value valid_from valid_to act article adopted first_applied note",
    "event": "date speaker text",
}


def provenance(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield an error for each cell without a claim and each claim without a place."""
    backing = {
        (row["subject"], row["field"], row["value"])
        for row in connection.execute("select subject, field, value from claim where chosen and rank != 'deprecated'")
    }
    for table, columns in CELLS.items():
        own = " where subject is null" if table == "event" else ""
        for row in connection.execute(f"select * from {table}{own}"):  # noqa: S608
            subject = row["id"].removesuffix("/" + row["stage"]) if table in ("result", "region") else row["id"]
            for column in columns.split():
                if row[column] is not None and (subject, column, row[column]) not in backing:
                    if table == "party" and column == "status" and row[column] == "unknown":
                        continue
                    yield Finding("error", "source", row["id"], f"No claim says {column} = {row[column]}.")
    for row in connection.execute(
        "select claim.* from claim left join source on source.id = claim.source "
        "where source.id is null or trim(locator) = ''"
    ):
        yield Finding(
            "error", "source", row["subject"], f"The claim on {row['field']} has no source or no place in it."
        )
    for row in connection.execute(
        "select * from claim where rank != 'normal' and (reason is null or trim(reason) = '')"
    ):
        yield Finding("error", "reason", row["subject"], f"{row['field']} is {row['rank']} without a reason.")
