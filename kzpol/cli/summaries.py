"""What each command answers, in the sentence that the list of commands shows: there none of them is loaded."""

from __future__ import annotations

SUMMARIES = {
    "parties": "The parties, or those registered on a day.",
    "party": "One party: names, registrations, leaders, results, timeline.",
    "registrations": "Registrations, refusals, suspensions, bans, liquidations.",
    "elections": "The elections and referendums.",
    "election": "One election: results, law of the day, what was disputed.",
    "results": "Result rows over elections, for a spreadsheet.",
    "regions": "Turnout by region.",
    "compare": "Elections side by side: seats, shares, turnout, rules, changes.",
    "trend": "One party over all its elections.",
    "chart": "A picture, on the terminal or as SVG or PNG with --output.",
    "thresholds": "Legal thresholds and rules: today, on a day, over time.",
    "timeline": "Events in order, with the spans of parties and rules.",
    "seats": "Run the law: who gets how many list seats, and why.",
    "eligible": "Would a party with these numbers be registered on a day?",
    "why": "Who says so: every claim behind a value, with its source.",
    "conflicts": "Where sources disagree, what kzpol prefers and why.",
    "sources": "The sources, or one with all that rests on it.",
    "search": "Search parties, people, elections, rules, events, sources.",
    "export": "Export data sets: as a data package to a folder, or one alone to standard output.",
    "serve": "Open the database in Datasette, for this computer only.",
    "sql": "Read-only SQL over the database.",
    "check": "Verify the database; exit 1 where something fails.",
    "help": "Help on a topic (exit-codes, dates, names, sources, formats) or a command.",
}
