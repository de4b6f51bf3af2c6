"""What kzpol adds to Datasette: confined connections, a door, and search words as the index takes them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl
from datasette.utils.asgi import asgi_send
from markupsafe import Markup

from kzpol.ask.sandbox import bound_process, confine
from kzpol.serve.database import LIMITS
from kzpol.serve.door import refused
from kzpol.serve.metadata import DATABASE

App = Callable[[dict[str, Any], Any, Any], Awaitable[None]]


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """Let a connection to the database read it and nothing else."""
    if database == DATABASE:
        bound_process(conn, LIMITS)
        confine(conn, LIMITS)


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(
    value: object, column: str, table: str | None, datasette: Any
) -> Callable[[], Awaitable[Markup | None]]:
    """Show a source's title instead of its id in the view `claim`, which has no keys that Datasette could follow."""

    async def labelled() -> Markup | None:
        if table != "claim" or column != "source":
            return None
        found = (
            await datasette.get_database(DATABASE).execute("select title from source where id = ?", [value])
        ).first()
        return found and Markup('<a href="/{}/source/{}">{}</a>&nbsp;<em>{}</em>').format(
            DATABASE, value, found[0], value
        )

    return labelled


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper() -> Callable[[App], App]:
    """Let in whom the door lets in, and put what is searched for as the index takes it: words and their beginnings."""

    def wrap(app: App) -> App:
        async def wrapped(scope: dict[str, Any], receive: Any, send: Any) -> None:
            if answer := refused(scope):
                await asgi_send(send, answer[1], answer[0], content_type="text/plain; charset=utf-8")
                return
            if scope.get("query_string"):
                given = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
                pairs = [(name, _words(text) if name in ("_search", "words") else text) for name, text in given]
                if pairs != given:
                    scope = {**scope, "query_string": urlencode(pairs).encode("ascii")}
            await app(scope, receive, send)

        return wrapped

    return wrap


def _words(text: str) -> str:
    """Return `nur* otan*` for Nur-Otan, and what matches nothing where there is no word in it."""
    return " ".join(f"{word}*" for word in re.findall(r"[^\W_]+", text.casefold())) or (text and '""')
