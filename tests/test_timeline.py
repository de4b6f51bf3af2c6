"""What happened when."""

from conftest import Ask


def test_events_between_two_years_in_order(ask: Ask) -> None:
    rows = ask("timeline", "--from", "2004", "--to", "2007", "--json").json
    dates = [row["date"] for row in rows]
    assert dates == sorted(dates)
    assert all("2004" <= date[:4] <= "2007" for date in dates)
    assert {"election", "registration", "merger", "rule"} <= {row["kind"] for row in rows}


def test_events_of_a_party(ask: Ask) -> None:
    rows = ask("timeline", "--party", "dck", "--json").json
    text = " ".join(row["text"] for row in rows)
    assert "liquidat" in text.lower()


def test_events_of_a_kind(ask: Ask) -> None:
    assert {row["kind"] for row in ask("timeline", "--kind", "court", "--json").json} == {"court"}


def test_mergers_show_at_the_party_that_absorbed(ask: Ask) -> None:
    rows = ask("timeline", "--party", "amanat", "--kind", "merger", "--json").json
    assert any("Asar" in row["text"] for row in rows)


def test_a_pipe_gets_plain_tab_separated_text(ask: Ask) -> None:
    out = ask("timeline", "--from", "2006", "--to", "2006").out
    assert out.splitlines()[0].split("\t")[:2] == ["date", "kind"]


def test_the_terminal_draws_spans_and_marks(terminal) -> None:
    for width in (80, 160):
        drawn = terminal(width, "timeline", "--from", "2004", "--to", "2007", NO_COLOR="1")
        assert "━" in drawn
        assert "list-threshold-pct" in drawn
        assert "◆" in drawn
        assert max(len(line) for line in drawn.splitlines()) <= width


def test_a_space_beside_a_date_does_not_matter(terminal) -> None:
    for command in (("timeline",), ("chart", "timeline")):
        spaced = terminal(80, *command, "--from", " 2004", "--to", "2005 ", NO_COLOR="1")
        assert spaced == terminal(80, *command, "--from", "2004", "--to", "2005", NO_COLOR="1")


def test_years_stand_down_the_side(terminal) -> None:
    drawn = terminal(80, "timeline", "--from", "2004", "--to", "2005", "--limit", "400", NO_COLOR="1")
    starts = [line[:4] for line in drawn.splitlines() if "│" in line]
    assert starts.count("2004") == 1
    assert "2005" in starts


def test_bans_by_courts_are_among_the_bans(ask: Ask) -> None:
    rows = ask("timeline", "--kind", "ban", "--json").json
    assert {"alga", "dck-2017", "koshe"} <= {row["party"] for row in rows}
    texts = {row["date"]: row["text"] for row in rows}
    assert "2012-12-21" in texts
    assert "was banned" in texts["2018-03-13"]


def test_what_somebody_wrote_down_is_not_told_again_from_the_tables(ask: Ask) -> None:
    query = (
        "select drawn.text from event drawn join event told on drawn.subject is not null and told.subject is null "
        "and told.party is drawn.party and told.date = drawn.date and told.kind = drawn.kind"
    )
    assert ask("sql", query, "--json").json == []
