"""The cards of the law, run: who gets which seats, step by step, and by which methods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kzpol.ask.seats import LawRun
from kzpol.law.model import METHODS
from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Lines, Pairs, Seats
from kzpol.show.listing import Listing

if TYPE_CHECKING:
    from kzpol.ask.records.source import Source

Cited = Mapping[str, list[str]] | None
_BASES = {"participants": "all who took part", "valid": "valid votes"}


def seats_card(run: LawRun, explain: bool, cited: Cited = None, sources: Sequence[Source] = ()) -> Card:
    """Return who gets which seats, beside the official ones, with the steps and sources where they are asked for."""
    outcome, law, names = run.outcome, run.law, _names(run)
    least = f"{float(law.threshold_pct):g} % of {outcome.base_votes:,}".replace(",", " ")
    about: list[tuple[str, Cell]] = [("law of", run.day.date)]
    if run.day.edition:
        about.append(("text of", run.day.edition[0]))
    about += [("threshold", f"{least} ({_BASES[outcome.base]})"), ("seats", outcome.seats), ("method", law.method)]
    if outcome.quota is not None:
        about.append(("votes a seat", f"{float(outcome.quota):.4f}"))
    chamber = _chamber(run)
    blocks: list[Block] = [Pairs(about)]
    blocks += [_picture(run, chamber)] if chamber else []
    blocks += [_bars(run, names)] if any(row.share_pct is not None for row in outcome.lists) else []
    blocks.append(_table(run, names))
    blocks += [_chamber_grid(run, chamber)] if _beside(run) else []
    blocks += [Lines("Undecided", _ties(run, names))] if outcome.undecided else []
    if explain or outcome.undecided or not outcome.won:
        rows: list[list[Cell]] = [[index, step.text, step.article] for index, step in enumerate(outcome.told(names), 1)]
        blocks.append(Grid("Steps", ["", "what", "article"], rows))
    blocks += [Lines("Other methods", _methods(run))] if outcome.won else []
    notes = run.notes()
    blocks += [Lines("To be known", notes)] if notes else []
    if sources:
        from kzpol.show.cards.parts import sources_block

        blocks.append(sources_block(sources))
    title = f"{run.ballot.title}: the law, run" if run.ballot else "The law, run"
    data = _data(run, names, chamber, notes) | {"parties": seats_listing(run, cited).rows}
    data |= {"sources": [source.id for source in sources]} if sources else {}
    return Card(title, _subtitle(run), data, {}, blocks)


def _picture(run: LawRun, chamber: list[dict[str, Any]]) -> Seats:
    rows = [(str(row["name"]), int(row["seats_total"])) for row in chamber]
    return Seats("The chamber" if _beside(run) else "List seats", rows, who=[str(row["party"]) for row in chamber])


def _bars(run: LawRun, names: Mapping[str, str]) -> Bars:
    known = [(row, row.share_pct) for row in run.outcome.lists if row.share_pct is not None]
    rows = [
        (names.get(row.party, row.party), float(share), f"{float(share):.2f} %, {row.seats} seats")
        for row, share in known
    ]
    who = [row.party for row, _ in known]
    return Bars("Shares against the threshold", rows, float(run.law.threshold_pct), "threshold", who=who)


def _names(run: LawRun) -> Mapping[str, str]:
    return run.ballot.names if run.ballot else {}


def _beside(run: LawRun) -> bool:
    """Whether there are seats beside those of the lists; a chamber of another size is one of lists only."""
    ballot = run.ballot
    return bool(ballot and run.seats == ballot.seats and (ballot.district or ballot.otherwise))


def _subtitle(run: LawRun) -> str:
    if run.ballot is None:
        return f"{sum(row.seats for row in run.outcome.lists)} of {run.seats} seats given"
    if run.seats != run.ballot.seats:
        return f"{run.seats} list seats instead of {run.ballot.seats}"
    won = run.outcome.by_party()
    same = all(won[party] == seats for party, seats in run.ballot.official.items())
    return "the same seats as the official ones" if same else "other seats than the official ones"


def _table(run: LawRun, names: Mapping[str, str]) -> Grid:
    rows: list[list[Cell]] = []
    vacant = any(row.vacant for row in run.outcome.lists)
    for row in run.outcome.lists:
        share = None if row.share_pct is None else round(float(row.share_pct), 2)
        name = names.get(row.party, row.party)
        cells: list[Cell] = [name, row.votes, share, "yes" if row.passed else "no", row.seats]
        cells += [run.ballot.official.get(row.party)] if run.ballot else []
        rows.append(cells + ([row.vacant] if vacant else []))
    columns = ["list", "votes", "share %", "sharing", "seats", *(["official"] if run.ballot else [])]
    return Grid("Lists", columns + (["vacant"] if vacant else []), rows)


def _chamber(run: LawRun) -> list[dict[str, Any]]:
    """Return the seats of everybody who has some: by the lists as the law was run, all others as they were won."""
    won = run.outcome.by_party()
    district, otherwise = (run.ballot.district, run.ballot.otherwise) if run.ballot and _beside(run) else ({}, {})
    names = _names(run)
    found = []
    for party in dict.fromkeys([*won, *district, *otherwise]):
        parts = (won.get(party, 0), district.get(party, 0), otherwise.get(party, 0))
        if any(parts):
            found.append(
                {
                    "party": party, "name": names.get(party, party), "seats_list": parts[0],
                    "seats_district": parts[1], "seats_other": parts[2], "seats_total": sum(parts),
                }
            )  # fmt: skip
    return sorted(found, key=lambda row: -int(row["seats_total"]))


def _chamber_grid(run: LawRun, chamber: list[dict[str, Any]]) -> Grid:
    kinds = [("seats_list", "list"), ("seats_district", "district"), ("seats_other", "other"), ("seats_total", "total")]
    kinds = [(key, head) for key, head in kinds if key in ("seats_list", "seats_total") or any(r[key] for r in chamber)]
    rows: list[list[Cell]] = [[row["name"], *(row[key] for key, _ in kinds)] for row in chamber]
    rows.append(["total", *(sum(row[key] for row in chamber) for key, _ in kinds)])
    return Grid("With the other seats", ["name", *(head for _, head in kinds)], rows)


def _ties(run: LawRun, names: Mapping[str, str]) -> list[str]:
    told = []
    for tie in run.outcome.undecided:
        named = ", ".join(names.get(party, party) for party in tie.parties)
        why = (
            "for the second place the law names no order"
            if tie.second_place
            else "the list registered earlier comes first, and the order is not known"
        )
        told.append(f"{named} are level, seats left open: {tie.seats}; {why}.")
    return told


def _methods(run: LawRun) -> list[str]:
    same, others = run.compared()
    told = [f"Same seats by: {', '.join(same)}"] if same else []
    return told + ([f"Other seats by: {', '.join(others)}"] if others else [])


def seats_listing(run: LawRun, cited: Cited = None) -> Listing:
    """Return a row a list; `cited` are the sources of each, where they are wanted."""
    names = _names(run)
    rows: list[dict[str, Any]] = [
        {
            "party": row.party,
            "votes": row.votes,
            "share_pct": None if row.share_pct is None else float(row.share_pct),
            "passed": row.passed,
            "seats": row.seats,
            "official_seats": run.ballot.official.get(row.party) if run.ballot else None,
            "name": names.get(row.party, row.party),
            "vacant": row.vacant,
        }
        for row in run.outcome.lists
    ]
    columns = ["party", "votes", "share_pct", "passed", "seats", "official_seats", "name", "vacant"]
    if cited is not None:
        rows = [{**row, "sources": cited.get(str(row["party"]), [])} for row in rows]
        columns.append("sources")
    return Listing(rows, columns, columns)


def _data(run: LawRun, names: Mapping[str, str], chamber: list[dict[str, Any]], notes: list[str]) -> dict[str, object]:
    outcome, law, day = run.outcome, run.law, run.day
    same, others = run.compared()
    return {
        "election": run.ballot.election if run.ballot else None,
        "law": {
            "date": day.date, "body": day.body, "method": law.method, "second_party": law.second_party,
            "text_of": day.edition and day.edition[0], "text_source": day.edition and day.edition[1],
            "articles": law.articles,
        },
        "threshold_pct": float(law.threshold_pct),
        "base": outcome.base,
        "base_votes": outcome.base_votes,
        "quota": None if outcome.quota is None else float(outcome.quota),
        "quota_exact": None if outcome.quota is None else str(outcome.quota),
        "seats": outcome.seats,
        "steps": [{"step": s.step, "text": s.text, "article": s.article, **s.values} for s in outcome.told(names)],
        "parties": [],
        "undecided": [{"parties": list(tie.parties), "seats": tie.seats} for tie in outcome.undecided],
        "same_seats_by": same,
        "other_seats_by": others,
        "chamber": chamber,
        "chamber_seats": sum(int(row["seats_total"]) for row in chamber),
        "official_chamber_seats": run.ballot.chamber if run.ballot else None,
        "notes": notes,
        "doubts": run.doubts(),
    }  # fmt: skip


def methods_listing(run: LawRun) -> Listing:
    """Return each list's seats under every method side by side."""
    outcomes = run.methods
    official = run.ballot.official if run.ballot else {}
    seats = {method: outcome.by_party() for method, outcome in outcomes.items()}
    rows = [
        {
            "party": row.party,
            "votes": row.votes,
            "official": official.get(row.party),
            **{method: seats[method][row.party] for method in METHODS},
        }
        for row in outcomes["law"].lists
    ]
    columns = ["party", "votes", "official", *METHODS]
    note = ""
    if official:
        same = [method for method in METHODS if all(seats[method][p] == s for p, s in official.items())]
        note = f"Same seats as the official ones: {', '.join(same) or 'none'}."
    level = [method for method, outcome in outcomes.items() if outcome.undecided]
    note += f" Undecided by a tie: {', '.join(level)}." if level else ""
    return Listing(rows, columns, ["party", *METHODS, "official", "votes"], note=note.strip())
