"""Questions to the database, answered with plain records. Knows nothing of terminals; needs only the standard library."""
