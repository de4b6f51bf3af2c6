"""docs/law.md: its what-if examples say what the law makes of them, its Python runs, and the code it names is there."""

import importlib
import re
import shlex
import subprocess
import sys

import pytest
from conftest import ROOT, Ask

DOCUMENT = (ROOT / "docs" / "law.md").read_text(encoding="utf-8")
EXPECTED = {
    "seats 2007 --under majilis-2012 --explain": {"amanat": 95, "nsdp": 3},
    "seats 2023 --threshold 7": {"amanat": 46, "auyl": 9, "respublica": 7, "ak-zhol": 7},
    "seats 2004 --seats 77": {"amanat": 51, "ak-zhol": 10, "asar": 10, "aist": 6},
    "seats 2004 --base valid": {"amanat": 7, "ak-zhol": 1, "asar": 1, "aist": 1},
    "seats 2004 --base participants": {"amanat": 7, "ak-zhol": 2, "asar": 1},
    "seats 2021 --threshold 5": {"amanat": 72, "ak-zhol": 11, "qhp": 9, "auyl": 6},
    "seats 1999 --under 2026-08-01": {"amanat": 4, "cpk": 2, "agrarian": 2, "civic": 2},
}


def test_every_example_is_one_of_these() -> None:
    shown = [line.split(" --columns")[0] for line in re.findall(r"^\$ kzpol (.*)$", DOCUMENT, re.M)]
    assert shown == list(EXPECTED)


@pytest.mark.parametrize("command", EXPECTED)
def test_an_example_says_what_the_law_makes_of_it(ask: Ask, command: str) -> None:
    found = ask(*shlex.split(command), "--json").json
    assert {row["party"]: row["seats"] for row in found["parties"] if row["seats"]} == EXPECTED[command]
    assert sum(EXPECTED[command].values()) == found["seats"]


def test_a_chamber_of_another_size_is_one_of_lists_only(ask: Ask) -> None:
    assert ask("seats", "2004", "--seats", "77", "--json").json["chamber_seats"] == 77


def test_the_python_example_works() -> None:
    code = DOCUMENT.split("```python\n")[1].split("```")[0]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "{'A': 94, 'B': 4, 'C': 0} ()" in done.stdout
    assert "'amanat': 95" in done.stdout
    assert "party-min-members 20000 False" in done.stdout


def test_the_code_that_it_names_is_there() -> None:
    named = re.findall(r"`(barrier|remainders|runner_up|ties|outcome|eligible)\.([\w.]+)`", DOCUMENT)
    assert len(named) >= 8
    for module, path in named:
        found = importlib.import_module(f"kzpol.law.{module}")
        for name in path.split("."):
            found = getattr(found, name)


@pytest.mark.slow
def test_the_measurement_runs_and_compares_the_seats() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench-law"), "1"]
    assert "ratio" in subprocess.run(command, capture_output=True, text=True, check=True).stdout
