"""Where the program begins: what becomes of signals, before anything that takes time is loaded.

An interruption ends the program without a word and with the shell's code for it (130, 143), and what was being
written is taken away first.
"""

from __future__ import annotations

try:
    import signal

    _SIGNALS = [number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))]
    _HEEDED = [number for number in _SIGNALS if signal.getsignal(number) != signal.SIG_IGN]  # nohup ignores some
    for _number in _HEEDED:
        signal.signal(_number, signal.SIG_DFL)
except KeyboardInterrupt:
    raise SystemExit(130) from None


def run() -> None:
    """Run the program `kzpol`."""
    from kzpol.ask.errors import Interrupted
    from kzpol.cli.main import run as main

    def interrupt(number: int, frame: object) -> None:
        raise Interrupted(number)

    for number in _HEEDED:
        signal.signal(number, interrupt)
    main()
