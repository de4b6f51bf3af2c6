"""datapackage.json: what is in a data package, as the Data Package standard asks (specs.frictionlessdata.io)."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from kzpol.ask.columns import Column
from kzpol.ask.overview import Overview
from kzpol.show.package.resource import Resource, Style

TITLE = "Kazakhstan's party system since 1990"
ABOUT = (
    "Parties, their registrations, elections, legal thresholds and events in Kazakhstan since 1990, "
    "with the source of every value."
)
_MEDIA_TYPES = {
    "csv": "text/csv", "tsv": "text/tab-separated-values", "json": "application/json",
    "ndjson": "application/x-ndjson", "parquet": "application/vnd.apache.parquet",
}  # fmt: skip
_TYPES = {"text": "string", "date": "string", "yes/no": "boolean", "integer": "integer", "number": "number"}
_READ_WHOLE = ("json", "parquet")  # of these `frictionless validate` counts no bytes, and calls every count wrong
_AS_PRECISE_AS_KNOWN = r"\d{4}(-\d{2}(-\d{2})?)?"


def descriptor(resources: list[Resource], folder: Path, style: Style, about: Overview, whole: bool) -> dict[str, Any]:
    """Return the description of the files in a folder; `whole` says that no row was left out, so that keys hold."""
    names = {resource.name for resource in resources} if whole else set()
    found: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "kzpol",
        "title": TITLE,
        "description": ABOUT,
        "version": about.data_version,
        "licenses": [
            {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0",
             "path": "https://creativecommons.org/licenses/by/4.0/"},
        ],
        "keywords": ["Kazakhstan", "political parties", "elections", "electoral law"],
        "temporal": {"start": about.covers_from, "end": about.covers_to},
    }  # fmt: skip
    if "sources" in names:
        title = f"{about.counts['sources']} documents, each with publisher, date and address"
        found["sources"] = [{"title": title, "path": f"sources.{style.format}"}]
    found["resources"] = [_resource(resource, folder, style, names) for resource in resources]
    return found


def _resource(resource: Resource, folder: Path, style: Style, names: set[str]) -> dict[str, Any]:
    path = folder / f"{resource.name}.{style.format}"
    found: dict[str, Any] = {
        "name": resource.name,
        "type": "table",
        "title": resource.title,
        "description": resource.about,
        "path": path.name,
        "format": style.format,
        "mediatype": _MEDIA_TYPES[style.format],
    }
    if style.format not in _READ_WHOLE:
        found["bytes"] = path.stat().st_size
        with path.open("rb") as stream:
            found["hash"] = f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"
    if style.format != "parquet":
        found["encoding"] = "utf-8"
    if style.format in ("csv", "tsv"):
        found["dialect"] = _dialect(style)
    found["schema"] = _schema(resource, style, names)
    return found


def _dialect(style: Style) -> dict[str, Any]:
    """Return how the cells are parted: CSV as in RFC 4180, TSV without any quoting."""
    own = {"delimiter": ",", "quoteChar": '"'} if style.format == "csv" else {"delimiter": "\t", "quoteChar": "\0"}
    return {"header": style.header, "lineTerminator": "\r\n" if style.format == "csv" else "\n", "csv": own, **own}


def _schema(resource: Resource, style: Style, names: set[str]) -> dict[str, Any]:
    there = {column.name for column in resource.columns}
    found: dict[str, Any] = {
        "fields": [_field(column, style) for column in resource.columns],
        "missingValues": [""],
    }
    if resource.key and there.issuperset(resource.key):
        found["primaryKey"] = list(resource.key)
    pointing = [
        {
            "fields": [column.name],
            "reference": {"resource": "" if column.refers == resource.name else column.refers, "fields": ["id"]},
        }
        for column in resource.columns
        if column.refers in names
    ]
    if pointing:
        found["foreignKeys"] = pointing
    return found


def _field(column: Column, style: Style) -> dict[str, Any]:
    typed = {"any": "any", "list": "array"} if style.format in ("json", "ndjson") else {"any": "string"}
    found: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type) or typed.get(column.type, "string"),
        "description": column.about,
    }
    if column.unit:
        found["unit"] = column.unit
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.type == "date":
        limits["pattern"] = _AS_PRECISE_AS_KNOWN
    if column.type in ("integer", "number"):
        limits["minimum"] = 0
    if limits:
        found["constraints"] = limits
    return found
