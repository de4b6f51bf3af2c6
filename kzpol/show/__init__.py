"""Turns answers into output. Every format is one module; Rich is imported only when a terminal is written to."""
