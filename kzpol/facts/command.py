"""The command behind scripts/build: build the database, or say whether the committed one is up to date."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kzpol.ask.check import content_hash
from kzpol.ask.database import read
from kzpol.facts.build import build, read_facts
from kzpol.facts.errors import FactsError


def main(root: Path, arguments: list[str] | None = None) -> int:
    """Run the command; return 0 when done, 1 where the facts are not sound or the database is out of date,
    2 where the command line is wrong, 130 or 143 where a signal stopped it."""
    signal.signal(signal.SIGTERM, _stop)
    gc.disable()  # what is read is kept to the end: to look for garbage among it takes a third of the time
    try:
        return _run(root, arguments)
    except KeyboardInterrupt as stopped:
        print("Stopped. The old file is as it was.", file=sys.stderr)
        return 128 + (stopped.args[0] if stopped.args else signal.SIGINT)
    finally:
        gc.enable()


def _stop(number: int, frame: object) -> None:
    raise KeyboardInterrupt(number)


def _run(root: Path, arguments: list[str] | None) -> int:
    parser = argparse.ArgumentParser(prog="scripts/build", description="Build data/kzpol.db from data/facts.")
    parser.add_argument("--facts", type=Path, default=root / "data" / "facts", help="the folder of fact files")
    parser.add_argument("--db", type=Path, default=root / "data" / "kzpol.db", help="the database to write")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--check", action="store_true", help="write nothing; compare contents with the database")
    group.add_argument("--validate", action="store_true", help="write nothing; only read and check the fact files")
    parser.add_argument("--profile", action="store_true", help="say how many seconds each step took")
    options = parser.parse_args(arguments)
    try:
        if options.validate:
            facts, _ = read_facts(options.facts)
            print(f"{len(facts.sources)} sources, {len(facts.parties)} parties: no fault in the fact files.")
        elif options.check:
            return _compare(options.facts, options.db)
        else:
            with _progress() as show:
                steps = _Steps(show)
                filled = build(options.facts, options.db, steps)
            if options.profile:
                print(steps.said(), file=sys.stderr)
            claims = len(set(filled.claims))
            print(f"Built {options.db}: {claims} claims from {len(filled.rows['source'])} sources.")
    except FactsError as error:
        print(error, file=sys.stderr)
        count = len(error.faults)
        print(f"{count} fault{'' if count == 1 else 's'}; nothing was written.", file=sys.stderr)
        return 1
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        print(
            f"{getattr(error, 'filename', None) or options.db}: {reason}. The old file is as it was.", file=sys.stderr
        )
        return 1
    return 0


def _compare(facts: Path, committed: Path) -> int:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "kzpol.db"
        build(facts, fresh)
        with read(fresh) as one, read(committed) as other:
            same = content_hash(one) == content_hash(other)
    print("The database has the content of the facts." if same else "The database is out of date: run scripts/build.")
    return 0 if same else 1


class _Steps:
    """Passes each step on and keeps when it began."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self._show = show
        self._begun: list[tuple[str, float]] = []

    def __call__(self, step: str) -> None:
        self._begun.append((step, time.perf_counter()))
        self._show(step)

    def said(self) -> str:
        """Return the seconds that each step took, the last until now."""
        ends = [begun for _, begun in self._begun[1:]] + [time.perf_counter()]
        return "\n".join(f"{end - begun:6.2f} s  {step}" for (step, begun), end in zip(self._begun, ends, strict=True))


class _progress:
    """Shows each step on a terminal, and nothing elsewhere."""

    def __enter__(self) -> Callable[[str], None]:
        if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
            return lambda step: None
        from rich.console import Console

        self.status = Console(stderr=True).status("starting")
        self.status.start()
        return lambda step: self.status.update(step)

    def __exit__(self, *exc: object) -> None:
        if hasattr(self, "status"):
            self.status.stop()
