"""The cards of the law, run: seats and eligible."""

from __future__ import annotations

from collections.abc import Callable

from kzpol.ask.lawbook import Ballot, LawOfTheDay
from kzpol.law import METHODS, Law, Outcome, Requirement, verdict
from kzpol.show.blocks import Bars, Block, Card, Cell, Grid, Lines, Pairs, Seats
from kzpol.show.listing import Listing


def seats_card(outcome: Outcome, law: Law, day: LawOfTheDay, ballot: Ballot | None, explain: bool) -> Card:
    """Return who gets which seats, beside the official ones, with the steps where they are asked for."""
    names = ballot.names if ballot else {}
    about: list[tuple[str, Cell]] = [
        ("law of", day.date),
        ("threshold", f"{float(law.threshold_pct):g} % of {outcome.base_votes} ({_BASES[outcome.base]})"),
        ("seats", outcome.seats),
        ("method", law.method),
    ]
    if outcome.quota is not None:
        about.append(("votes a seat", f"{float(outcome.quota):.4f}"))
    held = [(names.get(row.party, row.party), row.seats) for row in outcome.lists if row.seats]
    shares = [
        (names.get(row.party, row.party), float(row.share_pct), f"{float(row.share_pct):.2f} %, {row.seats} seats")
        for row in outcome.lists
        if row.share_pct is not None
    ]
    blocks: list[Block] = [Pairs(about)]
    blocks += [Seats("List seats", held)] if held else []
    blocks += [Bars("Shares against the threshold", shares, float(law.threshold_pct), "threshold")] if shares else []
    blocks.append(_table(outcome, ballot))
    blocks += [Lines("Undecided", _ties(outcome))] if outcome.undecided else []
    if explain or outcome.undecided or not any(row.seats for row in outcome.lists):
        rows: list[list[Cell]] = [[index, step.text, step.article] for index, step in enumerate(outcome.steps, 1)]
        blocks.append(Grid("Steps", ["", "what", "article"], rows))
    blocks += [Lines("In doubt", day.doubts)] if day.doubts else []
    if ballot and ballot.district:
        blocks.append(_chamber(outcome, ballot))
    title = f"{ballot.title}: the law, run" if ballot else "The law, run"
    return Card(title, _subtitle(outcome, ballot), _data(outcome, law, day, ballot), {}, blocks)


_BASES = {"participants": "all who took part", "valid": "valid votes"}


def _subtitle(outcome: Outcome, ballot: Ballot | None) -> str:
    if ballot is None:
        return f"{sum(row.seats for row in outcome.lists)} of {outcome.seats} seats given"
    same = all(row.seats == ballot.official.get(row.party) for row in outcome.lists)
    return "the same seats as the official ones" if same else "other seats than the official ones"


def _table(outcome: Outcome, ballot: Ballot | None) -> Grid:
    rows: list[list[Cell]] = []
    for row in seats_listing(outcome, ballot).rows:
        share = None if row["share_pct"] is None else round(row["share_pct"], 2)
        cells: list[Cell] = [row["party"], row["votes"], share, "yes" if row["passed"] else "no", row["seats"]]
        rows.append([*cells, row["official_seats"]] if ballot else cells)
    columns = ["list", "votes", "share %", "shares in seats", "seats"]
    return Grid("Lists", [*columns, "official"] if ballot else columns, rows)


def _chamber(outcome: Outcome, ballot: Ballot) -> Grid:
    seats = {row.party: row.seats for row in outcome.lists}
    ids = [*seats, *(id for id in ballot.district if id not in seats)]
    rows: list[list[Cell]] = [
        [
            ballot.names.get(id) or id,
            seats.get(id, 0),
            ballot.district.get(id, 0),
            seats.get(id, 0) + ballot.district.get(id, 0),
        ]
        for id in ids
        if seats.get(id, 0) + ballot.district.get(id, 0)
    ]
    return Grid("With the district seats", ["name", "list", "district", "total"], rows)


def _ties(outcome: Outcome) -> list[str]:
    return [
        f"{', '.join(tie.parties)} are level for {tie.seats} seat{'' if tie.seats == 1 else 's'}: the list registered "
        "earlier comes first, and the order is not known."
        for tie in outcome.undecided
    ]


def seats_listing(outcome: Outcome, ballot: Ballot | None) -> Listing:
    """Return a row a list."""
    rows = [
        {
            "party": row.party,
            "votes": row.votes,
            "share_pct": None if row.share_pct is None else float(row.share_pct),
            "passed": row.passed,
            "seats": row.seats,
            "official_seats": ballot.official.get(row.party) if ballot else None,
        }
        for row in outcome.lists
    ]
    columns = ["party", "votes", "share_pct", "passed", "seats", "official_seats"]
    return Listing(rows, columns, columns)


def _data(outcome: Outcome, law: Law, day: LawOfTheDay, ballot: Ballot | None) -> dict[str, object]:
    return {
        "election": ballot.election if ballot else None,
        "law": {"date": day.date, "method": law.method, "second_party": law.second_party, "articles": law.articles},
        "threshold_pct": float(law.threshold_pct),
        "base": outcome.base,
        "base_votes": outcome.base_votes,
        "quota": None if outcome.quota is None else float(outcome.quota),
        "quota_exact": None if outcome.quota is None else str(outcome.quota),
        "seats": outcome.seats,
        "steps": [{"step": s.step, "text": s.text, "article": s.article, **s.values} for s in outcome.steps],
        "parties": seats_listing(outcome, ballot).rows,
        "undecided": [{"parties": list(tie.parties), "seats": tie.seats} for tie in outcome.undecided],
        "doubts": day.doubts,
    }


def methods_listing(run: Callable[[str], Outcome], ballot: Ballot | None) -> Listing:
    """Return each list's seats under every method side by side."""
    outcomes = {method: run(method) for method in METHODS}
    rows = [
        {
            "party": row.party,
            "votes": row.votes,
            "official": ballot.official.get(row.party) if ballot else None,
            **{method: outcome.seats_of(row.party) for method, outcome in outcomes.items()},
        }
        for row in outcomes["law"].lists
    ]
    columns = ["party", "votes", "official", *METHODS]
    if ballot:
        same = [m for m, o in outcomes.items() if all(o.seats_of(p) == s for p, s in ballot.official.items())]
        note = f"Same seats as the official ones: {', '.join(same) or 'none'}."
    else:
        note = ""
    open_ties = [method for method, outcome in outcomes.items() if outcome.undecided]
    note += f" Undecided by a tie: {', '.join(open_ties)}." if open_ties else ""
    return Listing(rows, columns, ["party", *METHODS, "official", "votes"], note=note.strip())


_VERDICTS = {True: "yes", False: "no", None: "not checked"}


def eligible_card(found: list[Requirement], day: str) -> Card:
    """Return each requirement, met or not, and the verdict."""
    answer = verdict(found)
    rows: list[list[Cell]] = [
        [
            row.asked.title,
            row.asked.value,
            row.asked.unit,
            row.given,
            _VERDICTS[row.met],
            row.asked.article,
            row.asked.act,
        ]
        for row in found
    ]
    said = {
        True: "Every requirement is met.",
        False: "Not all requirements are met.",
        None: "What was given meets the law; not every requirement was checked.",
    }[answer]
    data = {
        "on": day,
        "eligible": answer,
        "requirements": [
            {
                "rule": row.asked.rule, "required": row.asked.value, "given": row.given, "met": row.met,
                "act": row.asked.act, "article": row.asked.article,
            }
            for row in found
        ],
    }  # fmt: skip
    columns = ["requirement", "asked", "unit", "given", "met", "article", "act"]
    return Card(f"Registering a party on {day}", said, data, {"on": day, "eligible": answer}, [Grid("", columns, rows)])


def periods_listing(found: list[tuple[str, str | None, bool | None]]) -> Listing:
    """Return the periods in which such a party could and could not have been registered."""
    rows = [{"from": start, "to": end, "eligible": answer} for start, end, answer in found]
    columns = ["from", "to", "eligible"]
    return Listing(rows, columns, columns, note="Only what was given is checked; 1 yes, 0 no.")
