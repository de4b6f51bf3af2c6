"""Turnout over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kzpol.ask.records.election import Election
from kzpol.show.charts.frame import About, Frame, Say

_COLORS = {
    "majilis": "#0284c0", "kurultai": "#0284c0", "supreme-council": "#5b8799", "president": "#c06a0c",
    "referendum": "#a352b8",
}  # fmt: skip


@dataclass(frozen=True)
class Turn:
    """The turnout of one election in per cent."""

    election: str
    body: str
    date: str
    title: str
    turnout: float
    preliminary: bool


@dataclass(frozen=True)
class Turnout:
    """Turnouts in time; `bodies` are the bodies in it, each with its name and colour."""

    frame: Frame
    turns: tuple[Turn, ...]
    bodies: dict[str, tuple[str, str]]


def general(elections: Sequence[Election]) -> list[Election]:
    """Return those in which all voters could take part and whose turnout is known."""
    return [
        row
        for row in elections
        if row.turnout_pct is not None and row.date and row.type != "indirect" and row.body in _COLORS
    ]


def _head(word: str) -> str:
    return word[:1].upper() + word[1:]


def turnout(elections: Sequence[Election], about: About, say: Say) -> Turnout:
    """Return the turnouts of general elections and referendums, oldest first."""
    turns = tuple(
        Turn(row.id, row.body, row.date or "", row.title, row.turnout_pct or 0, row.count_stage == "preliminary")
        for row in elections
    )
    bodies = {
        body: (_head(say(body).replace("-", " ")), color)
        for body, color in _COLORS.items()
        if any(turn.body == body for turn in turns)
    }
    notes = (say("* a preliminary count"),) if any(turn.preliminary for turn in turns) else ()
    years = f"{turns[0].date[:4]}–{turns[-1].date[:4]}"
    frame = Frame(
        say("Turnout in elections and referendums"), say(f"% of registered voters, {years}"), notes, about.line(say)
    )
    return Turnout(frame, turns, bodies)


def rows(elections: Sequence[Election]) -> list[dict[str, Any]]:
    """Return the data behind the picture."""
    columns = ("id", "body", "date", "turnout_pct", "registered_voters", "votes_cast", "count_stage")
    return [{name: getattr(row, name) for name in columns} for row in elections]
