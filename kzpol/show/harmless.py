"""Takes the harm out of what other programs read: terminals obey control characters, spreadsheets run
what looks like a formula. JSON keeps every value; see docs/safety.md."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")  # what a spreadsheet takes for the beginning of a formula
# Patterns are compiled where they are first needed, which is seldom.
_NUMBER = r"[+-][0-9]+(\.[0-9]+)?"
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
_C0 = bytes([*range(9), 11, 12, *range(14, 32), 127])
_C1 = rb"\xc2[\x80-\x9f]"
_IN_TEXT = dict.fromkeys([*_C0, *range(128, 160)], "�")
_IN_JSON = {code: f"\\u{code:04x}" for code in [*_C0, *range(128, 160)]}


def cell(text: str) -> str:
    """Return the text of a cell so that no spreadsheet runs it: one that begins like a formula gets an apostrophe.

    A signed number stays as it is: it is no more than that number, even when run.
    """
    if text[:1] in _FORMULA and text and not re.fullmatch(_NUMBER, text):
        text = "'" + text
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def encoded(text: str, is_json: bool) -> bytes:
    """Return text as UTF-8 without characters that steer a terminal: replaced, or within JSON escaped."""
    block = text.encode()
    if len(block.translate(None, _C0)) == len(block) and (b"\xc2" not in block or not re.search(_C1, block)):
        return block
    return text.translate(_IN_JSON if is_json else _IN_TEXT).encode()


def inert(text: str) -> str:
    """Return text without characters that steer a terminal or turn the direction of what follows."""
    return text if text.isprintable() else re.sub(_CONTROL, "�", text)


def cleaned(thing: Any) -> Any:
    """Return a card, a block, a picture or a list of them with every text in it fit for a terminal."""
    if isinstance(thing, str):
        return inert(thing)
    if isinstance(thing, list):
        return [cleaned(part) for part in thing]
    if isinstance(thing, tuple):
        return tuple(cleaned(part) for part in thing)
    if isinstance(thing, dict):
        return {cleaned(key): cleaned(value) for key, value in thing.items()}
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{field.name: cleaned(getattr(thing, field.name)) for field in fields(thing)})
    return thing
