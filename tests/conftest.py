"""Ask kzpol as its users do and look at what comes back."""

from __future__ import annotations

import csv
import gc
import io
import json
import os
import pty
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from typing import Any

import pytest

from kzpol.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
DATABASE = ROOT / "data" / "kzpol.db"


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    out: str
    err: str
    code: int

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def csv(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out, newline="")))

    @property
    def tsv(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out), delimiter="\t", quoting=csv.QUOTE_NONE))


Ask = Callable[..., Answer]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Ask:
    """Run a command within this process, as in a pipe."""
    monkeypatch.delenv("KZPOL_DB", raising=False)

    def asked(*arguments: str, database: Path | None = None) -> Answer:
        if database:
            monkeypatch.setenv("KZPOL_DB", str(database))
        monkeypatch.setattr(sys, "argv", ["kzpol", *arguments])
        with pytest.raises(SystemExit) as leaving:
            run()
        gc.enable()  # a command leaves it off, as it ends; the tests go on
        out, err = capsysbinary.readouterr()
        assert b"kzpol failed" not in err, err.decode()  # how a crash is told to users
        code = leaving.value.code
        return Answer(out.decode(), err.decode(), code if isinstance(code, int) else 0)

    return asked


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own, as in a pipe."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    environment.pop("KZPOL_DB", None)
    command = [sys.executable, "-m", "kzpol", *arguments]
    return subprocess.run(command, capture_output="stdout" not in options, env=environment, timeout=60, **options)


@pytest.fixture(scope="session")
def terminal() -> Callable[..., str]:
    """Run a command on a terminal of a width, and return what it drew."""

    def drawn(width: int, *arguments: str, **environment: str) -> str:
        master, slave = pty.openpty()
        ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
        settings = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **environment}
        for name in {"NO_COLOR", "COLUMNS", "LINES"} - environment.keys():  # a test runner may have set them
            settings.pop(name, None)
        command = [sys.executable, "-m", "kzpol", *arguments]
        with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=settings) as child:
            os.close(slave)
            written = b"".join(_until_closed(master))
            child.wait(timeout=60)
        os.close(master)
        return written.decode("utf-8", errors="replace").replace("\r\n", "\n")

    return drawn


def _until_closed(master: int) -> Iterator[bytes]:
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # how Linux says that the other end has closed
            return
        if not part:
            return
        yield part


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the database that a test may spoil."""
    target = tmp_path / "copy.db"
    shutil.copy(DATABASE, target)
    return target


@pytest.fixture(scope="session")
def facts() -> Path:
    """The fact files."""
    return ROOT / "data" / "facts"
