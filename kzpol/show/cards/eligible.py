"""The cards of the law, run: would a party with these numbers be registered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kzpol.ask.eligibility import Period
from kzpol.law.eligible import Requirement, verdict
from kzpol.show.blocks import Block, Card, Cell, Grid
from kzpol.show.listing import Listing

if TYPE_CHECKING:
    from kzpol.ask.records.source import Source

_VERDICTS = {True: "yes", False: "no", None: "not checked"}
_SAID = {
    True: "Every requirement is met.",
    False: "Not all requirements are met.",
    None: "What was given meets the law; not every requirement was checked.",
}
_CHANGED = "The law changed at that time: both values are shown."


def eligible_card(found: list[Requirement], day: str, cited: Sequence[list[str]], sources: Sequence[Source]) -> Card:
    """Return each requirement, met or not, and the verdict; `cited` are the sources of each, where they are wanted."""
    answer = verdict(found)
    listing = requirements_listing(found, cited)
    rows: list[list[Cell]] = [
        [r.asked.title, _VERDICTS[r.met], r.asked.value, r.given, r.asked.article, r.asked.unit, r.asked.act]
        for r in found
    ]
    columns = ["requirement", "met", "asked", "given", "article", "unit", "act"]
    changed = len({row.asked.rule for row in found}) < len(found)
    if changed:
        columns.insert(3, "from")
        rows = [[*cells[:3], row.asked.valid_from, *cells[3:]] for cells, row in zip(rows, found, strict=True)]
    blocks: list[Block] = [Grid("", columns, rows)]
    if sources:
        from kzpol.show.cards.parts import sources_block

        blocks.append(sources_block(sources))
    data = {"on": day, "eligible": answer, "requirements": listing.rows}
    said = _CHANGED if answer is None and changed else _SAID[answer]
    if all(row.given is None for row in found):
        said = "Nothing was given to check: this is what a party needs."
    return Card(f"Registering a party on {day}", said, data, {"on": day, "eligible": answer}, blocks)


def requirements_listing(found: list[Requirement], cited: Sequence[list[str]]) -> Listing:
    """Return a row a requirement."""
    rows: list[dict[str, Any]] = [
        {
            "rule": row.asked.rule, "required": row.asked.value, "given": row.given, "met": row.met,
            "act": row.asked.act, "article": row.asked.article, "unit": row.asked.unit, "title": row.asked.title,
            "from": row.asked.valid_from, "to": row.asked.valid_to,
        }
        for row in found
    ]  # fmt: skip
    columns = ["rule", "required", "given", "met", "act", "article", "unit", "title", "from", "to"]
    if cited:
        rows = [{**row, "sources": ids} for row, ids in zip(rows, cited, strict=True)]
        columns.append("sources")
    return Listing(rows, columns, columns)


def periods_listing(found: list[Period], cited: Sequence[list[str]]) -> Listing:
    """Return the periods in which such a party could and could not have been registered, and what failed in each."""
    rows: list[dict[str, Any]] = [
        {
            "from": period.valid_from,
            "to": period.valid_to,
            "eligible": period.eligible,
            "failed": [f"{day}: {row.asked.rule} {row.asked.value}, given {row.given}" for day, row in period.failed],
            "articles": [
                " ".join(filter(None, (row.asked.article, f"({row.asked.act})" if row.asked.act else None)))
                for _, row in period.failed
            ],
        }
        for period in found
    ]
    columns = ["from", "to", "eligible", "failed", "articles"]
    if cited:
        rows = [{**row, "sources": ids} for row, ids in zip(rows, cited, strict=True)]
        columns.append("sources")
    return Listing(rows, columns, columns, note="Only what was given is checked; 1 yes, 0 no.")
