"""Makes command lines, texts and fact files that nobody would think of, and says what must hold for each.

`test_fuzz.py` tries a few hundred at every run, `scripts/fuzz` as many as it is told.
"""

from __future__ import annotations

import csv
import gc
import io
import json
import os
import re
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml
from conftest import DATABASE
from hypothesis import strategies as st

from kzpol.ask.database import connect
from kzpol.cli.main import COMMANDS, _load, run

Line = list[str]
LONGEST = 60  # seconds; past that a command hangs
UNASKED = {"serve"}  # does not end by itself
counts: Counter[str] = Counter()

HOSTILE = [
    "", " ", "-", "--", "---", "0", "-1", "1e999", "NaN", "∞", "٣", "²", "9" * 400, "99999999999999999999", "0x10", "1_000", "+5", "5%", "20/3", "1/0",
    "'", '"', "';--", "' or 1=1 --", "%", "_", "*", "\\", "\\0", "$(id)", "`id`", "{}", "{0}", "%s", "%n", "[bold]", "[/]", "<script>alert(1)</script>",
    "\x1b[31m", "\x1b]0;x\x07", "\x9b31m", "\x00", "\r\n", "\t", "\u202e", "\ufeff", "\u200b", "e\u0301" * 40, "ß", "İ", "ﬁ", "\U0001f600", "\udcff", "\ud800",
    "=1+1", "@x", "/", "//", "..", "../../etc/passwd", "/dev/null", "/dev/stdin", "C:\\x", "majilis-2007/", "/nsdp", "amanat/name", "A=1,B=2", "A=", "=1", "A=1,A=1",
    "A=-1", "A=1e3", ",", "x" * 5000, "Ақ жол", "АҚ ЖОЛ", "нур отан", "nur-otan", "2007-02-30", "2007-13", "20070101", "0000", "9999-12-31", "2007-00", "01.01.2007",
]  # fmt: skip


def _known() -> list[str]:
    with connect(DATABASE) as connection:
        queries = (
            "select id from party", "select id from election", "select id from rule", "select name from party",
            "select id from source order by id limit 60", "select distinct outcome from registration", "select distinct kind from event",
            "select distinct domain from rule", "select distinct stage from result", "select distinct body from election",
        )  # fmt: skip
        found = [row[0] for query in queries for row in connection.execute(query)]
    columns = "id name party date votes seats_total value rule from to election subject field text kind".split()
    return [*found, *columns, *COMMANDS]


KNOWN = _known()


def dates() -> st.SearchStrategy[str]:
    """Dates of every precision, possible and not."""
    days = st.dates().map(str)
    near = st.dates(min_value=_day(1990), max_value=_day(2030)).map(str)
    return st.one_of(near, near.map(lambda day: day[:7]), near.map(lambda day: day[:4]), days, texts())


def _day(year: int) -> Any:
    from datetime import date

    return date(year, 1, 1)


def texts() -> st.SearchStrategy[str]:
    """Texts that break things, texts that are known, either spoilt, and any text at all."""
    base = st.one_of(st.sampled_from(KNOWN), st.sampled_from(HOSTILE), st.text(max_size=40))
    joined = st.lists(base, min_size=2, max_size=3).flatmap(
        lambda parts: st.sampled_from([" ", "", "-", ",", "/", "="]).map(lambda glue: glue.join(parts))
    )
    cut = st.tuples(base, st.integers(0, 12)).map(lambda pair: pair[0][: pair[1]])
    return st.one_of(base, base, base, joined, cut, base.map(str.upper))


def queries() -> st.SearchStrategy[str]:
    """SQL, mostly wrong."""
    words = st.sampled_from(
        "select from where party claim election * , ( ) = 1 'x' id name and or not null count(*) group by order limit union all with as "
        "delete update insert into values drop pragma attach vacuum ; -- /* */ \" [ ] ? ?1 :a || like glob match cast(1 as text) x'00' "
        "randomblob(9) zeroblob(9) printf('%s') json('[1]') group_concat(id) over () case when then else end exists in between".split(
            " "
        )
    )
    return st.one_of(
        st.lists(words, max_size=14).map(" ".join),
        st.lists(words, max_size=8).map(lambda w: "select " + " ".join(w)),
        texts(),
    )


def values(option: Any) -> st.SearchStrategy[str]:
    """Values for an option or argument: of its kind, mostly."""
    name = option.name or ""
    choices = getattr(option.type, "choices", None)
    if choices:
        right = st.sampled_from([str(choice) for choice in choices])
        return st.one_of(right, right, right, right, right, texts())
    if name in ("on", "valid_from", "valid_to", "from_", "to", "since", "until", "under"):
        return dates()
    if name in ("output", "out"):
        return st.sampled_from(["/dev/null", "out/a", "out/б", "out", "/nowhere/x", "", "out/no/such"])
    if name == "query":
        return queries()
    if name in ("timeout", "seconds"):
        return st.sampled_from(["0.2", "1"])
    if name == "votes":
        parties = st.lists(st.tuples(texts(), st.integers(0, 10**7)), max_size=6)
        return st.one_of(parties.map(lambda p: ",".join(f"{who}={count}" for who, count in p)), texts())
    if getattr(option.type, "name", "") in ("integer", "integer range", "float", "float range"):
        return st.one_of(st.integers(-3, 3000).map(str), st.integers().map(str), st.floats().map(str), texts())
    if name == "columns":
        return st.lists(st.sampled_from(KNOWN[-30:]), min_size=1, max_size=4).map(",".join)
    return texts()


@st.composite
def command_lines(draw: Any) -> Line:
    """A command with options and arguments; most are nearly right, so that they get past the parser."""
    name = draw(st.sampled_from([name for name in COMMANDS if name not in UNASKED]))
    command = _load(name)
    if draw(st.integers(0, 30)) == 0:
        return draw(st.lists(texts(), max_size=5))
    line = [name]
    for option in command.params:
        if option.param_type_name == "argument":
            least = 1 if draw(st.integers(0, 6)) else 0
            line += draw(st.lists(values(option), min_size=least, max_size=1 if option.nargs == 1 else 3))
        elif option.name not in ("help", "db") and draw(st.integers(0, 9)) == 0:
            line += [max(option.opts, key=len)] if option.is_flag else [max(option.opts, key=len), draw(values(option))]
    if name == "sql":
        line += ["--timeout", "1"]
    if draw(st.integers(0, 25)) == 0:
        line.append(draw(texts()))
    return line


@contextmanager
def _bounded(line: Line) -> Iterator[None]:
    def hang(number: int, frame: object) -> None:
        raise AssertionError(f"no answer within {LONGEST} seconds: {line!r}")

    before = signal.signal(signal.SIGALRM, hang)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def asked(line: Line) -> tuple[int, bytes, str]:
    """Run a command within this process; return its exit code and what it wrote."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace")
    with _bounded(line), redirect_stdout(out), redirect_stderr(err), patch.object(sys, "argv", ["kzpol", *line]):
        try:
            run()
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else 0
    gc.enable()
    out.flush()
    err.flush()
    return code, out.buffer.getvalue(), err.buffer.getvalue().decode()  # type: ignore[attr-defined]


CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
COLORS = re.compile("\x1b\\[[0-9;]*m")


def holds(line: Line) -> None:
    """Ask, and check what must hold for whatever is asked."""
    before = _state()
    code, out, err = asked(line)
    counts[f"{line[0] if line and line[0] in COMMANDS else '(other)'}"] += 1
    counts[f"exit code {code}"] += 1
    assert code in (0, 1, 2), (line, code, err)
    assert "Traceback" not in err, (line, err)
    assert "kzpol failed" not in err, (line, err)
    assert len(err.splitlines()) <= 99, (line, err)  # a name that many bear lists them all
    assert not CONTROL.search(err), (line, err)
    assert code == 0 or err, (line, "says nothing")
    written = out.decode()  # it is UTF-8
    if "json" not in " ".join(line):
        assert not CONTROL.search(COLORS.sub("", written)), (line, "a control character in the answer")
    if code == 0 and "--help" not in line and "-h" not in line:
        _well_formed(line, written)
    assert _state() == before, (line, "a file has changed")


def _well_formed(line: Line, written: str) -> None:
    if "--" in line:  # what follows is no option
        line = line[: line.index("--")]
    if "--output" in line or "--out" in line or "-o" in line:
        return
    if "--json" in line:
        json.loads(written)
    elif "--csv" in line:
        rows = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""), strict=True))
        assert len({len(row) for row in rows}) <= 1, (line, "rows of several lengths")


def _state() -> tuple[object, ...]:
    """What no question may change: the database and the folder that one stands in, but for what was asked to be written."""
    stat = DATABASE.stat()
    return stat.st_mtime_ns, stat.st_size, sorted(os.listdir(DATABASE.parent)), sorted(set(os.listdir(".")) - {"out"})


VALID: dict[str, Any] = {
    "about.yaml": {"data_version": "1", "covers_from": "2000", "covers_to": "2010-01-01"},
    "sources/all.yaml": [
        {"id": "law", "kind": "law", "publisher": "Republic", "title": "A law"},
        {"id": "news", "kind": "agency", "publisher": "Agency", "title": "A report"},
    ],
    "parties/alpha.yaml": {
        "id": "alpha", "kind": "party",
        "facts": [{"source": "news", "at": "paragraph 1", "name": "Alpha", "founded": "2001-05", "status": "registered"}],
        "registrations": [{"item": "r", "source": "news", "at": "paragraph 2", "date": "2001-06-01", "outcome": "registered"}],
    },
    "elections/majilis-2005.yaml": {
        "id": "majilis-2005", "body": "majilis", "title": {"en": "A vote"},
        "totals": [{"source": "news", "at": "p. 1", "stage": "final", "date": "2005-09-01", "seats_total": "10", "votes_cast": "615", "turnout_pct": "61.5"}],
        "results": [{"source": "news", "at": "table", "stage": "final", "rows": [{"contestant": "alpha", "name": "Alpha", "seats_total": "10"}]}],
    },
    "rules/list-threshold-pct.yaml": {
        "id": "list-threshold-pct", "domain": "elections", "unit": "per cent", "title": {"en": "Threshold"},
        "values": [{"item": "v", "source": "law", "at": "article 97", "value": "7", "from": "2004-04-15", "act": "Law", "article": "97"}],
    },
}  # fmt: skip


@st.composite
def fact_folders(draw: Any) -> dict[str, str]:
    """Valid fact files of which one is spoilt: a value, a key, a branch, or the text itself."""
    files = {name: yaml.safe_dump(content, allow_unicode=True, sort_keys=False) for name, content in VALID.items()}
    name = draw(st.sampled_from(sorted(files)))
    if draw(st.booleans()):
        content = json.loads(json.dumps(VALID[name]))
        _spoil(draw, content)
        files[name] = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    else:
        text = files[name]
        at = draw(st.integers(0, len(text)))
        piece = draw(
            st.one_of(
                st.sampled_from(
                    ["\n", " ", ": ", "- ", "[", "{", "'", '"', "&a ", "*a", "!!x ", "? ", "| ", "\t", "#", "---\n"]
                ),
                texts(),
            )
        )
        files[name] = text[:at] + piece + text[at + draw(st.integers(0, 20)) :]
    return files


def _spoil(draw: Any, content: Any) -> None:
    """Change one place in a structure."""
    while True:
        places = list(content) if isinstance(content, dict) else list(range(len(content)))
        if not places:
            return
        place = draw(st.sampled_from(places))
        if isinstance(content[place], dict | list) and draw(st.integers(0, 3)):
            content = content[place]
            continue
        odd = st.one_of(
            texts(),
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.just([]),
            st.just({}),
            st.just([[]]),
            st.dictionaries(texts(), texts(), max_size=2),
        )
        if isinstance(content, dict) and draw(st.integers(0, 3)) == 0:
            content[
                draw(st.one_of(texts(), st.sampled_from(["id", "source", "at", "rank", "reason", "item", "stage"])))
            ] = draw(odd)
        elif isinstance(content, dict) and draw(st.integers(0, 3)) == 0:
            del content[place]
        else:
            content[place] = draw(odd)
        return


def builds_or_says_why(files: dict[str, str], folder: Path) -> bool:
    """Build from fact files; return whether there was no fault. Anything but a FactsError is a mistake of ours."""
    import shutil

    from kzpol.facts.build import build
    from kzpol.facts.errors import FactsError

    root, target = folder / "facts", folder / "new.db"
    shutil.rmtree(root, ignore_errors=True)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    target.write_bytes(b"old")
    try:
        build(root, target)
    except FactsError as error:
        assert error.faults
        assert target.read_bytes() == b"old"
        return False
    finally:
        assert [path.name for path in sorted(folder.iterdir())] == ["facts", "new.db"]
    return True
