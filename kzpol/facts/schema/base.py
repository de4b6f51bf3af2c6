"""What rows of all fact files have in common."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kzpol.facts.values import Date, Text

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
From = Annotated[Date | None, Field(alias="from")]
To = Annotated[Date | None, Field(alias="to")]
Rank = Literal["preferred", "normal", "deprecated"]
Stage = Literal["final", "preliminary", "exit-poll"]


class Strict(BaseModel):
    """A mapping with these keys and no others."""

    model_config = ConfigDict(extra="forbid")


class Row(Strict):
    """What one source says at one place."""

    source: Slug
    at: Text
    rank: Rank | None = None
    reason: Text | None = None
    note: Text | None = None
    stage: Stage | None = None


class Item(Row):
    """A row about one named thing; rows with the same `item` are sources on the same thing."""

    item: Slug


class Titles(Strict):
    """Our own label of something, by language."""

    en: Text
    kk: Text | None = None
    ru: Text | None = None


class Unknown(Strict):
    """A value that was looked for and not found."""

    field: str
    note: Text


class About(Strict):
    """What the data as a whole says of itself: data/facts/about.yaml."""

    data_version: Text
    covers_from: Date
    covers_to: Date
