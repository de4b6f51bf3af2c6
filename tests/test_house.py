"""The house of CONTRIBUTING.md: who may know whom."""

import ast
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "kzpol"
ALLOWED = {
    "law": {"law"},
    "ask": {"ask", "law"},
    "show": {"show", "ask", "law"},
    "facts": {"facts", "ask"},
    "serve": {"serve", "ask"},
    "cli": {"cli", "show", "serve", "ask", "law", "version"},
}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_knows_only_the_rooms_it_may(room: str) -> None:
    for path in (PACKAGE / room).rglob("*.py"):
        known = {name.split(".")[1] for name in imported(path) if name.startswith("kzpol.")}
        assert known <= ALLOWED[room], path


def test_only_progress_loads_rich() -> None:
    users = {path.name for path in PACKAGE.rglob("*.py") if any(name.startswith("rich") for name in imported(path))}
    assert users == {"export.py", "command.py"}


def test_no_sql_and_no_database_in_the_command_line_or_the_show() -> None:
    for room in ("cli", "show"):
        for path in (PACKAGE / room).rglob("*.py"):
            assert "sqlite3" not in imported(path) - {"sqlite3" if path.name == "main.py" else ""}, path
            assert ".execute(" not in path.read_text(encoding="utf-8"), path


def test_no_file_needs_much_scrolling() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path
