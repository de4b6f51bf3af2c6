"""Reads votes that a user gives: inline, or as a CSV file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from kzpol.ask.errors import BadQuestion
from kzpol.law.model import ListVote


def read_votes(given: str) -> list[ListVote]:
    """Return the votes of `A=120,B=30`, or of a file with the columns party, votes and perhaps registered_on.

    Raises BadQuestion with the row and the column that cannot be read.
    """
    return _inline(given) if "=" in given else _file(Path(given))


def _inline(given: str) -> list[ListVote]:
    found = []
    for index, part in enumerate(given.split(","), 1):
        party, sign, votes = part.partition("=")
        if not sign or not party.strip():
            raise BadQuestion(f"--votes: entry {index} is {part.strip()!r}; write NAME=VOTES, such as A=120,B=30.")
        found.append(ListVote(party.strip(), _number(votes, f"--votes: entry {index}")))
    return found


def _file(path: Path) -> list[ListVote]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise BadQuestion(f"{path}: row {line} is not UTF-8. Save the file as CSV UTF-8.") from None
    except OSError as error:
        raise BadQuestion(f"{path}: {error.strerror}.") from None
    reader = csv.reader(io.StringIO(text, newline=""))
    columns = [name.strip().casefold() for name in next(reader, [])]
    for wanted in ("party", "votes"):
        if wanted not in columns:
            raise BadQuestion(
                f"{path}: row 1 has no column {wanted!r}. It needs party,votes and may have registered_on."
            )
    found = []
    for cells in reader:
        if not cells:
            continue
        place = f"{path}: row {reader.line_num}"
        row = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        if not row.get("party"):
            raise BadQuestion(f"{place}, column party: it is empty.")
        votes = _number(row.get("votes"), f"{place}, column votes")
        found.append(ListVote(row["party"], votes, row.get("registered_on") or None))
    return found


def _number(text: str | None, place: str) -> int:
    written = (text or "").strip()
    if not (written.isascii() and written.isdigit() and len(written) <= 18):
        raise BadQuestion(f"{place}: {written!r} is no whole number of votes (no signs, separators or decimals).")
    return int(written)
