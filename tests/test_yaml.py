"""A fact file may hold anything: it gives its values, or a fault with a line, and never a crash."""

from pathlib import Path

import pytest

from kzpol.facts.errors import FactsError
from kzpol.facts.files import read_file


def faults(tmp_path: Path, content: str | bytes) -> str:
    target = tmp_path / "x.yaml"
    target.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(FactsError) as found:
        read_file(target, tmp_path)
    return str(found.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("- " * 200_000 + "x", "x.yaml:1: YAML: nested deeper than 20 levels"), ("[" * 900 + "]" * 900, "nested deeper"),
        ("[" * 500_000, "YAML"), ("{a: " * 300_000, "YAML"), ("? " * 100_000 + "a", "plain key"), ("a: 1\n? [1, 2]\n: 3", "x.yaml:2: YAML: expected a plain key"),
        ("a: 1\na: 2", "x.yaml:2: a: said twice"), ("a: &x [1]\nb: [*x, *x]", "x.yaml:2: YAML: aliases are not read"),
        ("--- 1\n--- 2", "x.yaml:2: YAML: expected one document"), ("a: [1", "YAML"), ("a: 'open", "YAML"), ("\x00", "control characters"),
        (b"\xff\xfea", "YAML"), (b"a: \xc3\x28", "utf-8"), ("%YAML 9.9\n--- a", "YAML"), ("a: !x [", "YAML"), ("\tx: 1", "YAML"), ("a: " + "x" * (4 << 20), "larger than"),
    ],
)  # fmt: skip
def test_what_is_no_fact_file_is_a_fault(tmp_path: Path, content: str | bytes, said: str) -> None:
    assert said in faults(tmp_path, content)


def test_every_value_is_text_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(
        "a: no\nb:\n  - {c: 1.50, d: }\n  - 2002-07\n? e\n: [ [ ], {} ]\n", encoding="utf-8"
    )
    value, lines = read_file(tmp_path / "x.yaml", tmp_path)
    assert value == {"a": "no", "b": [{"c": "1.50", "d": ""}, "2002-07"], "e": [[], {}]}
    assert lines[("b", 0, "c")] == 3
    assert lines[("b", 1)] == 4
    assert lines[("e", 1)] == 6
    (tmp_path / "x.yaml").write_text("", encoding="utf-8")
    assert read_file(tmp_path / "x.yaml", tmp_path) == (None, {})


def test_a_folder_named_like_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    with pytest.raises(FactsError, match="directory"):
        read_file(tmp_path / "x.yaml", tmp_path)
