"""Folds a name to a key on which its spellings meet: scripts, transliterations, case, hyphens and quotes.

Ақ жол, Ак Жол, Aq Jol, Ak-Zhol and "AK ZHOL" all become `akjol`.
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "j",
    "з": "z", "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o",
    "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h",
    "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "і": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia",
}  # fmt: skip
_LATIN = {"ə": "a", "ı": "i", "ş": "sh", "ç": "ch", "ğ": "g", "ŋ": "n", "ø": "o"}
_TRANSLITERATION = (
    (re.compile("kh"), "h"),
    (re.compile("gh"), "g"),
    (re.compile("zh|dj"), "j"),
    (re.compile("q|c(?!h)"), "k"),
    (re.compile("w"), "u"),
    (re.compile("y"), "i"),
)
_GENERIC = re.compile(r"\b(the|party|political|партия|партии|партиясы|саяси|политическая|partiia|partiya)\b")


def fold(name: str) -> str:
    """Return the key of a name; two spellings of one name have the same key. May be empty."""
    text = name.casefold()
    text = "".join(_CYRILLIC.get(letter, _LATIN.get(letter, letter)) for letter in unicodedata.normalize("NFC", text))
    text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if letter.isalnum())
    for pattern, letters in _TRANSLITERATION:
        text = pattern.sub(letters, text)
    return text


def without_generic_words(name: str) -> str:
    """Return a name without words such as "party" that people add to it."""
    return _GENERIC.sub(" ", name.casefold()).strip()
