"""Turns fact files into entries: one row of one table, with the claims on each of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from kzpol.facts.claims import Claim
from kzpol.facts.gather import Facts
from kzpol.facts.places import place
from kzpol.facts.schema import Election, Event, Figure, Identifier, Party, PartyName, Row, Rule
from kzpol.facts.values import language_of

_ABOUT_THE_ROW = frozenset(
    {"source", "at", "rank", "reason", "note", "stage", "item", "rows", "pollster", "share_base", "name_only"}
)


@dataclass
class Entry:
    """A row to be: its table and id, the cells that are given and the claims on the others.

    `subject` is what the claims are about. It is the id, but for results and regions: there the claims of
    all stages stand under one subject, told apart by their stage.
    """

    table: str
    id: str
    given: dict[str, Any]
    subject: str = ""
    claims: list[Claim] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.subject = self.subject or self.id


class Entries:
    """Entries by id; asking for one that is there returns it, so that several rows can speak of one thing."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.by_id: dict[str, Entry] = {}
        self.rows = 0

    def at(self, table: str, id: str, subject: str = "", **given: Any) -> Entry:
        """Return the entry of this id, made if it is new."""
        if id not in self.by_id:
            self.by_id[id] = Entry(table, id, given, subject)
        return self.by_id[id]

    def say(self, entry: Entry, row: Row, values: BaseModel, file: str) -> None:
        """Add a claim for each value that `values` states; source, place and rank are those of `row`."""
        rank = getattr(values, "rank", None) or row.rank or "normal"
        reason = getattr(values, "reason", None) or row.reason
        note = getattr(values, "note", None) or row.note
        source = self.facts.sources[row.source]
        kind = source.kind
        self.rows += 1
        for name in type(values).model_fields:
            value = getattr(values, name)
            about = name in _ABOUT_THE_ROW and (name, entry.table) != ("note", "threshold")
            if value is None or about or name in entry.given:
                continue
            if entry.table == "result" and name == "name":
                script = language_of(value, source.language)
                if script == "en" and source.language not in ("en", None):
                    continue  # a translation into a third language is no name on a ballot
                name = "name" if script == "en" else f"name_{script}"
                entry.claims.append(
                    Claim(entry.subject, name, value, row.source, kind, row.at, stage=row.stage, file=file)
                )
                continue  # a rank and its reason speak of the figures, not of the name
            at = place(row, source, entry.table, name, value)
            entry.claims.append(
                Claim(entry.subject, name, value, row.source, kind, at, rank, reason, note, row.stage, file, self.rows)
            )


def entries(facts: Facts) -> Entries:
    """Return every entry that the fact files make."""
    found = Entries(facts)
    for party in facts.parties.values():
        _party(found, party)
    for election in facts.elections.values():
        _election(found, election)
    for rule in facts.rules.values():
        _rule(found, rule)
    for file in facts.events.values():
        _events(found, file.id, file.events, f"events/{file.id}.yaml", {})
    return found


def _party(found: Entries, party: Party) -> None:
    file = f"parties/{party.id}.yaml"
    whole = found.at("party", party.id, kind=party.kind)
    for fact in party.facts:
        found.say(whole, fact, fact, file)
    for name in party.names:
        id = f"{party.id}/name-{name.lang}-{slug(name.name)}"
        entry = found.at("party_name", id, party=party.id, name=name.name, lang=name.lang, form=name.form)
        _attest(found, entry, name, file)
        found.say(entry, name, name, file)
    for act in party.registrations:
        entry = found.at("registration", f"{party.id}/{act.item}", party=party.id)
        found.say(entry, act, act, file)
    for listing in party.listed:
        entry = found.at("party_listed", f"{party.id}/listed-{listing.date}", party=party.id)
        found.say(entry, listing, listing, file)
    for leader in party.leaders:
        id = f"{party.id}/leader-{leader.item or slug(leader.person + ' ' + leader.role)}"
        entry = found.at("party_leader", id, party=party.id)
        said = leader.model_copy(update={"person": None, "role": None}) if leader.name_only else leader
        found.say(entry, leader, said, file)
    for link in party.links:
        id = f"{party.id}/{link.kind}-{link.party}"
        entry = found.at("party_link", id, party=party.id, kind=link.kind, other=link.party)
        _attest(found, entry, link, file)
        found.say(entry, link, link.model_copy(update={"party": None}), file)
    for known in party.ids:
        id = f"{party.id}/id-{known.scheme}-{slug(known.id)}"
        entry = found.at("party_id", id, party=party.id, scheme=known.scheme, identifier=known.id)
        _attest(found, entry, known, file)
    _figures(found, party.id, party.figures, file, {"party": party.id})
    _events(found, party.id, party.events, file, {"party": party.id})


def _attest(found: Entries, entry: Entry, row: Row, file: str) -> None:
    """Claim that the thing itself is so, for a row whose own key says most of it."""
    kind = found.facts.sources[row.source].kind
    field_name = {PartyName: "name", Identifier: "identifier"}.get(type(row), "kind")
    value = row.id if isinstance(row, Identifier) else getattr(row, field_name)
    entry.claims.append(
        Claim(
            entry.subject,
            field_name,
            value,
            row.source,
            kind,
            row.at,
            row.rank or "normal",
            row.reason,
            row.note,
            file=file,
        )
    )


def _election(found: Entries, election: Election) -> None:
    file = f"elections/{election.id}.yaml"
    title = election.title
    whole = found.at(
        "election",
        election.id,
        body=election.body,
        title=title.en,
        title_kk=title.kk,
        title_ru=title.ru,
    )
    for totals in election.totals:
        found.say(whole, totals, totals, file)
    for reading in election.results:
        poll = f"/poll-{slug(reading.pollster or 'unnamed')}" if reading.stage == "exit-poll" else ""
        for result in reading.rows:
            subject = f"{election.id}/{result.contestant}{poll}"
            own = {"party": result.contestant} if result.contestant in found.facts.parties else {}
            entry = found.at(
                "result",
                f"{subject}/{reading.stage}",
                subject,
                election=election.id,
                stage=reading.stage,
                contestant=result.contestant,
                pollster=reading.pollster,
                **own,
            )
            if reading.share_base:
                entry.given.setdefault("share_base", reading.share_base)
            found.say(entry, reading, result, file)
    for table in election.regions:
        for region in table.rows:
            subject = f"{election.id}/region-{region.region}"
            entry = found.at(
                "region",
                f"{subject}/{table.stage}",
                subject,
                election=election.id,
                region=region.region,
                name=found.facts.places[region.region].en,
                name_kk=found.facts.places[region.region].kk,
                name_ru=found.facts.places[region.region].ru,
                stage=table.stage,
            )
            found.say(entry, table, region, file)
    for district in election.districts:
        subject = f"{election.id}/district-{district.number}"
        entry = found.at("district", subject, election=election.id, number=district.number)
        found.say(entry, district, district, file)
    _figures(found, election.id, election.figures, file, {"election": election.id})
    _events(found, election.id, election.events, file, {"election": election.id})


def _rule(found: Entries, rule: Rule) -> None:
    file = f"rules/{rule.id}.yaml"
    title = rule.title
    found.at(
        "rule",
        rule.id,
        domain=rule.domain,
        unit=rule.unit,
        title=title.en,
        title_kk=title.kk,
        title_ru=title.ru,
    )
    for value in rule.values:
        entry = found.at("threshold", f"{rule.id}/{value.item}", rule=rule.id)
        found.say(entry, value, value, file)


def _figures(found: Entries, owner: str, rows: list[Figure], file: str, given: dict[str, str]) -> None:
    for row in rows:
        entry = found.at("figure", f"{owner}/figure-{row.item}", **given)
        found.say(entry, row, row, file)


def _events(found: Entries, owner: str, rows: Iterable[Event], file: str, given: dict[str, str]) -> None:
    for row in rows:
        entry = found.at("event", f"{owner}/event-{row.item}", **given)
        found.say(entry, row, row, file)


def slug(text: str) -> str:
    """Make an id's part from a name, in whatever script it is written."""
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")
