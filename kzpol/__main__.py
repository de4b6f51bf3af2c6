"""`python -m kzpol` is the command `kzpol`."""

from kzpol.cli.main import run

run()
