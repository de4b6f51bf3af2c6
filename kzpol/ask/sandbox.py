"""Confines a connection that answers SQL from anybody: it reads the database, and nothing else, within limits.

What holds: an allow-list of actions, functions and pragmas, asked while a statement is prepared; a clock, asked while
it runs; bounds on memory and on the length of values. `kzpol sql` and `kzpol serve` both go through here.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from kzpol.ask.errors import BadQuestion, Interrupted

MEBIBYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What one query may use: seconds of work, rows, bytes of all values it returns, bytes of SQLite's memory.

    `memory` is what the process may grow by; `bound_process` makes it hold for all that SQLite does in it. `length` is
    that of one text, blob or statement: it also bounds how long one function runs without the clock being asked.
    """

    seconds: float = 10.0
    rows: int = 100_000
    returned: int = 256 * MEBIBYTE
    memory: int = 256 * MEBIBYTE
    length: int = MEBIBYTE

    def __post_init__(self) -> None:
        if not self.seconds > 0:  # nan is neither more nor less than anything: no clock would ever reach it
            raise BadQuestion(f"The limit of time is a number of seconds, not {self.seconds}.")


USUAL = Limits()


class Clock:
    """Counts the time that SQLite works, not the time that a slow reader of the rows takes."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._end: float | None = None

    def start(self) -> None:
        """Let the time run."""
        self._end = time.monotonic() + self._left

    def stop(self) -> None:
        """Hold the time until the next start."""
        if self._end is not None:
            self._left, self._end = self._end - time.monotonic(), None

    def left(self) -> float:
        """Return the seconds that are left; negative once the time is up. There are always some while it is held."""
        return max(self._left, 0.0) if self._end is None else self._end - time.monotonic()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STEPS = 200  # of SQLite's machine between two looks at the clock

_READS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_FUNCTIONS = _words(
    # Values, texts, numbers.
    "-> ->> abs char coalesce concat concat_ws format glob hex if ifnull iif instr length like likelihood likely lower "
    "ltrim max min nullif octet_length printf quote random randomblob replace round rtrim sign soundex substr "
    "substring trim typeof unhex unicode unistr unistr_quote unlikely upper zeroblob "
    "acos acosh asin asinh atan atan2 atanh ceil ceiling cos cosh degrees exp floor ln log log10 log2 mod pi pow power "
    "radians sin sinh sqrt tan tanh trunc "
    # Dates.
    "current_date current_time current_timestamp date datetime julianday strftime time timediff unixepoch "
    # Aggregates and windows.
    "avg count cume_dist dense_rank first_value group_concat lag last_value lead median nth_value ntile percent_rank "
    "percentile percentile_cont percentile_disc rank row_number string_agg sum total "
    # JSON.
    "json json_array json_array_length json_error_position json_extract json_group_array json_group_object json_insert "
    "json_object json_patch json_pretty json_quote json_remove json_replace json_set json_type json_valid jsonb "
    "jsonb_array jsonb_each jsonb_extract jsonb_group_array jsonb_group_object jsonb_insert jsonb_object jsonb_patch "
    "jsonb_remove jsonb_replace jsonb_set subtype "
    # Full-text search, and what the version is.
    "bm25 highlight match snippet sqlite_compileoption_get sqlite_compileoption_used sqlite_source_id sqlite_version"
)
# Pragmas that describe the database. With a value of their own, most others change something.
_DESCRIBES = _words(
    "collation_list compile_options foreign_key_list function_list index_info index_list index_xinfo module_list "
    "pragma_list table_info table_list table_xinfo"
)
# Pragmas that only tell, as long as they are given no value. Full-text search asks for the first itself.
_TELLS = _words("data_version encoding page_count page_size schema_version user_version")
# Tables that SQLite makes up. They are made before the allow-list holds, for it forbids to make any; others
# (dbstat and its like, which tell of SQLite's inner life) are never made.
_MADE_UP = [*(f"pragma_{name}" for name in sorted(_DESCRIBES | _TELLS)), "json_each", "json_tree"]


def confine(connection: sqlite3.Connection, limits: Limits = USUAL) -> None:
    """Let a connection read its own database and do nothing else, for good."""
    for pragma in (
        "temp_store = memory",  # large sorts go to memory, which is bounded, and not to a file
        "trusted_schema = off",  # views cannot call what has side effects
        "query_only = on",
    ):
        connection.execute(f"pragma {pragma}").fetchall()
    for what, most in (
        (sqlite3.SQLITE_LIMIT_LENGTH, limits.length),
        (sqlite3.SQLITE_LIMIT_SQL_LENGTH, min(limits.length, 100_000)),
        (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
        (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
        (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
    ):
        connection.setlimit(what, most)
    stored = connection.execute("select name from sqlite_master where sql like 'create virtual table%'").fetchall()
    for table in [*(row[0] for row in stored), *_MADE_UP]:
        quoted = table.replace('"', '""')
        with suppress(sqlite3.OperationalError):  # this SQLite has no such table
            connection.execute(f'select 1 from "{quoted}" limit 0').fetchall()  # noqa: S608
    connection.set_authorizer(_allowed)


def bound_process(connection: sqlite3.Connection, limits: Limits = USUAL) -> None:
    """Bound the memory of all that SQLite does in this process, for good: only for a process that is ours alone."""
    connection.execute(f"pragma hard_heap_limit = {limits.memory}").fetchall()


def watch(connection: sqlite3.Connection, clock: Clock, limits: Limits = USUAL) -> Callable[[], bool]:
    """Stop what a connection runs once the time is up, the process has grown too large, or a signal asks for it.

    SQLite then says "interrupted". Return what tells whether it was for the memory.
    """
    most = _peak() + limits.memory

    def grown() -> bool:
        return _peak() > most

    connection.set_progress_handler(lambda: clock.left() < 0 or Interrupted.asked or grown(), _STEPS)
    return grown


def _peak() -> int:
    """Return the most memory (bytes) that the process has had so far; nothing where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _allowed(action: int, first: str | None, second: str | None, database: str | None, origin: str | None) -> int:
    """Say whether a statement may do something. SQLite asks for each part of it, nested ones too."""
    if action == sqlite3.SQLITE_FUNCTION:
        allowed = (second or "").lower() in _FUNCTIONS
    elif action == sqlite3.SQLITE_PRAGMA:
        pragma = (first or "").lower()
        allowed = pragma in _DESCRIBES or (pragma in _TELLS and second is None)
    else:
        allowed = action in _READS
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
