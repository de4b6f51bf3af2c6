"""The chamber as a half circle; each party has a colour and a shape, and its name stands beside its seats."""

from __future__ import annotations

from matplotlib.figure import Figure

from kzpol.show.charts import hemicycle
from kzpol.show.charts.files.seat_names import RADIUS, names_beside, write_beside
from kzpol.show.charts.files.sheet import BODY, INK, MARGIN, SOFT, WIDTH, bare, key, sheet, strip
from kzpol.show.charts.seats import Chamber

SHAPES = "oDs^vphP*<>8dX"


def draw(chamber: Chamber) -> Figure:
    """Return the figure; the seat of a party's n-th member has the id seat.PARTY.list.N or seat.PARTY.district.N."""
    places = hemicycle.places(len(chamber.seats))
    beside = names_beside(chamber, places)
    tall = RADIUS * 1.12 + 0.25
    below = 0.0 if beside is not None else 0.2 * -(-len(chamber.groups) // 2) + 0.1
    figure, axes = sheet(chamber.frame, tall, foot=below + (0.24 if chamber.both else 0.0))
    width = (WIDTH - 2 * MARGIN) / 2 / RADIUS
    axes.set(xlim=(-width, width), ylim=(-0.1, tall / RADIUS - 0.1))
    bare(axes)
    size = min(hemicycle.spacing(len(places)) * RADIUS * 72 * 0.8, 15)
    shapes = _shapes(chamber)
    counts: dict[tuple[str, str], int] = {}
    for (group, in_district), (x, y) in zip(chamber.seats, places, strict=True):
        tier = "district" if in_district else "list"
        counts[group.id, tier] = counts.get((group.id, tier), 0) + 1
        [seat] = axes.plot(
            [x], [y], marker=shapes[group.id], markersize=size * _SCALE.get(shapes[group.id], 1), linestyle="none",
            markerfacecolor="white" if in_district else group.color, markeredgecolor=group.color,
            markeredgewidth=max(size * 0.16, 0.8) if in_district else 0.4, clip_on=False,
        )  # fmt: skip
        seat.set_gid(f"seat.{group.id}.{tier}.{counts[group.id, tier]}")
    axes.text(0, 0.02, str(len(places)), ha="center", va="bottom", fontsize=24, fontweight="bold", color=INK)
    axes.text(0, -0.02, chamber.words["seats"], ha="center", va="top", fontsize=BODY, color=SOFT)
    if beside is None:
        _list(figure, chamber, shapes, below)
    for name in beside or []:
        write_beside(axes, name)
    if chamber.both:
        _tiers(figure, chamber, below)
    return figure


_SCALE = {"D": 0.86, "s": 0.92, "^": 1.08, "v": 1.08, "P": 1.08, "*": 1.3, "X": 1.05, "<": 1.08, ">": 1.08}


def _shapes(chamber: Chamber) -> dict[str, str]:
    shapes = {group.id: SHAPES[index % len(SHAPES)] for index, group in enumerate(chamber.groups)}
    return shapes | ({"unknown": "."} if "unknown" in shapes else {})


def _list(figure: Figure, chamber: Chamber, shapes: dict[str, str], height: float) -> None:
    """List the groups in two columns, each with its shape."""
    axes = strip(figure, 0.05, height)
    rows = -(-len(chamber.groups) // 2)
    for index, group in enumerate(chamber.groups):
        x, y = (index // rows) * (WIDTH / 2 - MARGIN) + 0.06, height - 0.1 - 0.2 * (index % rows)
        face = group.color if group.filled else "white"
        axes.plot([x], [y], shapes[group.id], markersize=6, markerfacecolor=face, markeredgecolor=group.color)
        label = axes.text(x + 0.13, y, f"{group.label} {group.total}", va="center", fontsize=BODY, color=INK)
        label.set_gid(f"name.{group.id}")


def _tiers(figure: Figure, chamber: Chamber, top: float) -> None:
    """Say which seats were won by list and which in districts, and how many."""
    filled, hollow = (sum(part) for part in zip(*((g.filled, g.open) for g in chamber.groups), strict=True))
    looks, words = {"marker": "o", "color": SOFT}, chamber.words
    entries = [
        (looks, f"{words['filled']} {filled}"),
        (looks | {"markerfacecolor": "white"}, f"{words['open']} {hollow}"),
    ]
    key(figure, top, entries)
