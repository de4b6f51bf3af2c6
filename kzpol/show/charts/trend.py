"""One party through its elections: its share of the vote beside its share of the chamber."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kzpol.ask.records.comparison import Stand
from kzpol.show.charts.frame import About, Frame, Say
from kzpol.show.colors import colors

_LOWER = ("supreme-council-", "majilis-", "kurultai-")


@dataclass(frozen=True)
class Point:
    """One election: shares in per cent, None where not known; `label` is the name on that day's ballot."""

    election: str
    date: str
    label: str
    vote: float | None
    seats: int | None
    chamber: int | None

    @property
    def seat_share(self) -> float | None:
        """The share of the chamber in per cent."""
        return 100 * self.seats / self.chamber if self.seats is not None and self.chamber else None


@dataclass(frozen=True)
class Trend:
    """A party's points in time."""

    frame: Frame
    points: tuple[Point, ...]
    color: str
    vote: str  # what the two lines are called
    chamber: str


def trend(party: str, title: str, stands: Sequence[Stand], labels: Sequence[str], about: About, say: Say) -> Trend:
    """Return a party's elections to the lower house, or where it stood in none, all in which votes or seats are known.

    `labels` are its names on those days.
    """
    lower = any(row.election.startswith(_LOWER) for row in stands)
    pairs = [(r, n) for r, n in zip(stands, labels, strict=True) if r.election.startswith(_LOWER) or not lower]
    stands, labels = [row for row, _ in pairs], [label for _, label in pairs]
    points = tuple(
        Point(row.election, row.date or "", label, row.share_pct, row.seats_total, row.chamber)
        for row, label in zip(stands, labels, strict=True)
        if row.date and (row.share_pct is not None or row.seats_total is not None)
    )
    notes = []
    if any(row.contestant != party for row in stands):
        blocs = dict.fromkeys(
            f"{row.date[:4]} {label}"
            for row, label in zip(stands, labels, strict=True)
            if row.contestant != party and row.date
        )
        notes.append(say(f"In a bloc, whose figures are shown: {', '.join(blocs)}."))
    bases = dict.fromkeys(row.share_base for row in stands if row.share_base)
    if len(bases) > 1:
        notes.append(say("The shares have different bases: `kzpol trend` names them."))
    years = f"{points[0].date[:4]}–{points[-1].date[:4]}" if points else ""
    vote, chamber = say("share of the vote, %"), say("share of the seats, %")
    what = say("Elections to the lower house") if lower else say("Elections")
    frame = Frame(title, f"{what}, {years}", tuple(notes), about.line(say))
    return Trend(frame, points, colors([party])[party], vote, chamber)
