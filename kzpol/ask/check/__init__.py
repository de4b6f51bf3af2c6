"""Verifies a database: is it whole, does every cell have a source, do the sums and the days fit?

A finding is an error where something is wrong, and a note where the record itself is odd (with the reason that
the facts give for it) or where something is not known.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kzpol.ask.check.days import days_in_order
from kzpol.ask.check.finding import Finding
from kzpol.ask.check.gaps import gaps
from kzpol.ask.check.integrity import content_hash, integrity
from kzpol.ask.check.lives import lives_fit
from kzpol.ask.check.provenance import provenance
from kzpol.ask.check.scripts import scripts
from kzpol.ask.check.singles import singles
from kzpol.ask.check.sums import sums
from kzpol.ask.check.translations import translations

__all__ = ["Finding", "check", "content_hash"]


def check(connection: sqlite3.Connection) -> list[Finding]:
    """Return every finding, errors first. A damaged file gives one error and nothing else."""
    found: list[Finding] = []
    try:
        for examine in (integrity, provenance, sums, days_in_order, lives_fit, scripts, gaps, singles, translations):
            found += _all(examine(connection))
    except sqlite3.DatabaseError as error:
        found.append(Finding("error", "integrity", "database", f"The file is damaged: {error}."))
    return sorted(found, key=lambda finding: (finding.severity != "error", finding.check, finding.subject))


def _all(findings: Iterator[Finding]) -> list[Finding]:
    return list(dict.fromkeys(findings))
