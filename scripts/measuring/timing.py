"""Runs whole processes in turn and keeps their times and peak memory."""

import os
import pty
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Run:
    """A process to run: its command, settings, and whether it writes to a terminal."""

    name: str
    command: list[str]
    settings: dict[str, str] = field(default_factory=dict)
    terminal: bool = False
    one_line: bool = False  # the command is one line of several processes


@dataclass
class Runs:
    """The times (seconds) and peak memory (MiB) of one process run several times, and the bytes it wrote."""

    seconds: list[float] = field(default_factory=list)
    peak: float = 0
    written: int = 0

    def median(self) -> float:
        return statistics.median(self.seconds)

    def ratio(self, peer: "Runs") -> float:
        """Return the median of the ratios within each round: what slows the machine slows both."""
        return round(statistics.median(a / b for a, b in zip(self.seconds, peer.seconds, strict=True)), 3)

    def summary(self) -> dict[str, float]:
        """Return the median and the quartiles in milliseconds, and the peak memory in MiB."""
        low, _, high = statistics.quantiles(self.seconds, n=4) if len(self.seconds) > 1 else [self.seconds[0]] * 3
        figures = {"ms": self.median(), "ms_low": low, "ms_high": high}
        return {**{name: round(value * 1000, 1) for name, value in figures.items()}, "peak_mib": round(self.peak, 1)}


def in_turn(wanted: dict[str, Run], rounds: int) -> dict[str, Runs]:
    """Run each once a round, one after the other; a round before the first warms the caches."""
    found = {name: Runs() for name in wanted}
    for turn in range(rounds + 1):
        for name, run in wanted.items():
            seconds, peak, written = once(run)
            if turn:
                found[name].seconds.append(seconds)
                found[name].peak = max(found[name].peak, peak)
                found[name].written = written
    return found


def once(run: Run) -> tuple[float, float, int]:
    """Return the seconds, the peak MiB and the bytes of one run, its output read to the end. Fails where it fails."""
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **run.settings}
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "KZPOL_DB"):  # an installed program is compiled
        environment.pop(name, None)
    reader, writer = pty.openpty() if run.terminal else os.pipe()
    command = ["sh", "-c", run.command[0]] if run.one_line else run.command
    start = time.perf_counter()
    child = subprocess.Popen(
        command, stdout=writer, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=environment
    )
    os.close(writer)
    written = 0
    try:
        while part := os.read(reader, 1 << 16):
            written += len(part)
    except OSError:  # how Linux says that a terminal's other end has closed
        pass
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    os.close(reader)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{run.name}: {' '.join(command)} failed with {child.returncode}")
    return seconds, usage.ru_maxrss / 1024, written
