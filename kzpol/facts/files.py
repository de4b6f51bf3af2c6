"""Reads a fact file as plain text values, and remembers on which line each stood.

Every scalar is text: `82.20` keeps its last zero, `no` is not a boolean, `2002-07` is not a sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kzpol.facts.errors import FactsError, Fault

Place = tuple[str | int, ...]
Lines = dict[Place, int]
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LARGEST = 4 << 20  # bytes
_DEEPEST = 20  # levels; the facts need six


class _Unreadable(Exception):
    """What is wrong in a file: a line, a field, what was expected."""


def read_file(path: Path, root: Path) -> tuple[Any, Lines]:
    """Return what a YAML file holds and the line of every place in it.

    Raises FactsError where the file is not YAML, says the same key twice, is larger or deeper than facts are, or
    refers to itself.
    """
    name = path.relative_to(root).as_posix()
    try:
        content = path.read_bytes()
        if len(content) > _LARGEST:
            raise _Unreadable(1, "YAML", f"larger than {_LARGEST >> 20} MiB")
        return _read(content.decode("utf-8"))
    except _Unreadable as error:
        raise FactsError([Fault(name, *error.args)]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise FactsError([Fault(name, mark.line + 1 if mark else 1, "YAML", str(error.problem))]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise FactsError([Fault(name, 1, "YAML", str(error).splitlines()[0])]) from None
    except OSError as error:
        raise FactsError([Fault(name, 1, "file", str(error.strerror))]) from None


def _read(text: str) -> tuple[Any, Lines]:
    """Build the values from the parser's events, without recursion: no depth of nesting can exhaust the stack."""
    document: list[Any] = []
    lines: Lines = {}
    open_: list[tuple[Any, Place]] = [(document, ())]  # what is being filled, outermost first
    keys: list[Any] = [None]  # in each of them, the key whose value comes next
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        kind = type(event)
        scalar = kind is yaml.ScalarEvent
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            open_.pop()
            keys.pop()
            continue
        if not scalar and not isinstance(event, yaml.NodeEvent):  # the ends of stream and document
            continue
        line = event.start_mark.line + 1 if event.start_mark else 1
        if kind is yaml.AliasEvent:
            raise _Unreadable(line, "YAML", "aliases are not read; write the value out")
        parent, place = open_[-1]
        key = keys[-1]
        if isinstance(parent, dict) and key is None:
            if not scalar:
                raise _Unreadable(line, "YAML", "expected a plain key")
            if event.value in parent:
                raise _Unreadable(line, event.value, "said twice")
            keys[-1] = event.value
            continue
        value: Any = event.value.strip() if scalar else {} if kind is yaml.MappingStartEvent else []
        if isinstance(parent, dict):
            place, keys[-1] = (*place, key), None
            parent[key] = value
        else:
            if parent is not document:
                place = (*place, len(parent))
            elif document:
                raise _Unreadable(line, "YAML", "expected one document")
            parent.append(value)
        lines[place] = line
        if not scalar:
            if len(open_) > _DEEPEST:
                raise _Unreadable(line, "YAML", f"nested deeper than {_DEEPEST} levels")
            open_.append((value, place))
            keys.append(None)
    return (document[0] if document else None), lines


def fact_files(root: Path, folder: str) -> Iterator[Path]:
    """Yield the fact files of one folder, in an order that does not depend on the machine."""
    yield from sorted((root / folder).glob("*.yaml"))
