"""Editing a fact and building the database."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import DATABASE, ROOT

from kzpol.ask.check import content_hash
from kzpol.ask.database import read
from kzpol.facts.build import build
from kzpol.facts.claims import Claim, agree, choose
from kzpol.facts.command import main
from kzpol.facts.errors import FactsError
from kzpol.facts.gather import gather

SOURCES = """
- {id: law, kind: law, publisher: Republic, title: A law}
- {id: news, kind: agency, publisher: Agency, title: A report}
- {id: paper, kind: analysis, publisher: Institute, title: A paper}
"""
PARTY = """
id: alpha
kind: party
facts:
  - {source: news, at: paragraph 1, name: Alpha, founded: 2001-05, status: registered}
registrations:
  - {item: registered-2001, source: news, at: paragraph 2, date: 2001-06-01, outcome: registered}
"""
ELECTION = """
id: majilis-2005
body: majilis
title: {en: A vote}
totals:
  - {source: news, at: paragraph 1, date: 2005-09-01, seats_total: 10, seats_list: 10}
  - {source: news, at: paragraph 2, stage: preliminary, turnout_pct: 60.1}
  - {source: paper, at: page 3, stage: final, registered_voters: 1000, votes_cast: 615, turnout_pct: 61.5}
results:
  - {source: news, at: table, stage: final, rows: [{contestant: alpha, name: Alpha, seats_list: 10, seats_total: 10}]}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder of fact files with one party and one election."""
    root = tmp_path / "facts"
    for folder in ("sources", "parties", "elections", "rules", "events"):
        (root / folder).mkdir(parents=True)
    (root / "about.yaml").write_text('data_version: "1"\ncovers_from: "2000"\ncovers_to: "2010-01-01"\n')
    (root / "sources" / "all.yaml").write_text(SOURCES)
    (root / "parties" / "alpha.yaml").write_text(PARTY)
    (root / "elections" / "majilis-2005.yaml").write_text(ELECTION)
    return root


def cell(database: Path, query: str) -> object:
    with read(database) as connection:
        return connection.execute(query).fetchone()[0]


def test_a_final_count_comes_before_a_first_one_whatever_the_source(small: Path, tmp_path: Path) -> None:
    build(small, tmp_path / "new.db")
    assert cell(tmp_path / "new.db", "select turnout_pct from election") == 61.5
    assert cell(tmp_path / "new.db", "select kind from conflict where field = 'turnout_pct'") == "stage"


def test_a_better_kind_of_source_wins_and_a_rank_wins_over_it(small: Path, tmp_path: Path) -> None:
    file = small / "parties" / "alpha.yaml"
    file.write_text(PARTY.replace("registrations:", "  - {source: paper, at: p. 1, founded: 2003}\nregistrations:"))
    build(small, tmp_path / "new.db")
    assert cell(tmp_path / "new.db", "select founded from party") == "2001-05"
    file.write_text(
        PARTY.replace(
            "registrations:",
            "  - {source: paper, at: p. 1, founded: 2003, rank: preferred, reason: Read in the register.}\nregistrations:",
        )
    )
    build(small, tmp_path / "new.db")
    assert cell(tmp_path / "new.db", "select founded from party") == "2003"


def test_sources_of_one_kind_that_disagree_must_be_ranked(small: Path, tmp_path: Path) -> None:
    file = small / "parties" / "alpha.yaml"
    file.write_text(
        PARTY.replace("registrations:", "  - {source: news, at: paragraph 9, founded: 1999}\nregistrations:")
    )
    with pytest.raises(FactsError, match="disagree, rank one"):
        build(small, tmp_path / "new.db")


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("{id: copy, kind: agency, publisher: B, title: B, url: 'https://a.kz/1'}", "the address is that of first too"),
        ("{id: copy, kind: agency, publisher: B, title: B, url: 'https://a.kz/1', repeats: first}", None),
        ("{id: copy, kind: agency, publisher: B, title: B, url: 'https://a.kz/1', date: 2001}", None),
        ("{id: first, kind: agency, publisher: B, title: B}", "stands in another place too"),
    ],
)
def test_one_page_is_one_source(small: Path, second: str, said: str | None) -> None:
    first = "- {id: first, kind: agency, publisher: A, title: A, url: 'https://a.kz/1'}\n"
    (small / "sources" / "more.yaml").write_text(f"{first}- {second}\n")
    if said is None:
        assert "first" in gather(small).sources
        return
    with pytest.raises(FactsError, match=said):
        gather(small)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("founded: 2001-05", "founded: 2001-13", 5, "no such day"),
        ("founded: 2001-05", "founded: May 2001", 5, "expected a date"),
        ("status: registered", "status: alive", 5, "status"),
        ("founded: 2001-05", "fonded: 2001-05", 5, "fonded"),
        ("source: news, at: paragraph 1", "source: nobody, at: paragraph 1", 5, "no source 'nobody'"),
        ("at: paragraph 2, ", "", 7, "at"),
        ("name: Alpha", "name: Әлфа Aлфа", 5, "mixes Latin and Cyrillic"),
        ("kind: party", "kind: party\nkind: bloc", 4, "said twice"),
        ("id: alpha", "id: beta", 1, "as the file is named"),
        ("outcome: registered", "outcome: [", 7, "YAML"),
    ],
)
def test_a_fault_names_file_line_field_and_what_was_expected(
    small: Path, old: str, new: str, line: int, said: str
) -> None:
    file = small / "parties" / "alpha.yaml"
    assert old in PARTY
    file.write_text(PARTY.replace(old, new, 1))
    with pytest.raises(FactsError) as raised:
        gather(small)
    text = str(raised.value)
    assert f"parties/alpha.yaml:{line}:" in text
    assert said in text


def test_every_fault_is_told_at_once(small: Path) -> None:
    (small / "parties" / "alpha.yaml").write_text(PARTY.replace("2001-05", "x").replace("2001-06-01", "y"))
    with pytest.raises(FactsError) as raised:
        gather(small)
    assert len(raised.value.faults) == 2


def test_seats_that_do_not_add_up_stop_the_build_unless_explained(small: Path, tmp_path: Path) -> None:
    file = small / "elections" / "majilis-2005.yaml"
    wrong = ELECTION.replace("seats_list: 10, seats_total: 10}]", "seats_list: 9, seats_total: 9}]")
    file.write_text(wrong)
    with pytest.raises(FactsError, match="9 seats_total, the chamber 10"):
        build(small, tmp_path / "new.db")
    file.write_text(wrong + "exceptions:\n  - {check: seats-sum, found: 9, reason: One seat stayed empty.}\n")
    build(small, tmp_path / "new.db")


def test_a_share_without_its_votes_is_found(small: Path, tmp_path: Path) -> None:
    (small / "elections" / "majilis-2005.yaml").write_text(ELECTION.replace("turnout_pct: 61.5", "turnout_pct: 62.5"))
    with pytest.raises(FactsError, match=r"not 62\.5 %"):
        build(small, tmp_path / "new.db")


def test_rough_figures_never_fill_a_table(small: Path, tmp_path: Path) -> None:
    (small / "elections" / "majilis-2005.yaml").write_text(
        ELECTION.replace("registered_voters: 1000, ", "registered_voters: ~1000, ")
    )
    build(small, tmp_path / "new.db")
    assert cell(tmp_path / "new.db", "select registered_voters from election") is None
    assert cell(tmp_path / "new.db", "select approximate from election") == "registered_voters ~1000"


def test_a_failed_build_leaves_the_old_file_as_it_was(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "kzpol.db"
    target.write_text("old")
    (small / "parties" / "alpha.yaml").write_text("id: [")
    assert main(ROOT, ["--facts", str(small), "--db", str(target)]) == 1
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["kzpol.db"]
    assert "nothing was written" in capsys.readouterr().err


def test_two_builds_have_the_same_content_and_so_has_the_committed_one(tmp_path: Path, facts: Path) -> None:
    build(facts, tmp_path / "one.db")
    build(facts, tmp_path / "two.db")
    hashes = []
    for path in (tmp_path / "one.db", tmp_path / "two.db", DATABASE):
        with read(path) as connection:
            hashes.append(content_hash(connection))
    assert len(set(hashes)) == 1


def test_a_build_killed_at_any_moment_leaves_the_old_database(tmp_path: Path, facts: Path) -> None:
    target = tmp_path / "kzpol.db"
    shutil.copy(DATABASE, target)
    before = target.read_bytes()
    for wait in (0.2, 0.6, 1.0, 1.4):
        child = subprocess.Popen(
            [sys.executable, str(ROOT / "scripts" / "build"), "--db", str(target)],
            stdout=subprocess.DEVNULL,
            env={**os.environ},
        )
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        child.wait()
        if target.read_bytes() != before:  # it was done before we were: then it is the same content
            with read(target) as one, read(DATABASE) as other:
                assert content_hash(one) == content_hash(other)
        assert sqlite3.connect(target).execute("pragma integrity_check").fetchone() == ("ok",)


def test_roundings_agree_and_slips_do_not() -> None:
    assert agree("share_pct", "88.41", "88.4")
    assert agree("share_pct", "88.41", "88")
    assert agree("votes", "~6300000", "6341234")
    assert agree("votes", "~6300000", "6258766")
    assert agree("registered_voters", ">12000000", "12035578")
    assert agree("date", "2007", "2007-08-18")
    assert not agree("share_pct", "88.41", "88.05")
    assert not agree("votes", "7566150", "7966150")
    assert not agree("votes", "~6300000", "6521860")
    assert not agree("date", "2007-08-18", "2007-08-19")


def test_a_final_count_is_not_made_more_precise_by_a_first_one() -> None:
    final = Claim("majilis-2005/a", "share_pct", "88.4", "newspaper", "agency", "page 1", stage="final")
    first = replace(final, value="88.41", source="commission", stage="preliminary")
    choice, fault = choose([first, final])
    assert fault is None
    assert choice is not None
    assert (choice.value, choice.stage) == (88.4, "final")


def test_a_source_is_looked_for_only_near_what_it_speaks_of() -> None:
    with read(DATABASE) as connection:
        (wide,) = connection.execute(
            "select count(*) from claim_cited cited where last_subject - first_subject > 16 * (select count(*) "
            "from claim_said said join claim_passage passage on passage.id = said.passage "
            "where said.subject between cited.first_subject and cited.last_subject "
            "and passage.source = cited.source)"
        ).fetchone()
    assert wide == 0


def test_an_exception_excuses_its_own_figure_only(small: Path, tmp_path: Path) -> None:
    wrong = ELECTION.replace("seats_list: 10, seats_total: 10}]", "seats_list: 8, seats_total: 8}]")
    excuse = "exceptions:\n  - {check: seats-sum, found: 9, reason: One seat stayed empty.}\n"
    (small / "elections" / "majilis-2005.yaml").write_text(wrong + excuse)
    with pytest.raises(FactsError, match=r"elections/majilis-2005\.yaml:1: .*8 seats_total"):
        build(small, tmp_path / "new.db")


def test_a_contestant_that_is_no_party_and_has_no_name_is_a_fault(small: Path) -> None:
    slip = ELECTION.replace("contestant: alpha, name: Alpha,", "contestant: alhpa,")
    (small / "elections" / "majilis-2005.yaml").write_text(slip)
    with pytest.raises(FactsError, match="'alhpa' is no party and has no name"):
        gather(small)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("number: 1, party: alhpa", "there is no party 'alhpa'"),
        ("number: 1, region: nowhere", "there is no region 'nowhere'"),
        ("number: first, winner: A", "districts.0.number"),
    ],
)
def test_a_slip_in_a_district_is_a_fault(small: Path, row: str, said: str) -> None:
    district = f"districts:\n  - {{source: news, at: list, {row}}}\n"
    (small / "elections" / "majilis-2005.yaml").write_text(ELECTION + district)
    with pytest.raises(FactsError, match=said):
        gather(small)


def test_two_sources_may_speak_of_one_district(small: Path, tmp_path: Path) -> None:
    districts = (
        "districts:\n  - {source: paper, at: page 1, number: 4, winner: A. B., votes: 90}\n"
        "  - {source: news, at: list, number: 4, winner: Anna B., party: alpha, votes: 95}\n"
    )
    (small / "elections" / "majilis-2005.yaml").write_text(ELECTION + districts)
    build(small, tmp_path / "new.db")
    assert cell(tmp_path / "new.db", "select count(*) from district") == 1
    assert (
        cell(tmp_path / "new.db", "select winner || ' ' || party || ' ' || votes from district") == "Anna B. alpha 95"
    )
    assert cell(tmp_path / "new.db", "select count(*) from conflict where subject = 'majilis-2005/district-4'") == 1


def test_valid_votes_are_worked_out_where_only_cast_and_invalid_ones_are_known(facts: Path, tmp_path: Path) -> None:
    root = tmp_path / "facts"
    shutil.copytree(facts, root)
    file = root / "elections" / "majilis-2007.yaml"
    file.write_text(file.read_text().replace("269310", "279310"))
    with pytest.raises(FactsError, match="5935625 were valid"):
        build(root, tmp_path / "new.db")


def test_an_event_is_told_in_the_words_of_one_source(small: Path, tmp_path: Path) -> None:
    events = (
        "events:\n  - {item: a, source: paper, at: p. 1, date: 2005-01-01, kind: statement, speaker: Nobody, text: Old.}\n"
        "  - {item: a, source: news, at: p. 2, date: 2005-01-02, kind: statement, text: New., rank: preferred, reason: Read there.}\n"
    )
    (small / "parties" / "alpha.yaml").write_text(PARTY + events)
    build(small, tmp_path / "new.db")
    assert (
        cell(tmp_path / "new.db", "select text || coalesce(speaker, '') from event where id like '%event-a'") == "New."
    )


def test_rough_numbers_are_ranges() -> None:
    assert not agree("votes", "~1000000", "2000000")
    assert agree("votes", "~6000000", "~6300000") == agree("votes", "~6300000", "~6000000")
    assert agree("votes", ">12000000", ">13000000")
    assert not agree("votes", "<5", "6")


def test_a_build_tells_how_long_each_step_took(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path, ["--facts", str(small), "--db", str(tmp_path / "x.db"), "--profile"]) == 0
    steps = [line.split(" s  ")[1] for line in capsys.readouterr().err.splitlines()]
    assert steps == ["reading the facts", "writing the tables", "checking the database"]
