"""Nothing that is typed, and nothing that stands in a fact file, ends in a crash. `scripts/fuzz N` tries more."""

import os
from pathlib import Path

import fuzzing
import pytest
from conftest import process
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzpol.ask.dates import asked
from kzpol.ask.errors import BadQuestion
from kzpol.ask.folding import fold, telling_words
from kzpol.cli.votes import read_votes
from kzpol.facts import values

SHARE = {"deadline": None, "derandomize": True, "database": None, "suppress_health_check": list(HealthCheck)}


@pytest.fixture(scope="module", autouse=True)
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Ask from an empty folder, in which a file that should not be there would be seen."""
    before = Path.cwd()
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / "out").mkdir()
    os.chdir(folder)
    yield
    os.chdir(before)


@settings(max_examples=120, **SHARE)
@given(fuzzing.command_lines())
def test_any_command_line(line: list[str]) -> None:
    fuzzing.holds(line)


@settings(max_examples=40, **SHARE)
@given(fuzzing.fact_folders())
def test_any_fact_file(tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]) -> None:
    fuzzing.builds_or_says_why(files, tmp_path_factory.mktemp("facts"))


def test_the_fact_files_that_are_spoilt_are_sound(tmp_path: Path) -> None:
    import yaml

    assert fuzzing.builds_or_says_why(
        {name: yaml.safe_dump(content) for name, content in fuzzing.VALID.items()}, tmp_path
    )


@settings(max_examples=300, **SHARE)
@given(fuzzing.dates())
def test_any_date(text: str) -> None:
    try:
        found = asked(text)
    except BadQuestion as error:
        assert "Write 2011" in str(error)
    else:
        assert found.first <= found.last
        assert len(found.first) == len(found.last) == 10


@settings(max_examples=300, **SHARE)
@given(fuzzing.texts())
def test_any_name_folds_to_letters_and_figures(text: str) -> None:
    key = fold(text)
    assert key.isalnum() or not key
    words = telling_words(text)
    assert words == " ".join(sorted(words.split()))


@settings(max_examples=200, **SHARE)
@given(st.one_of(fuzzing.texts(), st.binary(max_size=60)), st.booleans())
def test_any_votes(content: str | bytes, inline: bool) -> None:
    if isinstance(content, str) and inline:
        given_ = "A=1," + content
    else:
        raw = content if isinstance(content, bytes) else ("party,votes\n" + content).encode("utf-8", "surrogatepass")
        Path("out/votes.csv").write_bytes(raw)
        given_ = "out/votes.csv"
    try:
        rows = read_votes(given_)
    except BadQuestion as error:
        assert "--votes" in str(error) or "votes.csv" in str(error)
    else:
        assert all(row.party and row.votes >= 0 for row in rows)


@settings(max_examples=300, **SHARE)
@given(fuzzing.texts())
def test_any_value_of_a_fact(text: str) -> None:
    for check in (values.check_number, values.check_date, values.check_script):
        try:
            assert check(text) == text
        except ValueError as error:
            assert str(error)
    values.typed(text)
    values.language_of(text)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    "typed",
    [
        "kzpol party 'a",
        'kzpol party "',
        "kzpol party \\",
        "kzpol party \x1b[31m",
        "kzpol xyzzy a",
        "kzpol party --db",
        "",
        "kzpol --db /nowhere party a",
    ],
)
def test_completion_never_disturbs_the_line(shell: str, typed: str) -> None:
    asked_for = {
        "_KZPOL_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": typed,
        "COMP_CWORD": "2",
        "_TYPER_COMPLETE_ARGS": typed,
    }
    done = process(env={**asked_for, "_TYPER_COMPLETE_FISH_ACTION": "get-args"})
    assert done.returncode == 0
    assert done.stderr == b""
