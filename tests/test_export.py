"""Data sets as files."""

import csv
import json
from pathlib import Path

from conftest import Ask

from kzpol.ask.datasets import DATASETS


def test_everything_as_csv(ask: Ask, tmp_path: Path) -> None:
    out = tmp_path / "данные"
    assert ask("export", "--out", str(out)).code == 0
    files = {f"{name}.csv" for name in DATASETS}
    assert {path.name for path in out.iterdir()} == files | {"datapackage.json", "README.md"}
    with (out / "results.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == len(ask("results", "--json").json)


def test_everything_as_json(ask: Ask, tmp_path: Path) -> None:
    assert ask("export", "--out", str(tmp_path), "--json").code == 0
    for name in DATASETS:
        assert isinstance(json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")), list)


def test_everything_as_pages_to_read(ask: Ask, tmp_path: Path) -> None:
    assert ask("export", "--out", str(tmp_path), "--format", "html").code == 0
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.html" for name in DATASETS}


def test_one_data_set_goes_to_standard_output(ask: Ask) -> None:
    assert ask("export", "thresholds").out.startswith("rule,domain,value")
    assert ask("export", "election", "--json").json == ask("elections", "--json").json


def test_the_same_as_the_commands_give(ask: Ask) -> None:
    assert ask("export", "results", "--json").json == ask("results", "--json").json
    assert ask("export", "events", "--json").json == ask("timeline", "--json").json
