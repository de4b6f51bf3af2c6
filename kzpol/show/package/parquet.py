"""Parquet files, with each column's meaning and unit as its metadata. Only this module loads pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from kzpol.ask.errors import BadQuestion
from kzpol.show.package.resource import Resource
from kzpol.show.separated import flat

_BATCH = 5000  # rows


def write(resource: Resource, target: Path) -> int:
    """Write a data set and return its number of rows. Raises BadQuestion where pyarrow is missing, OSError."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise BadQuestion("Parquet needs pyarrow: pip install 'kzpol[parquet]'.") from None

    types = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "yes/no": pyarrow.bool_()}
    schema = pyarrow.schema(
        pyarrow.field(
            column.name,
            types.get(column.type, pyarrow.string()),
            metadata={"description": column.about, **({"unit": column.unit} if column.unit else {})},
        )
        for column in resource.columns
    )
    texts = [column.name for column in resource.columns if column.type not in types]
    count = 0
    with ParquetWriter(target, schema, compression="zstd") as writer:
        for rows in _batches(resource):
            for row in rows:
                row.update({name: flat(row[name]) for name in texts if row[name] is not None})
            writer.write_table(pyarrow.Table.from_pylist(rows, schema))
            count += len(rows)
    return count


def _batches(resource: Resource) -> Iterator[list[dict[str, Any]]]:
    rows = iter(resource.rows)
    while batch := list(islice(rows, _BATCH)):
        yield batch
