"""Kazakhstan's parties, registrations, elections and legal thresholds since 1990, with a source for every answer.

`kzpol.open()` gives a reader of Python what the command line gives a user:

    import kzpol
    with kzpol.open() as db:
        for row in db.thresholds("party-min-members"):
            print(row.valid_from, row.value, row.act)
"""

from typing import TYPE_CHECKING

from kzpol.version import __version__

if TYPE_CHECKING:
    from kzpol.ask.api import open_database as open

__all__ = ["__version__", "open"]


def __getattr__(name: str) -> object:
    if name == "open":
        from kzpol.ask.api import open_database

        return open_database
    raise AttributeError(f"module 'kzpol' has no attribute {name!r}")
