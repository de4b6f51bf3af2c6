"""The shape of the fact files. A row is what one source says at one place.

Every field of a row that is not about the row itself (`source`, `at`, `stage`, `rank`, `reason`, `note`, `item`)
becomes a claim; the note of a rule's value is part of the rule and becomes one too.
"""

from kzpol.facts.schema.base import About, Row
from kzpol.facts.schema.elections import Election, Place, Results
from kzpol.facts.schema.events import Event, EventFile, Figure
from kzpol.facts.schema.parties import Identifier, Party, PartyName
from kzpol.facts.schema.rules import Rule
from kzpol.facts.schema.sources import Source
from kzpol.facts.schema.words import Word

__all__ = [
    "About",
    "Election",
    "Event",
    "EventFile",
    "Figure",
    "Identifier",
    "Party",
    "PartyName",
    "Place",
    "Results",
    "Row",
    "Rule",
    "Source",
    "Word",
]
