"""The colours of parties, for terminals, pictures and pages alike.

They are ours, chosen to be told apart, not the parties' own. Each has a contrast of at least three to one with white
paper and with a dark screen; no picture relies on colour alone, as some readers and all photocopiers see none.
"""

from __future__ import annotations

from collections.abc import Iterable

GREY = "#80868b"
ACCENT = "#c2410c"  # marks and barriers
_OWN = {
    "amanat": "#0284c0", "ak-zhol": "#c06a0c", "qhp": "#d03b35", "auyl": "#2f8f46", "nsdp": "#a352b8",
    "respublica": "#93800c", "baytaq": "#0d8f82", "birlik": "#6d70d8", "adilet-2026": "#cf4a85", "asar": "#6d70d8",
    "civic": "#0d8f82", "agrarian": "#2f8f46", "aist": "#2f8f46", "cpk": "#d03b35", "cpk-ssr": "#d03b35",
    "snek": "#0284c0", "socialist": "#cf4a85", "democratic-1995": "#6d70d8", "patriots": "#a87a4f",
    "adilet-2004": "#6d8a1e", "rukhaniyat": "#5b8799", "independents": GREY, "assembly": "#9c7b6c",
    "state-list": "#9c7b6c", "against-all": GREY, "unknown": GREY, "yes": "#0284c0", "no": "#c06a0c",
}  # fmt: skip
_SPARE = (
    "#0284c0", "#c06a0c", "#a352b8", "#2f8f46", "#d03b35", "#93800c", "#0d8f82", "#6d70d8", "#cf4a85", "#a87a4f",
    "#6d8a1e", "#5b8799", "#b0558f", "#4c8c6b", "#8b7ab8", "#b5651d",
)  # fmt: skip


def colors(contestants: Iterable[str]) -> dict[str, str]:
    """Return a colour (#rrggbb) for each contestant of one picture: its own, else one that nobody else there has."""
    ids = list(dict.fromkeys(contestants))
    found = {id: _OWN[id] for id in ids if id in _OWN}
    spare = [color for color in _SPARE if color not in found.values()] or list(_SPARE)
    others = [id for id in ids if id not in found]
    found.update((id, spare[index % len(spare)]) for index, id in enumerate(others))
    return found


def ink(color: str) -> str:
    """Return a colour dark enough for text on white paper (a contrast of four and a half to one)."""
    parts = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    while contrast(color, "#ffffff") < 4.5:
        parts = [int(part * 0.97) for part in parts]
        color = "#" + "".join(f"{part:02x}" for part in parts)
    return color


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as the accessibility guidelines reckon it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
