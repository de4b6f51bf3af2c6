"""What is not loaded cannot be slow."""

import os
import subprocess
import sys

import pytest
from conftest import ROOT

from kzpol.cli.main import COMMANDS

HEAVY = (
    "rich", "matplotlib", "numpy", "pydantic", "yaml", "sqlite_utils", "pandas", "pyarrow", "datasette", "kzpol.facts",
    "kzpol.serve", "kzpol.show.report", "kzpol.ask.citing", "kzpol.show.package",
)  # fmt: skip
_REPORT = """
import sys
from kzpol.cli.main import run
sys.argv = ["kzpol", *{arguments!r}]
try:
    run()
except SystemExit as leaving:
    assert not leaving.code, leaving.code
print(sorted(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["elections", "--csv"], ["elections", "--json"], ["party", "amanat", "--json"], ["party", "amanat"], ["election", "2007"],
        ["results", "--csv"], ["thresholds", "--on", "2010"], ["timeline", "--json"], ["why", "majilis-2007"], ["conflicts", "--csv"],
        ["compare", "2021", "2023", "--csv"], ["trend", "amanat"], ["chart", "seats", "2023"], ["chart", "--help"],
        ["search", "Otan"], ["sql", "select 1"], ["export", "results"], ["--help"], ["--version"], ["parties", "--help"],
    ],
)  # fmt: skip
def test_answering_in_a_pipe_loads_nothing_heavy(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _REPORT.format(arguments=arguments)],
        capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    loaded = eval(done.stderr.strip().splitlines()[-1])
    assert not [name for name in loaded if name in HEAVY or name.startswith(tuple(f"{heavy}." for heavy in HEAVY))]


def test_the_list_of_commands_loads_none_of_them() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _REPORT.format(arguments=["--help"])],
        capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    loaded = eval(done.stderr.strip().splitlines()[-1])
    assert "kzpol.cli.main" in loaded
    assert not {f"kzpol.cli.{module}" for module in COMMANDS.values()} & set(loaded)


@pytest.mark.parametrize(
    "arguments", [("elections",), ("party", "amanat"), ("election", "2023"), ("timeline", "--from", "2007", "--to", "2007"), ("chart", "seats", "2023")]
)  # fmt: skip
def test_a_terminal_loads_nothing_heavy_either(terminal, arguments: tuple[str, ...]) -> None:
    drawn = terminal(80, *arguments, PYTHONVERBOSE="1")
    assert "import 'kzpol.show.ansi'" in drawn
    assert not [name for name in HEAVY if f"import '{name}'" in drawn]
