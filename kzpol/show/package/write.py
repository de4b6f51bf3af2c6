"""Writes a data package."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from kzpol.ask.overview import Overview
from kzpol.show.package.descriptor import descriptor
from kzpol.show.package.files import write
from kzpol.show.package.folder import filled
from kzpol.show.package.readme import readme
from kzpol.show.package.resource import Resource, Style


def write_package(
    resources: Iterable[Resource], out: Path, style: Style, about: Overview, whole: bool = True, force: bool = False
) -> None:
    """Write data sets to a folder, each as it comes. `whole` is false where rows were left out.

    Raises BadQuestion for a folder in use or a missing extra, OSError where it cannot be written: nothing is left then.
    """
    with filled(out, force) as folder:
        written, counts = [], {}
        for resource in resources:
            counts[resource.name] = write(resource, folder / f"{resource.name}.{style.format}", style)
            written.append(resource)
        (folder / "README.md").write_text(readme(written, counts, style, about), encoding="utf-8", newline="\n")
        described = json.dumps(descriptor(written, folder, style, about, whole), ensure_ascii=False, indent=2)
        (folder / "datapackage.json").write_text(described + "\n", encoding="utf-8", newline="\n")
