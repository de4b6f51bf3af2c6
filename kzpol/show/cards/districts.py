"""The single-member districts in the card of an election."""

from __future__ import annotations

from kzpol.ask.records.whole import ElectionReport
from kzpol.show.blocks import Cell, Grid


def districts_block(report: ElectionReport) -> Grid:
    """Return each district with its winner and who put the winner forward; a column without values is left out."""
    columns = ["winner", "put forward by", "votes", "share %", "region", "where"]
    places = {row.region: row.name for row in report.regions}
    values: list[tuple[Cell, ...]] = [
        (
            d.winner,
            report.names.get(d.party or "", d.party) or d.nominated_by,
            d.votes,
            d.share_pct,
            places.get(d.region or "", d.region),
            d.name,
        )
        for d in report.districts
    ]
    used = [index for index in range(len(columns)) if any(row[index] is not None for row in values)]
    rows: list[list[Cell]] = [[d.number, *(v[i] for i in used)] for d, v in zip(report.districts, values, strict=True)]
    total = report.election.seats_district
    known = sum(d.winner is not None for d in report.districts)
    note = f"{known} of {total} winners are known." if total and known != total else ""
    return Grid("Single-member districts", ["no.", *(columns[i] for i in used)], rows, note)
