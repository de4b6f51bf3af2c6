"""The version of the program; the data has its own."""

__version__ = "0.1.0"
