"""The command line: parses and connects. No SQL and no layout here; one file a family of commands."""
