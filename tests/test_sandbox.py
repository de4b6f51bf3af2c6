"""Whatever SQL anybody types: it reads the database, changes nothing, reaches no other file and ends in time."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from conftest import DATABASE, ROOT, Ask, process

from kzpol.ask.database import connect
from kzpol.ask.errors import BadQuestion
from kzpol.ask.sandbox import Clock, Limits, confine
from kzpol.ask.sql import select

TOO_WIDE = [  # SQLite plans these for long before the first step
    "with " + ", ".join(f"a{i} as (select x.c from a{i - 1} x, a{i - 1} y)" if i else "a0 as (select 1 c)" for i in range(40)) + " select count(*) from a39",
    "with " + ", ".join(f"a{i} as (select c from a{i - 1} union all select c from a{i - 1})" if i else "a0 as (select 1 c)" for i in range(40)) + " select count(*) from a39",
]  # fmt: skip
ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n)"
WAYS = {
    "writing": [
        "insert into meta values ('a', 'b')", "replace into meta values ('a', 'b')", "update party set name = 'x'",
        "delete from party", "drop table party", "drop index party_name_party", "alter table party rename to other",
        "alter table party add column x", "create table x (y)", "create table x as select 1", "create index x on party (name)",
        "create view x as select 1", "create trigger x after insert on party begin select 1; end", "reindex", "analyze",
        "create temp table x (y)", "create temporary view x as select 1", "create virtual table x using fts5(y)",
        "create virtual table temp.x using fts5vocab(main, search_index, row)", "insert into party_name default values returning 1",
        "with x as (select 1) delete from party", "update party set name = 'x' returning id", "explain insert into meta values (1, 2)",
        "insert into search_index (search_index) values ('rebuild')", "delete from sqlite_master",
        "update sqlite_schema set sql = ''", "insert into pragma_user_version values (5)", "vacuum", "vacuum main",
    ],
    "transactions": [
        "begin", "begin immediate", "begin exclusive", "commit", "rollback", "end", "savepoint x", "release x",
    ],
    "other files": [
        "attach 'x.db' as x", "attach database ':memory:' as x", "attach '' as x", "attach 'file:x.db?mode=rwc' as x", "detach main",
        "vacuum into 'x.db'", "select writefile('x', 'y')", "select readfile('/etc/passwd')", "select edit('x')", "select * from fsdir('.')",
        "select load_extension('x')", "select load_extension('x', 'y')", "select fts3_tokenizer('simple')",
        "select fts3_tokenizer('simple', x'00')", "select sqlite_log(1, 'x')", "select * from zipfile('x')", "select sqlite_rename_table(1)",
    ],
    "pragmas": [
        "pragma writable_schema = 1", "pragma writable_schema", "pragma journal_mode = wal", "pragma journal_mode = off", "pragma locking_mode = exclusive",
        "pragma query_only = off", "pragma trusted_schema = on", "pragma hard_heap_limit = 0", "pragma soft_heap_limit = 0", "pragma temp_store = file",
        "pragma temp_store_directory = '/tmp'", "pragma data_store_directory = '/tmp'", "pragma user_version = 7", "pragma main.user_version = 7",
        "pragma schema_version = 7", "pragma encoding = 'UTF-16'", "pragma page_size = 512", "pragma mmap_size = 1000000000", "pragma cache_size = 1000000",
        "pragma wal_checkpoint", "pragma incremental_vacuum", "pragma auto_vacuum = 1", "pragma optimize", "pragma foreign_keys = off", "pragma threads = 8",
        "pragma ignore_check_constraints = 1", "pragma recursive_triggers = 1", "pragma case_sensitive_like = 1", "pragma integrity_check",
        "pragma application_id = 1", "pragma analysis_limit = 1", "pragma shrink_memory", "pragma secure_delete = 0", "pragma synchronous = 0", "pragma key = 'x'",
        "select * from pragma_writable_schema", "select * from pragma_journal_mode('wal')", "select * from pragma_user_version('main', 7)",
    ],
    "inner life": ["select * from dbstat", "select * from sqlite_dbpage", "select * from sqlite_stmt", "select * from bytecode('select 1')"],
    "several statements": [
        "select 1; select 2", "select 1; delete from party", "select 1;;select 2", "/* select */ delete from party", "\n-- select\ndelete from party",
        "select 1 /*; */; delete from party --", "select 1;\x00delete from party", "", "   ", ";", " -- nothing", "/* open",
    ],
    "endless": [
        f"{ENDLESS} select count(*) from n", f"{ENDLESS} select max(i) from n where i < 0", f"{ENDLESS} select i from n order by i",
        f"{ENDLESS} select i from n where i < 0", "select count(*) from claim a, claim b, claim c where a.id + b.id + c.id = -1",
        "select a.value from claim a, claim b, claim c order by random()", f"{ENDLESS} select group_concat(i) from n",
        f"{ENDLESS} select json_group_array(i) from n", f"{ENDLESS} select sum(length(randomblob(1000000))) from n",
        "with recursive n(i, t) as (select 1, 'x' union all select i + 1, t || t from n) select max(length(t)) from n",
        "with recursive n(i) as (select 1 union select i + 1 from n) select count(*) from n",
        "select count(*) from generate_series(1, 100000000000) a",
        "select sum(abs(a.id % 3)) from claim a, claim b, claim c, claim d",
        "select sum(length(replace(hex(zeroblob(90000)), '00', x'00'))) from claim, claim, claim",
    ],
    "huge": [
        "select zeroblob(2000000000)", "select length(zeroblob(999999999))", "select randomblob(1000000000)",
        "select hex(zeroblob(900000))", "select replace(hex(zeroblob(400000)), '0', 'xxxxxxxxxx')", "select quote(zeroblob(900000))",
        "select group_concat(hex(zeroblob(2000))) from claim", "select 'x' like '" + "%a" * 5000 + "'", "select " + "(" * 3000 + "1" + ")" * 3000,
        "select " + ", ".join("1" for _ in range(5000)), "select 1 where " + " or ".join("1 = 2" for _ in range(9000)), "select '" + "x" * 200_000 + "'",
        "select json_group_array(randomblob(9)) from claim", "select json_group_array(hex(zeroblob(5000))) from claim",
        "select " + " union all select ".join("1" for _ in range(2000)),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "query", [pytest.param(way, id=f"{kind}: {way[:60]!r}") for kind in WAYS for way in WAYS[kind]]
)
def test_each_known_way_out_is_refused(ask: Ask, query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = (DATABASE.stat().st_mtime_ns, DATABASE.stat().st_size)
    begun = time.monotonic()
    answer = ask("sql", query, "--timeout", "0.2")
    assert answer.code == 2
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1
    assert answer.err.startswith("kzpol: ")
    assert time.monotonic() - begun < 30, "a hang"
    assert list(tmp_path.iterdir()) == []
    assert (DATABASE.stat().st_mtime_ns, DATABASE.stat().st_size) == before


@pytest.mark.parametrize(
    "query",
    [
        "select name from sqlite_master", "select * from pragma_table_info('party')", "pragma table_info(party)", "pragma user_version",
        "with n as (select 1 as a) select count(*) from n", "values (1, 2)", "explain query plan select * from party",
        "select count(*) from search_index where search_index match 'otan'",
        "select body, count(*), sum(seats_total) over () from election group by body", "select value from json_each('[1, 2]')",
        "select round(avg(turnout_pct), 2), max(date), printf('%5.1f', 2) from election", "select name from party where name like '%otan%'",
        "select date(date, '+1 day'), strftime('%Y', date) from election", "select 1; -- a remark", "select group_concat(value) from claim",
    ],
)  # fmt: skip
def test_what_reads_is_answered(ask: Ask, query: str) -> None:
    answer = ask("sql", query, "--csv")
    assert answer.code == 0, answer.err
    assert answer.out


def test_the_limits_can_be_raised(ask: Ask) -> None:
    rows = f"{ENDLESS} select i from n limit 100001"
    refused = ask("sql", rows, "--csv")
    assert refused.code == 2
    assert "--max-rows" in refused.err
    assert len(ask("sql", rows, "--csv", "--max-rows", "200000").csv) == 100_001
    assert len(ask("sql", rows, "--csv", "--limit", "100001").csv) == 100_001
    busy = f"{ENDLESS} select count(*) as n from (select i from n limit 900000)"
    assert "--timeout" in ask("sql", busy, "--timeout", "0.1").err
    assert ask("sql", busy, "--timeout", "60", "--json").json == [{"n": 900_000}]


@pytest.mark.parametrize("seconds", ["nan", "-nan", "0", "-1", "inf", "1e999", "x"])
def test_a_limit_of_time_is_a_number(ask: Ask, seconds: str) -> None:
    answer = ask("sql", "select 1", "--timeout", seconds)
    assert answer.code == 2
    assert not answer.out


LONG_STEP = "instr(zeroblob(999990), cast(zeroblob(499990) || x'01' as blob))"


@pytest.mark.parametrize(
    "query", ["select " + " + ".join([LONG_STEP] * 20), *TOO_WIDE], ids=["step", "joins", "unions"]
)
def test_what_does_not_look_at_the_clock_is_cut_short_too(query: str) -> None:
    begun = time.monotonic()
    done = process("sql", query, "--timeout", "0.2")
    assert done.returncode == 2
    assert b"longer than 0.2 seconds" in done.stderr or b"MiB of memory" in done.stderr
    assert time.monotonic() - begun < 30, "a hang"


def test_the_time_of_a_slow_reader_does_not_count() -> None:
    with connect() as connection:
        _, rows = select(connection, "select id from claim limit 9", Limits(seconds=0.2))
        taken = []
        for row in rows:
            taken.append(row)
            time.sleep(0.05)
    assert len(taken) == 9


def test_what_is_returned_is_bounded() -> None:
    with connect() as connection:
        _, rows = select(connection, "select hex(zeroblob(50000)) from claim", Limits(returned=10_000_000))
        with pytest.raises(BadQuestion, match="larger than"):
            list(rows)


def test_memory_is_bounded() -> None:
    query = "select a.id, hex(randomblob(100)) as x from claim a, claim b order by x"
    done = process("sql", query, "--timeout", "60")
    assert done.returncode == 2
    assert b"MiB of memory" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell")
def test_a_program_that_asks_is_bounded_in_its_queries_only() -> None:
    """In a process of its own, as the most that it has ever had is what counts."""
    code = """
import sqlite3
import kzpol
from kzpol.ask.database import connect
from kzpol.ask.errors import BadQuestion
from kzpol.ask.sandbox import Limits
from kzpol.ask.sql import select
with connect() as connection:
    try:
        list(select(connection, "select a.id, hex(randomblob(100)) as x from claim a, claim b order by x", Limits(seconds=60))[1])
    except BadQuestion as refused:
        print(refused)
kzpol.open().sql("select 1")
other = sqlite3.connect(":memory:")
print(other.execute("select sum(length(x)) from (select zeroblob(100000000) as x union all select zeroblob(200000000) order by x)").fetchone())
print(other.execute("pragma hard_heap_limit").fetchone())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines() == [
        "The query needs more than 256 MiB of memory and was stopped.", "(300000000,)", "(0,)"
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["select printf('%.*c', 1000000000, 'x')", "select printf('%1000000000d', 1)"])
def test_a_huge_text_is_not_made(query: str) -> None:
    done = process("sql", query, "--no-header", "--timeout", "0.2")
    assert done.returncode in (0, 2)
    assert len(done.stdout) < 10


def test_the_list_of_what_is_allowed_holds_where_the_file_could_be_written(copy: Path) -> None:
    before = copy.read_bytes()
    with closing(sqlite3.connect(copy)) as connection:
        confine(connection)
        for query in (
            "pragma user_version = 7", "pragma schema_version = 7", "pragma encoding = 'UTF-16'", "pragma page_size = 512",
            "pragma query_only = off", "pragma temp_store = file", "delete from party", "vacuum", "begin", "attach ':memory:' as x",
        ):  # fmt: skip
            with pytest.raises(sqlite3.DatabaseError, match="authoriz"):
                connection.execute(query).fetchall()
        assert connection.execute("pragma user_version").fetchall()
        connection.set_authorizer(None)
        with pytest.raises(sqlite3.DatabaseError, match="readonly"):  # there is a second wall
            connection.execute("delete from party")
    assert copy.read_bytes() == before


def test_confining_is_for_good() -> None:
    with connect() as connection:
        select(connection, "select 1")
        for query in ("delete from party", "attach ':memory:' as x", "create temp table x (y)"):
            with pytest.raises(sqlite3.DatabaseError):
                connection.execute(query)


def test_a_clock_is_up_only_while_it_runs() -> None:
    clock = Clock(-1.0)
    assert clock.left() == 0
    clock.start()
    assert clock.left() < 0
    clock.stop()
    assert clock.left() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such file")
def test_standard_input_that_is_no_text() -> None:
    done = process(
        "sql", "-", input=b"select '\xff\xfe'", env={"PYTHONIOENCODING": "utf-8", "LANG": os.environ.get("LANG", "C")}
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
