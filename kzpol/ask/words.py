"""Our own words (headings, kinds, units, sentences) in another language. Facts and quotations are not translated."""

from __future__ import annotations

import sqlite3
from typing import Literal


def words(connection: sqlite3.Connection, lang: Literal["kk", "ru"]) -> dict[str, str]:
    """Return every word of ours with its translation; `{}` in both stands for what is filled in."""
    return dict(connection.execute(f"select en, {lang} from word").fetchall())  # noqa: S608
