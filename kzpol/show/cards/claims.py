"""The cards of claims: who says so, and where sources disagree, as a research note on a terminal."""

from __future__ import annotations

from itertools import groupby

from kzpol.ask.records.claim import Claim, Conflict
from kzpol.show.blocks import Block, Card, Cell, Grid, Lines


def why_card(claims: list[Claim], total: int) -> Card:
    """Return the claims on each field, the believed ones first and marked."""
    blocks: list[Block] = []
    for (subject, field), group in groupby(claims, key=lambda claim: (claim.subject, claim.field)):
        own = list(group)
        rows: list[list[Cell]] = [["*" if c.chosen else "", c.value, c.rank, c.source, c.locator, c.stage] for c in own]
        blocks.append(Grid(f"{subject} {field}", ["", "value", "rank", "source", "place", "stage"], rows))
        reasons = dict.fromkeys(f"{claim.value}: {claim.reason}" for claim in own if claim.reason)
        notes = dict.fromkeys(f"{claim.source}: {claim.note}" for claim in own if claim.note)
        if reasons or notes:
            blocks.append(Lines("", [*reasons, *notes]))
    return Card("Who says so", f"{_of(len(claims), total)} claims; * is what kzpol answers with", {}, {}, blocks)


def conflicts_card(conflicts: list[Conflict], total: int) -> Card:
    """Return every disputed value with who says what, what is preferred and why."""
    blocks: list[Block] = []
    for row in conflicts:
        rows: list[list[Cell]] = [[item["value"], item["rank"], item["stage"], item["source"]] for item in row.values_]
        blocks.append(Grid(f"{row.subject} {row.field}", ["value", "rank", "stage", "source"], rows))
        blocks.append(
            Lines(
                "",
                [
                    f"Preferred: {'none is exact' if row.preferred is None else row.preferred}",
                    *(row.reason or "").split(" · "),
                ],
            )
        )
    return Card(
        "Where sources disagree", f"{_of(len(conflicts), total)} value{'s' if total != 1 else ''}", {}, {}, blocks
    )


def _of(shown: int, total: int) -> str:
    return str(total) if shown == total else f"{shown} of {total}"
