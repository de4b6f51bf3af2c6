"""What Datasette is told of the database: titles, columns, units, labels, facets, search, ready queries."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any
from urllib.parse import urlencode

from kzpol.ask.columns import Column, Table
from kzpol.ask.overview import Overview
from kzpol.ask.queries import Query

DATABASE = "kzpol"  # its name in addresses, whatever the file is called
STYLE = "style"  # the address of the folder with our style sheet
_LABELS = {"party": "name", "election": "title", "rule": "title", "source": "title"}
_FACETS = {
    "party": ["kind", "status"],
    "party_name": ["lang", "form"],
    "party_leader": ["role"],
    "party_link": ["kind"],
    "registration": ["outcome", "authority"],
    "election": ["body", "type"],
    "result": ["stage", "election"],
    "region": ["election"],
    "district": ["election", "party"],
    "figure": ["unit"],
    "rule": ["domain", "unit"],
    "event": ["kind"],
    "claim": ["rank", "stage"],
    "conflict": ["kind"],
    "source": ["kind", "language"],
    "search_text": ["kind"],
}
_SORTED = {"election": "date", "event": "date", "registration": "date", "result": "date", "threshold": "rule"}
_INNER = (
    "claim_subject",
    "claim_field",
    "claim_text",
    "claim_passage",
    "claim_said",
    "claim_cited",
    "search_kind",
    "search_entry",
    "alias",
    "word",
    "meta",
)


def metadata(tables: Iterable[Table], queries: Iterable[Query], about: Overview) -> dict[str, Any]:
    """Return Datasette's metadata."""
    tables, queries = list(tables), list(queries)
    return {
        "title": "kzpol: Kazakhstan's party system since 1990",
        "description_html": _first_page(queries, about),
        "extra_css_urls": [f"/{STYLE}/kzpol.css"],
        "license": "CC BY 4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/",
        "databases": {
            DATABASE: {
                "title": "Kazakhstan's party system since 1990",
                "description_html": _contents(tables),
                "tables": {table.name: _table(table) for table in tables},
                "queries": {query.name: _query(query) for query in queries},
            }
        },
    }


def _first_page(queries: list[Query], about: Overview) -> str:
    lines = "".join(f"<li>{_link(query, query.title)}</li>" for query in queries)
    return (
        f"<p>{about.counts['parties']} parties, {about.counts['elections']} elections and referendums, "
        f"{about.counts['rules']} rules, {about.counts['events']} events; {about.counts['claims']} claims from "
        f"{about.counts['sources']} sources. Data {escape(about.data_version)}, to {escape(about.covers_to)}.</p>"
        f'<p><a href="/{DATABASE}/search_text">Search</a> · <a href="/{DATABASE}">All tables</a></p>'
        f"<h2>Ask</h2><ul>{lines}</ul>"
    )


def _link(query: Query, text: str) -> str:
    where = f"/{DATABASE}/{query.name}" + (f"?{urlencode(query.example)}" if query.example else "")
    return f'<a href="{escape(where)}">{escape(text)}</a>'


def _contents(tables: list[Table]) -> str:
    """Say of each table what is in it: Datasette's own list has only names and columns."""
    lines = "".join(
        f'<li><a href="/{DATABASE}/{table.name}">{escape(table.title)}</a>: {escape(table.about)}</li>'
        for table in tables
        if table.name not in _INNER
    )
    return f'<ul class="contents">{lines}</ul>'


def _table(table: Table) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": table.title,
        "description": table.about,
        "columns": {column.name: _said(column) for column in table.columns.values() if not column.computed},
        "facets": _FACETS.get(table.name, []),
    }
    if table.name in _LABELS:
        found["label_column"] = _LABELS[table.name]
    if table.name in _SORTED:
        found["sort"] = _SORTED[table.name]
    if table.name in _INNER:
        found["hidden"] = True
    if table.name == "search_text":
        found |= {"fts_table": "search_index", "fts_pk": "id", "searchmode": "raw"}
    return found


def _said(column: Column) -> str:
    return f"{column.about} (unit: {column.unit})" if column.unit else column.about


def _query(query: Query) -> dict[str, Any]:
    example = f"<p>For example: {_link(query, ', '.join(query.example.values()))}</p>" if query.example else ""
    found: dict[str, Any] = {
        "title": query.title,
        "description_html": f"<p>{escape(query.about)}</p>{example}",
        "sql": query.sql,
        "hide_sql": True,
    }
    if query.example:
        found["params"] = list(query.example)
    return found
