"""The data package: what a user of DuckDB, pandas, Polars, Excel or a validator finds in the folder."""

import csv
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import DATABASE, ROOT, Ask, process

from kzpol.ask.columns import tables, words
from kzpol.ask.database import connect
from kzpol.ask.datasets import DATASETS

FORMATS = ("csv", "tsv", "json", "ndjson", "parquet")


class Packages(dict[str, Path]):
    """A data package in every format, written when it is looked at."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __missing__(self, format: str) -> Path:
        done = process("export", "--out", str(self.root / format), "--format", format)
        assert done.returncode == 0, done.stderr.decode()
        self[format] = self.root / format
        return self[format]


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    return Packages(tmp_path_factory.mktemp("пакет"))


def test_every_table_and_column_is_described() -> None:
    with connect(DATABASE) as connection:
        kinds = "type in ('table', 'view')"
        names = [row["name"] for row in connection.execute(f"select name from sqlite_master where {kinds}")]
        own = [name for name in names if not name.startswith(("sqlite_", "search_index"))]
        assert set(own) == set(words()), "describe it in kzpol/ask/columns.toml, or drop what is no longer there"
        for table in tables(connection):  # raises KeyError for a column without description
            answered = {column for column, told in words()[table.name]["columns"].items() if told.get("answer")}
            assert {c.name for c in table.columns.values() if c.computed} == answered
            there = {row["name"] for row in connection.execute(f"pragma table_info({table.name})")}
            assert set(words()[table.name]["columns"]) == there | answered, table.name


def test_numbers_that_are_counted_have_a_unit() -> None:
    with connect(DATABASE) as connection:
        for table in tables(connection):
            for column in table.columns.values():
                if (
                    column.type in ("integer", "number")
                    and column.name not in ("id", "number", "entry")
                    and not column.refers
                ):
                    assert column.unit, f"{table.name}.{column.name}"


@pytest.mark.parametrize(
    "format", ["csv", *(pytest.param(f, marks=pytest.mark.slow) for f in ("tsv", "json", "ndjson"))]
)
def test_a_validator_finds_no_fault(packages: Packages, format: str) -> None:
    from frictionless import validate

    report = validate(str(packages[format] / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note", "message"])[:3]
    assert len(report.tasks) == len(DATASETS)
    assert report.stats["errors"] == 0


def test_the_validator_would_find_a_fault(packages: Packages, tmp_path: Path) -> None:
    from frictionless import validate

    spoilt = tmp_path / "spoilt"
    shutil.copytree(packages["csv"], spoilt)
    results = spoilt / "results.csv"
    results.write_text(results.read_text(encoding="utf-8").replace("majilis-2007,", "majilis-2070,"), encoding="utf-8")
    description = json.loads((spoilt / "datapackage.json").read_text(encoding="utf-8"))
    for resource in description["resources"]:
        del resource["hash"], resource["bytes"]
    (spoilt / "datapackage.json").write_text(json.dumps(description), encoding="utf-8")
    types = {row[0] for row in validate(str(spoilt / "datapackage.json")).flatten(["type"])}
    assert types == {"foreign-key"}


def test_the_description_tells_types_units_keys_and_licence(packages: Packages) -> None:
    description = json.loads((packages["csv"] / "datapackage.json").read_text(encoding="utf-8"))
    assert description["licenses"][0]["name"] == "CC-BY-4.0"
    assert description["sources"][0]["path"] == "sources.csv"
    by_name = {resource["name"]: resource for resource in description["resources"]}
    assert list(by_name) == list(DATASETS)
    schema = by_name["results"]["schema"]
    fields = {field["name"]: field for field in schema["fields"]}
    assert (fields["votes"]["type"], fields["votes"]["unit"]) == ("integer", "votes")
    assert (fields["share_pct"]["type"], fields["share_pct"]["unit"]) == ("number", "%")
    assert schema["primaryKey"] == ["id", "stage"]
    assert {"fields": ["party"], "reference": {"resource": "parties", "fields": ["id"]}} in schema["foreignKeys"]
    assert all(field["description"] for resource in by_name.values() for field in resource["schema"]["fields"])


def test_the_readme_names_every_column_and_every_program(packages: Packages) -> None:
    for format in FORMATS:
        text = (packages[format] / "README.md").read_text(encoding="utf-8")
        for program in ("DuckDB", "pandas", "Polars", "R (", "Spark", "BigQuery"):
            assert f"- {program}" in text
        assert "| turnout_pct | number | % | Turnout as published |" in text.replace("\\_", "_")
    assert "Excel" in (packages["csv"] / "README.md").read_text(encoding="utf-8")


def opening(folder: Path, program: str, name: str) -> str:
    """Return the readme's line for a program, for another data set and from wherever the folder is."""
    text = (folder / "README.md").read_text(encoding="utf-8")
    line = re.search(rf"^- {program}: `(.*)`$", text, re.M)
    assert line
    return line[1].replace("results.", f"{folder}/{name}.")


@pytest.mark.parametrize("format", FORMATS)
def test_duckdb_opens_the_files_with_the_right_types_and_letters(packages: Packages, format: str) -> None:
    import duckdb

    folder = packages[format]
    types = {row[0]: row[1] for row in duckdb.sql(f"describe {opening(folder, 'DuckDB', 'results')}").fetchall()}
    assert (types["votes"], types["share_pct"], types["name"]) == ("BIGINT", "DOUBLE", "VARCHAR")
    claims = {row[0]: row[1] for row in duckdb.sql(f"describe {opening(folder, 'DuckDB', 'claims')}").fetchall()}
    assert claims["chosen"] == "BOOLEAN"
    parties = duckdb.sql(opening(folder, "DuckDB", "parties"))
    assert duckdb.sql("select name_kk from parties where id = 'ak-zhol'").fetchall()[0][0].startswith("«Ақ жол»")
    assert len(parties.fetchall()) == count("party")
    results = duckdb.sql(opening(folder, "DuckDB", "results"))
    query = "select votes, share_pct from results where election = 'majilis-2007' and contestant = 'nsdp' and stage = 'final'"
    assert duckdb.sql(query).fetchall() == [(269310, 4.54)]
    assert len(results.fetchall()) == count("result")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("program", ["pandas", "Polars"])
def test_data_frames_have_the_right_types_and_letters(packages: Packages, program: str, format: str) -> None:
    import pandas
    import polars

    def read(name: str):
        scope = {"pandas": pandas, "polars": polars, "json": json}
        return eval(opening(packages[format], program, name), scope)

    results, parties, claims = read("results"), read("parties"), read("claims")
    types = {name: str(results[name].dtype).lower() for name in results.columns}
    assert types["votes"] == "int64"
    assert types["share_pct"] == "float64"
    assert types["name"] in ("string", "str")
    assert str(claims["chosen"].dtype).lower() in ("boolean", "bool")
    assert len(results) == count("result")
    assert any(name.startswith("«Ақ жол»") for name in parties["name_kk"].to_list() if isinstance(name, str))
    dates = [
        str(date) for date in parties["founded"].to_list() if date is not None and str(date) not in ("nan", "<NA>")
    ]
    assert {len(date) for date in dates} == {4, 7, 10}  # as precise as known, none padded


def count(table: str) -> int:
    with connect(DATABASE) as connection:
        return int(connection.execute(f"select count(*) from {table}").fetchone()[0])


def test_readr_would_guess_no_cell_wrong(packages: Packages) -> None:
    """R's readr takes NA for unknown, trims spaces, and renames columns that repeat."""
    for name in DATASETS:
        with (packages["csv"] / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            header, *rows = csv.reader(stream)
        assert len(set(header)) == len(header)
        assert all(cell == cell.strip() and cell != "NA" and "\n" not in cell for row in rows for cell in row), name


def test_excel_gets_a_mark_of_the_letters_and_no_formulas(ask: Ask, tmp_path: Path) -> None:
    assert ask("export", "--out", str(tmp_path / "excel"), "--bom").code == 0
    for name in DATASETS:
        written = (tmp_path / "excel" / f"{name}.csv").read_bytes()
        assert written.startswith(b"\xef\xbb\xbf")
        assert written.count(b"\r\n") == written.count(b"\n")
        cells = csv.reader(written.decode("utf-8-sig").splitlines())
        assert not [cell for row in cells for cell in row if cell.startswith(("=", "+", "@"))]
    from frictionless import validate

    assert validate(str(tmp_path / "excel" / "datapackage.json")).valid


def test_a_chosen_part_is_a_valid_package_too(ask: Ask, tmp_path: Path) -> None:
    from frictionless import validate

    assert ask("export", "results", "events", "--out", str(tmp_path / "some"), "--limit", "5").code == 0
    assert validate(str(tmp_path / "some" / "datapackage.json")).valid
    columns = ("--columns", "election,votes")
    assert ask("export", "results", "--out", str(tmp_path / "narrow"), *columns, "--no-header").code == 0
    report = validate(str(tmp_path / "narrow" / "datapackage.json"))
    assert report.valid, report.flatten(["message"])
    assert (tmp_path / "narrow" / "results.csv").read_text(encoding="utf-8").startswith("supreme-council-1990,")


def test_a_folder_in_use_is_left_alone(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text("mine")
    said = ask("export", "--out", str(tmp_path))
    assert (said.code, said.out) == (2, "")
    assert "--force" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["results.csv"]
    assert (tmp_path / "results.csv").read_text() == "mine"


def test_force_replaces_files_of_the_same_name_only(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text("old")
    (tmp_path / "notes.txt").write_text("mine")
    assert ask("export", "results", "--out", str(tmp_path), "--force").code == 0
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "results.csv").read_text(encoding="utf-8").startswith("election,")
    assert {path.name for path in tmp_path.iterdir()} == {"results.csv", "notes.txt", "README.md", "datapackage.json"}


def test_an_empty_name_is_no_folder(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("export", "--out", "", "--force")
    assert answer.code == 2
    assert "an empty name is no folder" in answer.err
    assert not list(tmp_path.iterdir())


def test_a_file_is_no_folder(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    said = ask("export", "--out", str(tmp_path / "file"), "--force")
    assert said.code == 2
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, there: bool) -> None:
    out = tmp_path / "out"
    if there:
        out.mkdir()
        (out / "mine").write_text("mine")
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); from kzpol.cli.main import run; run()"
    command = [sys.executable, "-c", limited, "export", "--out", str(out), "--force"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 2
    assert str(out) in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == (["mine"] if there else [])


def test_parquet_without_its_extra_says_what_to_install(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    said = ask("export", "--out", str(tmp_path / "out"), "--format", "parquet")
    assert said.code == 2
    assert "kzpol[parquet]" in said.err
    assert not (tmp_path / "out").exists()


def test_more_claims_need_no_more_memory(copy: Path, tmp_path: Path) -> None:
    script = (
        "import sys, tracemalloc; from kzpol.cli.main import run\n"
        "import kzpol.cli.export, kzpol.show.package.write, kzpol.ask.datasets\n"
        "tracemalloc.start()\n"
        "try: run()\n"
        "finally: print(tracemalloc.get_traced_memory()[1])"
    )

    def peak(database: Path, out: str) -> int:
        command = [
            sys.executable,
            "-c",
            script,
            "export",
            "claims",
            "--db",
            str(database),
            "--out",
            str(tmp_path / out),
        ]
        return int(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)

    big = peak(DATABASE, "big")
    with sqlite3.connect(copy) as connection:
        connection.execute("delete from claim_said where subject > 400")
    assert big < peak(copy, "small") * 1.2


def test_parquet_carries_types_units_and_meanings(packages: Packages) -> None:
    from pyarrow.parquet import read_schema

    schema = read_schema(packages["parquet"] / "elections.parquet")
    turnout = schema.field("turnout_pct")
    assert str(turnout.type) == "double"
    assert turnout.metadata[b"unit"] == b"%"
    assert turnout.metadata[b"description"] == b"Turnout as published"
    assert str(schema.field("votes_cast").type) == "int64"
