"""Who is let in, and to what: this computer, by its own name, to read the data."""

from __future__ import annotations

import re
from typing import Any

# A page elsewhere can have a name of its own point to this computer, and would then read the answers as its own.
_OWN_NAME = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?", re.IGNORECASE)
_READING = ("GET", "HEAD", "OPTIONS")
# Datasette's pages about itself tell where the file lies and what else is installed; its styles stand there too.
_ABOUT_ITSELF, _STYLES = "/-/", ("/-/static/", "/-/static-plugins/")


def refused(scope: dict[str, Any]) -> tuple[int, str] | None:
    """Return the status and the line with which a request (an ASGI scope) is refused, or None where it is let in."""
    if scope["type"] != "http":
        return None
    host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    if not _OWN_NAME.fullmatch(host):
        return 421, "Only this computer is served: ask for 127.0.0.1 or localhost."
    if scope["method"] not in _READING:
        return 405, "The data can only be read."
    path = str(scope["path"])
    if path.startswith(_ABOUT_ITSELF) and not path.startswith(_STYLES):
        return 404, "There is no such page."
    return None
