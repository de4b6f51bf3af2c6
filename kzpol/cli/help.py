"""The command help: topics that concern all commands, and the help of a command by another way."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kzpol.ask.errors import NothingMatches

_FOLDER = Path(__file__).resolve().parent / "topics"
TOPICS = {
    "exit-codes": "what a script can rely on",
    "dates": "how precise they are, and what was so on a day",
    "names": "how parties and elections are found, in three languages",
    "sources": "claims, ranks, who says so",
    "formats": "csv, json and the others, in pipes and files",
}


def _topic(incomplete: str) -> list[tuple[str, str]]:
    return [(name, about) for name, about in TOPICS.items() if name.startswith(incomplete)]


def help_command(
    context: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", help="A topic, or a command.", autocompletion=_topic)
    ] = None,
) -> None:
    """Help on a topic (exit-codes, dates, names, sources, formats) or a command.

    Examples: kzpol help dates · kzpol help results
    """
    program = context.find_root()
    if topic is None:
        lines = [f"  {name:12}{about}" for name, about in TOPICS.items()]
        typer.echo("Topics (kzpol help TOPIC):\n" + "\n".join(lines) + "\n\nCommands: kzpol --help")
    elif topic in TOPICS:
        typer.echo((_FOLDER / f"{topic}.txt").read_text(encoding="utf-8"), nl=False)
    elif command := program.command.get_command(program, topic):  # type: ignore[attr-defined]
        with type(context)(command, info_name=topic, parent=program) as own:
            typer.echo(command.get_help(own))
    else:
        raise NothingMatches(f"There is no topic or command {topic!r}.", ["Topics: " + ", ".join(TOPICS)])
