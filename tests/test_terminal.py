"""How it reads on a terminal."""

import re

import pytest

SHOWN = [
    ("elections", "--year", "2023"), ("election", "2007"), ("party", "amanat"), ("results", "--party", "ak-zhol"),
    ("thresholds", "--on", "2010-05-01"), ("thresholds", "party-min-members"), ("timeline", "--from", "2004", "--to", "2007"),
    ("parties",), ("conflicts",), ("sources",), ("search", "Otan"), ("why", "majilis-2007"), (),
]  # fmt: skip


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("question", SHOWN)
def test_nothing_is_wider_than_the_terminal(terminal, width: int, question: tuple[str, ...]) -> None:
    drawn = terminal(width, *question, NO_COLOR="1")
    assert "Traceback" not in drawn
    assert max(len(line) for line in drawn.splitlines()) <= width


def test_a_table_counts_its_rows_and_names_what_it_left_out(terminal) -> None:
    drawn = terminal(80, "elections", NO_COLOR="1")
    assert re.search(r"\d+ rows", drawn)
    assert "not shown:" in drawn
    assert "--csv" in drawn


def test_sources_that_are_asked_for_have_their_column(terminal) -> None:
    drawn = terminal(400, "parties", "--limit", "1", "--sources", NO_COLOR="1")
    assert " sources " in drawn.splitlines()[0] + " "


def test_a_limited_table_says_of_how_many(terminal) -> None:
    assert re.search(r"3 of \d\d rows", terminal(80, "elections", "--limit", "3", NO_COLOR="1"))


def test_a_wide_terminal_shows_more_columns(terminal) -> None:
    narrow, wide = (terminal(width, "elections", NO_COLOR="1") for width in (80, 160))
    assert "votes_cast" not in narrow.split("not shown")[0]
    assert "votes_cast" in wide.split("not shown")[0]


def test_the_election_is_drawn_with_a_chamber_and_bars(terminal) -> None:
    drawn = terminal(80, "election", "2007", NO_COLOR="1")
    assert "█" in drawn
    assert "●●●" in drawn
    assert "barrier 7 %" in drawn


def test_colour_is_for_terminals_only(terminal, ask) -> None:
    assert "\x1b[" in terminal(80, "elections", NO_COLOR="")
    assert "\x1b[" not in terminal(80, "elections", NO_COLOR="1")
    assert "\x1b[" not in ask("elections").out


def test_colour_options(terminal) -> None:
    coloured = re.compile(r"\x1b\[3\d")
    assert coloured.search(terminal(80, "election", "2007", "--color", "always", NO_COLOR="1"))
    assert not coloured.search(terminal(80, "election", "2007", "--color", "never", NO_COLOR=""))
    assert coloured.search(terminal(80, "election", "2007", FORCE_COLOR="1", NO_COLOR=""))


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"TERM": "xterm", "COLORTERM": ""}, r"\x1b\[(3[0-7]|9[0-7])m"),
        ({"TERM": "xterm-256color", "COLORTERM": ""}, r"\x1b\[38;5;\d+m"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, r"\x1b\[38;2;2;132;192m"),
    ],
)
def test_a_party_has_the_nearest_colour_that_the_terminal_has(terminal, environment: dict[str, str], code: str) -> None:
    drawn = terminal(80, "chart", "seats", "2023", **environment)
    assert set(re.findall(r"\x1b\[\d+(?:;[^m]*)?m", drawn)) > {"\x1b[0m", "\x1b[1m"}
    assert re.search(code + "●", drawn)


def test_a_dumb_terminal_gets_no_colour(terminal) -> None:
    assert "\x1b[" not in terminal(80, "party", "amanat", TERM="dumb")


def test_columns_in_the_environment_set_the_width(terminal) -> None:
    assert max(map(len, terminal(160, "elections", NO_COLOR="1", COLUMNS="60").splitlines())) <= 60


@pytest.mark.parametrize("columns", ["100000000", "9" * 5000, "0", "-1", "x", ""])
def test_an_absurd_width_is_none(terminal, columns: str) -> None:
    drawn = terminal(80, "election", "majilis-2007", NO_COLOR="1", COLUMNS=columns)
    assert "88.41" in drawn
    assert max(map(len, drawn.splitlines())) <= 1000


def test_a_style_ends_where_its_line_ends(terminal) -> None:
    for line in terminal(40, "conflicts", "--limit", "3").splitlines():
        assert line.count("\x1b[") == 2 * line.count("\x1b[0m")


def test_an_ascii_terminal_gets_ascii_pictures(terminal) -> None:
    drawn = terminal(80, "election", "2007", PYTHONIOENCODING="ascii", NO_COLOR="1")
    assert drawn.isascii()
    assert "####" in drawn
    assert "Traceback" not in drawn


def test_markup_in_what_is_typed_is_shown_as_it_is(terminal) -> None:
    drawn = terminal(80, "sql", "select '[bold]x[/] [/]' as sign", NO_COLOR="1")
    assert "[bold]x[/] [/]" in drawn


def test_control_characters_do_not_reach_the_terminal(terminal) -> None:
    drawn = terminal(80, "sql", "select char(27) || '[2J' as sign", NO_COLOR="1")
    assert "\x1b[2J" not in drawn
    assert "\x1b[2J" not in terminal(80, "party", "\x1b[2Jx", NO_COLOR="1")


@pytest.mark.parametrize("width", [60, 80])
def test_the_key_of_the_seats_breaks_between_entries_only(terminal, width: int) -> None:
    drawn = terminal(width, "election", "majilis-2012", NO_COLOR="1")
    assert "Communist People's Party of Kazakhstan 7" in drawn.split("Shares of the vote")[0]


def test_a_merged_party_is_said_to_have_merged_once(terminal) -> None:
    assert "party, merged into amanat" in terminal(80, "party", "asar", NO_COLOR="1")
