"""JSON and NDJSON: UTF-8, letters as they are, numbers as numbers, unknown as null."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

_encoded = json.JSONEncoder(ensure_ascii=False).encode


def document(data: Any) -> str:
    """Return one JSON document."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def array(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield one JSON document, a record a line, so that it reads and diffs well."""
    before = "["
    for row in rows:
        yield before + _encoded(row)
        before = ",\n "
    yield "[]\n" if before == "[" else "]\n"


def lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield one JSON object a line."""
    return (_encoded(row) + "\n" for row in rows)
