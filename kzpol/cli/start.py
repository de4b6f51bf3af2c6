"""`kzpol` alone: what is in the database and what to try next."""

from __future__ import annotations

from kzpol.ask.database import connect, wanted_path
from kzpol.ask.overview import overview
from kzpol.show.cards.overview import overview_card
from kzpol.show.deliver import deliver_cards
from kzpol.show.wanted import Wanted


def start() -> None:
    """Show the overview."""
    with connect(wanted_path()) as connection:
        deliver_cards([overview_card(overview(connection))], Wanted())
