"""The command serve: the database in a browser."""

from __future__ import annotations

import gc
from typing import Annotated

import typer

from kzpol.ask.database import connect, shipped
from kzpol.cli.options import DatabaseOption


def serve_command(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes any free port.")] = 8001,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the browser too.")] = False,
    db: DatabaseOption = None,
) -> None:
    """Open the database in Datasette, for this computer only.

    Tables with meanings and units, facets, full-text search, ready queries, downloads as CSV and JSON. Nothing can be
    written, and no query runs for long. Needs the extra kzpol[serve]. Ctrl-C stops it.

    Examples: kzpol serve --open · kzpol serve --port 0
    """
    from kzpol.serve.server import HOST, application, listen, serve

    gc.enable()  # unlike other commands this one stays
    with connect(db) as connection:
        datasette = application(connection, db or shipped())
    with listen(port) as listening:
        address = f"http://{HOST}:{listening.getsockname()[1]}/"
        typer.echo(address)
        typer.echo("Ctrl-C stops it.", err=True)
        if open_browser:
            import webbrowser

            webbrowser.open(address)
        serve(datasette, listening)
