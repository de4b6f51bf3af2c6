"""Lays the figures of scripts/bench out."""

from typing import Any

from measuring.questions import MEMORY, SQLITE_UTILS, Question
from measuring.timing import Runs


def ratio(question: Question, runs: dict[str, Runs]) -> dict[str, Any]:
    """Return the figures of one question: its times, its peer's, their ratio, the goal and whether it is met."""
    own, peer = runs[question.name], runs[question.peer.name]
    found = own.ratio(peer)
    heavy = question.memory is not None and own.peak > question.memory
    met = None if question.goal is None and not heavy else not heavy and found <= (question.goal or found)
    return {
        "question": question.name, **own.summary(), "peer": question.peer.name, "peer_ms": peer.summary()["ms"],
        "ratio": found, "goal": question.goal, "met": met,
    }  # fmt: skip


def table(figures: list[dict[str, Any]], beside: list[dict[str, Any]], skipped: list[str], rounds: int) -> str:
    """Return both tables as text."""
    lines = [f"{'kzpol':22} {'ms':>6} {'quartiles':>13} {'peer ms':>8} {'ratio':>6} {'goal':>5} {'met':>4} {'MiB':>5}"]
    for row in figures:
        spread = f"{row['ms_low']:.0f} to {row['ms_high']:.0f}"
        met = {True: "yes", False: "NO", None: ""}[row["met"]]
        lines.append(
            f"{row['question']:22} {row['ms']:6.0f} {spread:>13} {row['peer_ms']:8.0f} {row['ratio']:6.2f} "
            f"{row['goal'] or '':>5} {met:>4} {row['peak_mib']:5.0f}"
        )
    lines += [
        f"Medians of {rounds} runs in turn; the ratio is the median of each round's. Peer: {SQLITE_UTILS},",
        f"for the export one such process a table. Goal for memory in a pipe: {MEMORY:.0f} MiB.",
        "",
        f"{'another program':22} {'ms':>6} {'quartiles':>13} {'MiB':>5}  kzpol elections --csv takes",
    ]
    for row in beside:
        spread = f"{row['ms_low']:.0f} to {row['ms_high']:.0f}"
        lines.append(
            f"{row['peer']:22} {row['ms']:6.0f} {spread:>13} {row['peak_mib']:5.0f}  {row['kzpol_ratio']:.2f} of it"
        )
    lines += [f"Skipped: {what}" for what in skipped]
    return "\n".join(lines)
