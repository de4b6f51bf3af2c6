"""`python -m kzpol.facts` is scripts/build; `python -m kzpol.facts check` reads the fact files and writes nothing."""

import sys
from pathlib import Path

from kzpol.facts.command import main

if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(Path.cwd(), ["--validate"] if given == ["check"] else given))
