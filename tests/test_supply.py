"""What kzpol is made of: few dependencies, each with bounds; versions that agree."""

import re
import tomllib

from conftest import ROOT, Ask

from kzpol.ask.database import SCHEMA_VERSION
from kzpol.version import __version__

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_two_packages_are_enough_to_ask() -> None:
    assert {re.split("[<>=]", line)[0] for line in PROJECT["dependencies"]} == {"typer", "rich"}


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    lines = [*PROJECT["dependencies"], *(line for extra in PROJECT["optional-dependencies"].values() for line in extra)]
    for line in lines:
        assert line.startswith("kzpol[") or re.fullmatch(r"[\w\[\]-]+>=[\d.]+,<[\d.]+", line), line


def test_program_and_data_have_versions_of_their_own(ask: Ask) -> None:
    assert PROJECT["version"] == __version__
    said = ask("--version").out
    assert said.startswith(f"kzpol {__version__}, data ")
    stored = ask("sql", "select key, value from meta", "--json").json
    meta = {row["key"]: row["value"] for row in stored}
    assert f"data {meta['data_version']}" in said
    assert meta["schema_version"] == str(SCHEMA_VERSION)
