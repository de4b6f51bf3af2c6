"""The kinds of value that a fact can have: each is text as it was read, typed by its field.

A count or share may be approximate: `~6300000` (about), `>12000000` (more than), `<5` (fewer than).
A date is `2002`, `2002-07` or `2002-07-15`, never padded.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from kzpol.ask.check.scripts import mixed_word

_NUMBER = re.compile(r"[~<>]?[0-9]+(\.[0-9]+)?")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CYRILLIC = re.compile(r"[\u0400-\u04FF]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def check_number(text: str) -> str:
    """Accept a plain number, approximate or exact; refuse anything else."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"expected a number such as 68.41, ~6300000 or >12000000, found {text!r}")
    return text


def check_date(text: str) -> str:
    """Accept a year, a month or a day that the calendar has, from 1900 to 2049."""
    match = _DATE.fullmatch(text)
    if not match or not 1900 <= int(match[1]) <= 2049:
        raise ValueError(f"expected a date such as 2002, 2002-07 or 2002-07-15, found {text!r}")
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise ValueError(f"there is no such day as {text}") from None
    return text


def check_script(text: str) -> str:
    """Refuse a word that mixes Latin and Cyrillic letters, for it looks right and is never found, and characters that
    steer a terminal."""
    if _CONTROL.search(text):
        raise ValueError("a control character stands in the text")
    if word := mixed_word(text):
        raise ValueError(f"the word {word!r} mixes Latin and Cyrillic letters")
    return text


_KAZAKH = re.compile(r"[ӘәІіҢңҒғҮүҰұҚқӨөҺһ]")
_RUSSIAN = re.compile(
    r"\b(партия|партии|движение|казахстана|республиканская|казахстанская)\b", re.I
)  # around a Kazakh name


def language_of(name: str, read_in: str | None = None) -> str:
    """Tell a name's language by its letters: `kk` and `ru` for Cyrillic, `en` for Latin.

    A name without a letter that only Kazakh has is Kazakh if it was read in a Kazakh text.
    """
    if not _CYRILLIC.search(name):
        return "en"
    if read_in == "kk":
        return "kk"
    if _RUSSIAN.search(name):
        return "ru"
    return "kk" if _KAZAKH.search(name) or "партиясы" in name else "ru"


def exact(text: str) -> bool:
    """Whether a number as read is exact, not a rounding or a bound."""
    return text[:1] not in "~<>"


def typed(text: str) -> int | float | str:
    """Turn a number as read into a number; an approximate one stays the text that says so."""
    if not _NUMBER.fullmatch(text) or not exact(text):
        return text
    return float(text) if "." in text else int(text)


Text = Annotated[str, AfterValidator(check_script)]
Number = Annotated[str, AfterValidator(check_number)]
Date = Annotated[str, AfterValidator(check_date)]
