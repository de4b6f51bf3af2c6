"""Long answers are written as they come and never kept whole."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import DATABASE

from kzpol.ask.database import connect
from kzpol.ask.datasets import DATASETS
from kzpol.ask.results import results
from kzpol.show.deliver import deliver_list
from kzpol.show.listing import Listing
from kzpol.show.wanted import Format, Wanted
from kzpol.show.writing import write_file


class Rows:
    """Many rows, and how many of them have been taken."""

    def __init__(self, many: int) -> None:
        self.many, self.taken = many, 0

    def __iter__(self) -> Iterator[dict[str, object]]:
        for number in range(1, self.many + 1):
            self.taken = number
            yield {"number": number, "text": "x" * 50}


class Pipe(io.BytesIO):
    """Standard output that remembers how many rows had been taken at its first write."""

    rows: Rows
    first = 0

    def write(self, block: object) -> int:
        self.first = self.first or self.rows.taken
        return super().write(block)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "ndjson", "html", None])
def test_the_first_rows_are_written_before_the_last_are_read(
    monkeypatch: pytest.MonkeyPatch, form: Format | None
) -> None:
    pipe, rows = Pipe(), Rows(20_000)
    pipe.rows = rows
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(pipe, encoding="utf-8"))
    deliver_list(Listing(rows, ["number", "text"], ["number"]), Wanted(format=form))
    assert 0 < pipe.first < 5_000
    assert rows.taken == 20_000
    if form == "json":
        assert len(json.loads(pipe.getvalue())) == 20_000


def test_a_limit_reads_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Rows(20_000)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    deliver_list(Listing(rows, ["number"], ["number"]), Wanted(format="csv", limit=3))
    assert rows.taken == 3


@pytest.mark.parametrize("name", DATASETS)
def test_data_sets_come_row_by_row(name: str) -> None:
    with connect(DATABASE) as connection:
        coming = DATASETS[name].read(connection)
        assert isinstance(coming, Iterator)
        assert next(coming).values()


def test_a_question_gives_a_list_or_its_rows_in_turn() -> None:
    with connect(DATABASE) as connection:
        assert list(results.each(connection, year=2007)) == results(connection, year=2007) != []


def test_a_file_stays_whole_where_the_rows_end_in_an_error(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"x" * 200_000
        raise RuntimeError

    target = tmp_path / "old.csv"
    target.write_text("old")
    with pytest.raises(RuntimeError):
        write_file(target, broken())
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old.csv"]
