"""Completes names and ids for the shell. Answers nothing rather than failing."""

from __future__ import annotations


def _ids(query: str, beginning: str) -> list[tuple[str, str]]:
    from kzpol.ask.database import connect, wanted_path
    from kzpol.ask.errors import AskError

    try:
        with connect(wanted_path()) as connection:
            rows = connection.execute(query, (beginning.replace("%", "") + "%",))
            return [(str(row[0]), str(row[1])) for row in rows]
    except AskError:
        return []


def party_name(incomplete: str) -> list[tuple[str, str]]:
    """Complete a party's name or id, in any script."""
    from kzpol.ask.database import connect, wanted_path
    from kzpol.ask.errors import AskError
    from kzpol.ask.naming import complete_names

    try:
        with connect(wanted_path()) as connection:
            return complete_names(connection, incomplete)
    except AskError:
        return []


def election_id(incomplete: str) -> list[tuple[str, str]]:
    """Complete an election's id."""
    return _ids("select id, title from election where id like ? order by id", incomplete)


def rule_id(incomplete: str) -> list[tuple[str, str]]:
    """Complete a rule's id."""
    return _ids("select id, title from rule where id like ? order by id", incomplete)


def source_id(incomplete: str) -> list[tuple[str, str]]:
    """Complete a source's id."""
    return _ids("select id, title from source where id like ? order by id", incomplete)


def subject_id(incomplete: str) -> list[tuple[str, str]]:
    """Complete the id of anything that `why` can be asked of."""
    return _ids(
        "select id, name from (select id, name from party union select id, title from election "
        "union select id, title from rule) where id like ? order by id",
        incomplete,
    )
