"""The legal thresholds and rules: in force today, on a day, or through the years."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kzpol.ask.dates import ALWAYS, NEVER, Answer, Days, asked, between, days
from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.folding import fold
from kzpol.ask.naming import Lang, localised
from kzpol.ask.records.rule import Threshold

_ALL = (
    "with used as (select coalesce(act, threshold.id) as law, valid_from, min(election.date) as date from threshold "
    "join election on election.id = threshold.first_applied group by 1, 2) "
    "select threshold.*, rule.domain, rule.unit, rule.title, rule.title_kk, rule.title_ru, used.date as applied "
    "from threshold join rule on rule.id = threshold.rule left join used on "
    "used.law = coalesce(threshold.act, threshold.id) and used.valid_from = threshold.valid_from "
    "where (? is null or rule.id = ?) and (? is null or rule.domain = ?) "
    "and (? is null or instr(',' || ? || ',', ',' || rule.id || ',')) "
    "order by rule.domain, rule.id, coalesce(threshold.valid_from, threshold.adopted, ''), threshold.id"
)


def thresholds(
    connection: sqlite3.Connection,
    rule: str | None = None,
    domain: str | None = None,
    on: str | None = None,
    history: bool = False,
    lang: Lang = "en",
    among: Iterable[str] | None = None,
) -> list[Threshold]:
    """Return the rules' values: in force on the last day the data covers, on a day, or every dated value.

    With `rule` or `history` every value is returned, unless `on` names a day. A day's answer has "yes", "part"
    (on some of the days asked for) or "not-known" (a start or end that is not known to the day) in `on`. `among` are
    the ids of the only rules wanted.
    Raises NothingMatches for an unknown rule, BadQuestion for an unknown domain or impossible date.
    """
    if rule is not None:
        rule = find_rule(connection, rule)
    if domain is not None:
        domains = [row[0] for row in connection.execute("select distinct domain from rule order by domain")]
        if domain not in domains:
            raise BadQuestion(f"There is no domain {domain!r}. Choose one of: {', '.join(domains)}.")
    only = None if among is None else ",".join(among)
    rows = connection.execute(_ALL, (rule, rule, domain, domain, only, only)).fetchall()
    if on is None and (rule or history):
        return [Threshold.read(row, title=localised(row, lang, "title")) for row in rows]
    last = connection.execute("select value from meta where key = 'covers_to'").fetchone()
    day = asked(on or last["value"])
    found = []
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        answer = _in_force(row, after, day)
        if answer != "no":
            found.append(Threshold.read(row, title=localised(row, lang, "title"), on=answer))
    return found


def _in_force(row: sqlite3.Row, after: sqlite3.Row | None, day: Days) -> Answer:
    """Say whether a value was in force.

    A change whose day is not known came no earlier than its act was adopted, and no later than the vote at which that
    act, as far as it came into force with this change, was first applied.
    """
    start = _start(row)
    end = days(row["valid_to"]) if row["valid_to"] else NEVER
    if after and after["rule"] == row["rule"] and after["valid_from"] == row["valid_to"]:
        end = _start(after)
    answer = between(start, end, day)
    return "not-known" if row["valid_from"] is None and answer != "no" else answer


def _start(row: sqlite3.Row) -> Days:
    start = days(row["valid_from"]) if row["valid_from"] else ALWAYS
    adopted = days(row["adopted"]).first if row["adopted"] else start.first
    if row["valid_from"] is None:
        return Days(adopted, NEVER.last) if row["adopted"] else start
    applied = days(row["applied"]).last if row["applied"] else start.last
    last = min(start.last, applied) if applied >= start.first else start.last
    return Days(max(start.first, adopted), last) if adopted <= last else start


def find_rule(connection: sqlite3.Connection, name: str) -> str:
    """Return the id of the rule meant; raise NothingMatches with the nearest ones."""
    ids = [str(row[0]) for row in connection.execute("select id from rule order by id")]
    wanted = name.strip().casefold()
    if wanted in ids:
        return wanted
    key = fold(wanted)
    begin = [id for id in ids if fold(id).startswith(key)] if key else []
    if len(begin) == 1:
        return begin[0]
    inside = begin or [id for id in ids if key and key in fold(id)]
    import difflib

    near = inside or difflib.get_close_matches(wanted, ids, n=3, cutoff=0.5)
    hint = "Did you mean " + ", ".join(near) + "?" if near else "`kzpol thresholds` lists all."
    raise NothingMatches(f"No rule is called {name!r}.", [hint])
