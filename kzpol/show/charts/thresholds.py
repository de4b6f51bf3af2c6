"""A rule's values as steps over the years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kzpol.ask.errors import NothingMatches
from kzpol.ask.records.rule import Threshold
from kzpol.show.charts.frame import About, Frame, Say, number
from kzpol.show.colors import colors

MANY = 8  # with more steps than these, those without room for it go without their value


@dataclass(frozen=True)
class Step:
    """A value in force from a day (included) to a day (excluded, None while in force), drawn at a height."""

    value: str
    height: float
    valid_from: str
    valid_to: str | None


@dataclass(frozen=True)
class Steps:
    """Steps in time. `levels` names the heights where the values are words; for numbers it is empty."""

    frame: Frame
    steps: tuple[Step, ...]
    levels: tuple[str, ...]
    last: str  # the last day that the data cover
    color: str = colors(["amanat"])["amanat"]


def steps(values: Sequence[Threshold], about: About, say: Say) -> Steps:
    """Return a rule's dated values; those whose first day nobody knows are named in a note. Raises NothingMatches."""
    dated = [row for row in values if row.valid_from]
    if not dated:
        raise NothingMatches(
            f"No day is known for any value of {values[0].rule}.", [f"kzpol thresholds {values[0].rule}"]
        )
    rule = dated[0]
    numeric = rule.unit != "yes/no" and all(isinstance(row.value, int | float) for row in dated)
    said = {row.id: _said(row, say) for row in values}
    levels = () if numeric else tuple(dict.fromkeys(said[row.id] for row in reversed(dated)))
    if rule.unit == "yes/no":
        levels = (say("no"), say("yes"))
    found = tuple(
        Step(
            said[row.id],
            float(row.value) if numeric else float(levels.index(said[row.id])),
            row.valid_from or "",
            row.valid_to,
        )
        for row in dated
    )
    undated = [said[row.id] for row in values if not row.valid_from]
    notes: tuple[str, ...] = (say(f"The first day is not known of: {', '.join(undated)}."),) if undated else ()
    if len(found) > MANY:
        notes += (say(f"`kzpol thresholds {rule.rule}` lists every value."),)
    unit = "" if rule.unit in ("yes/no", "words") else f"{say(rule.unit)} · "
    acts = dict.fromkeys(row.act for row in dated if row.act)
    laws = About((*acts,), about.covers_to) if acts else about
    return Steps(Frame(rule.title, f"{unit}{rule.rule}", notes, laws.line(say)), found, levels, about.covers_to)


def _said(row: Threshold, say: Say) -> str:
    if row.unit == "yes/no":
        return say("yes" if row.value else "no")
    if isinstance(row.value, str):
        return say(row.value)
    return number(row.value) + (" %" if row.unit == "%" else "")
