"""Gathers every fact file into one collection, each entry checked against the schema."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from kzpol.ask.results import GENERAL
from kzpol.facts.errors import FactsError, Fault
from kzpol.facts.files import Lines, fact_files, read_file
from kzpol.facts.schema import About, Election, EventFile, Party, Place, Results, Rule, Source, Word

Model = TypeVar("Model", bound=BaseModel)


@dataclass
class Facts:
    """All that the fact files say, by id."""

    about: About
    sources: dict[str, Source] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    elections: dict[str, Election] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    events: dict[str, EventFile] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)


_PLAIN = {"extra_forbidden": "there is no such field here", "missing": "is missing"}
_FOLDERS: dict[str, type[BaseModel]] = {
    "parties": Party,
    "elections": Election,
    "rules": Rule,
    "events": EventFile,
}


def gather(root: Path) -> Facts:
    """Read every fact file below `root`; raise FactsError with all faults that the files have."""
    faults: list[Fault] = []
    facts = Facts(_about(root, faults))
    for path in fact_files(root, "sources"):
        try:
            _sources(path, root, facts, faults)
        except FactsError as error:
            faults += error.faults
    _places(root, facts, faults)
    _words(root, facts, faults)
    for folder, model in _FOLDERS.items():
        known: dict[str, BaseModel] = getattr(facts, folder)
        for path in fact_files(root, folder):
            name = path.relative_to(root).as_posix()
            try:
                value, lines = read_file(path, root)
            except FactsError as error:
                faults += error.faults
                continue
            entry = _checked(model, value, lines, (), name, faults)
            if entry is None:
                continue
            if entry.id != path.stem:  # type: ignore[attr-defined]
                faults.append(Fault(name, 1, "id", f"expected {path.stem}, as the file is named"))
            known[path.stem] = entry
    if not faults:  # else a file that could not be read would be missed everywhere
        faults += _loose_ends(facts, root)
    if faults:
        raise FactsError(faults)
    return facts


def _sources(path: Path, root: Path, facts: Facts, faults: list[Fault]) -> None:
    value, lines = read_file(path, root)
    name = path.relative_to(root).as_posix()
    addresses: dict[tuple[str | None, str | None], str] = {
        (known.url, known.date): known.id for known in facts.sources.values() if known.url
    }
    for index, entry in enumerate(value or []):
        source = _checked(Source, entry, lines, (index,), name, faults)
        if source is None:
            continue
        line = lines.get((index,), 1)
        if source.id in facts.sources:
            faults.append(Fault(name, line, "id", f"{source.id} stands in another place too"))
        place = (source.url, source.date)  # one page may carry publications of several days
        if source.url and place in addresses and not source.repeats:
            faults.append(Fault(name, line, "url", f"the address is that of {addresses[place]} too"))
        facts.sources[source.id] = source
        if source.url and not source.repeats:
            addresses.setdefault(place, source.id)


def _about(root: Path, faults: list[Fault]) -> About:
    path = root / "about.yaml"
    if not path.exists():
        raise FactsError([Fault(path.name, 1, "about", f"there is no such file in {root}")])
    value, lines = read_file(path, root)
    about = _checked(About, value, lines, (), path.name, faults)
    if about is None:
        raise FactsError(faults)
    return about


def _places(root: Path, facts: Facts, faults: list[Fault]) -> None:
    path = root / "regions.yaml"
    if not path.exists():
        return
    value, lines = read_file(path, root)
    for index, entry in enumerate(value or []):
        place = _checked(Place, entry, lines, (index,), path.name, faults)
        if place:
            facts.places[place.id] = place


def _words(root: Path, facts: Facts, faults: list[Fault]) -> None:
    for path in fact_files(root, "words"):
        value, lines = read_file(path, root)
        name = path.relative_to(root).as_posix()
        for index, entry in enumerate(value or []):
            word = _checked(Word, entry, lines, (index,), name, faults)
            if word and word.en in facts.words:
                faults.append(Fault(name, lines.get((index,), 1), "en", f"{word.en!r} is translated twice"))
            if word:
                facts.words[word.en] = word


def _checked(
    model: type[Model],
    value: Any,
    lines: Lines,
    base: tuple[str | int, ...],
    name: str,
    faults: list[Fault],
) -> Model | None:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        for item in error.errors():
            place = (*base, *(part for part in item["loc"]))
            where = place
            while where and where not in lines:
                where = where[:-1]
            message = _PLAIN.get(item["type"], item["msg"].removeprefix("Value error, "))
            faults.append(Fault(name, lines.get(where, 1), ".".join(map(str, place)), message))
        return None


def _loose_ends(facts: Facts, root: Path) -> list[Fault]:
    """Find ids that are named but nowhere defined."""
    faults: list[Fault] = []

    def want(kind: str, known: dict[str, Any], wanted: str | None, file: str, text: str) -> None:
        if wanted and wanted not in known:
            path = root / file
            lines = path.read_text(encoding="utf-8").splitlines()
            line = next((n for n, line in enumerate(lines, 1) if wanted in line), 1)
            faults.append(Fault(file, line, text, f"there is no {kind} {wanted!r}"))

    for source in facts.sources.values():
        if source.repeats and source.repeats not in facts.sources:
            faults.append(Fault("sources", 1, source.id, f"repeats the unknown source {source.repeats!r}"))
    for folder in _FOLDERS:
        entries: dict[str, Any] = getattr(facts, folder)
        for key, entry in entries.items():
            file = f"{folder}/{key}.yaml"
            for list_name in entry.model_fields_set:
                rows = getattr(entry, list_name)
                if not isinstance(rows, list):
                    continue
                for row in rows:
                    if list_name == "regions":
                        for part in row.rows:
                            want("region", facts.places, part.region, file, list_name)
                    if list_name == "districts":
                        want("region", facts.places, row.region, file, list_name)
                    if list_name == "results":
                        _contestants(row, facts, file, faults)
                        for part in row.rows:
                            want("party", facts.parties, part.party, file, list_name)
                    want("source", facts.sources, getattr(row, "source", None), file, list_name)
                    if list_name != "values":
                        want("party", facts.parties, getattr(row, "party", None), file, list_name)
                        want("election", facts.elections, getattr(row, "election", None), file, list_name)
    return faults


def _contestants(reading: Results, facts: Facts, file: str, faults: list[Fault]) -> None:
    """A contestant is a party of its own file, a general one, or at least has a name, as a candidate has."""
    for row in reading.rows:
        known = row.contestant in facts.parties or row.contestant in GENERAL
        if not known and file.startswith("elections/") and not _named(row.contestant, facts, Path(file).stem):
            faults.append(Fault(file, 1, "results", f"{row.contestant!r} is no party and has no name"))


def _named(contestant: str, facts: Facts, election: str) -> bool:
    readings = facts.elections[election].results
    return any(row.name for reading in readings for row in reading.rows if row.contestant == contestant)
