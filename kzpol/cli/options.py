"""The options that every answering command has, written once."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from kzpol.ask.database import Connection, connect
from kzpol.ask.errors import BadQuestion
from kzpol.show.wanted import FOR_PEOPLE, FORMATS, Wanted

Format = Literal["table", "csv", "tsv", "json", "ndjson", "md", "html"]
Lang = Literal["en", "kk", "ru"]
Color = Literal["auto", "always", "never"]
DatabaseOption = Annotated[
    Path | None, typer.Option("--db", metavar="FILE", envvar="KZPOL_DB", help="Ask another database.")
]
_SHARED: dict[str, tuple[Any, Any]] = {
    "format": (Annotated[Format | None, typer.Option("--format", "-f", help="Output format.")], None),
    "csv": (Annotated[bool, typer.Option("--csv", help="Short for --format csv.")], False),
    "json": (Annotated[bool, typer.Option("--json", help="Short for --format json.")], False),
    "output": (
        Annotated[
            str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, as its ending says.")
        ],
        None,
    ),
    "columns": (
        Annotated[str | None, typer.Option("--columns", metavar="a,b,c", help="Only these columns, so ordered.")],
        None,
    ),
    "no_header": (
        Annotated[bool, typer.Option("--no-header", help="Without the line of column names.")],
        False,
    ),
    "bom": (Annotated[bool, typer.Option("--bom", help="CSV with a byte order mark, for Excel.")], False),
    "lang": (Annotated[Lang, typer.Option("--lang", help="Language of names.")], "en"),
    "sources": (Annotated[bool, typer.Option("--sources", help="Add the sources of each row.")], False),
    "limit": (Annotated[int | None, typer.Option("--limit", min=0, metavar="N", help="At most so many rows.")], None),
    "db": (DatabaseOption, None),
    "color": (Annotated[Color, typer.Option("--color", help="When to write colours.")], "auto"),
}


@dataclass(frozen=True)
class Asked:
    """What a command gets beside its own parameters: the open database and what output is wanted."""

    connection: Connection
    wanted: Wanted


def answering(command: Callable[..., None], format: Format | None = None) -> Callable[..., None]:
    """Give a command the shared options; it takes an `Asked` as its first parameter instead.

    An option that the command declares itself, such as a --format with other choices, stands for the shared one.
    `format` is what it writes where none is named, if that does not depend on where it writes to.
    """
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
    named = {parameter.name for parameter in own}
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
        for name, (annotation, default) in _SHARED.items()
        if name not in named
    ]

    @functools.wraps(command)
    def run(**given: Any) -> None:
        options = {name: given[name] if name in named else given.pop(name) for name in _SHARED}
        wanted = _wanted(options, format if "output" in named else _of_ending(options["output"]) or format)
        with connect(options["db"]) as connection:
            if wanted.lang != "en" and wanted.format in (None, *FOR_PEOPLE):
                from kzpol.ask.words import words

                wanted = replace(wanted, words=words(connection, wanted.lang))
            command(Asked(connection, wanted), **given)

    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own] + shared
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    del run.__wrapped__
    return run


_ENDINGS: dict[str, Format] = {"jsonl": "ndjson", "htm": "html", "markdown": "md", **{name: name for name in FORMATS}}
_OTHERS = ("xlsx", "xls", "ods", "parquet", "xml", "pdf", "docx")  # what would only be opened as something else


def _of_ending(output: str | None) -> Format | None:
    """Return the format that a file's name asks for; a name that no format has may hold any."""
    ending = Path(output).suffix.removeprefix(".").lower() if output else ""
    if ending in _OTHERS:
        raise BadQuestion(f"An answer cannot be written as .{ending}: name a file .csv, .json, .md or .html.")
    return _ENDINGS.get(ending)


def _wanted(options: dict[str, Any], default: Format | None) -> Wanted:
    formats = {options["format"]} if options["format"] else set()
    formats |= {name for name in ("csv", "json") if options[name]}
    if len(formats) > 1:
        raise BadQuestion(f"Choose one format, not {' and '.join(sorted(formats))}.")
    chosen = formats.pop() if formats else default
    if options["bom"] and chosen != "csv":
        raise BadQuestion("--bom goes with --csv.")
    columns = tuple(name.strip() for name in (options["columns"] or "").split(",") if name.strip())
    return Wanted(
        format=next((known for known in FORMATS if known == chosen), None),
        output=options["output"],
        columns=columns,
        header=not options["no_header"],
        bom=options["bom"],
        lang=options["lang"],
        sources=options["sources"],
        # no list is longer, and Python counts no further
        limit=None if options["limit"] is None else min(options["limit"], sys.maxsize),
        color=options["color"],
    )
