"""JSON and NDJSON: UTF-8, letters as they are, numbers as numbers, unknown as null."""

from __future__ import annotations

import json
from typing import Any


def document(data: Any) -> str:
    """Return one JSON document, a record a line in a list, so that it reads and diffs well."""
    if isinstance(data, list) and all(isinstance(row, dict) for row in data) and data:
        rows = ",\n ".join(json.dumps(row, ensure_ascii=False) for row in data)
        return f"[{rows}]\n"
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def lines(rows: list[dict[str, Any]]) -> str:
    """Return one JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
