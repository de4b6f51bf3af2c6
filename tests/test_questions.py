"""Questions of journalists, students, diplomats and lawyers, each with the command that answers it and the checked answer.

That docs/questions.md shows them as they are printed is checked with the other pages, in test_readme.
"""

from __future__ import annotations

import shlex
from typing import Any

import pytest
import yaml
from conftest import ROOT, Ask

QUESTIONS = [
    question
    for questions in yaml.safe_load((ROOT / "tests" / "questions.yaml").read_text(encoding="utf-8")).values()
    for question in questions
]
KINDS = {"is", "has", "exactly", "lacks", "count", "says", "code"}


def within(expected: Any, found: Any) -> bool:
    """Whether all that is expected stands in what was found: keys in an object, each entry of a list in some entry."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(key in found and within(expected[key], found[key]) for key in expected)
    if isinstance(expected, list):
        return isinstance(found, list) and all(any(within(entry, each) for each in found) for entry in expected)
    return type(expected) is type(found) and bool(expected == found)


@pytest.mark.parametrize("question", QUESTIONS, ids=[question["ask"] for question in QUESTIONS])
def test_the_command_answers_the_question(ask: Ask, question: dict[str, Any]) -> None:
    answer = question["answer"]
    assert set(answer) <= KINDS
    reads_json = set(answer) - {"says", "code"}
    given = ask(*shlex.split(question["command"]), *(["--json"] if reads_json else []))
    told = f"{question['ask']}\n$ kzpol {question['command']}\n{given.err}"
    assert given.code == answer.get("code", 0), told
    lines = (given.out + given.err).splitlines()
    for line in answer.get("says", []):
        assert line in lines, f"{told}\nnot said: {line}\n{given.out[:2000]}"
    if not reads_json:
        return
    found = given.json
    assert within(answer.get("is", {}), found if isinstance(found, dict) else {}), f"{told}{found}"
    for row in answer.get("has", []):
        assert any(within(row, each) for each in found), f"{told}\nno row has {row}\n{found}"
    for row in answer.get("lacks", []):
        assert not any(within(row, each) for each in found), f"{told}\na row has {row}"
    assert len(found) == answer.get("count", len(found)), f"{told}{len(found)} rows"
    if "exactly" in answer:
        assert len(found) == len(answer["exactly"]), f"{told}{found}"
        for row, each in zip(answer["exactly"], found, strict=True):
            assert within(row, each), f"{told}\nexpected {row}\nfound {each}"


def test_there_are_enough_questions_of_each_kind_of_reader() -> None:
    assert len({question["ask"] for question in QUESTIONS}) == len(QUESTIONS) >= 160
    asking = [question["who"] for question in QUESTIONS]
    assert set(asking) == {"journalist", "student", "diplomat", "lawyer"}
    assert all(asking.count(who) >= 30 for who in set(asking))
    assert all(question["answer"].keys() - {"code"} for question in QUESTIONS), "an exit code alone is no answer"
