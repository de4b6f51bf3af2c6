"""Completes names and ids for the shell. Answers nothing rather than failing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from typer import Context

if TYPE_CHECKING:
    from kzpol.ask.database import Connection

Found = list[tuple[str, str]]


def _ask(question: Callable[[Connection], Found]) -> Found:
    from kzpol.ask.database import connect, wanted_path
    from kzpol.ask.errors import AskError

    try:
        with connect(wanted_path()) as connection:
            return question(connection)
    except AskError:
        return []


def _ids(kind: str, beginning: str) -> Found:
    from kzpol.ask.completing import complete_ids

    return _ask(lambda connection: complete_ids(connection, kind, beginning))


def party_name(incomplete: str) -> Found:
    """Complete a party's name or id, in any script."""
    from kzpol.ask.naming import complete_names

    return _ask(lambda connection: complete_names(connection, incomplete))


def election_id(incomplete: str) -> Found:
    """Complete an election's id."""
    return _ids("election", incomplete)


def rule_id(incomplete: str) -> Found:
    """Complete a rule's id."""
    return _ids("rule", incomplete)


def source_id(incomplete: str) -> Found:
    """Complete a source's id."""
    return _ids("source", incomplete)


def subject_id(incomplete: str) -> Found:
    """Complete the id of anything that `why` can be asked of."""
    return _ids("subject", incomplete)


def answer_the_first_tab() -> None:
    """Let zsh complete at the first Tab of a session: the script that Typer installs only defines itself then."""
    from typer import _completion_shared

    scripts = getattr(_completion_shared, "_completion_scripts", {})
    if "zsh" in scripts:
        scripts["zsh"] += '\n[[ "$funcstack[1]" == _%(prog_name)s ]] && %(complete_func)s "$@"'


def chart_subject(context: Context, incomplete: str) -> Found:
    """Complete what a picture is of: an election, a party or a rule, as its kind needs."""
    kind = str(context.params.get("kind") or "")
    complete = {"trend": party_name, "timeline": party_name, "thresholds": rule_id}.get(kind, election_id)
    return complete(incomplete)
