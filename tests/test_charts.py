"""Pictures say what the data say: counted from the drawing itself."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT, Ask

from kzpol.show.charts import hemicycle
from kzpol.show.colors import _OWN, _SPARE, ACCENT, colors, contrast, ink

SVG = "{http://www.w3.org/2000/svg}"
KINDS = [
    ("seats", "2023"), ("shares", "2023"), ("trend", "amanat"), ("turnout",), ("turnout", "2021"), ("timeline",),
    ("timeline", "--party", "amanat", "--from", "1999", "--to", "2010"), ("thresholds", "party-min-members"),
    ("thresholds", "majilis-electoral-system"), ("thresholds", "electoral-blocs-allowed"),
]  # fmt: skip


@pytest.fixture
def svg(ask: Ask, tmp_path: Path):
    """Draw a picture as SVG and return its root."""

    def drawn(*arguments: str) -> ElementTree.Element:
        target = tmp_path / "picture.svg"
        done = ask("chart", *arguments, "--output", str(target), "--force")
        assert (done.code, done.out, done.err) == (0, "", "")
        return ElementTree.parse(target).getroot()

    return drawn


def ids(root: ElementTree.Element, beginning: str) -> list[str]:
    return [element.get("id", "") for element in root.iter() if element.get("id", "").startswith(beginning)]


def texts(root: ElementTree.Element) -> list[str]:
    return [(element.text or "").replace("\u00a0", " ") for element in root.iter(f"{SVG}text")]


def numbers(root: ElementTree.Element, id: str) -> list[tuple[float, float]]:
    """The corners of a path."""
    [found] = [element for element in root.iter() if element.get("id") == id]
    path = next(found.iter(f"{SVG}path")).get("d", "")
    return [(float(x), float(y)) for x, y in re.findall(r"[ML] (\S+) (\S+)", path)]


@pytest.mark.parametrize("which", ["majilis-1999", "majilis-2004", "majilis-2012", "majilis-2023"])
def test_each_partys_seats_counted_from_the_file_are_those_of_the_data(ask: Ask, svg, which: str) -> None:
    drawn = Counter(tuple(id.split(".")[1:3]) for id in ids(svg("seats", which), "seat."))
    for row in ask("chart", "seats", which, "--json").json:
        district = row["seats_district"] or 0
        assert drawn[row["contestant"], "district"] == district
        assert drawn[row["contestant"], "list"] == row["seats_total"] - district
    assert drawn.total() == ask("election", which, "--json").json["seats_total"]


def test_each_partys_seats_counted_from_the_terminal_are_those_of_the_data(terminal, ask: Ask) -> None:
    drawn = terminal(80, "chart", "seats", "2023", "--ascii", NO_COLOR="1")
    chamber, key = drawn.split("\nA Amanat")
    counted = Counter(chamber.split("Seats won")[1])
    order = sorted(ask("chart", "seats", "2023", "--json").json, key=lambda row: -row["seats_total"])
    assert counted["A"] == 40
    assert counted["a"] == 22
    parties = [row for row in order if row["contestant"] != "independents" and row["seats_total"]]
    for letter, seats in zip("BCDEF", sorted((row["seats_total"] for row in parties[1:]), reverse=True), strict=True):
        assert counted[letter] == seats
    assert counted["g"] == 7
    assert key.split()[0] == "62"


def test_seats_that_no_source_gives_to_anybody_are_shown_as_not_known(ask: Ask, svg) -> None:
    rows = ask("chart", "seats", "kurultai-2026", "--json").json
    missing = 145 - sum(row["seats_total"] for row in rows)
    assert len(ids(svg("seats", "kurultai-2026"), "seat.unknown.")) == missing


@pytest.mark.parametrize("seats", [1, 7, 67, 98, 107, 177, 360])
def test_no_two_seats_stand_in_one_place(seats: int) -> None:
    places = hemicycle.places(seats)
    assert len(set(places)) == seats
    assert all(-1.0001 <= x <= 1.0001 and -0.0001 <= y <= 1.0001 for x, y in places)
    cells = hemicycle.cells(seats, 80)
    assert cells is not None
    assert len(set(cells)) == seats
    assert hemicycle.cells(seats, 8) is None or seats < 20


def test_bars_are_as_long_as_the_shares(ask: Ask, svg) -> None:
    root = svg("shares", "2012")
    rows = ask("chart", "shares", "2012", "--json").json
    lengths = {}
    for row in rows:
        xs = [x for x, _ in numbers(root, f"bar.{row['contestant']}")]
        lengths[row["contestant"]] = max(xs) - min(xs)
    unit = lengths["amanat"] / 80.99
    for row in rows:
        assert lengths[row["contestant"]] / unit == pytest.approx(row["share_pct"], abs=0.02)
        [bar] = [element for element in root.iter() if element.get("id") == f"bar.{row['contestant']}"]
        hatched = any("url(#" in path.get("style", "") for path in bar.iter(f"{SVG}path"))
        assert hatched == (row["share_pct"] < 7)
    left = min(x for x, _ in numbers(root, "bar.amanat"))
    [(mark, _), _] = numbers(root, "mark")
    assert (mark - left) / unit == pytest.approx(rows[0]["barrier_pct"], abs=0.02)


@pytest.mark.parametrize(("width", "which", "barrier"), [(80, "2012", 7), (60, "2023", 5), (44, "2023", 5)])
def test_bars_on_a_terminal_are_in_order_and_only_those_above_the_barrier_reach_it(
    terminal, width: int, which: str, barrier: float
) -> None:
    drawn = terminal(width, "chart", "shares", which, "--ascii", NO_COLOR="1").splitlines()
    bars = [line for line in drawn if " %" in line and re.search("[#:]", line) and "Against" not in line]
    lengths = [len(re.findall(r"[#:]", line)) for line in bars]
    assert lengths == sorted(lengths, reverse=True)
    mark = next(line for line in drawn if f"barrier {barrier} %" in line).index("|")
    for line in bars:
        share = float(re.search(r"([\d.]+) %", line)[1])  # type: ignore[index]
        assert (line[mark] == "#") == (share >= barrier), line
        assert (":" in line) == (share < barrier), line


def test_steps_stand_at_the_rules_values(ask: Ask, svg) -> None:
    root = svg("thresholds", "party-min-members")
    values = [row["value"] for row in ask("thresholds", "party-min-members", "--json").json]
    heights = [numbers(root, f"step.{n}")[0][1] for n in range(1, len(values) + 1)]
    unit = (heights[0] - heights[1]) / (values[1] - values[0])
    for value, height in zip(values, heights, strict=True):
        assert (heights[0] - height) / unit == pytest.approx(value - values[0], abs=60)
    assert any(text.startswith("40 000") for text in texts(root))


def test_steps_on_a_terminal_name_every_value(terminal) -> None:
    drawn = terminal(80, "chart", "thresholds", "party-min-members", NO_COLOR="1").replace("\u00a0", " ")
    for value in ("3000", "50 000", "40 000", "20 000", "5000"):
        assert drawn.count(value) >= 2  # on its step and in the list


def test_a_trend_has_a_point_for_each_election(ask: Ask, svg) -> None:
    root = svg("trend", "amanat")
    stands = [row for row in ask("trend", "amanat", "--json").json if row["election"].startswith("majilis")]
    assert ids(root, "vote.") == [f"vote.{row['election']}" for row in stands if row["share_pct"] is not None]
    assert "62 / 98" in texts(root)


def test_turnouts_of_the_picture_are_those_of_the_data(ask: Ask, svg) -> None:
    root = svg("turnout")
    rows = ask("chart", "turnout", "--json").json
    assert set(ids(root, "turnout.")) == {f"turnout.{row['id']}" for row in rows}
    assert "senate-2023" not in {row["id"] for row in rows}  # electors, not voters
    assert "54.19*" in texts(root)


def test_lives_have_their_stretches_and_mergers(ask: Ask, svg) -> None:
    root = svg("timeline", "--party", "amanat")
    rows = ask("chart", "timeline", "--party", "amanat", "--json").json
    merged = {row["party"] for row in rows if row["kind"] == "merged" and row["into"] == "amanat"}
    assert (
        {id.removeprefix("merger.") for id in ids(root, "merger.")} >= merged >= {"asar", "civic", "agrarian", "birlik"}
    )
    assert "Nur Otan" in texts(root)


def test_an_end_that_nobody_knows_is_no_end(ask: Ask) -> None:
    rows = [r for r in ask("chart", "timeline", "amanat", "--json").json if r["party"] == "amanat"]
    assert [(r["from"], r["to"]) for r in rows if r["kind"] == "registered"] == [("1999-02-12", None)]
    assert ask("chart", "timeline", "--from", "2030").code == 1


def test_a_party_flows_into_the_row_of_the_one_that_took_it_in(terminal) -> None:
    drawn = terminal(80, "chart", "timeline", "asar", NO_COLOR="1").splitlines()
    upper, lower = (next(line for line in drawn if sign in line) for sign in "▲┘")
    assert (upper[:6], lower[:4]) == ("Amanat", "Asar")
    assert upper.index("▲") == lower.index("┘")


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_fits_the_terminal(terminal, width: int, kind: tuple[str, ...]) -> None:
    drawn = terminal(width, "chart", *kind, NO_COLOR="1")
    assert "kzpol:" not in drawn
    assert max(len(line) for line in drawn.splitlines()) <= width


def test_pictures_in_every_depth_of_colour(terminal) -> None:
    true, some, none = (
        terminal(80, "chart", "seats", "2023", **settings)
        for settings in (
            {"COLORTERM": "truecolor", "NO_COLOR": ""}, {"COLORTERM": "", "NO_COLOR": ""}, {"NO_COLOR": "1"},
        )
    )  # fmt: skip
    assert "\x1b[38;2;" in true
    assert "\x1b[38;5;" in some
    assert "\x1b[3" not in none


def test_ascii_where_that_is_all_there_is(terminal) -> None:
    for settings in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "LANG": "C"}):
        drawn = terminal(80, "chart", "thresholds", "majilis-seats", NO_COLOR="1", **settings)
        assert drawn.isascii(), drawn
    assert "●" in terminal(80, "chart", "seats", "2023", NO_COLOR="1", LC_ALL="C.UTF-8")


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_ours_stays_english(svg, lang: str, kind: tuple[str, ...]) -> None:
    said = " ".join(texts(svg(*kind, "--lang", lang)))
    for word in (
        "Sources",
        "Data of",
        "seats",
        "Share",
        "Turnout",
        "share of",
        "barrier",
        "preliminary",
        "registered",
        "Seats",
        "in districts",
    ):
        assert word not in said.split("Дереккөздер")[0].split("Источники")[0], word


def test_the_same_data_give_the_same_file(ask: Ask, tmp_path: Path) -> None:
    for name in ("one.svg", "two.svg"):
        ask("chart", "seats", "2023", "--output", str(tmp_path / name))
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


def test_a_png_for_print(ask: Ask, tmp_path: Path) -> None:
    ask("chart", "shares", "2023", "--output", str(tmp_path / "a.png"))
    data = (tmp_path / "a.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") >= 2000  # 180 mm at 300 dots an inch


def test_a_pipe_gets_the_data(ask: Ask) -> None:
    rows = ask("chart", "shares", "2023").tsv
    assert (rows[0]["contestant"], rows[0]["share_pct"], rows[0]["barrier_pct"]) == ("amanat", "53.9", "5.0")
    assert ask("chart", "seats", "2023", "--json", "--sources").json[0]["sources"]


def test_the_ending_says_what_is_written(ask: Ask, tmp_path: Path) -> None:
    ask("chart", "seats", "2023", "-o", str(tmp_path / "a.csv"))
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").startswith("election,contestant,name")
    refused = ask("chart", "seats", "2023", "-o", str(tmp_path / "a.gif"))
    assert (refused.code, list(tmp_path.glob("a.gif"))) == (2, [])
    assert ".svg or .png" in refused.err


def test_a_file_is_not_replaced_unless_asked(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "a.svg"
    target.write_text("mine")
    refused = ask("chart", "seats", "2023", "-o", str(target))
    assert (refused.code, target.read_text()) == (2, "mine")
    assert "--force replaces it" in refused.err
    assert ask("chart", "seats", "2023", "-o", str(target), "--force").code == 0
    assert target.read_text(encoding="utf-8").startswith("<?xml")


def test_a_full_disk_leaves_nothing(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(BytesIO):
        def writelines(self, lines: Iterable[bytes]) -> None:
            raise OSError(28, "No space left on device")

    def full(path: Path, mode: str = "r", *more: object, **named: object) -> object:
        if mode != "wb":
            return really(path, mode, *more, **named)
        path.touch()
        return Full()

    really = Path.open
    monkeypatch.setattr(Path, "open", full)
    done = ask("chart", "seats", "2023", "-o", str(tmp_path / "a.svg"))
    assert done.code == 2
    assert "No space left" in done.err
    assert list(tmp_path.iterdir()) == []


def test_without_the_library_one_line_says_what_to_install(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("kzpol.show.charts.files")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    done = ask("chart", "seats", "2023", "-o", str(tmp_path / "a.svg"))
    assert (done.code, done.err) == (2, "kzpol: SVG and PNG need matplotlib: pip install 'kzpol[charts]'.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pie", "2023"), "There is no picture of kind 'pie'"), (("seat", "2023"), "Did you mean 'seats'?"),
        (("seats",), "needs an election"), (("trend",), "needs a party"), (("thresholds",), "needs a rule"),
        (("shares", "2022"), "'2022' means referendum-2022, president-2022: name one of them."),
        (("seats", "2023", "--party", "amanat"), "go with `kzpol chart timeline`"),
        (("timeline", "--from", "2010", "--to", "2000"), "is after"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said_in_a_line(ask: Ask, arguments: tuple[str, ...], said: str) -> None:
    done = ask("chart", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_year_with_several_elections_means_the_vote_on_lists(ask: Ask) -> None:
    assert {row["election"] for row in ask("chart", "seats", "2023").tsv} == {"majilis-2023"}
    assert ask("chart", "seats", "1991").code == 1


def test_colours_stand_out_on_paper_and_on_a_dark_screen() -> None:
    for color in {*_OWN.values(), *_SPARE, ACCENT}:
        assert contrast(color, "#ffffff") >= 3, color
        assert contrast(color, "#1e1e1e") >= 3, color
        assert contrast(ink(color), "#ffffff") >= 4.5


def test_parties_without_a_colour_get_one_that_nobody_else_has() -> None:
    given = colors(["amanat", "new-one", "new-two", "auyl"])
    assert len(set(given.values())) == 4
    assert given["amanat"] == colors(["amanat"])["amanat"]


def test_completion_of_what_a_picture_is_of() -> None:
    from types import SimpleNamespace

    from kzpol.cli.complete import chart_subject

    assert "majilis-2023" in [id for id, _ in chart_subject(SimpleNamespace(params={"kind": "seats"}), "majilis-20")]
    assert "party-min-members" in [
        id for id, _ in chart_subject(SimpleNamespace(params={"kind": "thresholds"}), "party-min")
    ]
    assert "amanat" in [id for id, _ in chart_subject(SimpleNamespace(params={"kind": "trend"}), "aman")]


def test_the_readmes_pictures_are_there_small_and_described() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\((docs/pictures/[^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert 0 < len(shown) <= 6
    for described, path in shown:
        assert len(described) > 20
        assert (ROOT / path).stat().st_size < 100_000


def test_only_the_files_of_pictures_load_the_drawing_library() -> None:
    users = {
        path.parent
        for path in (ROOT / "kzpol").rglob("*.py")
        if re.search(r"^\s*(import|from) matplotlib", path.read_text(encoding="utf-8"), re.M)
    }
    assert users == {ROOT / "kzpol" / "show" / "charts" / "files"}
