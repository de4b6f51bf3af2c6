"""What a user finds without leaving the terminal: topics, worked examples, the reference, the man page."""

import re
import shlex
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

from kzpol.cli.help import TOPICS
from kzpol.cli.main import COMMANDS, _load
from kzpol.cli.summaries import SUMMARIES


def examples(help_text: str) -> list[str]:
    told = " ".join(help_text.split("Examples:")[1].split("\n\n")[0].split())
    return [part.strip() for part in told.split("·")]


def test_help_alone_lists_the_topics(ask) -> None:
    assert all(name in ask("help").out for name in TOPICS)


def test_the_list_of_commands_says_of_each_what_its_own_help_begins_with() -> None:
    assert list(SUMMARIES) == list(COMMANDS)
    for name, summary in SUMMARIES.items():
        assert " ".join(_load(name).help.split()).startswith(summary)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_fits_a_narrow_terminal(ask, topic: str) -> None:
    answer = ask("help", topic)
    assert answer.code == 0
    assert max(len(line) for line in answer.out.splitlines()) <= 80


def test_help_knows_commands_too(ask) -> None:
    assert "--party" in ask("help", "results").out


def test_an_unknown_topic_says_which_there_are(ask) -> None:
    answer = ask("help", "weather")
    assert answer.code == 1
    assert "exit-codes" in answer.err


def test_the_exit_codes_of_the_topic_are_those_of_the_program(ask) -> None:
    said = dict(re.findall(r"^  (\d)   (\w+)", ask("help", "exit-codes").out, re.M))
    assert list(said) == ["0", "1", "2", "3"]
    assert ask("parties").code == 0
    assert ask("party", "no-such-party-anywhere").code == 1
    assert ask("parties", "--no-such-option").code == 2
    assert ask("parties", "--db", "/nowhere.db").code == 3


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_two_worked_examples_that_work(ask, tmp_path, monkeypatch, command: str) -> None:
    found = examples(ask(command, "--help").out)
    assert len(found) >= 2
    monkeypatch.chdir(tmp_path)
    for line in found:
        program, *arguments = shlex.split(line)
        assert program == "kzpol"
        if command == "serve":
            continue  # it would stay
        assert ask(*arguments).code == 0, line


def test_the_reference_and_the_man_page_are_those_of_the_program() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "reference"), "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("mandoc"), reason="mandoc is not installed")
def test_the_man_page_is_well_formed() -> None:
    page = ROOT / "docs" / "kzpol.1"
    faults = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(page)], capture_output=True, text=True).stdout
    assert "ERROR" not in faults
    assert "WARNING" not in faults
    shown = subprocess.run(["mandoc", "-T", "utf8", str(page)], capture_output=True, text=True, check=True).stdout
    assert "Нур Отан" in shown
