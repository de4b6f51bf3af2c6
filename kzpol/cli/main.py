"""The program `kzpol`: its commands, loaded when they are called, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from kzpol.version import __version__

# Command, the module that it is in. The order is that of the help.
COMMANDS = {
    "parties": "parties", "party": "parties", "registrations": "parties",
    "elections": "elections", "election": "elections", "results": "elections", "regions": "elections",
    "compare": "comparison", "trend": "comparison", "chart": "charts",
    "thresholds": "rules", "timeline": "timeline", "seats": "law", "eligible": "law",
    "why": "claims", "conflicts": "claims", "sources": "claims",
    "search": "data", "export": "export", "serve": "serve", "sql": "data", "check": "data", "help": "help",
}  # fmt: skip


@cache
def _load(name: str) -> Any:
    """Import a command's module and make the command."""
    function = getattr(import_module(f"kzpol.cli.{COMMANDS[name]}"), f"{name}_command")
    single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    single.command(name)(function)
    return typer.main.get_command(single)


class Lazy(TyperGroup):
    """A group that imports a command's module only when that command is asked for."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a reader that has left is told apart here, as the parser would end with code 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            from kzpol.ask.errors import NobodyReads

            raise NobodyReads from None

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, or None where there is none of that name."""
        name = _PLURALS.get(cmd_name, cmd_name)
        return _load(name) if name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands with what each answers."""
        from kzpol.cli.summaries import SUMMARIES

        named: dict[str, Any] = {name: TyperCommand(name, help=SUMMARIES[name]) for name in COMMANDS}
        TyperGroup(commands=named).format_commands(ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; where there is none, suggest the nearest."""
        name = args[0] if args else ""
        if name and not ctx.resilient_parsing and not name.startswith("-") and _PLURALS.get(name, name) not in COMMANDS:
            import difflib

            near = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else " `kzpol --help` lists them."
            ctx.fail(f"There is no command {name!r}.{hint}")
        return super().resolve_command(ctx, args)


# `registration` and `threshold` work too; `party` and `election` are commands of their own.
_PLURALS = {
    "registration": "registrations", "result": "results", "region": "regions", "threshold": "thresholds",
    "conflict": "conflicts", "source": "sources",
}  # fmt: skip

app = typer.Typer(
    cls=Lazy,
    name="kzpol",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from kzpol.ask.database import connect, wanted_path
        from kzpol.ask.overview import covers_to, data_version

        with connect(wanted_path()) as connection:
            typer.echo(f"kzpol {__version__}, data {data_version(connection)}, up to {covers_to(connection)}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Versions of program and data."),
    ] = False,
) -> None:
    """Kazakhstan's parties, registrations, elections and legal thresholds since 1990, with a source for every answer.

    Alone it says what is in the database. `kzpol COMMAND --help` explains a command.
    """
    if context.invoked_subcommand is None:
        from kzpol.cli.start import start

        start()


def run() -> NoReturn:
    """Run the program and leave with the contract's exit code: 0 answered, 1 nothing matches, 2 wrong command line,
    3 unreadable database. Nothing ends in a traceback."""
    if sys.stdout is None:  # closed by whoever started us
        sys.exit(2)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if {"--install-completion", "--show-completion"} & set(sys.argv):
        from kzpol.cli.complete import answer_the_first_tab

        answer_the_first_tab()
    from kzpol.ask.errors import Interrupted, NobodyReads

    try:
        left = app(prog_name="kzpol", standalone_mode=False)
        code = left if isinstance(left, int) else 0
    except Interrupted as interrupted:
        os._exit(128 + interrupted.args[0])  # without writing what is still in hand
    except (BrokenPipeError, NobodyReads):
        _silence()
        code = 0
    except Exception as error:
        code = _explained(error)
    sys.exit(_flushed(code))


def _explained(error: Exception) -> int:
    """Say what went wrong in a line or two; return the exit code."""
    import sqlite3

    from kzpol.ask.errors import BadQuestion, DatabaseUnreadable, NothingMatches

    hints: list[str] = []
    code = 2
    message = str(error)
    if isinstance(error, NothingMatches):
        code, hints = 1, error.hints
    elif isinstance(error, DatabaseUnreadable):
        code = 3
    elif isinstance(error, sqlite3.Error):
        code, message = (
            3,
            f"The database is damaged ({error}). Install kzpol again or rebuild with scripts/build.",
        )
    elif isinstance(error, UnicodeEncodeError):
        message = "The command line is not valid UTF-8."
    elif isinstance(error, MemoryError):
        message = "There is not enough memory for that."
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        message = f"Cannot read or write: {where}{error.strerror}."
    elif hasattr(error, "format_message"):  # how the parser says that the command line is wrong
        message = " ".join(error.format_message().split())
        context = getattr(error, "ctx", None)
        hints = [f"Try '{context.command_path if context else 'kzpol'} --help'."]
    elif not isinstance(error, BadQuestion):
        message = f"kzpol failed ({type(error).__name__}: {error}). Please report this with the command you typed."
    lines = [f"kzpol: {message}", *hints]
    with suppress(OSError):  # there may be nobody to hear it
        print("\n".join(_printable(line) for line in lines), file=sys.stderr)
    return code


_LONGEST = 3_000  # letters of a line that says what went wrong; our longest lists have half of it


def _printable(line: str) -> str:
    """Return a line without the control characters or the great length that an argument may have brought in."""
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST - 300]} … {line[-300:]}"
    return "".join(letter if letter.isprintable() else "�" for letter in line)


def _silence() -> None:
    """Let nothing more be written to a pipe that nobody reads."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        return code or _explained(error)  # it may have been said already
    return code
