"""Measures what a database many times as large costs: each question to the small one and to the large one in turn."""
# ruff: noqa: E501

import sys
from pathlib import Path
from typing import Any

from measuring.timing import Run, in_turn

KZPOL = str(Path(sys.executable).parent / "kzpol")
_POINTS = (
    "party amanat --json", "election majilis-2021 --json", "why majilis-2007 turnout_pct --csv", "results --year 2021 --csv",
    "thresholds party-min-members --csv", "thresholds --on 2010-05-01 --csv", "parties --on 2007-08-18 --csv",
    "timeline --from 2007 --to 2007 --csv", "timeline --party dck --csv", "seats majilis-2021 --json",
    "conflicts --subject majilis-2007 --csv", "sources globalsecurity-2023 --json", "regions majilis-2023 --csv", "--version",
)  # fmt: skip
_SEARCHES = ("search Otan", "search a", "search по", "search made election", "search zzzzz о")
_LISTS = ("elections --csv", "results --csv", "timeline --json", "export figures --csv")
POINT, SECONDS, MORE = 1.2, 0.25, 1.3  # limits: times of the small one, of a search, memory of a list


def measure(small: Path, large: Path, rounds: int) -> dict[str, Any]:
    """Return the figures of every question on both databases, and their sizes in MB."""
    both = (("small", small), ("large", large))
    points = {
        f"{name}: {line}": Run(line, [KZPOL, *line.split(), "--db", str(path)] if line != "--version" else [KZPOL, line],
                               {} if line != "--version" else {"KZPOL_DB": str(path)})
        for line in (*_POINTS, *_SEARCHES) for name, path in both
    }  # fmt: skip
    lists = {
        f"{name}: {line}": Run(line, [KZPOL, *line.split(), "--db", str(path)])
        for line in _LISTS
        for name, path in both
    }
    runs = {**in_turn(points, rounds), **in_turn(lists, 1)}
    return {
        "small_mb": round(small.stat().st_size / 1e6, 1),
        "large_mb": round(large.stat().st_size / 1e6, 1),
        "questions": [_row(line, kind, runs) for kind, lines in _KINDS.items() for line in lines],
    }


_KINDS = {"point": _POINTS, "search": _SEARCHES, "list": _LISTS}


def _row(line: str, kind: str, runs: dict[str, Any]) -> dict[str, Any]:
    one, other = runs[f"small: {line}"], runs[f"large: {line}"]
    ratio = other.ratio(one)
    more = other.peak / one.peak
    met = {"point": ratio <= POINT, "search": other.median() <= SECONDS, "list": more <= MORE}[kind]
    return {
        "question": line, "kind": kind, "small_ms": one.summary()["ms"], "large_ms": other.summary()["ms"], "ratio": ratio,
        "written_ratio": round(other.written / max(one.written, 1), 1), "small_mib": round(one.peak, 1),
        "large_mib": round(other.peak, 1), "met": met,
    }  # fmt: skip


def table(found: dict[str, Any], times: int, rounds: int) -> str:
    """Return the figures as text."""
    lines = [
        f"{times} times the facts: {found['large_mb']} MB beside {found['small_mb']} MB; medians of {rounds} runs in turn.",
        f"{'question':42} {'small ms':>8} {'large ms':>9} {'ratio':>7} {'bytes':>7} {'MiB':>5} {'MiB':>5}  met",
    ]
    for row in found["questions"]:
        lines.append(
            f"{row['question']:42} {row['small_ms']:8.0f} {row['large_ms']:9.0f} {row['ratio']:7.2f} {row['written_ratio']:7.1f} "
            f"{row['small_mib']:5.0f} {row['large_mib']:5.0f}  {'yes' if row['met'] else 'NO'}"
        )
    lines.append(f"Limits: a point {POINT} times, a search {SECONDS} s, the memory of a list {MORE} times.")
    return "\n".join(lines)
