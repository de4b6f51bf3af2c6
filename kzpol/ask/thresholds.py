"""The legal thresholds and rules: in force today, on a day, or through the years."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from kzpol.ask.conditions import where
from kzpol.ask.dates import ALWAYS, NEVER, Answer, Days, asked, between, days
from kzpol.ask.errors import BadQuestion, NothingMatches
from kzpol.ask.folding import fold
from kzpol.ask.naming import Lang, localised
from kzpol.ask.overview import covers_to
from kzpol.ask.records.rule import Threshold
from kzpol.ask.streaming import Streamed

_ALL = (
    "select threshold.*, rule.domain, rule.unit, rule.title, rule.title_kk, rule.title_ru "
    "from threshold join rule on rule.id = threshold.rule {} "
    "order by rule.domain, rule.id, coalesce(threshold.valid_from, threshold.adopted, ''), threshold.id"
)
_APPLIED = (
    "select min(election.date) from threshold same join election on election.id = same.first_applied "
    "where same.first_applied is not null and same.valid_from = ? and coalesce(same.act, same.id) = ?"
)


@Streamed
def thresholds(
    connection: sqlite3.Connection,
    rule: str | None = None,
    domain: str | None = None,
    on: str | None = None,
    history: bool = False,
    lang: Lang = "en",
    among: Collection[str] | None = None,
) -> Iterator[Threshold]:
    """Return the rules' values: in force on the last day the data covers, on a day, or every dated value.

    `among` are ids of rules; others are left out. With `rule` or `history` every value is returned, unless `on` names
    a day. A day's answer has "yes", "part" (on some of the days asked for) or "not-known" (a start or end that is not
    known to the day) in `on`.
    Raises NothingMatches for an unknown rule, BadQuestion for an unknown domain or impossible date.
    """
    if rule is not None:
        rule = find_rule(connection, rule)
    if domain is not None and not connection.execute("select 1 from rule where domain = ?", (domain,)).fetchone():
        domains = [row[0] for row in connection.execute("select distinct domain from rule order by domain")]
        raise BadQuestion(f"There is no domain {domain!r}. Choose one of: {', '.join(domains)}.")
    day = None if on is None and (rule or history) else asked(on or covers_to(connection))
    conditions = {
        "rule.id = ?": rule,
        "rule.domain = ?": domain,
        f"rule.id in ({','.join('?' * len(among or ()))})": None if among is None else tuple(among),
        "valid_to is null or valid_to >= ?": day.first[:4] if day else None,  # the rest ended before
    }
    clause, values = where(conditions)
    rows = connection.execute(_ALL.format(clause), values)
    if day is None:
        return (Threshold.read(row, title=localised(row, lang, "title")) for row in rows)
    return _on(rows, day, lang, _Applied(connection))


class _Applied(dict[tuple[str, str], str | None]):
    """When the part of an act that came into force at a date was first applied in a vote; looked up once for each."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __missing__(self, part: tuple[str, str]) -> str | None:
        self[part] = self._connection.execute(_APPLIED, part).fetchone()[0]
        return self[part]


def _on(rows: Iterable[sqlite3.Row], day: Days, lang: Lang, applied: _Applied) -> Iterator[Threshold]:
    before: sqlite3.Row | None = None
    for after in chain(rows, (None,)):
        if before is not None and (answer := _in_force(before, after, day, applied)) != "no":
            yield Threshold.read(before, title=localised(before, lang, "title"), on=answer)
        before = after


def _in_force(row: sqlite3.Row, after: sqlite3.Row | None, day: Days, applied: _Applied) -> Answer:
    """Say whether a value was in force.

    A change whose day is not known came no earlier than its act was adopted, and no later than the vote at which that
    act, as far as it came into force with this change, was first applied.
    """
    start = _start(row, applied)
    end = days(row["valid_to"]) if row["valid_to"] else NEVER
    if after and after["rule"] == row["rule"] and after["valid_from"] == row["valid_to"]:
        end = _start(after, applied)
    answer = between(start, end, day)
    return "not-known" if row["valid_from"] is None and answer != "no" else answer


def _start(row: sqlite3.Row, applied: _Applied) -> Days:
    start = days(row["valid_from"]) if row["valid_from"] else ALWAYS
    adopted = days(row["adopted"]).first if row["adopted"] else start.first
    if row["valid_from"] is None:
        return Days(adopted, NEVER.last) if row["adopted"] else start
    last = start.last
    if start.first != last and (vote := applied[row["valid_from"], row["act"] or row["id"]]):
        vote = days(vote).last
        last = min(last, vote) if vote >= start.first else last
    return Days(max(start.first, adopted), last) if adopted <= last else start


def find_rule(connection: sqlite3.Connection, name: str) -> str:
    """Return the id of the rule meant by its id, the beginning of it or its title; raise NothingMatches with hints."""
    wanted = name.strip().casefold()
    if connection.execute("select 1 from rule where id = ?", (wanted,)).fetchone():
        return wanted
    ids = [str(row[0]) for row in connection.execute("select id from rule order by id")]
    key = fold(wanted)
    begin = [id for id in ids if fold(id).startswith(key)] if key else []
    if len(begin) == 1:
        return begin[0]
    inside = begin or [id for id in ids if key and key in fold(id)]
    import difflib

    entitled = _entitled(connection, wanted)
    if len(entitled) == 1 and fold(entitled[0][1]) == key:
        return entitled[0][0]
    near = (
        inside
        or list(dict.fromkeys(id for id, _ in entitled))[:10]
        or difflib.get_close_matches(wanted, ids, n=3, cutoff=0.5)
    )
    hint = (
        "Did you mean " + ", ".join(near) + "?"
        if near
        else "`kzpol thresholds` lists all, `kzpol search` looks in their titles."
    )
    raise NothingMatches(f"No rule is called {name!r}.", [hint])


def _entitled(connection: sqlite3.Connection, wanted: str) -> list[tuple[str, str]]:
    """Return each rule with its title in one language that has all these words, or words that begin so."""
    words = [fold(word) for word in wanted.split()]
    if not all(words):
        return []
    rows = connection.execute("select id, title, title_ru, title_kk from rule order by id").fetchall()
    titles = {(row["id"], title): [fold(part) for part in title.split()] for row in rows for title in row[1:] if title}
    return [of for of, own in titles.items() if all(any(part.startswith(word) for part in own) for word in words)]
