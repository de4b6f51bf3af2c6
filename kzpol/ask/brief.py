"""Short names for tables side by side and pictures: "Ak Zhol", not "Ak Zhol Democratic Party of Kazakhstan"."""

from __future__ import annotations

import re
import sqlite3

from kzpol.ask.naming import Lang, localised, name_then
from kzpol.ask.results import GENERAL

SHORT = 18  # letters that a name may have before a shorter one is looked for
_GENERAL: dict[str, dict[Lang, str]] = {
    **GENERAL,
    "assembly": {"en": "Assembly of the People", "kk": "Халық Ассамблеясы", "ru": "Ассамблея народа"},
}
_QUOTED = re.compile(r"[«\"“‘]([^«»\"“”‘’]{3,})[»\"”’]")
_ASIDE = re.compile(r"\s*\([^)]*\)")
_PARTY = re.compile(r"(?i)^партия | (party|партиясы)$")
_COUNTRY = re.compile(r"(?i)\s*\b(of( the republic( of)?)? kazakhstan|қазақстан(ның)?|(республики )?казахстана?)\b\s*")


def brief_name(
    connection: sqlite3.Connection, contestant: str, written: str | None, lang: Lang, day: str | None = None
) -> str:
    """Return a short form of a contestant's name: `written`, or in another language the one that it bore on a day.

    It is made of the name itself: what stands in quotation marks, a short form or abbreviation found in it, the name
    without the country's, or the abbreviation of its initials; never a form of another name that it bore.
    """
    if contestant in _GENERAL:
        return _GENERAL[contestant][lang]
    row = connection.execute("select * from party where id = ?", (contestant,)).fetchone()
    if row is None:
        return written or contestant
    forms = connection.execute(
        "select name, lang, form from party_name where party = ? order by length(name) desc, name", (contestant,)
    ).fetchall()
    full = written or localised(row, lang)
    if lang != "en" and day and full == localised(row, lang):  # no ballot of that day is known in this language
        then = name_then(connection, contestant, day, day, lang)
        full = then if then and any(f["name"] == then and f["lang"] == lang for f in forms) else full
    own = ("en", "kk-latn") if lang == "en" else (lang,)
    shorter = [f["name"] for f in forms if f["form"] in ("short", "abbreviation") and f["lang"] in own]
    if len(full) <= SHORT and not _QUOTED.search(full):
        bare = _PARTY.sub("", full)
        return bare if bare.casefold() in {str(f["name"]).casefold() for f in forms} else full[:1].upper() + full[1:]
    return _shortened(full, shorter)


def _shortened(full: str, forms: list[str]) -> str:
    quoted = _QUOTED.search(full)
    plain = _ASIDE.sub("", quoted[1] if quoted else full)
    inside = [form for form in forms if re.search(rf"\b{re.escape(form)}\b", full, re.IGNORECASE)]
    without = _COUNTRY.sub(" ", plain).strip()
    letters = [word[0] for word in re.findall(r"\w+", full)]
    initials, every = "".join(filter(str.isupper, letters)), "".join(letters).upper()  # Russian has one capital only
    abbreviated = [form for form in forms if len(form) > 1 and (initials.startswith(form) or every == form)]
    for form in (*([plain] if quoted else inside), *inside, plain, without, *abbreviated):
        if len(form) <= SHORT:
            return form[:1].upper() + form[1:]
    form = min((without, *inside), key=len)
    return form[:1].upper() + form[1:]
