"""Finds every value on which the claims differ, and says what is preferred and why."""

from __future__ import annotations

from collections import defaultdict

from kzpol.facts.claims import Claim, agree, choose, differ
from kzpol.facts.filled import Row


def conflicts(claims: list[Claim]) -> list[Row]:
    """Return a row for each subject and field whose claims cannot all be true, in order of subject."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.subject, claim.field].append(claim)
    found = []
    for (subject, field), group in sorted(groups.items()):
        if not differ(group):
            continue
        choice, _ = choose(group)
        by_stage: dict[str | None, list[Claim]] = defaultdict(list)
        for claim in group:
            by_stage[claim.stage].append(claim)
        disagree = any(differ(part) for part in by_stage.values()) or differ(by_stage["final"] + by_stage[None])
        reasons = _reasons(group) or [_usual_reason(group, disagree)]
        found.append(
            {
                "kind": "source" if disagree else "stage",
                "subject": subject,
                "field": field,
                "preferred": choice.value if choice else None,
                "reason": " · ".join(reasons),
            }
        )
    return found


def _reasons(group: list[Claim]) -> list[str]:
    """Return each reason once, with the value that it is for or against; what is preferred comes first."""
    said: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for claim in sorted(group, key=lambda claim: claim.belief):
        if claim.reason:
            said[claim.rank, claim.reason].setdefault(claim.value)
    return [
        f"{'Not ' if rank == 'deprecated' else ''}{', '.join(values)}: {why}" for (rank, why), values in said.items()
    ]


def _usual_reason(group: list[Claim], disagree: bool) -> str:
    best = min(group, key=lambda claim: claim.belief)
    rivals = [claim for claim in group if not agree(claim.field, claim.value, best.value)]
    if not disagree or all(claim.belief[1] > best.belief[1] for claim in rivals):
        return "A final count replaces a preliminary one."
    if all(claim.belief > best.belief for claim in rivals):
        return f"The kind of source decides: {best.source} ({best.source_kind}) comes before the others."
    return "Not decided: the sources are of one kind."
