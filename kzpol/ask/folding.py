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
# How English texts write the Cyrillic letters, where the key above has another.
_ENGLISH = {**_CYRILLIC, "ж": "zh", "й": "y", "х": "kh", "һ": "kh", "ы": "y", "ю": "yu", "я": "ya"}
_LATIN = {"ə": "a", "ı": "i", "ş": "sh", "ç": "ch", "ğ": "g", "ŋ": "n", "ø": "o", "ý": "u"}
_TRANSLITERATION = (
    (re.compile("kh"), "h"),
    (re.compile("gh"), "g"),
    (re.compile("zh|dj"), "j"),
    (re.compile("q|c(?!h)"), "k"),
    (re.compile("w"), "u"),
    (re.compile("y"), "i"),
)
_COUNTRY = ("kazahstan", "kazakstan")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


def fold(name: str) -> str:
    """Return the key of a name; two spellings of one name have the same key. May be empty."""
    text = name.casefold()
    text = "".join(_CYRILLIC.get(letter, _LATIN.get(letter, letter)) for letter in unicodedata.normalize("NFC", text))
    text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if letter.isalnum())
    for pattern, letters in _TRANSLITERATION:
        text = pattern.sub(letters, text)
    return text


def in_english_letters(text: str) -> str:
    """Return small letters as an English text writes them: жанаозен becomes zhanaozen. What is Latin stays so."""
    return "".join(_ENGLISH.get(letter, letter) for letter in text)


# Words that tell no party from another: people add them, leave them out and turn them round.
_GENERIC_WORDS = """
    the a of and и мен және party parties партия партии партией партию партиясы партиясын
    партиясына партиясынан партиясының partiya partiyasy partiasy political
    политическая саяси movement движение движения қозғалысы қозғалыс bloc блок блогы association kazakh казахская қазақ
"""
_GENERIC = frozenset(map(fold, _GENERIC_WORDS.split()))


# Words of the state's own name, "Республика Казахстан", which tell nothing either where the country is named.
_STATE_WORDS = "republic республика республики республикасы республикасының respublikasy"
_STATE = frozenset(fold(word) for word in _STATE_WORDS.split(" "))


def telling_words(name: str) -> str:
    """Return the folded words of a name that tell it from others, in alphabetical order. May be empty."""
    words = {fold(word) for word in _WORD.findall(name)}
    of_the_country = {word for word in words if word.startswith(_COUNTRY)}
    untold = _GENERIC | _STATE | of_the_country if of_the_country else _GENERIC
    return " ".join(sorted(words - untold))
