"""The readme of a data package: what is in each file and how to open it."""

from __future__ import annotations

from kzpol.ask.overview import Overview
from kzpol.show import markdown
from kzpol.show.blocks import Cell
from kzpol.show.package.descriptor import ABOUT, TITLE
from kzpol.show.package.resource import Format, Resource, Style

# How a file is opened, a line for each program. {name} is a data set.
OPENING: dict[Format, dict[str, str]] = {
    "csv": {
        "DuckDB": "select * from read_csv('{name}.csv', sample_size = -1);",
        "pandas": 'pandas.read_csv("{name}.csv", dtype_backend="numpy_nullable", keep_default_na=False, na_values="")',
        "Polars": 'polars.read_csv("{name}.csv", infer_schema_length=None)',
        "R (readr)": 'readr::read_csv("{name}.csv", na = "", guess_max = Inf)',
        "Spark": """spark.read.csv("{name}.csv", header=True, inferSchema=True, escape='"')""",
        "BigQuery": "bq load --source_format=CSV --autodetect kzpol.{table} {name}.csv",
    },
    "tsv": {
        "DuckDB": "select * from read_csv('{name}.tsv', delim = '\\t', quote = '', sample_size = -1);",
        "pandas": 'pandas.read_csv("{name}.tsv", sep="\\t", quoting=3, dtype_backend="numpy_nullable")',
        "Polars": 'polars.read_csv("{name}.tsv", separator="\\t", quote_char=None, infer_schema_length=None)',
        "R (readr)": 'readr::read_tsv("{name}.tsv", quote = "", na = "", guess_max = Inf)',
        "Spark": 'spark.read.csv("{name}.tsv", sep="\\t", quote="", header=True, inferSchema=True)',
        "BigQuery": "bq load --source_format=CSV --field_delimiter=tab --quote= --autodetect kzpol.{table} {name}.tsv",
    },
    "json": {
        "DuckDB": "select * from read_json('{name}.json', sample_size = -1);",
        "pandas": 'pandas.DataFrame(json.load(open("{name}.json", encoding="utf-8"))).convert_dtypes()',
        "Polars": 'polars.read_json("{name}.json", infer_schema_length=None)',
        "R (jsonlite)": 'jsonlite::fromJSON("{name}.json")',
        "Spark": 'spark.read.json("{name}.json", multiLine=True)',
        "BigQuery": "bq load takes NDJSON: export with --format ndjson",
    },
    "ndjson": {
        "DuckDB": "select * from read_json('{name}.ndjson', sample_size = -1);",
        "pandas": 'pandas.DataFrame(map(json.loads, open("{name}.ndjson", encoding="utf-8"))).convert_dtypes()',
        "Polars": 'polars.read_ndjson("{name}.ndjson", infer_schema_length=None)',
        "R (jsonlite)": 'jsonlite::stream_in(file("{name}.ndjson"))',
        "Spark": 'spark.read.json("{name}.ndjson")',
        "BigQuery": "bq load --source_format=NEWLINE_DELIMITED_JSON --autodetect kzpol.{table} {name}.ndjson",
    },
    "parquet": {
        "DuckDB": "select * from '{name}.parquet';",
        "pandas": 'pandas.read_parquet("{name}.parquet", dtype_backend="numpy_nullable")',
        "Polars": 'polars.read_parquet("{name}.parquet")',
        "R (arrow)": 'arrow::read_parquet("{name}.parquet")',
        "Spark": 'spark.read.parquet("{name}.parquet")',
        "BigQuery": "bq load --source_format=PARQUET kzpol.{table} {name}.parquet",
    },
}
_SHEETS = (
    "Excel and LibreOffice: Data, From Text/CSV, UTF-8, and the type Text for dates such as 2002-07. "
    "`kzpol export --bom` writes files that Excel opens with the right letters by a double click."
)


def readme(resources: list[Resource], counts: dict[str, int], style: Style, about: Overview) -> str:
    """Return the readme as Markdown."""
    format = style.format
    files: list[list[Cell]] = [[f"{r.name}.{format}", counts[r.name], r.about] for r in resources]
    example = next((r.name for r in resources if r.name == "results"), resources[0].name)
    lines = {who: line.format(name=example, table=example.replace("-", "_")) for who, line in OPENING[format].items()}
    opening = "".join(f"- {who}: `{line}`\n" for who, line in lines.items())
    parts = [
        f"# {TITLE}\n\n{ABOUT}\n",
        f"Written by kzpol; data {about.data_version}, from {about.covers_from} to {about.covers_to}. "
        "Licence of the facts: Creative Commons Attribution 4.0 (CC BY 4.0). `datapackage.json` describes every file "
        "and column for programs (Data Package standard, frictionlessdata.io).\n",
        "## Files\n",
        markdown.table(["file", "rows", "what is in it"], files),
        "## How to open them\n",
        opening + (f"- {_SHEETS}\n" if format in ("csv", "tsv") else ""),
        _conventions(style),
        "## Columns\n",
        *(_columns(resource) for resource in resources),
    ]
    return "\n".join(parts)


def _conventions(style: Style) -> str:
    unknown = "null" if style.format in ("json", "ndjson", "parquet") else "an empty cell"
    return (
        f"Text is UTF-8. Not known is {unknown}. Dates are text, as precise as known: 2002, 2002-07 or 2002-07-15; "
        "`from` is included, `to` is excluded. Numbers are never rounded. `claims` names the source of every value.\n"
    )


def _columns(resource: Resource) -> str:
    rows: list[list[Cell]] = [[c.name, c.type, c.unit, c.about] for c in resource.columns]
    return f"### {resource.name}\n\n" + markdown.table(["column", "type", "unit", "meaning"], rows)
