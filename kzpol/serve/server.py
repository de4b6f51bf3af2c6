"""Starts Datasette on the loopback address."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path
from typing import Any

from kzpol.ask.columns import tables
from kzpol.ask.database import Connection
from kzpol.ask.errors import BadQuestion
from kzpol.ask.overview import overview
from kzpol.ask.queries import queries
from kzpol.serve.metadata import DATABASE, STYLE, metadata

HOST = "127.0.0.1"
_SETTINGS = {
    "default_page_size": 50,
    "max_returned_rows": 1000,
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 500,
    "max_csv_mb": 50,
}


def listen(port: int) -> socket.socket:
    """Return a socket that listens on the loopback address; port 0 takes any free one.

    Raises BadQuestion where the port is in use or not allowed.
    """
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port))
        found.listen()
    except OSError as error:
        found.close()
        why = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be opened ({error.strerror})"
        raise BadQuestion(f"Port {port} {why}. Choose another with --port; 0 takes any free one.") from None
    return found


def application(connection: Connection, path: Path) -> Any:
    """Return Datasette over the database at `path`, which `connection` has open.

    Raises BadQuestion where Datasette is not installed.
    """
    # Other plugins that happen to be installed could open what is closed here.
    os.environ["DATASETTE_LOAD_PLUGINS"] = ""
    try:
        from datasette.app import Datasette
        from datasette.plugins import pm
    except ImportError:
        raise BadQuestion("The browser needs Datasette: pip install 'kzpol[serve]'.") from None
    from kzpol.serve import plugin
    from kzpol.serve.database import Quiet

    if not pm.is_registered(plugin):
        pm.register(plugin, plugin.__name__)
    told = metadata(tables(connection), queries(), overview(connection))
    style = str(Path(__file__).with_name("style"))
    found = Datasette(metadata=told, settings=_SETTINGS, static_mounts=[(STYLE, style)])
    found.remove_database("_memory")
    found.add_database(Quiet(found, path=str(path.resolve()), is_mutable=False), name=DATABASE)
    return found


def serve(datasette: Any, listening: socket.socket) -> None:
    """Answer requests until Ctrl-C."""
    import uvicorn

    config = uvicorn.Config(datasette.app(), log_level="warning", lifespan="on")
    uvicorn.Server(config).run(sockets=[listening])  # it raises the signal again once all is closed
