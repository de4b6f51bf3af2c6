"""Where the program begins: what becomes of signals, before anything that takes time is loaded.

An interruption ends the program without a word and with the shell's code for it (130, 143), and what was being
written is taken away first.
"""

from __future__ import annotations

import signal
from typing import NoReturn

_SIGNALS = [number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))]


def run() -> NoReturn:
    """Run the program `kzpol`."""
    heeded = [number for number in _SIGNALS if signal.getsignal(number) != signal.SIG_IGN]  # nohup ignores some
    for number in heeded:
        signal.signal(number, signal.SIG_DFL)
    from kzpol.ask.errors import Interrupted
    from kzpol.cli.main import run as main

    def interrupt(number: int, frame: object) -> NoReturn:
        raise Interrupted(number)

    for number in heeded:
        signal.signal(number, interrupt)
    main()
