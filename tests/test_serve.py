"""The database in a browser: what a visitor sees, and what nobody may do."""

import csv
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from browser import chromium
from conftest import DATABASE, ROOT, Ask

from kzpol.ask.queries import queries


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a running `kzpol serve`."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("KZPOL_DB", None)
    command = [sys.executable, "-m", "kzpol", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as child:
        address = child.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address), child.stderr.read()
        yield address
        child.send_signal(signal.SIGINT)
        _, said = child.communicate(timeout=20)
        assert child.returncode == 130
        assert said == "Ctrl-C stops it.\n"


def get(address: str | Request) -> tuple[int, str]:
    try:
        with urlopen(address, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def sql(site: str, query: str) -> tuple[int, Any]:
    code, text = get(f"{site}kzpol.json?{urlencode({'sql': query, '_shape': 'arrays'})}")
    return code, json.loads(text)


def test_every_table_says_what_its_columns_mean(site: str) -> None:
    code, page = get(f"{site}kzpol/election")
    assert code == 200
    assert "Turnout as published (unit: %)" in page
    assert "Voters on the rolls (unit: voters)" in page
    assert "Elections and referendums" in page


def test_names_stand_for_ids(site: str) -> None:
    _, page = get(f"{site}kzpol/result?election=majilis-2012&contestant=amanat")
    assert '<a href="/kzpol/party/amanat">' in page
    assert ">Amanat</a>" in page
    _, page = get(f"{site}kzpol/claim?subject=majilis-2007")
    assert re.search(r'<a href="/kzpol/source/[^"]+">[^<]{10,}</a>', page)


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_every_ready_query_finds_something(site: str, query: Any) -> None:
    code, text = get(f"{site}kzpol/{query.name}.json?{urlencode({**query.example, '_shape': 'array'})}")
    assert code == 200, text
    assert len(json.loads(text)) >= 1
    assert set(re.findall(r":(\w+)", query.sql)) == set(query.example), "each parameter has an example"


def test_ready_queries_say_the_same_as_the_commands(site: str, ask: Ask) -> None:
    _, text = get(f"{site}kzpol/parties-on-a-day.json?day=2010-05-01&_shape=array")
    assert {row["id"] for row in json.loads(text)} == {
        row["id"] for row in ask("parties", "--on", "2010-05-01", "--json").json
    }
    _, text = get(f"{site}kzpol/rules-on-a-day.json?day=2010-06-01&_shape=array")
    in_force = {(row["rule"], str(row["value"])) for row in json.loads(text)}
    told = [row for row in ask("thresholds", "--on", "2010-06-01", "--json").json if row["on"] == "yes"]
    assert {(row["rule"], str(row["value"])) for row in told} - in_force == set()


@pytest.mark.parametrize("words", ["nur-otan", "НУР ОТАН", 'AND "(', "o'neill OR", "Тұяқ", "* -"])
def test_any_words_can_be_searched_for(site: str, words: str) -> None:
    for address in (
        f"kzpol/search_text?{urlencode({'_search': words})}",
        f"kzpol/search?{urlencode({'words': words})}",
    ):
        assert get(site + address)[0] == 200, address


@pytest.mark.parametrize(
    "query",
    [
        "delete from party", "with gone as (delete from party returning *) select * from gone", "drop table party",
        "select * from pragma_database_list", "attach database '/tmp/x' as x", "pragma writable_schema = on",
        "select load_extension('x')", "vacuum into '/tmp/x.db'",
    ],
)  # fmt: skip
def test_sql_that_does_more_than_read_is_refused(site: str, query: str) -> None:
    before = DATABASE.read_bytes()
    code, answer = sql(site, query)
    assert code == 400
    assert not answer["ok"]
    assert DATABASE.read_bytes() == before


def test_runaway_sql_is_bounded(site: str) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select sum(i) from n"
    began = time.monotonic()
    assert sql(site, endless)[0] == 400
    assert time.monotonic() - began < 20  # it would run for ever
    assert sql(site, "select zeroblob(100000000)")[0] == 400
    assert len(sql(site, "select a.id from claim a, claim b")[1]["rows"]) == 1000


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("select " + ", ".join(f"hex(zeroblob(16000)) as c{n}" for n in range(200)) + " from claim limit 9", "larger than 32 MiB"),
        ("select " + ", ".join(f"zeroblob(32000) as c{n}" for n in range(200)) + " from claim limit 9", "larger than 32 MiB"),
        ("with recursive n(i) as (select 1 union all select i + 1 from n) select hex(randomblob(8000)) h from n order by h", "too much memory"),
    ],
    ids=["texts", "blobs", "sorting"],
)  # fmt: skip
def test_what_a_query_holds_is_bounded(site: str, query: str, said: str) -> None:
    code, answer = sql(site, query)
    assert (code, answer["rows"]) == (400, [])
    assert said in answer["error"]
    assert sql(site, "select 1 as one")[1]["rows"] == [[1]]  # and the next one is answered


@pytest.mark.parametrize(
    ("method", "path", "host", "status"),
    [
        ("GET", "kzpol/party/amanat.json", "", 200), ("GET", "kzpol/party/amanat.json", "localhost:80", 200),
        ("HEAD", "kzpol/party/amanat.json", "", 200), ("GET", "kzpol/party/amanat.json", "elsewhere.example", 421),
        ("GET", "kzpol/party/amanat.json", "127.0.0.1.elsewhere.example:8001", 421), ("POST", "kzpol/turnout", "", 405),
        ("DELETE", "kzpol/party/amanat", "", 405), ("POST", "-/messages", "", 405), ("GET", "-/databases.json", "", 404),
        ("GET", "-/threads.json", "", 404), ("GET", "-/static/app.css", "", 200), ("GET", "style/kzpol.css", "", 200),
    ],
)  # fmt: skip
def test_only_this_computer_is_let_in_and_only_to_read(
    site: str, method: str, path: str, host: str, status: int
) -> None:
    code, page = get(Request(site + path, method=method, headers={"Host": host} if host else {}))
    assert code == status
    assert str(ROOT) not in page


def test_nobody_else_on_the_network_is_served(site: str) -> None:
    port = int(site.rsplit(":", 1)[1].strip("/"))
    listening = {
        line.split()[1].split(":")[0]
        for line in Path("/proc/net/tcp").read_text().splitlines()[1:]
        if line.split()[1].endswith(f":{port:04X}") and line.split()[3] == "0A"
    }
    assert listening == {"0100007F"}  # 127.0.0.1


def test_a_port_in_use_is_told_in_a_line(ask: Ask) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = ask("serve", "--port", str(taken.getsockname()[1]))
    assert said.code == 2
    assert "is in use" in said.err
    assert len(said.err.splitlines()) == 1


def test_without_the_extra_it_says_what_to_install(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "datasette"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "datasette", None)
    said = ask("serve", "--port", "0")
    assert (said.code, said.out) == (2, "")
    assert "pip install 'kzpol[serve]'" in said.err


def test_a_missing_database_is_told_as_everywhere(ask: Ask) -> None:
    assert ask("serve", "--port", "0", "--db", "/nowhere.db").code == 3


@pytest.mark.slow
def test_in_a_real_browser(site: str, tmp_path: Path) -> None:
    downloads = tmp_path / "downloads"
    with chromium(tmp_path / "profile", downloads) as browser:
        body = lambda: browser.find_element("tag name", "body").text  # noqa: E731

        browser.get(site)
        assert "Kazakhstan's party system since 1990" in browser.title
        assert "Which parties were registered on a day" in body()

        browser.get(f"{site}kzpol/party/amanat")
        assert "«AMANAT» партиясы" in body() or "Аманат" in body()

        browser.find_element("link text", "home").click()
        browser.find_element("link text", "Results of an election").click()
        assert "5247720" in body()
        assert "88.41" in body()

        browser.get(f"{site}kzpol/search_text")
        box = browser.find_element("id", "_search")
        box.send_keys("Туякбай")
        box.submit()
        assert "rows where search matches" in body()

        browser.get(f"{site}kzpol/result?election=majilis-2007")
        browser.find_element("link text", "advanced").click()
        browser.find_element("name", "_dl").click()
        browser.find_element("css selector", "input[value='Export CSV']").click()
        rows = _downloaded(downloads)
        assert {"contestant": "nsdp", "votes": "269310"}.items() <= next(
            r for r in rows if r["contestant"] == "nsdp"
        ).items()

        browser.get(f"{site}kzpol?{urlencode({'sql': 'delete from party'})}")
        assert "Statement must be a SELECT" in body()


def _downloaded(folder: Path) -> list[dict[str, str]]:
    """Wait for a file to arrive, and return its rows."""
    for _ in range(100):
        found = [path for path in folder.glob("*.csv") if path.stat().st_size]
        if found:
            return list(csv.DictReader(found[0].read_text(encoding="utf-8").splitlines()))
        time.sleep(0.1)
    raise AssertionError("nothing was downloaded")
