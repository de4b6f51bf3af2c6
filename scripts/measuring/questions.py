"""What scripts/bench asks of kzpol, what that is set against, and the goals (ratios to `sqlite-utils query`)."""
# ruff: noqa: E501, S608

import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from measuring.timing import Run

BIN = Path(sys.executable).parent
KZPOL = str(BIN / "kzpol")
QUERY = "select * from election"
SQLITE_UTILS = f"sqlite-utils query kzpol.db '{QUERY}' --csv"
MEMORY = 35.0  # MiB that no answer in a pipe may need
# The tables that `export` of everything writes; the peer writes the same ones, a process each.
_EXPORTED = (
    "party", "party_name", "party_leader", "party_id", "party_link", "registration", "election", "result", "region",
    "district", "threshold", "figure", "event", "claim", "conflict", "source", "unknown",
)  # fmt: skip
_HELLO = """
import typer
app = typer.Typer()
@app.command()
def hello(name: str = "world"):
    print("hello", name)
app()
"""
_BARE = (
    "import sqlite3, sys; connection = sqlite3.connect(sys.argv[1]);"
    "[print(*row, sep=',') for row in connection.execute(sys.argv[2])]"
)


@dataclass(frozen=True)
class Question:
    """A run of kzpol, the run that it is set against, and the goal for the ratio; None where there is none."""

    name: str
    run: Run
    peer: Run
    goal: float | None
    memory: float | None = MEMORY


def questions(database: Path, folder: Path) -> list[Question]:
    """Return what is asked; exports go below `folder`."""
    # sqlite-utils loads pandas where it finds it, a second that it takes from nobody who only installed sqlite-utils.
    bare = folder / "bare"
    bare.mkdir()
    for name in ("pandas", "numpy"):
        (bare / f"{name}.py").write_text("raise ImportError\n", encoding="utf-8")
    alone = {"PYTHONPATH": str(bare)}
    query = [str(BIN / "sqlite-utils"), "query", str(database)]
    peer = Run("sqlite-utils query", [*query, QUERY, "--csv"], alone)
    on_terminal = Run("sqlite-utils query, terminal", [*query, QUERY, "--csv"], alone, terminal=True)
    found = []

    def ask(name: str, arguments: str, goal: float | None, terminal: bool = False) -> None:
        run = Run(name, [KZPOL, *arguments.split()], terminal=terminal)
        found.append(Question(name, run, on_terminal if terminal else peer, goal, None if terminal else MEMORY))

    ask("elections --csv", "elections --csv", 0.55)
    ask("elections --json", "elections --json", 0.55)
    ask("elections, table", "elections", 0.8, terminal=True)
    ask("timeline of 2007", "timeline --from 2007 --to 2007", 0.8, terminal=True)
    ask("party amanat, card", "party amanat", 0.9, terminal=True)
    ask("election 2021, card", "election majilis-2021", 0.9, terminal=True)
    ask("thresholds --on", "thresholds --on 2010-05-01 --csv", None)
    ask("why", "why majilis-2007 --csv", None)
    ask("search", "search Otan", None)
    ask("seats", "seats majilis-2021 --json", None)
    ask("help", "--help", 0.7)
    typed = {"_KZPOL_COMPLETE": "complete_bash", "COMP_WORDS": "kzpol party nur", "COMP_CWORD": "2"}
    found.append(Question("completion", Run("completion", [KZPOL], typed), peer, 0.6))
    out, other = folder / "kzpol", folder / "other"
    other.mkdir()
    everything = Run("export everything", [KZPOL, "export", "--out", str(out), "--force"])
    each = [
        f"{shlex.join([*query, f'select * from {table}', '--csv'])} > {shlex.quote(str(other / table))}"
        for table in _EXPORTED
    ]
    exported = Run("sqlite-utils, each table", [" && ".join(each)], alone, one_line=True)
    found.append(Question("export everything", everything, exported, 0.5))
    return found


def peers(database: Path) -> tuple[dict[str, Run], list[str]]:
    """Return the other programs that print the same table or do as little as can be, and what is not installed."""
    python = sys.executable
    found = [
        Run("Python with sqlite3", [python, "-c", _BARE, str(database), QUERY]),
        Run("hello world in Typer", [python, "-c", _HELLO]),
    ]
    skipped = []
    if shell := shutil.which("sqlite3"):
        found.append(Run("sqlite3 shell", [shell, "-csv", "-header", "-readonly", str(database), QUERY]))
    else:
        skipped.append("sqlite3 shell: not installed")
    duck = f"import duckdb; duckdb.sql(\"load sqlite; attach '{database}' as k (type sqlite)\"); print(duckdb.sql('{QUERY.replace('from ', 'from k.')}'))"
    _try(Run("DuckDB", [python, "-c", duck]), "its reader of SQLite files is not installed", found, skipped)
    datasette = [str(BIN / "datasette"), str(database), "--get", "/kzpol/election.csv?_size=max"]
    _try(Run("Datasette --get", datasette), "not installed", found, skipped)
    return {run.name: run for run in found}, skipped


def _try(run: Run, otherwise: str, found: list[Run], skipped: list[str]) -> None:
    """Take a peer that works; of another say why not."""
    try:
        done = subprocess.run(run.command, capture_output=True, timeout=60)
    except OSError:
        skipped.append(f"{run.name}: not installed")
        return
    if done.returncode:
        skipped.append(f"{run.name}: {otherwise}")
    else:
        found.append(run)
