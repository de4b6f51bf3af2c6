"""Makes a database with many times the facts: copies of each row under made names, in made words and earlier years."""
# ruff: noqa: E501, S608, SIM905

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

_IDS = frozenset(
    "id party successor other election contestant rule subject source repeats identifier first_applied".split()
)
_DATES = frozenset(
    "date until valid_from valid_to founded registered ended known_from known_to adopted second_round called_on "
    "as_of".split()
)
_ENDS = frozenset(["valid_to", "ended"])  # what is made up has come to an end
_WORDS = frozenset(
    "name name_kk name_ru abbreviation title title_kk title_ru text detail authority what person person_kk person_ru "
    "speaker ideology seat act article note reason locator publisher author written key words value pollster url "
    "read_at".split()
)
# The columns that are the number of a row, each with the table that the row is in.
_NUMBERS = {
    ("claim_said", "subject"): "claim_subject", ("claim_said", "passage"): "claim_passage", ("claim_said", "text"): "claim_text",
    ("claim_passage", "id"): "claim_passage", ("claim_passage", "source"): "source", ("claim_passage", "note"): "claim_text",
    ("claim_passage", "locator"): "claim_text", ("claim_cited", "source"): "source", ("claim_cited", "first_subject"): "claim_subject",
    ("claim_cited", "last_subject"): "claim_subject", ("claim_subject", "id"): "claim_subject", ("claim_text", "id"): "claim_text",
    ("conflict", "id"): "conflict",
}  # fmt: skip
_SPAN, _WINDOWS = 37, 53  # years that the facts cover, and how often these fit into the years before
_KEPT = ("meta", "word", "claim_field", "search_kind", "search_entry")
_ROUNDS = ("aeiou", "bcdfghjklmnpqrstvwxyz", "аеиоуыэюя", "бвгджзклмнпрстфхцчшщ", "123456789")


def grow(small: Path, large: Path, times: int, progress: Callable[[str], None]) -> None:
    """Write a database with `times` the rows of another, indexes and search included."""
    shutil.copy(small, large)
    with closing(sqlite3.connect(large)) as connection:
        for setting in ("journal_mode = off", "synchronous = off", "cache_size = -400000"):
            connection.execute(f"pragma {setting}")
        query = "select name, sql from sqlite_master where type = 'index' and sql is not null"
        indexes = connection.execute(query).fetchall()
        for name, _ in indexes:
            connection.execute(f"drop index {name}")
        tables = connection.execute(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_index%'"
        ).fetchall()
        counts = {table: connection.execute(f"select count(*) from {table}").fetchone()[0] for (table,) in tables}
        for table in counts:
            if table not in _KEPT:
                progress(f"{table}, {times} times")
                _multiply(connection, table, times, counts)
        _search(connection, times)
        connection.commit()
        progress("indexes")
        for _, statement in indexes:
            connection.execute(statement)
        connection.execute("pragma analysis_limit = 1000")
        connection.execute("analyze")
        connection.commit()
        progress("full-text search")
        for step in ("'rebuild'", "'optimize'"):
            connection.execute(f"insert into search_index (search_index) values ({step})")
        connection.commit()


def _multiply(connection: sqlite3.Connection, table: str, times: int, counts: dict[str, int]) -> None:
    """Add the copies of a table's rows; `counts` says how many rows each table had."""
    cursor = connection.execute(f'select * from "{table}"')
    columns = [column[0] for column in cursor.description]
    rows = cursor.fetchall()
    marks = ",".join("?" * len(columns))
    for copy in range(1, times):
        make = [_maker(table, column, copy, counts.get(_NUMBERS.get((table, column), ""))) for column in columns]
        made = ([change(value) for change, value in zip(make, row, strict=True)] for row in rows)
        connection.executemany(f'insert into "{table}" values ({marks})', made)


def _maker(table: str, column: str, copy: int, count: int | None) -> Callable[[Any], Any]:
    """Return what turns a cell into that of a copy."""
    if count is not None:
        return lambda value: value if value is None else value + copy * count
    if column in _IDS or (table, column) == ("claim_subject", "name"):
        return lambda value: value if value is None else f"made{copy:04}-{value}"
    if column in _DATES:
        back = _SPAN * (1 + copy % _WINDOWS)
        ended = f"{2027 - back:04}" if column in _ENDS else None
        return lambda value: (
            f"{int(value[:4]) - back:04}{value[4:]}" if value and value[:4].isdigit() else value or ended
        )
    if column in _WORDS:
        words = str.maketrans(_rotated(copy))
        return lambda value: value.translate(words) if isinstance(value, str) else value
    return lambda value: value


def _rotated(copy: int) -> dict[str, str]:
    """Return each letter's stand-in: vowels for vowels, so that made words look like words."""
    found = {}
    for number, letters in enumerate(_ROUNDS):
        by = (copy + copy // (number + 2)) % len(letters)
        for small, large in zip(letters, letters[by:] + letters[:by], strict=True):
            found |= {small: large, small.upper(): large.upper()}
    return found


def _search(connection: sqlite3.Connection, times: int) -> None:
    """Add the copies of what search looks through; entries of a kind stay together, as the build puts them."""
    (claims,) = connection.execute("select id from search_kind where name = 'claim'").fetchone()
    kinds: dict[int, list[int]] = {}
    for kind, entry in connection.execute("select kind, entry from search_entry order by id").fetchall():
        kinds.setdefault(kind, []).append(entry)
    subjects = connection.execute("select max(subject) from claim_said").fetchone()[0] // times

    def entries() -> Iterator[tuple[int, int]]:
        for kind, own in kinds.items():
            step = subjects << 20 if kind == claims else len(own)
            for copy in range(times):
                for entry in own:
                    yield kind, entry + copy * step

    connection.execute("delete from search_entry")
    connection.executemany(
        "insert into search_entry values (?, ?, ?)", ((number, *row) for number, row in enumerate(entries(), 1))
    )
