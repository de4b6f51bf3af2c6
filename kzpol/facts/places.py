"""Where a value stands in its source, and which values no text gives: those reckoned, or spelled by us."""

from __future__ import annotations

from kzpol.facts.schema import Row, Source

_SCRIPT = {"person_ru": "ru", "person_kk": "kk"}


def place(row: Row, source: Source, table: str, field: str, value: str) -> str:
    """Return the place of a claim: that of its row, unless the value cannot stand in the text itself.

    A law does not say at which vote it was first applied, a text older by more than a year than the day on which a
    rule ended does not name that day, and a text in another language does not spell a name in Russian or Kazakh
    (works of reference may).
    """
    if table == "threshold" and field == "first_applied":
        return f"{row.at}; the vote is reckoned"
    if table == "threshold" and field == "valid_to" and source.date and _a_year_after(source.date) < value:
        return f"{row.at}; the end is reckoned"
    if _SCRIPT.get(field, source.language) != source.language and source.kind != "reference":
        return f"{row.at}; the spelling is ours"
    return row.at


def _a_year_after(day: str) -> str:
    return f"{int(day[:4]) + 1}{day[4:]}"
