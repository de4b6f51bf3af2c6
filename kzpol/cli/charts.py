"""The command chart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.cli.complete import chart_subject, party_name
from kzpol.cli.options import Asked, answering
from kzpol.show.harmless import cleaned
from kzpol.show.wanted import FORMATS

if TYPE_CHECKING:
    from kzpol.cli.pictures import Shown

_KINDS = ("seats", "shares", "trend", "turnout", "timeline", "thresholds")
_DATA = tuple(known for known in FORMATS if known != "table")


def _kind(incomplete: str) -> list[str]:
    return [kind for kind in _KINDS if kind.startswith(incomplete)]


@answering
def chart_command(
    asked: Asked,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND", help="seats, shares, trend, turnout, timeline, thresholds.", autocompletion=_kind
        ),
    ],
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT]",
            help="An election (seats, shares, turnout), a party (trend, timeline), or a rule (thresholds).",
            autocompletion=chart_subject,
        ),
    ] = None,
    party: Annotated[
        str | None,
        typer.Option("--party", metavar="NAME", help="timeline: one party and its mergers.", autocompletion=party_name),
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="timeline: not before.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="timeline: not after.")] = None,
    ascii: Annotated[bool, typer.Option("--ascii", help="Draw with plain ASCII.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file, if there is one.")] = False,
) -> None:
    """A picture, on the terminal or as SVG or PNG with --output.

    In a pipe, or with --format, the data behind it.

    Examples: kzpol chart seats 2023 · kzpol chart timeline --party amanat --output amanat.svg
    """
    ending = _ending(asked, force)
    shown = _ask(asked, kind, " ".join(what or []), party, first, last)
    wanted = asked.wanted
    if ending in ("svg", "png"):
        from kzpol.show.charts.files import drawn
        from kzpol.show.writing import write_file

        write_file(Path(wanted.output or ""), drawn(cleaned(shown.picture), "svg" if ending == "svg" else "png"))
        return
    if wanted.format in (None, "table") and wanted.on_terminal() and not wanted.columns:
        from kzpol.show.charts.lines import drawing
        from kzpol.show.deliver import deliver_picture

        deliver_picture(drawing(cleaned(shown.picture), ascii), wanted)
        return
    from kzpol.show.deliver import deliver_list
    from kzpol.show.listing import Listing

    if wanted.sources:
        from kzpol.ask.sources import sources_of

        for row, ids in zip(shown.rows, sources_of(asked.connection, shown.subjects), strict=True):
            row["sources"] = ids
    columns = list(shown.rows[0])
    format = wanted.format or next((known for known in _DATA if known == ending), None)
    deliver_list(Listing(shown.rows, columns, columns), replace(wanted, format=format))


def _ending(asked: Asked, force: bool) -> str | None:
    """Return the ending of the file wanted; raise BadQuestion where it says nothing or the file is there already."""
    if asked.wanted.output is None:
        return None
    path = Path(asked.wanted.output)
    ending = path.suffix.lower().removeprefix(".")
    if asked.wanted.format is None and ending not in ("svg", "png", *_DATA):
        raise BadQuestion(
            f"{path}: the ending says what to write: .svg or .png, or .csv, .json and so on for the data."
        )
    if path.is_file() and not force:
        raise BadQuestion(f"{path} exists. --force replaces it.")
    return ending if asked.wanted.format is None else None


def _ask(asked: Asked, kind: str, what: str, party: str | None, first: str | None, last: str | None) -> Shown:
    from kzpol.cli.pictures import ALONE, KINDS, Meant

    known = kind.strip().casefold()
    if known not in KINDS:
        import difflib

        near = difflib.get_close_matches(known, _KINDS, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise BadQuestion(f"There is no picture of kind {kind!r}.{hint} Choose one of: {', '.join(_KINDS)}.")
    if not what and known not in ALONE:
        needs = {
            "trend": "a party: kzpol chart trend amanat",
            "thresholds": "a rule: kzpol chart thresholds party-min-members",
        }
        raise BadQuestion(f"chart {known} needs {needs.get(known, f'an election: kzpol chart {known} 2023')}.")
    if known != "timeline" and (party or first or last):
        raise BadQuestion("--party, --from and --to go with `kzpol chart timeline`.")
    shown = KINDS[known](asked, Meant(what, party, first, last))
    if not shown.rows:
        raise NothingMatches("Nothing matches.")
    return shown
