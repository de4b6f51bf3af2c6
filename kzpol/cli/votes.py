"""Reads votes that a user gives: inline, or as a CSV file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kzpol.ask.errors import BadQuestion
from kzpol.law.model import ListVote

_COLUMNS = "It needs party,votes and may have registered_on,candidates."


def read_votes(given: str) -> list[ListVote]:
    """Return the votes of `A=120,B=30`, or of a file with the columns party, votes and perhaps others.

    `registered_on` is the day on which the list was registered, `candidates` how many names it has. Raises BadQuestion
    with the row and the column that cannot be read.
    """
    return _inline(given) if "=" in given else _file(Path(given))


def _inline(given: str) -> list[ListVote]:
    found: dict[str, ListVote] = {}
    for index, part in enumerate(given.split(","), 1):
        name, sign, votes = part.partition("=")
        party, place = name.strip(), f"--votes: entry {index}"
        if not sign or not party:
            raise BadQuestion(f"{place} is {part.strip()!r}; write NAME=VOTES, such as A=120,B=30.")
        if party in found:
            raise BadQuestion(f"{place}: {party!r} is named twice.")
        found[party] = ListVote(party, _number(votes, place))
    return list(found.values())


def _file(path: Path) -> list[ListVote]:
    found: list[ListVote] = []
    places: dict[str, str] = {}
    try:
        for place, row in _rows(path):
            party = row["party"]
            if not party:
                raise BadQuestion(f"{place}, column party: it is empty.")
            if party in places:
                raise BadQuestion(f"{place}, column party: {party!r} is named twice, first in {places[party]}.")
            places[party] = place.rpartition(": ")[2]
            candidates = row.get("candidates")
            found.append(
                ListVote(
                    party,
                    _number(row["votes"], f"{place}, column votes"),
                    _day(row.get("registered_on"), f"{place}, column registered_on"),
                    _number(candidates, f"{place}, column candidates", "candidates") if candidates else None,
                )
            )
    except csv.Error as error:
        raise BadQuestion(f"{path} cannot be read as CSV: {error}.") from None
    return found


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the place and the cells of each row that is not empty."""
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    columns = [name.strip().casefold() for name in next(reader, [])]
    for wanted in ("party", "votes"):
        if wanted not in columns:
            separator = " Separate columns by commas." if len(columns) == 1 and re.search("[;\t]", columns[0]) else ""
            raise BadQuestion(f"{path}: row 1 has no column {wanted!r}. {_COLUMNS}{separator}")
        if columns.count(wanted) > 1:
            raise BadQuestion(f"{path}: row 1 has the column {wanted!r} twice.")
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        place = f"{path}: row {reader.line_num}"
        if len(cells) > len(columns):
            raise BadQuestion(
                f"{place} has {len(cells)} cells for {len(columns)} columns. Write votes without thousands separators."
            )
        cells += [""] * (len(columns) - len(cells))
        yield place, dict(zip(columns, (cell.strip() for cell in cells), strict=True))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise BadQuestion(f"{path}: row {line} is not UTF-8. Save the file as CSV UTF-8.") from None
    except (OSError, ValueError) as error:
        raise BadQuestion(f"{path}: {getattr(error, 'strerror', None) or error}.") from None


def _number(text: str, place: str, what: str = "votes") -> int:
    written = text.strip()
    if not (written.isascii() and written.isdigit() and len(written) <= 18):
        raise BadQuestion(f"{place}: {written!r} is no whole number of {what} (no signs, separators or decimals).")
    return int(written)


def _day(text: str | None, place: str) -> str | None:
    if not text:
        return None
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}(:\d{2})?)?", text, re.ASCII)
    try:
        if match and date.fromisoformat(match[1]):
            return text.replace("T", " ")
    except ValueError:
        pass
    raise BadQuestion(f"{place}: {text!r} is no day. Write 2023-02-08, or 2023-02-08 14:30.")
