"""Tab, pressed in real shells, after the program has installed its own completion."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent
INTERACTIVE = {"bash": ["bash", "--noprofile", "-i"], "zsh": ["zsh", "-i"]}


def settings(home: Path) -> dict[str, str]:
    return {"PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(home), "TERM": "dumb", "LANG": "C.UTF-8"}


def said(home: Path, shell: str, line: str) -> str:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([shell, "-c", line], env=settings(home), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Shell:
    """A shell on a terminal of its own, as it starts for a user with this home."""

    def __init__(self, name: str, home: Path) -> None:
        self.master, slave = pty.openpty()
        self.child = subprocess.Popen(
            INTERACTIVE[name], stdin=slave, stdout=slave, stderr=slave, env=settings(home), start_new_session=True
        )
        os.close(slave)
        self.type("PS1='no''w> '\n", "now> ")
        time.sleep(0.2)  # the line editor takes over just after its prompt

    def type(self, keys: str, until: str, seconds: float = 20) -> str:
        """Type keys and return what the shell wrote until it wrote a text."""
        os.write(self.master, keys.encode())
        seen = ""
        end = time.monotonic() + seconds
        while until not in seen and time.monotonic() < end:
            if select.select([self.master], [], [], 0.2)[0]:
                seen += os.read(self.master, 65536).decode(errors="replace")
        assert until in seen, seen
        return seen

    def close(self) -> None:
        self.child.kill()
        self.child.wait()
        os.close(self.master)


@pytest.fixture
def shell(tmp_path: Path):
    opened = []

    def start(name: str) -> Shell:
        said(tmp_path, name, "kzpol --install-completion; true")
        opened.append(Shell(name, tmp_path))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_tab_completes_an_election(shell, name: str) -> None:
    one = shell(name)
    one.type("kzpol election majilis-200\t\t", "majilis-2007")


@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_tab_completes_a_rule_and_an_option(shell, name: str) -> None:
    one = shell(name)
    one.type("kzpol thresholds party-min-members-p\t", "er-region")
    one.type("\x15kzpol results --sta\t", "ge")


def test_fish_lists_parties(tmp_path: Path) -> None:
    said(tmp_path, "fish", "kzpol --install-completion; true")
    assert "nsdp\tNationwide Social Democratic Party" in said(tmp_path, "fish", "complete -C 'kzpol party nsd'")


def test_tab_completes_a_name_in_cyrillic(shell) -> None:
    one = shell("bash")
    one.type("kzpol party Аман\t", "Аманат")
