"""`python -m kzpol` is the command `kzpol`."""

from kzpol.cli.begin import run

run()
