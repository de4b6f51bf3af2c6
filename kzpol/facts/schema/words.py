"""A file of data/facts/words: our own words in the other languages."""

from __future__ import annotations

from kzpol.facts.schema.base import Strict
from kzpol.facts.values import Text


class Word(Strict):
    """A heading, a kind, a unit or a sentence of ours: `en` is what the program says, {} what is filled in."""

    en: Text
    kk: Text
    ru: Text
