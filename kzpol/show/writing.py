"""Writes text as it comes, to standard output or to a file that is either whole or as it was before."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kzpol.show.harmless import encoded
from kzpol.show.wanted import AS_JSON, Wanted

_BLOCK = 1 << 16  # letters that are written at once: a short answer in one go, a long one without being kept


def write(parts: Iterable[str], wanted: Wanted) -> None:
    """Write UTF-8 text where it is wanted. Raises OSError."""
    if wanted.output is not None and not _is_stdout(wanted.output):
        write_file(Path(wanted.output), blocks(parts, wanted))
        return
    for block in blocks(parts, wanted):
        sys.stdout.flush()
        sys.stdout.buffer.write(block)
        sys.stdout.buffer.flush()


def blocks(parts: Iterable[str], wanted: Wanted) -> Iterator[bytes]:
    """Yield text in blocks of UTF-8 that steer no terminal."""
    held: list[str] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size >= _BLOCK:
            yield encoded("".join(held), wanted.format in AS_JSON)
            held, size = [], 0
    yield encoded("".join(held), wanted.format in AS_JSON)


def _is_stdout(name: str) -> bool:
    """Whether a path is another name of standard output, such as /dev/stdout."""
    try:
        return os.path.samestat(os.stat(name), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False


def write_file(target: Path, content: str | bytes | Iterable[bytes]) -> None:
    """Replace a file by bytes or UTF-8 text in one step. Raises OSError and leaves the old one where that fails."""
    parts = (content.encode(),) if isinstance(content, str) else (content,) if isinstance(content, bytes) else content
    if target.exists() and not target.is_file():  # a pipe or device
        with target.open("wb") as stream:
            stream.writelines(parts)
        return
    target = target.resolve()
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as stream:
            stream.writelines(parts)
        if target.exists():
            fresh.chmod(target.stat().st_mode)
        os.replace(fresh, target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from None
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
