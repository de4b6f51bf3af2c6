"""`import kzpol`: typed questions, notebooks, data frames."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

import kzpol

EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.S)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_the_examples_of_the_docs_work(example: str) -> None:
    done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_docs_name_every_question() -> None:
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    with kzpol.open() as db:
        for name in vars(type(db)):
            if not name.startswith("_") and name != "close":
                assert f"`{name}(" in text, name


def test_lists_are_lists_that_become_dictionaries() -> None:
    with kzpol.open() as db:
        rows = db.results(election="majilis-2007", stage="final")
    assert isinstance(rows, list)
    assert rows.to_dicts()[0]["contestant"] == rows[0].contestant
    assert list(rows.to_dicts()[0]) == rows[0].columns()


def test_a_data_frame_has_numbers_as_numbers() -> None:
    import pandas
    import polars

    with kzpol.open() as db:
        rows = db.results(stage="final").to_dicts()
    assert str(pandas.DataFrame(rows).convert_dtypes()["votes"].dtype) == "Int64"
    frame = polars.DataFrame(rows, infer_schema_length=None)
    assert frame["votes"].dtype == polars.Int64
    assert frame["share_pct"].dtype == polars.Float64
    assert len(frame) == len(rows)


def test_notebooks_draw_tables_with_signs_as_they_are() -> None:
    with kzpol.open() as db:
        drawn = db.elections()._repr_html_()
        assert drawn.count("<tr>") == len(db.elections()) + 1
        assert "<th>turnout_pct</th>" in drawn
        assert "&amp;" in kzpol_escaped(db)
        party = db.party("amanat")._repr_html_()
        assert "<summary>names: " in party
        assert db.parties()[0]._repr_html_().startswith("<table>")
        assert "60 of" in db.timeline()._repr_html_()
        assert db.timeline(kind="ban", first="1990", last="1990")._repr_html_() == "<p>no rows</p>"


def kzpol_escaped(db) -> str:
    """A drawing with a sign that HTML would take for its own."""
    return db.sources()[0].__class__(**{**db.sources()[0].__dict__, "title": "A & B <i>"})._repr_html_()


@pytest.mark.slow
def test_a_type_checker_knows_what_comes_back(tmp_path: Path) -> None:
    (tmp_path / "user.py").write_text(
        "import kzpol\n"
        "with kzpol.open() as db:\n"
        "    reveal_type(db.results(party='nsdp')[0].votes)\n"
        "    reveal_type(db.party('nsdp').names[0].valid_from)\n"
        "    db.results(colour='red')\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(tmp_path / "user.py")],
        capture_output=True, text=True, cwd=tmp_path, env={"MYPYPATH": str(ROOT), "PATH": "/usr/bin"},
    )  # fmt: skip
    assert 'Revealed type is "int | None"' in done.stdout.replace("builtins.", "").replace(
        "Union[int, None]", "int | None"
    )
    assert 'Revealed type is "str | None"' in done.stdout.replace("builtins.", "").replace(
        "Union[str, None]", "str | None"
    )
    assert 'Unexpected keyword argument "colour"' in done.stdout
