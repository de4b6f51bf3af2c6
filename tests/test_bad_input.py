"""What kzpol does with what it cannot answer: a clear line, the contract's exit code, never a traceback."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import DATABASE, ROOT, Ask, process

NOTHING, WRONG, UNREADABLE = 1, 2, 3


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (("party", "xyzzy"), NOTHING), (("party", ""), NOTHING), (("party", "[bold]"), NOTHING), (("party", "'\""), NOTHING),
        (("party", "%"), NOTHING), (("party", "_"), NOTHING), (("party", "x" * 5000), NOTHING), (("party", "\x00"), NOTHING),
        (("election", "1850"), NOTHING), (("election", "xyzzy"), NOTHING), (("election", ""), NOTHING), (("regions", "1990"), NOTHING),
        (("thresholds", "xyzzy"), NOTHING), (("why", "xyzzy"), NOTHING), (("why", ""), NOTHING), (("why", "/"), NOTHING),
        (("conflicts", "--subject", "xyzzy"), NOTHING), (("sources", "xyzzy"), NOTHING), (("search", "qwxyzq"), NOTHING),
        (("export", "xyzzy"), NOTHING), (("results", "--party", "xyzzy"), NOTHING), (("results", "--election", "1850"), NOTHING),
        (("parties", "--on", "2011-02-30"), WRONG), (("parties", "--on", "yesterday"), WRONG), (("parties", "--on", "2011-13"), WRONG),
        (("parties", "--on", ""), WRONG), (("parties", "--on", "0000"), WRONG), (("parties", "--status", "xyzzy"), WRONG),
        (("thresholds", "--on", "2023-02-29"), WRONG), (("thresholds", "--domain", "xyzzy"), WRONG),
        (("timeline", "--from", "x"), WRONG), (("timeline", "--kind", "xyzzy"), WRONG),
        (("timeline", "--from", "2010", "--to", "2000"), WRONG), (("elections", "--body", "xyzzy"), WRONG),
        (("elections", "--year", "x"), WRONG), (("elections", "--year", "99999"), WRONG), (("results", "--stage", "xyzzy"), WRONG),
        (("results", "--body", "xyzzy"), WRONG), (("registrations", "--outcome", "xyzzy"), WRONG), (("elections", "--limit", "-1"), WRONG),
        (("elections", "--format", "pdf"), WRONG), (("elections", "--lang", "de"), WRONG), (("elections", "--xyzzy"), WRONG),
        (("elections", "--columns", "xyzzy", "--csv"), WRONG), (("party",), WRONG), (("party", "zz", "qq"), NOTHING), (("search", "!!!"), WRONG),
        (("xyzzy",), WRONG), (("export",), WRONG), (("export", "results", "-f", "table"), WRONG),
    ],
)  # fmt: skip
def test_each_gets_its_exit_code_and_one_clear_line(ask: Ask, question: tuple[str, ...], code: int) -> None:
    answer = ask(*question)
    assert answer.code == code, answer.err
    assert answer.out == ""
    assert answer.err.strip()
    assert "Traceback" not in answer.err
    assert len(answer.err.splitlines()) <= 12


@pytest.mark.parametrize("command", ["parties", "conflicts", "timeline", "search Otan", "export parties"])
def test_a_limit_beyond_all_numbers_is_no_limit(ask: Ask, command: str) -> None:
    asked = (*command.split(), "--csv")
    assert ask(*asked, "--limit", "9" * 40).out == ask(*asked).out


def test_a_command_misspelt_is_suggested(ask: Ask) -> None:
    assert "'elections'" in ask("electionss").err


def test_a_missing_database(ask: Ask, tmp_path: Path) -> None:
    answer = ask("elections", "--db", str(tmp_path / "nowhere.db"))
    assert answer.code == UNREADABLE
    assert "nowhere.db" in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_database(ask: Ask, tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "other.db"
    target.write_bytes(content)
    answer = ask("elections", "--db", str(target))
    assert answer.code == UNREADABLE
    assert "Traceback" not in answer.err
    assert target.read_bytes() == content


def test_a_database_of_something_else(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "other.db"
    with sqlite3.connect(target) as other:
        other.execute("create table party (id)")
    assert ask("parties", "--db", str(target)).code == UNREADABLE


def test_a_database_of_another_version(ask: Ask, copy: Path) -> None:
    with sqlite3.connect(copy) as other:
        other.execute("update meta set value = '999' where key = 'schema_version'")
    answer = ask("parties", "--db", str(copy))
    assert answer.code == UNREADABLE
    assert "999" in answer.err


def test_a_truncated_database(ask: Ask, tmp_path: Path) -> None:
    whole = DATABASE.read_bytes()
    for part in (1, 2, 3):
        target = tmp_path / f"{part}.db"
        target.write_bytes(whole[: len(whole) * part // 4])
        for command in (
            ("elections",),
            ("results", "--csv"),
            ("search", "Otan"),
            ("party", "amanat"),
            ("check",),
        ):
            answer = ask(*command, "--db", str(target))
            assert answer.code in (UNREADABLE, NOTHING, 0), answer.err
            assert "Traceback" not in answer.err


def test_the_database_named_in_the_environment(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZPOL_DB", str(tmp_path / "none.db"))
    done = subprocess.run(
        [sys.executable, "-m", "kzpol", "elections"], capture_output=True, cwd=ROOT, env={**os.environ}
    )
    assert done.returncode == UNREADABLE


def test_a_folder_with_spaces_and_cyrillic(ask: Ask, tmp_path: Path) -> None:
    folder = tmp_path / "мои данные 100% ?#"
    folder.mkdir()
    target = folder / "копия.db"
    target.write_bytes(DATABASE.read_bytes())
    assert ask("elections", "--db", str(target)).code == 0


def test_output_that_cannot_be_written(ask: Ask, tmp_path: Path) -> None:
    answer = ask("elections", "--csv", "--output", str(tmp_path / "no" / "such" / "folder.csv"))
    assert answer.code == WRONG
    assert "Traceback" not in answer.err


def test_a_full_disk() -> None:
    with open("/dev/full", "wb") as full:
        done = process("elections", "--csv", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == WRONG
    assert b"Traceback" not in done.stderr
    assert b"No space left" in done.stderr


def test_a_closed_pipe() -> None:
    command = f"{sys.executable} -m kzpol export claims --csv | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, cwd=ROOT, timeout=60)
    assert done.stdout.startswith(b"subject,field")
    assert done.stderr == b""


def test_an_old_file_stays_where_the_new_cannot_be_written(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "old.csv"
    target.write_text("old")
    assert ask("elections", "--columns", "nonsense", "--csv", "--output", str(target)).code == WRONG
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old.csv"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "latin-1"])
def test_poor_encodings(encoding: str) -> None:
    for question in (("party", "amanat"), ("elections", "--lang", "kk"), ("parties", "--json"), ()):
        done = process(*question, env={"PYTHONIOENCODING": encoding, "LANG": "C"})
        assert done.returncode == 0, done.stderr
        assert b"Traceback" not in done.stderr


def test_no_home_and_no_terminal_type() -> None:
    done = process("party", "amanat", env={"HOME": "/nonexistent", "TERM": ""})
    assert done.returncode == 0


def test_asking_changes_no_file(ask: Ask) -> None:
    before = (DATABASE.read_bytes(), DATABASE.stat().st_mtime_ns)
    for question in (
        ("parties",),
        ("party", "amanat"),
        ("check",),
        ("sql", "delete from party"),
        ("search", "Otan"),
    ):
        ask(*question)
    assert (DATABASE.read_bytes(), DATABASE.stat().st_mtime_ns) == before
    assert not list(DATABASE.parent.glob("kzpol.db-*"))


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (("party", "x" * 100_000), 1), (("why", "ab " * 30_000), 1), (("sql", "x" * 90_000), 2), (("help", "Ж" * 50_000), 1),
        (("eligible", "--regions", "9" * 5_000), 2), (("eligible", "--members", "9" * 5_000), 2),
        (("seats", "--votes", "A=" + "9" * 5_000), 2), (("parties", "--limit", "9" * 5_000), 2),
    ],
    ids=lambda given: given if isinstance(given, int) else " ".join(part[:9] for part in given),
)  # fmt: skip
def test_what_is_long_is_answered_in_a_line_that_is_not(ask: Ask, question: tuple[str, ...], code: int) -> None:
    answer = ask(*question)
    assert (answer.code, answer.out) == (code, "")
    assert 1 <= len(answer.err.splitlines()) <= 2
    assert len(answer.err) < 4_000
