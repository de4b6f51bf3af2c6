"""The command export: data sets as files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kzpol.ask.errors import BadQuestion
from kzpol.cli.options import Asked, answering
from kzpol.show.deliver import deliver_list, list_text, narrowed
from kzpol.show.harmless import inert
from kzpol.show.listing import Listing
from kzpol.show.writing import blocks, write_file

if TYPE_CHECKING:
    from kzpol.show.package.resource import Resource

ExportFormat = Literal["csv", "tsv", "json", "ndjson", "parquet", "md", "html"]


def _folder(name: str) -> Path:
    if not name:  # Path("") is the current folder, which nobody means by an empty name
        raise typer.BadParameter("an empty name is no folder.")
    return Path(name)


@partial(answering, format="csv")
def export_command(
    asked: Asked,
    datasets: Annotated[list[str] | None, typer.Argument(metavar="[DATASET]…", help="No name means all.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", parser=_folder, help="The folder to write to.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files of the same names in DIR.")] = False,
    format: Annotated[ExportFormat | None, typer.Option("--format", "-f", help="Format of the files.")] = None,
) -> None:
    """Export data sets: as a data package to a folder, or one alone to standard output.

    The folder gets a file for each data set, datapackage.json (types, units, keys, licence) and a readme that says how
    DuckDB, pandas, Polars, R, Spark, BigQuery and Excel open them.

    Examples: kzpol export --out data · kzpol export results --json
    """
    from kzpol.ask.datasets import datasets as meant

    names = meant(datasets or [])
    wanted = asked.wanted
    if out is not None and wanted.output is not None:
        raise BadQuestion("Choose --out or --output.")
    if out is None:
        if force:
            raise BadQuestion("--force goes with --out DIR.")
        if len(names) > 1 or format == "parquet":
            what = "Several data sets need" if len(names) > 1 else "Parquet needs"
            raise BadQuestion(f"{what} a folder: --out DIR.")
        deliver_list(_listing(asked, names[0]), wanted)
        return
    if wanted.format in ("md", "html"):
        _pages(asked, names, out, force)
    else:
        _package(asked, names, out, force, parquet=format == "parquet")
    typer.echo(inert(f"Wrote {len(names)} data sets to {out}."), err=True)


def _package(asked: Asked, names: list[str], out: Path, force: bool, parquet: bool) -> None:
    from kzpol.ask.overview import overview
    from kzpol.show.package.resource import Style
    from kzpol.show.package.write import write_package

    wanted = asked.wanted
    style = Style("parquet" if parquet else wanted.format, wanted.header, wanted.bom)  # type: ignore[arg-type]
    about = overview(asked.connection)
    whole = wanted.limit is None
    write_package((_resource(asked, name) for name in _progress(names)), out, style, about, whole, force)


def _resource(asked: Asked, name: str) -> Resource:
    from kzpol.ask.columns import table
    from kzpol.ask.datasets import DATASETS, columns
    from kzpol.show.package.resource import Resource

    found = columns(asked.connection, name)
    chosen = asked.wanted.columns
    if chosen:
        known = {column.name: column for column in found}
        unknown = [column for column in chosen if column not in known]
        if unknown:
            raise BadQuestion(f"{name} has no column {unknown[0]!r}. Columns: {', '.join(known)}.")
        found = [known[column] for column in chosen]
    dataset = DATASETS[name]
    about = table(asked.connection, dataset.table)
    return Resource(name, about.title, about.about, found, dataset.key, _rows(asked, name))


def _rows(asked: Asked, name: str) -> Iterator[dict[str, Any]]:
    from kzpol.ask.datasets import DATASETS

    records = DATASETS[name].read(asked.connection)
    return (record.values() for record in islice(records, asked.wanted.limit))


def _listing(asked: Asked, name: str) -> Listing:
    from kzpol.ask.datasets import DATASETS

    rows = (record.values() for record in DATASETS[name].read(asked.connection))
    return Listing(rows, DATASETS[name].record.columns(), [], name)


def _pages(asked: Asked, names: list[str], out: Path, force: bool) -> None:
    """Write each data set as a page to read: no data package, since no program reads them."""
    from kzpol.show.package.folder import filled

    with filled(out, force) as folder:
        for name in _progress(names):
            parts = list_text(narrowed(_listing(asked, name), asked.wanted), asked.wanted)
            write_file(folder / f"{name}.{asked.wanted.format}", blocks(parts, asked.wanted))


def _progress(names: list[str]) -> list[str]:
    if not sys.stderr.isatty():
        return names
    from rich.console import Console
    from rich.progress import track

    return track(names, "Exporting", console=Console(stderr=True), transient=True)  # type: ignore[return-value]
