"""CSV (RFC 4180) and tab-separated text. Nothing is rounded, unknown is empty; a text that a spreadsheet would run as a
formula begins with an apostrophe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kzpol.show.harmless import cell
from kzpol.show.listing import Listing

_NUMBERS = (int, float)
TABS = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


class _Line:
    """What a CSV writer writes to: the line is what it returns."""

    @staticmethod
    def write(line: str) -> str:
        return line


def lines(listing: Listing, header: bool, separator: str, bom: bool) -> Iterator[str]:
    """Yield the list with one line a record."""
    if bom:
        yield "\ufeff"
    if separator == "\t":
        if header:
            yield "\t".join(cell(name).translate(TABS) for name in listing.columns) + "\n"
        for row in listing.rows:
            yield "\t".join([safe(row[name]).translate(TABS) for name in listing.columns]) + "\n"
        return
    import csv

    line = csv.writer(_Line, lineterminator="\r\n").writerow
    if header:
        yield line([cell(name) for name in listing.columns])
    for row in listing.rows:
        yield line([safe(row[name]) for name in listing.columns])


def safe(value: Any) -> str:
    """Return a value as the text of one cell that no spreadsheet runs; numbers are as they are."""
    if value is None:
        return ""
    return str(value) if value.__class__ in _NUMBERS else cell(flat(value))


def flat(value: Any) -> str:
    """Return a value as the text of one cell; unknown is empty, several values are joined."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, list | tuple):
        return "; ".join(_item(item) for item in value)
    return str(value)


def _item(item: Any) -> str:
    """Write one of several values in a cell: a claimed value with who says it."""
    if isinstance(item, dict) and "value" not in item:
        import json

        return json.dumps(item, ensure_ascii=False)
    if isinstance(item, dict):
        stage = f", {item['stage']}" if item.get("stage") else ""
        return f"{item['value']} ({item['source']}, {item['rank']}{stage})"
    return str(item)
