"""What kzpol writes is opened in spreadsheets, browsers, wikis and terminals: no value does anything there."""

import html.parser
import re
import sqlite3
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ask
from markdown_it import MarkdownIt

EVIL = "=cmd|'/c calc'!A1 \x1b[31m\x1b]0;title\x07\x9b5m\x7f\r<script>alert(1)</script> \"><img src=x onerror=alert(1)> [a](javascript:x) `b` | *c* &lt; ~~d~~ \u202egnp.exe"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
COLORS = re.compile("\x1b\\[[0-9;]*m")
FORMATS = ("table", "csv", "tsv", "json", "ndjson", "md", "html")
QUESTIONS = [
    ("parties",), ("party", "amanat"), ("registrations",), ("elections",), ("election", "majilis-2007"), ("results", "--limit", "300"),
    ("regions", "2007"), ("timeline",), ("thresholds", "--history"), ("why", "amanat"), ("conflicts",), ("sources",), ("search", "otan"),
    ("seats", "majilis-2012", "--explain"), ("compare", "2007", "2012"), ("trend", "amanat"), ("check",), ("sql", "select name, name as \"=1+1\" from party"),
]  # fmt: skip


@pytest.fixture
def evil(copy: Path) -> Path:
    """A database in which every free text is hostile."""
    with sqlite3.connect(copy) as connection:
        texts = {
            "party": "name name_kk name_ru abbreviation ideology seat", "party_name": "name", "registration": "name authority detail",
            "party_leader": "person role", "election": "title title_kk title_ru type", "result": "name name_kk name_ru",
            "region": "name note", "rule": "title unit", "threshold": "act article note", "event": "text speaker", "source": "title publisher author",
        }  # fmt: skip
        for table, columns in texts.items():
            for column in columns.split():
                connection.execute(f"update {table} set {column} = ?", [EVIL])
        connection.execute("update source set url = 'javascript:alert(1)' where rowid % 2")
    return copy


def cells(page: str) -> list[str]:
    """The text of the cells that a browser would show, and that there is nothing else in them."""
    found: list[str] = []

    class Reader(html.parser.HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            assert tag not in ("script", "img", "iframe", "link", "object"), tag
            assert all(re.match(r"https?://|#", value or "") for name, value in attributes if name == "href")
            assert not [name for name, _ in attributes if name.startswith("on")]
            if tag in ("td", "th"):
                found.append("")

        def handle_data(self, data: str) -> None:
            if found:
                found[-1] += data

    Reader().feed(page)
    return found


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_nothing_hostile_in_the_data_does_anything(ask: Ask, evil: Path, question: tuple[str, ...]) -> None:
    for form in FORMATS:
        out = ask(*question, "-f", form, database=evil).out
        assert out
        assert not CONTROL.search(out), form
        if form == "html":
            cells(out)
        if form == "md":
            assert "<script" not in MarkdownIt("default", {"html": True}).render(out)
            assert "<img" not in MarkdownIt("default", {"html": True}).render(out)
        if form == "tsv":
            assert not any(cell.startswith(("=", "@")) for line in out.splitlines() for cell in line.split("\t"))
    for answer in (ask(*question, "--csv", database=evil).csv,):
        assert not any(str(cell).startswith(("=", "@", "\t")) for row in answer for cell in [*row, *row.values()])
    drawn = ask(*question, "--color", "always", database=evil).out
    assert not CONTROL.search(COLORS.sub("", drawn))
    assert "\u202e" not in drawn


CHARTS = ["seats 2007", "shares 2007", "trend amanat", "turnout 2007", "timeline", "thresholds party-min-members"]


@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_hostile_in_the_data_steers_a_picture(ask: Ask, evil: Path, tmp_path: Path, chart: str) -> None:
    drawn = ask("chart", *chart.split(), "--color", "always", database=evil)
    assert drawn.code == 0
    assert not CONTROL.search(COLORS.sub("", drawn.out))
    target = tmp_path / "picture.svg"
    assert ask("chart", *chart.split(), "--output", str(target), database=evil).code == 0
    svg = target.read_text(encoding="utf-8")
    assert not CONTROL.search(svg)
    assert "<script" not in svg
    ElementTree.fromstring(svg)


def test_json_keeps_every_value(ask: Ask, evil: Path) -> None:
    assert ask("party", "amanat", "--json", database=evil).json["name"] == EVIL
    assert ask("parties", "-f", "ndjson", "--limit", "1", "--columns", "name", database=evil).json["name"] == EVIL
    values = ["=1+1", "-5", "\x1b[31m", "\x7f\x9b", "a\tb", "<b>", "'"]
    query = (
        "select "
        + ", ".join(f"'{value}' as v{index}" for index, value in enumerate(values) if value != "'")
        + ", '''' as v6"
    )
    assert list(ask("sql", query, "--json").json[0].values()) == values


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd", "-cmd", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=", "-", "--", "+7 701", "-1e5"],
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(ask: Ask, text: str) -> None:
    for form in ("csv", "tsv"):
        out = ask("sql", f"select '{text}' as a", "-f", form, "--no-header").out
        assert out.lstrip('"').startswith("'"), form


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("-5", "-5"), ("-0.25", "-0.25"), ("'-5'", "-5"), ("'+7.5'", "+7.5"), ("1e300", "1e+300"), ("-1e-9", "-1e-09"), ("null", ""),
        ("'a=b'", "a=b"), ("'~80'", "~80"), ("'<5'", "<5"), ("'>12000000'", ">12000000"), ("'Ақ жол'", "Ақ жол"), ("''", ""), ("' =1'", " =1"),
    ],
)  # fmt: skip
def test_numbers_and_other_texts_are_as_they_are(ask: Ask, value: str, written: str) -> None:
    for form in ("csv", "tsv"):
        assert ask("sql", f"select {value} as a, 1 as b", "-f", form, "--no-header").out.splitlines() == [
            f"{written}{',' if form == 'csv' else chr(9)}1"
        ]


def test_the_shipped_data_needs_no_apostrophe(ask: Ask) -> None:
    for name in ("parties", "registrations", "results", "events", "claims", "sources", "thresholds"):
        rows = ask("export", name, "--csv").csv
        assert rows
        assert not [value for row in rows for value in row.values() if value.startswith(("'=", "'+", "'-", "'@"))]


def test_a_table_in_markdown_shows_the_value_as_it_is(ask: Ask, evil: Path) -> None:
    out = ask("parties", "-f", "md", "--columns", "id,name", "--limit", "3", database=evil).out
    shown = cells(MarkdownIt("default", {"html": True, "linkify": False}).enable("table").render(out))
    texts = [text.strip() for text in shown if text.strip()]
    assert len(texts) == 8
    assert texts[3] == " ".join(EVIL.replace("\r", " ").translate(dict.fromkeys([0x1B, 7, 0x9B, 0x7F], "�")).split(" "))


def test_a_table_in_a_page_shows_the_value_as_it_is(ask: Ask, evil: Path) -> None:
    shown = cells(ask("parties", "-f", "html", "--columns", "id,name", "--limit", "3", database=evil).out)
    assert shown[3].startswith(EVIL[:18])
    assert "<script>alert(1)</script>" in shown[3]


@pytest.mark.parametrize(
    "question",
    [
        ("party", "\x1b[31mx\x07"), ("election", "\x9b31m"), ("why", "a\x7fb\x00"), ("search", "\x1b]0;x\x07"), ("\x1b[2J",), ("elections", "--\x1b[2J"),
        ("elections", "--columns", "\x1b[2J", "--csv"), ("parties", "--on", "\x1b"), ("elections", "--format", "\x1b"), ("seats", "--votes", "\x1b=1,\x07"),
        ("seats", "--votes", "A=1,\x1b]0;x\x07=2", "--seats", "5"), ("sql", "select '\x1b[31m' as \"\x1b\""), ("sql", "\x1b"), ("sources", "\x1b"), ("elections", "-o", "/x\x1b/y"),
        ("parties", "--db", "/\x1b[2J"), ("eligible", "--regions", "\x1b"), ("export", "\x1b"), ("trend", "\x1b"), ("compare", "\x1b", "\x07"),
    ],
)  # fmt: skip
def test_what_a_user_types_does_not_steer_the_terminal(ask: Ask, question: tuple[str, ...]) -> None:
    answer = ask(*question)
    assert not CONTROL.search(answer.err)
    assert not CONTROL.search(answer.out)


def test_a_terminal_shows_no_control_character(terminal: Callable[..., str], evil: Path) -> None:
    for question in (("party", "amanat"), ("parties",), ("parties", "--csv"), ("party", "amanat", "--json")):
        drawn = COLORS.sub("", terminal(100, *question, KZPOL_DB=str(evil)))
        assert not CONTROL.search(drawn.replace("\x1b[?25h", "").replace("\r", "")), question


def test_a_line_end_within_a_cell_is_of_one_kind(ask: Ask) -> None:
    query = "select 'a' || char(13, 10) || 'b' || char(13) || 'c' as cell"
    assert ask("sql", query, "--csv").out == 'cell\r\n"a\nb\nc"\r\n'
    assert ask("sql", query, "--json").json == [{"cell": "a\r\nb\rc"}]
