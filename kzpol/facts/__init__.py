"""From data/facts to data/kzpol.db: read, check, rank, fill, write. Nothing that answers a query imports this."""
