"""Writes the rows of a data set into a file, one after the other, so that memory does not grow with them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from kzpol.show.package.resource import Resource, Style
from kzpol.show.separated import TABS, safe


def write(resource: Resource, target: Path, style: Style) -> int:
    """Write a data set's file and return its number of rows. Raises OSError."""
    if style.format == "parquet":
        from kzpol.show.package.parquet import write as write_parquet

        return write_parquet(resource, target)
    if style.format in ("json", "ndjson"):
        return _objects(resource, target, lines=style.format == "ndjson")
    return _separated(resource, target, style)


def _separated(resource: Resource, target: Path, style: Style) -> int:
    names = [column.name for column in resource.columns]
    count = 0
    with target.open("w", encoding="utf-8-sig" if style.bom else "utf-8", newline="") as stream:
        comma = csv.writer(stream, lineterminator="\r\n")

        def line(cells: list[str]) -> None:
            if style.format == "csv":
                comma.writerow(cells)
            else:
                stream.write("\t".join(cell.translate(TABS) for cell in cells) + "\n")

        if style.header:
            line(names)
        for row in resource.rows:
            line([cell(row[name]) for name in names])
            count += 1
    return count


def cell(value: Any) -> str:
    """Return a value as the text of a cell; a truth is written so that every reader takes it for one."""
    return str(value).lower() if isinstance(value, bool) else safe(value)


def _objects(resource: Resource, target: Path, lines: bool) -> int:
    """Write a JSON list, a record a line, or only the lines."""
    names = [column.name for column in resource.columns]
    count = 0
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        for row in resource.rows:
            if not lines:
                stream.write(",\n " if count else "[")
            stream.write(json.dumps({name: row[name] for name in names}, ensure_ascii=False))
            stream.write("\n" if lines else "")
            count += 1
        if not lines:
            stream.write("]\n" if count else "[]\n")
    return count
