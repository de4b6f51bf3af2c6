"""A folder that is either filled as a whole or left as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kzpol.ask.errors import BadQuestion


@contextmanager
def filled(out: Path, force: bool) -> Iterator[Path]:
    """Give a folder to write to; what is in it is moved to `out` when nothing has failed.

    Raises BadQuestion where `out` is a file, or has files in it and `force` is not set; with it, files of the same
    names are replaced and others stay. Raises OSError where it cannot be written.
    """
    out = out.resolve()
    there = out.exists()
    if there and not out.is_dir():
        raise BadQuestion(f"{out} is a file, not a folder. Choose another with --out.")
    if there and not force and any(out.iterdir()):
        raise BadQuestion(
            f"{out} has files in it. Choose another folder, or --force to replace those of the same name."
        )
    # Within a folder that is there, else beside: on the same disk, so that moving cannot run out of room.
    fresh = (out if there else out.parent) / f".{out.name}.{os.getpid()}.new"
    try:
        fresh.mkdir(parents=True)
        yield fresh
        if there:
            _moved(fresh, out)
        else:
            fresh.rename(out)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(out)) from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _moved(fresh: Path, out: Path) -> None:
    files = sorted(fresh.iterdir())
    for file in files:
        if (out / file.name).is_dir():
            raise BadQuestion(f"{out / file.name} is a folder and cannot be replaced by a file.")
    for file in files:
        os.replace(file, out / file.name)
