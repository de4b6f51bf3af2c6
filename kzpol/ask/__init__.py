"""Questions to the database, answered with plain records. Needs only the standard library, knows no terminal."""
