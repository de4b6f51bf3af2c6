"""The formats that every answering command has."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from conftest import Ask, process

LISTS = [
    ("parties",), ("registrations",), ("elections",), ("results",), ("thresholds",), ("timeline",), ("why", "amanat"),
    ("conflicts",), ("sources",), ("search", "Otan"), ("sql", "select id, title from election"), ("regions", "2007"),
    ("check",),
]  # fmt: skip
CARDS = [("party", "amanat"), ("election", "2007"), ("sources", "globalsecurity-2023")]

KEYS = {
    ("parties",): "id name name_kk name_ru abbreviation founded registered ended status successor",
    ("registrations",): "party name date outcome authority detail",
    ("elections",): "id body date type seats_total seats_list seats_district seats_other registered_voters votes_cast "
    "turnout_pct valid_votes invalid_votes against_all_votes",
    ("results",): "election date stage contestant name party votes share_pct seats_list seats_district seats_total",
    ("regions", "2007"): "election region stage turnout_pct registered_voters votes_cast",
    ("thresholds",): "rule domain value unit from to act article note",
    ("timeline",): "date kind party election text",
    ("why", "amanat"): "subject field value rank stage source locator reason",
    ("conflicts",): "subject field values preferred reason",
    ("search", "Otan"): "kind id title text",
    ("sources",): "id kind title publisher date url read_at language",
}


@pytest.mark.parametrize("question", KEYS)
def test_records_have_the_keys_of_the_contract(ask: Ask, question: tuple[str, ...]) -> None:
    rows = ask(*question, "--json").json
    assert isinstance(rows, list)
    for row in rows:
        assert set(KEYS[question].split()) <= set(row)


@pytest.mark.parametrize("question", LISTS)
def test_every_format_says_the_same(ask: Ask, question: tuple[str, ...]) -> None:
    rows = ask(*question, "--json").json
    assert [json.loads(line) for line in ask(*question, "--format", "ndjson").out.splitlines()] == rows
    assert len(ask(*question, "--csv").csv) == len(rows)
    assert len(ask(*question, "-f", "tsv").out.splitlines()) == len(rows) + 1
    assert ask(*question, "-f", "md").out.count("\n") == len(rows) + 2
    assert ask(*question, "-f", "html").out.count("<tr>") == len(rows) + 1
    assert len(ask(*question, "-f", "table").out.splitlines()) == len(rows) + 1


@pytest.mark.parametrize("question", CARDS)
def test_cards_in_every_format(ask: Ask, question: tuple[str, ...]) -> None:
    assert isinstance(ask(*question, "--json").json, dict)
    assert ask(*question, "-f", "md").out.startswith("# ")
    page = ask(*question, "-f", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert "<script" not in page
    assert len(ask(*question, "--csv").csv) == 1
    assert len(ask(*question, "-f", "ndjson").out.splitlines()) == 1
    assert "\t" in ask(*question).out


def test_a_pipe_gets_tab_separated_text_with_a_header(ask: Ask) -> None:
    out = ask("elections").out
    assert out == ask("elections", "--format", "tsv").out
    assert out.startswith("id\tbody\tdate\t")


def test_csv_is_rfc_4180() -> None:
    out = process("timeline", "--csv").stdout
    assert b"\r\n" in out
    assert not out.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(out.decode(), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1


def test_bom_only_on_request(ask: Ask) -> None:
    assert ask("elections", "--csv", "--bom").out.startswith("\ufeffid,")
    assert ask("elections", "--json", "--bom").code == 2


def test_json_keeps_letters_numbers_and_null(ask: Ask) -> None:
    out = ask("parties", "--json").out
    assert "Ақ жол" in out
    election = {row["id"]: row for row in json.loads(ask("elections", "--json").out)}["majilis-2012"]
    assert election["registered_voters"] == 9303693
    assert election["valid_votes"] is None


def test_columns_in_the_order_asked_for(ask: Ask) -> None:
    assert ask("elections", "--columns", "date,id", "--csv").out.startswith("date,id\r\n")
    assert list(ask("elections", "--columns", "turnout_pct", "--json").json[0]) == ["turnout_pct"]


def test_an_unknown_column_lists_the_known(ask: Ask) -> None:
    answer = ask("elections", "--columns", "colour", "--csv")
    assert (answer.code, answer.out) == (2, "")
    assert "turnout_pct" in answer.err


def test_no_header_and_limit(ask: Ask) -> None:
    rows = ask("elections", "--no-header", "--limit", "2", "--csv").out.splitlines()
    assert len(rows) == 2
    assert rows[0].startswith("supreme-council-1990,")
    assert ask("elections", "--limit", "0", "--json").json == []


def test_two_formats_at_once_are_refused(ask: Ask) -> None:
    assert ask("elections", "--csv", "--json").code == 2


def test_output_to_a_file(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "выборы.csv"
    answer = ask("elections", "--csv", "--output", str(target))
    assert (answer.code, answer.out) == (0, "")
    assert target.read_bytes().startswith(b"id,body,date")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.csv", "id,body,date"), ("a.tsv", "id\tbody\tdate"), ("a.json", "[{"), ("a.jsonl", "{"), ("a.MD", "| id |"),
        ("a.html", "<!doctype html>"), ("a", "id\tbody\tdate"), ("a.dat", "id\tbody\tdate"),
    ],
)  # fmt: skip
def test_a_file_has_the_format_of_its_ending(ask: Ask, tmp_path: Path, name: str, start: str) -> None:
    assert ask("elections", "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / name).read_text("utf-8").lower().startswith(start.lower())


def test_a_format_named_comes_before_the_ending(ask: Ask, tmp_path: Path) -> None:
    ask("elections", "--json", "-o", str(tmp_path / "a.csv"))
    assert (tmp_path / "a.csv").read_text("utf-8").startswith("[{")


def test_a_workbook_is_refused_and_nothing_written(ask: Ask, tmp_path: Path) -> None:
    answer = ask("elections", "-o", str(tmp_path / "a.xlsx"))
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert ".csv" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_values_are_never_rounded(ask: Ask) -> None:
    stored = {
        row["id"]: row["turnout_pct"] for row in ask("sql", "select id, turnout_pct from election", "--json").json
    }
    given = {row["id"]: row["turnout_pct"] for row in ask("elections", "--json").json}
    assert stored == given


def test_html_and_markdown_show_signs_as_they_are(ask: Ask) -> None:
    query = "select '<b>&\"|*_`' as sign"
    assert "&lt;b&gt;&amp;&quot;" in ask("sql", query, "-f", "html").out
    assert "\\|" in ask("sql", query, "-f", "md").out


def test_sources_stay_whatever_the_columns(ask: Ask) -> None:
    rows = ask("elections", "--year", "2023", "--columns", "id", "--sources", "--json").json
    assert set(rows[0]) == {"id", "sources"}
    card = ask("party", "amanat", "--sources", "--json").json
    assert card["leaders"][0]["sources"]
    assert card["results"][0]["sources"]


def test_columns_of_a_card(ask: Ask) -> None:
    assert ask("election", "2007", "--columns", "id,turnout_pct", "--json").json == {
        "id": "majilis-2007",
        "turnout_pct": 68.41,
    }
    assert ask("party", "amanat", "--columns", "nonsense").code == 2


def test_a_pipe_is_never_cut_and_numbers_are_as_they_are(ask: Ask) -> None:
    for question in (("election", "2007"), ("party", "amanat")):
        for form in ((), ("-f", "md"), ("-f", "html")):
            out = ask(*question, *form).out
            assert "5247720" in out
            assert " shown; --limit" not in out


def test_nothing_that_matches_is_exit_code_one(ask: Ask) -> None:
    for question in (
        ("parties", "--on", "1900"),
        ("timeline", "--from", "1900", "--to", "1901"),
        ("elections", "--year", "1993"),
    ):
        answer = ask(*question)
        assert (answer.code, answer.out) == (1, "")


def test_a_truth_is_1_or_0_in_a_cell_and_true_or_false_in_json(ask: Ask) -> None:
    question = ("why", "majilis-2007", "turnout_pct")
    told = ["1" if row["chosen"] else "0" for row in ask(*question, "--json").json]
    assert set(told) == {"0", "1"}
    for answer in (ask(*question, "--csv").csv, ask(*question).tsv):
        assert [row["chosen"] for row in answer] == told


def test_a_limit_cuts_the_long_sections_of_a_card_in_a_pipe(ask: Ask) -> None:
    whole, cut = ask("party", "amanat").out, ask("party", "amanat", "--limit", "2").out
    assert "shown; --limit N shows more" not in whole
    assert re.search(r"\n2 of \d+ shown; --limit N shows more, --json all\n", cut)
    assert len(cut) < len(whole)


def test_a_file_that_is_replaced_keeps_who_may_read_it(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "elections.csv"
    file.write_text("old")
    file.chmod(0o600)
    assert ask("elections", "--csv", "--output", str(file)).code == 0
    assert file.read_text(encoding="utf-8").startswith("id,")
    assert file.stat().st_mode & 0o777 == 0o600
