"""What can go wrong around kzpol: a spoilt database, a full disk, a reader that leaves, a signal, a crowd."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import DATABASE, ROOT, Ask, process

from kzpol.ask.database import SCHEMA_VERSION

ANSWERED, NOTHING, WRONG, UNREADABLE = 0, 1, 2, 3
COMMANDS = [
    ("elections", "--csv"), ("results", "--json"), ("party", "amanat"), ("election", "majilis-2007"), ("search", "otan"),
    ("timeline", "--party", "amanat"), ("why", "amanat"), ("conflicts",), ("sources",), ("seats", "majilis-2012"),
    ("sql", "select count(*) from claim"), ("export", "claims"), ("thresholds", "--history"), (), ("check",),
]  # fmt: skip


def page_size(whole: bytes) -> int:
    return int.from_bytes(whole[16:18], "big")


def cut_at(ask: Ask, target: Path, whole: bytes, length: int) -> None:
    """Every command refuses a database that is cut short: half an answer would be a lie."""
    target.write_bytes(whole[:length])
    command = COMMANDS[length // page_size(whole) % len(COMMANDS)]
    answer = ask(*command, database=target)
    assert answer.code == UNREADABLE, (length, command, answer.err)
    assert answer.out == ""
    assert len(answer.err.splitlines()) <= 2


Property = Callable[[str, object], None]  # writes into the report how many cases a test has tried


def test_a_database_cut_at_page_boundaries(ask: Ask, tmp_path: Path, record_property: Property) -> None:
    whole = DATABASE.read_bytes()
    pages = range(0, len(whole), page_size(whole))
    lengths = [*pages[:20], *pages[20::25], pages[-1], 1, 99, 100, len(whole) - 1]
    for length in lengths:
        cut_at(ask, tmp_path / "cut.db", whole, length)
    record_property("cases", len(lengths))


@pytest.mark.long
def test_a_database_cut_at_every_page_boundary(ask: Ask, tmp_path: Path, record_property: Property) -> None:
    whole = DATABASE.read_bytes()
    lengths = range(0, len(whole), page_size(whole))
    for length in lengths:
        cut_at(ask, tmp_path / "cut.db", whole, length)
    record_property("cases", len(lengths))


def flipped(whole: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(whole)
    for _ in range(chance.choice([1, 1, 4, 64])):
        spoilt[chance.randrange(len(whole) if chance.random() < 0.8 else 200)] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def spoil(ask: Ask, target: Path, whole: bytes, seed: int) -> None:
    chance = random.Random(seed)
    spoilt = flipped(whole, chance)
    target.write_bytes(spoilt)
    for command in chance.sample(COMMANDS, 3):
        answer = ask(*command, database=target)
        assert answer.code in (ANSWERED, NOTHING, WRONG, UNREADABLE), (seed, command)
        assert "Traceback" not in answer.err, (seed, command)
    assert target.read_bytes() == spoilt


@pytest.mark.parametrize("seed", range(25))
def test_a_database_with_flipped_bits(ask: Ask, tmp_path: Path, seed: int) -> None:
    spoil(ask, tmp_path / "spoilt.db", DATABASE.read_bytes(), seed)


@pytest.mark.long
@pytest.mark.parametrize("first", range(1000, 2000, 100))
def test_a_thousand_databases_with_flipped_bits(
    ask: Ask, tmp_path: Path, first: int, record_property: Property
) -> None:
    record_property("cases", 100)
    whole = DATABASE.read_bytes()
    for seed in range(first, first + 100):
        spoil(ask, tmp_path / "spoilt.db", whole, seed)


def test_check_finds_a_changed_value(ask: Ask, copy: Path) -> None:
    whole = copy.read_bytes()
    at = whole.index(b"Nur Otan")
    copy.write_bytes(whole[:at] + b"Nur Otam" + whole[at + 8 :])
    assert ask("check", database=copy).code == NOTHING


@pytest.mark.parametrize("version", [str(SCHEMA_VERSION - 1), str(SCHEMA_VERSION + 1), "", "x", "99999999999999999999"])
def test_a_database_of_another_schema_names_both_versions(ask: Ask, copy: Path, version: str) -> None:
    with sqlite3.connect(copy) as other:
        other.execute("update meta set value = ? where key = 'schema_version'", [version])
    answer = ask("parties", database=copy)
    assert answer.code == UNREADABLE
    assert f"reads {SCHEMA_VERSION}" in answer.err


def test_a_database_without_a_table(ask: Ask, copy: Path) -> None:
    with sqlite3.connect(copy) as other:
        other.execute("drop table threshold")
    assert ask("thresholds", database=copy).code == UNREADABLE


def test_a_writer_that_holds_the_database(ask: Ask, copy: Path) -> None:
    writer = sqlite3.connect(copy, isolation_level=None)
    writer.execute("begin exclusive")
    writer.execute("delete from meta")
    for command in COMMANDS[:4]:
        assert ask(*command, database=copy).code == ANSWERED
    writer.execute("rollback")
    writer.close()


def test_a_folder_that_nobody_may_write_to(ask: Ask, tmp_path: Path) -> None:
    folder = tmp_path / "только чтение"
    folder.mkdir()
    target = folder / "kzpol.db"
    target.write_bytes(DATABASE.read_bytes())
    target.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert ask("party", "amanat", database=target).code == ANSWERED
    finally:
        folder.chmod(0o755)
    assert [path.name for path in folder.iterdir()] == ["kzpol.db"]


def test_a_read_only_file_system(ask: Ask, copy: Path) -> None:
    folder = str(copy.parent)
    if subprocess.run(["mount", "--bind", folder, folder], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
        for command in COMMANDS[:6]:
            assert ask(*command, database=copy).code == ANSWERED
        written = ask("elections", "--csv", "--output", f"{folder}/x.csv")
        assert written.code == WRONG
        assert "Read-only file system" in written.err
        with build_into(copy) as child:
            _, err = child.communicate(timeout=120)
        assert child.returncode == 1
        assert b"The old file is as it was" in err
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "device"])
def test_what_is_no_file(ask: Ask, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "other.db"
    if kind == "folder":
        target.mkdir()
    elif kind == "pipe":
        os.mkfifo(target)
    elif kind == "loop":
        target.symlink_to(target)
    else:
        target = Path("/dev/null")
    assert ask("parties", database=target).code == UNREADABLE


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != ("check",)], ids=" ".join)
def test_a_full_disk(command: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = process(*command, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == WRONG
    assert done.stderr.decode().startswith("kzpol: Cannot read or write: ")
    assert len(done.stderr.splitlines()) == 1


def test_standard_error_full_or_closed() -> None:
    for way in ("2>/dev/full", "2>&-", ">&- 2>&-", "<&- 2>&-"):
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m kzpol party xyzzy {way}"], capture_output=True, cwd=ROOT, timeout=60
        )
        assert done.returncode in (NOTHING, WRONG), way
        assert b"Traceback" not in done.stderr


def test_standard_output_closed() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m kzpol elections >&-"], capture_output=True, cwd=ROOT, timeout=60
    )
    assert done.returncode == WRONG
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["export claims --csv", "results --json", "results", "timeline -f table", "timeline --color always", "election 2007 -f html", "sql 'select * from claim'"])  # fmt: skip
def test_a_reader_that_leaves(command: str) -> None:
    line = f"{sys.executable} -m kzpol {command} | head -c 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, cwd=ROOT, timeout=60)
    assert done.stderr == b""
    assert len(done.stdout) == 1
    assert done.returncode in (0, 141)


def test_a_slow_reader_gets_everything() -> None:
    line = f"{sys.executable} -m kzpol export claims --csv | (sleep 0.5; wc -c)"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, cwd=ROOT, timeout=60)
    assert done.returncode == 0
    assert int(done.stdout) == len(process("export", "claims", "--csv").stdout)


def heeding() -> None:
    """Ctrl-C is heeded, also where the tests themselves were started so that it is not, as in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def started(*arguments: str, module: str = "kzpol", **options: object) -> subprocess.Popen[bytes]:
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments], env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=heeding, **options,
    )  # type: ignore[call-overload,no-any-return]  # fmt: skip


ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_in_the_middle_of_a_query(sign: signal.Signals, code: int) -> None:
    with started("sql", ENDLESS, "--timeout", "60") as child:
        time.sleep(1.0)
        child.send_signal(sign)
        out, err = child.communicate(timeout=30)
    assert child.returncode == code
    assert (out, err) == (b"", b"")


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_in_the_middle_of_an_export_leaves_whole_files_only(
    sign: signal.Signals, code: int, tmp_path: Path
) -> None:
    whole = tmp_path / "whole"
    assert process("export", "--out", str(whole)).returncode == 0
    files = {path.name: path.read_bytes() for path in whole.iterdir()}
    for step in range(8):
        out = tmp_path / f"{step}"
        with started("export", "--out", str(out)) as child:
            time.sleep(0.1 + step * 0.07)
            child.send_signal(sign)
            _, err = child.communicate(timeout=30)
        assert child.returncode in (code, 0, -sign)  # the last while Python itself begins or ends
        assert b"Traceback" not in err or b"kzpol/show" not in err
        assert not out.exists() or {path.name: path.read_bytes() for path in out.iterdir()} == files
        assert not list(tmp_path.glob(".*")), "something is left behind"


def test_a_signal_at_any_moment_shows_no_traceback_of_kzpol() -> None:
    for step in range(12):
        with started("party", "amanat") as child:
            time.sleep(0.02 + step * 0.015)
            child.send_signal(signal.SIGINT)
            _, err = child.communicate(timeout=30)
        for room in (b"kzpol/cli/main", b"kzpol/ask", b"kzpol/show"):  # Python itself may complain while it starts
            assert room not in err, err.decode()
        assert child.returncode in (0, 130, 1, -signal.SIGINT)


def build_into(target: Path) -> subprocess.Popen[bytes]:
    script = str(ROOT / "scripts" / "build")
    return subprocess.Popen(
        [sys.executable, script, "--db", str(target)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heeding,
    )


def stop_builds(target: Path, signs: list[signal.Signals], moments: list[float]) -> None:
    old = target.read_bytes()
    for index, moment in enumerate(moments):
        sign = signs[index % len(signs)]
        with build_into(target) as child:
            time.sleep(moment)
            child.send_signal(sign)
            _, err = child.communicate(timeout=60)
        assert child.returncode in (-sign, 130, 143, 0, 1), err.decode()
        if sign != signal.SIGKILL:
            assert b"kzpol/facts" not in err or moment < 0.3, err.decode()
            assert [path.name for path in target.parent.iterdir()] == [target.name], (sign, moment)
        if child.returncode != 0:
            assert target.read_bytes() == old, (sign, moment)


def test_a_build_stopped_leaves_the_old_database_whole(copy: Path) -> None:
    stop_builds(copy, [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], [0.4, 0.7, 1.0])


@pytest.mark.long
def test_a_build_killed_at_any_moment_leaves_the_old_database_whole(copy: Path, record_property: Property) -> None:
    with build_into(copy) as child:
        begun = time.monotonic()
        child.communicate(timeout=120)
    takes = time.monotonic() - begun
    moments = [takes * step / 40 for step in range(1, 41)]
    stop_builds(copy, [signal.SIGKILL], moments)
    with build_into(copy) as child:  # what the killed ones left behind hinders nobody, and goes
        _, err = child.communicate(timeout=120)
    assert child.returncode == 0, err.decode()
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    stop_builds(copy, [signal.SIGTERM, signal.SIGINT], moments[12::4])
    record_property("cases", len(moments) + len(moments[12::4]))


def test_ten_at_once() -> None:
    crowd = [started(*COMMANDS[index]) for index in range(10)]
    for index, child in enumerate(crowd):
        out, err = child.communicate(timeout=120)
        assert child.returncode == 0, err.decode()
        assert out == process(*COMMANDS[index]).stdout


@pytest.mark.slow
def test_builds_at_once_do_not_spoil_each_other(ask: Ask, copy: Path) -> None:
    crowd = [build_into(copy) for _ in range(3)]
    for child in crowd:
        _, err = child.communicate(timeout=240)
        assert child.returncode == 0, err.decode()
    assert ask("check", database=copy).code == 0
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_bare_environment() -> None:
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    for extra in (
        {},
        {"LANG": "C", "LC_ALL": "C"},
        {"TERM": ""},
        {"HOME": "/nonexistent"},
        {"LC_ALL": "POSIX"},
    ):
        for command in (("party", "Ақ жол"), ("elections", "--lang", "kk", "-f", "table"), ("parties", "--json"), ()):
            done = subprocess.run(
                [sys.executable, "-m", "kzpol", *command], capture_output=True, env={**bare, **extra}, timeout=60
            )
            assert done.returncode == 0, (extra, command, done.stderr)


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "cp866", "latin-1", "utf-16"])
def test_output_of_every_format_in_poor_encodings(encoding: str) -> None:
    for form in ("table", "csv", "tsv", "json", "ndjson", "md", "html"):
        done = process("party", "amanat", "-f", form, env={"PYTHONIOENCODING": encoding})
        assert done.returncode == 0, (form, done.stderr)
        assert b"Traceback" not in done.stderr
