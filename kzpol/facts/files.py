"""Reads a fact file as plain text values, and remembers on which line each stood.

Every scalar is text: `82.20` keeps its last zero, `no` is not a boolean, `2002-07` is not a sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kzpol.facts.errors import FactsError, Fault

Lines = dict[tuple[str | int, ...], int]
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_file(path: Path, root: Path) -> tuple[Any, Lines]:
    """Return what a YAML file holds and the line of every place in it.

    Raises FactsError where the file is not YAML or says the same key twice.
    """
    name = path.relative_to(root).as_posix()
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise FactsError([Fault(name, mark.line + 1 if mark else 1, "YAML", str(error.problem))]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise FactsError([Fault(name, 1, "YAML", str(error).splitlines()[0])]) from None
    lines: Lines = {}
    try:
        value = _value(node, (), lines)
    except KeyError as error:
        raise FactsError([Fault(name, error.args[1], str(error.args[0]), "said twice")]) from None
    return value, lines


def _value(node: yaml.Node | None, place: tuple[str | int, ...], lines: Lines) -> Any:
    if node is None:
        return None
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, item in node.value:
            if key.value in found:
                raise KeyError(key.value, key.start_mark.line + 1)
            found[key.value] = _value(item, (*place, key.value), lines)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*place, index), lines) for index, item in enumerate(node.value)]
    return node.value.strip()


def fact_files(root: Path, folder: str) -> Iterator[Path]:
    """Yield the fact files of one folder, in an order that does not depend on the machine."""
    yield from sorted((root / folder).glob("*.yaml"))
