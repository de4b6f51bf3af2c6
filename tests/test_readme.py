"""The README's examples and the command reference are what the program prints."""

import subprocess
import sys

from conftest import ROOT

import kzpol
from kzpol.cli.main import COMMANDS


def test_examples_and_reference_are_real_output() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "scripts" / "readme"), "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_command_is_documented() -> None:
    reference = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"## {command}\n" in reference


def test_the_python_example_works() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code = text.split("```python\n")[1].split("```")[0]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "7 " in done.stdout
    assert "5 " in done.stdout


def test_python_asks_what_the_command_line_asks() -> None:
    with kzpol.open() as db:
        assert db.party("Нур Отан").party.id == "amanat"
        assert [row.value for row in db.thresholds("party-min-members")] == [3000, 50000, 40000, 20000, 5000]
        assert db.election("2007")[0].election.seats_total == 107
        assert db.results(party="nsdp", stage="final")
        assert db.why("amanat", "founded")[0].chosen
        assert db.search("Tuyakbay")
        assert db.parties(on="2010-05-01")[0].name
        assert repr(db.elections()[0]).startswith("Election(id='supreme-council-1990'")
        assert db.elections()[0] == db.elections()[0]
        assert db.sql("select 1 as one") == (["one"], [(1,)])
