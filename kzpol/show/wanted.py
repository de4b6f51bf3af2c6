"""What the user wants of the output: the options that every answering command has."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from kzpol.show.translating import Words

Format = Literal["table", "csv", "tsv", "json", "ndjson", "md", "html"]
FORMATS: tuple[Format, ...] = ("table", "csv", "tsv", "json", "ndjson", "md", "html")

AS_JSON: tuple[Format, ...] = ("json", "ndjson")
FOR_PEOPLE: tuple[Format, ...] = ("table", "md", "html")


@dataclass(frozen=True)
class Wanted:
    """The output options. `format` is None where the user left the choice: a terminal gets a table or picture,
    a pipe tab-separated text."""

    format: Format | None = None
    output: str | None = None
    columns: tuple[str, ...] = ()
    header: bool = True
    bom: bool = False
    lang: Literal["en", "kk", "ru"] = "en"
    sources: bool = False
    limit: int | None = None
    color: Literal["auto", "always", "never"] = "auto"
    words: Mapping[str, str] = field(default_factory=dict)  # our own words in `lang`, where it is not English

    @cached_property
    def say(self) -> Words:
        """What puts our own texts into the language wanted."""
        from kzpol.show.translating import Words

        return Words(self.words)

    def on_terminal(self) -> bool:
        """Whether to draw for a person: on a terminal, or where --color always asks for the same."""
        return self.output is None and (sys.stdout.isatty() or self.color == "always")

    def drawn(self) -> bool:
        """Whether a card or picture is wanted: no format is named, and a person looks."""
        return self.format is None and self.on_terminal()

    def colored(self, stream: TextIO) -> bool:
        """Whether to write colours: --color first, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return stream.isatty() and os.environ.get("TERM") != "dumb"
