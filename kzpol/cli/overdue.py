"""Leaves the program where one step of a query runs on past its time: SQLite looks at the clock between steps only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzpol.ask.sandbox import Clock

_GRACE = 1.0  # seconds that SQLite has to stop by itself, which it nearly always does


@contextmanager
def leaving_when_overdue(clock: Clock, message: str) -> Iterator[None]:
    """Watch the clock from another thread; leave with exit code 2 and a message where it is long past its time."""
    done = Event()

    def look() -> None:
        while not done.wait(min(max(clock.left() + _GRACE, 0.1), 1.0)):
            if clock.left() < -_GRACE:
                print(f"kzpol: {message}", file=sys.stderr, flush=True)
                os._exit(2)

    Thread(target=look, daemon=True).start()
    try:
        yield
    finally:
        done.set()
