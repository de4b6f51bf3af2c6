"""The card of one election."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzpol.ask.records.result import Result
from kzpol.ask.records.whole import ElectionReport
from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Lines, Pairs, Seats
from kzpol.show.cards.districts import districts_block
from kzpol.show.cards.parts import (
    cited,
    conflicts_block,
    events_block,
    figures_block,
    percent,
    said_block,
    sources_block,
    unknown_block,
)

if TYPE_CHECKING:
    from kzpol.ask.citing import Citing

_SAID = ("observation", "complaint", "statement")
_LISTS = (
    "list-threshold-pct", "list-threshold-base", "list-second-party-guarantee", "electoral-blocs-allowed",
    "against-all-option", "party-min-members", "party-min-members-per-region",
)  # fmt: skip
_RULES_SHOWN = {
    "supreme-council": ("supreme-council-seats", "supreme-council-seats-district", "supreme-council-seats-other"),
    "majilis": ("majilis-seats", "majilis-seats-list", "majilis-seats-district", "majilis-seats-assembly", *_LISTS),
    "kurultai": ("kurultai-seats", "kurultai-term-years", *_LISTS),
    "senate": ("senate-appointed-seats", "senate-elected-per-region", "senate-term-years", "senate-min-age"),
    "president": ("president-term-years", "president-min-age", "president-max-terms", "president-single-term"),
    "maslikhat": (
        "maslikhat-list-seats-pct",
        "maslikhat-list-threshold-pct",
        "maslikhat-term-years",
        "maslikhat-min-age",
    ),
}


def election_card(report: ElectionReport, cite: Citing | None = None) -> Card:
    """Return an election in blocks: totals, chamber, results, rules in force, voices, disputes, sources.

    With `cite` each row names the sources behind it, for a page.
    """
    election = report.election
    blocks: list[Block] = [_totals_block(report, cite)]
    blocks += _pictures(report)
    if report.results:
        blocks.append(cited(_results("Results, final", report.results, report.names), report.results, cite))
    if report.preliminary:
        title = "Results, preliminary: first or unconfirmed counts, not the outcome"
        blocks.append(cited(_results(title, report.preliminary, report.names), report.preliminary, cite))
    blocks += [cited(_polls(report.polls), report.polls, cite)] if report.polls else []
    blocks += [cited(block, report.regions, cite) for block in _regions(report)]
    blocks += [cited(districts_block(report), report.districts, cite)] if report.districts else []
    blocks += _rules(report, cite)
    seen = [event for event in report.events if event.kind == "observation"]
    said = [event for event in report.events if event.kind in ("complaint", "statement")]
    said.sort(key=lambda event: event.kind)
    told = [event for event in report.events if event.kind not in _SAID]
    blocks += [said_block("What observers said", seen, report.names, cite)] if seen else []
    blocks += [said_block("What losers and others said", said, report.names, cite)] if said else []
    blocks += [events_block("What happened", told, report.names, cite)] if told else []
    blocks += [figures_block(report.figures, cite)] if report.figures else []
    if report.exceptions:
        blocks.append(
            Lines(
                "What does not add up in the record itself",
                [f"{e['check']}: {e['reason']}" for e in report.exceptions],
            )
        )
    blocks += [conflicts_block(report.conflicts, cite)] if report.conflicts else []
    blocks += [unknown_block(report.unknown)] if report.unknown else []
    blocks.append(sources_block(report.sources, cite))
    when = election.date or "date not known"
    second = f", second round {election.second_round}" if election.second_round else ""
    return Card(
        election.title,
        f"{when}{second}" + (f" · {election.type}" if election.type else ""),
        _data(report),
        election.values(),
        blocks,
    )


def _totals(report: ElectionReport) -> list[tuple[str, Cell]]:
    e = report.election
    tiers = [("by list", e.seats_list), ("in districts", e.seats_district), ("otherwise", e.seats_other)]
    shown = ", ".join(f"{count} {tier}" for tier, count in tiers if count)
    seats = f"{e.seats_total}{f' ({shown})' if shown else ''}" if e.seats_total is not None else None
    stage = " (preliminary count)" if e.count_stage == "preliminary" else ""
    rows: list[tuple[str, Cell]] = [("id", e.id), ("called on", e.called_on), ("seats", seats)]
    if e.turnout_pct is not None:
        rows.append(("turnout", percent(e.turnout_pct) + stage))
    counted = (
        ("registered voters", e.registered_voters), ("votes cast", e.votes_cast), ("valid", e.valid_votes),
        ("invalid", e.invalid_votes), ("against all", e.against_all_votes),
    )  # fmt: skip
    rows += [(label, value) for label, value in counted if value is not None]
    labels = {field: label for label, field in _FIELDS.items()}
    roughly = (value.split(" ", 1) for value in (e.approximate or "").split("; ") if value)
    rows += [(labels[field], f"{value} %" if field == "turnout_pct" else value) for field, value in roughly]
    return [(label, value) for label, value in rows if value]


_FIELDS = {
    "called on": "called_on", "seats": "seats_total", "turnout": "turnout_pct",
    "registered voters": "registered_voters",
    "votes cast": "votes_cast", "valid": "valid_votes", "invalid": "invalid_votes", "against all": "against_all_votes",
}  # fmt: skip


def _totals_block(report: ElectionReport, cite: Citing | None) -> Pairs:
    rows = _totals(report)
    found = Pairs(rows)
    if cite:
        fields = [_FIELDS.get(label) for label, _ in rows]
        found.sources = [cite(report.election.id, field=field) if field else [] for field in fields]
    return found


def _label(row: Result, names: dict[str, str]) -> str:
    return row.name or names.get(row.contestant) or row.contestant


def _pictures(report: ElectionReport) -> list[Block]:
    blocks: list[Block] = []
    held = sorted((r for r in report.results if r.seats_total), key=lambda r: -(r.seats_total or 0))
    if held:
        seats = [(_label(r, report.names), r.seats_total or 0) for r in held]
        blocks.append(Seats("Seats won", seats, who=[r.contestant for r in held]))
    shares = sorted((r for r in report.results if r.share_pct is not None), key=lambda r: -(r.share_pct or 0))
    if shares:
        rows = [
            (
                _label(r, report.names),
                r.share_pct or 0.0,
                f"{r.share_pct} %" + (f", {r.seats_total} seats" if r.seats_total else ""),
            )
            for r in shares
        ]
        blocks.append(Bars("Shares of the vote", rows, report.barrier, "barrier", who=[r.contestant for r in shares]))
    return blocks


def _results(title: str, results: list[Result], names: dict[str, str]) -> Grid:
    columns = ["votes", "share %", "share of", "seats", "list", "district", "other", "stands for"]
    bases = {r.share_base for r in results if r.share_pct is not None}
    mixed = len(bases - {None}) > 1  # only then must each share say what it is of
    values: list[tuple[Cell, ...]] = [
        (
            r.votes,
            r.share_pct,
            r.share_base if mixed and r.share_pct is not None else None,
            r.seats_total,
            r.seats_list,
            r.seats_district,
            r.seats_other,
            _backer(r, names),
        )
        for r in results
    ]
    used = [index for index in range(len(columns)) if any(row[index] is not None for row in values)]
    rows: list[list[Cell]] = [
        [_label(r, names), *(v[i] for i in used), r.contestant] for r, v in zip(results, values, strict=True)
    ]
    return Grid(title, ["name", *(columns[i] for i in used), "contestant"], rows)


def _backer(row: Result, names: dict[str, str]) -> str | None:
    """Return who put a candidate forward, by the name of the day where it is known."""
    party = row.party if row.party != row.contestant else None
    return row.nominated_by or (names.get(party, party) if party else None)


def _polls(polls: list[Result]) -> Grid:
    rows: list[list[Cell]] = [
        [r.name, r.share_pct if r.share_pct is not None else _rough(r.approximate), r.pollster] for r in polls
    ]
    return Grid("Exit polls", ["name", "share %", "pollster"], rows)


def _rough(approximate: str | None) -> str | None:
    return (approximate or "").removeprefix("share_pct ") or None


def _regions(report: ElectionReport) -> list[Block]:
    if not report.regions:
        return []
    columns: dict[str, list[Cell]] = {"region": [r.name for r in report.regions]}
    known = [r.turnout_pct for r in report.regions]
    if any(turnout is not None for turnout in known):
        columns["turnout %"] = list(known)
    if None in known:  # what else is known of a region stands in for its turnout
        columns["registered voters"] = [r.registered_voters for r in report.regions]
    columns |= {"stage": [r.stage for r in report.regions], "note": [r.note for r in report.regions]}
    title = "Turnout by region" if "turnout %" in columns else "Voters by region"
    return [Grid(title, list(columns), [list(row) for row in zip(*columns.values(), strict=True)])]


def _rules(report: ElectionReport, cite: Citing | None) -> list[Block]:
    by_rule = [row for name in _RULES_SHOWN.get(report.election.body, ()) for row in report.rules if row.rule == name]
    if not by_rule:
        return []
    doubt = {
        "yes": "",
        "part": "in part",
        "not-known": "perhaps: the day of its start or end is not known",
        None: "",
    }
    rows: list[list[Cell]] = [[r.title, r.value, r.unit, doubt[r.on], r.article, r.act] for r in by_rule]
    note = f"All {len(report.rules)} rules of that day: kzpol thresholds --on {report.election.date}"
    grid = Grid("Rules in force that day", ["rule", "value", "unit", "in force", "article", "act"], rows, note)
    return [cited(grid, by_rule, cite)]


def _data(report: ElectionReport) -> dict[str, object]:
    data: dict[str, object] = dict(report.election.values())
    data["results"] = [row.values() for row in (*report.results, *report.preliminary, *report.polls)]
    for name in ("regions", "districts", "rules", "figures", "events", "conflicts", "unknown", "sources"):
        data[name] = [row.values() for row in getattr(report, name)]
    data["exceptions"] = report.exceptions
    return data
