"""Where the program begins: what becomes of signals, before anything that takes time is loaded.

An interruption ends the program without a word and with the shell's code for it (130, 143), and what was being
written is taken away first.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

gc.disable()  # a command ends before its garbage matters

try:
    import signal

    _SIGNALS = [number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))]
    _HEEDED = [number for number in _SIGNALS if signal.getsignal(number) != signal.SIG_IGN]  # nohup ignores some
    for _number in _HEEDED:
        signal.signal(_number, signal.SIG_DFL)
except KeyboardInterrupt:
    raise SystemExit(130) from None


_OTHERS = {"datasette", "matplotlib", "pyarrow", "rich"}  # which may have something to put away


own_process = False  # whether the process is ours alone, and may be bounded as a whole


def run() -> None:
    """Run the program `kzpol`, and leave without taking it to pieces, which takes longer than most answers."""
    global own_process
    own_process = True
    from kzpol.ask.errors import Interrupted
    from kzpol.cli.main import run as main

    def interrupt(number: int, frame: object) -> None:
        raise Interrupted(number)

    for number in _HEEDED:
        signal.signal(number, interrupt)
    try:
        main()
    except SystemExit as leaving:
        if not isinstance(leaving.code, int) or _OTHERS & sys.modules.keys():
            raise
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                with suppress(OSError, ValueError):
                    stream.flush()
        os._exit(leaving.code)
