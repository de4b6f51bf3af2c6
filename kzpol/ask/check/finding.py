"""One thing that a check found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Finding:
    """What was found of which subject by which check."""

    severity: Literal["error", "note"]
    check: str
    subject: str
    message: str
