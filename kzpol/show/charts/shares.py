"""Shares of the vote, against the barrier where there was one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kzpol.ask.records.election import Election
from kzpol.ask.records.result import Result
from kzpol.show.charts.frame import About, Frame, Say
from kzpol.show.colors import ACCENT, GREY, colors

_LAST = ("against-all",)


@dataclass(frozen=True)
class Bar:
    """One contestant's share in per cent; `below` is whether it stayed under the barrier."""

    id: str
    label: str
    share: float
    color: str
    below: bool
    tail: str = ""  # what stands behind the figure: the seats


@dataclass(frozen=True)
class Bars:
    """Bars by size, and a mark across them with what it is called."""

    frame: Frame
    bars: tuple[Bar, ...]
    mark: float | None
    mark_label: str
    mark_color: str = ACCENT


def shares(
    election: Election,
    results: Sequence[Result],
    labels: dict[str, str],
    barrier: float | None,
    about: About,
    say: Say,
) -> Bars:
    """Return the shares of an election by size, votes against all last."""
    known = [row for row in results if row.share_pct is not None]
    known.sort(key=lambda row: (row.contestant in _LAST, -(row.share_pct or 0)))
    shades = colors(row.contestant for row in known)
    bars = []
    for row in known:
        share = row.share_pct or 0.0
        seats = row.seats_list if row.seats_list is not None and election.seats_list else row.seats_total
        tail = say(f"{seats} seats") if seats else ""
        below = barrier is not None and row.contestant not in _LAST and share < barrier
        bars.append(Bar(row.contestant, labels[row.contestant], share, shades[row.contestant], below, tail))
    bases = {row.share_base for row in known if row.share_base}
    base = _BASES.get(min(bases, default=""), "")
    subtitle = say(f"Share of the vote, % of {base}" if base else "Share of the vote, %")
    notes = [say("A preliminary count; no final one could be read.")] if known[0].stage == "preliminary" else []
    if barrier is not None and any(bar.below for bar in bars):
        notes.append(say("Pale or hatched bars stayed below the barrier."))
    mark_label = say(f"barrier {barrier:g} %") if barrier is not None else ""
    return Bars(Frame(election.title, subtitle, tuple(notes), about.line(say)), tuple(bars), barrier, mark_label)


_BASES = {
    "participants": "those who took part", "valid": "valid votes", "parties": "votes for parties",
    "registered": "registered voters",
}  # fmt: skip


def rows(results: Sequence[Result], barrier: float | None) -> list[dict[str, Any]]:
    """Return the data behind the picture."""
    columns = ("election", "contestant", "name", "party", "votes", "share_pct", "share_base", "seats_total", "stage")
    known = [row for row in results if row.share_pct is not None]
    return [{**{name: getattr(row, name) for name in columns}, "barrier_pct": barrier} for row in known]


def turnout_bars(election: Election, regions: Sequence[Any], about: About, say: Say) -> Bars:
    """Return turnout by region by size; the mark is that of the whole country."""
    ordered = sorted(regions, key=lambda row: -(row.turnout_pct or 0))
    bars = tuple(Bar(row.region, row.name, row.turnout_pct, GREY, False) for row in ordered)
    whole = election.turnout_pct
    notes = [say("Preliminary counts.")] if any(row.stage == "preliminary" for row in ordered) else []
    notes += [say(row.note) for row in ordered[:1] if row.note]
    label = say(f"country {whole:g} %") if whole is not None else ""
    frame = Frame(election.title, say("Turnout by region, %"), tuple(dict.fromkeys(notes)), about.line(say))
    shade = colors(["amanat"])["amanat"]
    return Bars(frame, tuple(Bar(b.id, b.label, b.share, shade, False) for b in bars), whole, label)
