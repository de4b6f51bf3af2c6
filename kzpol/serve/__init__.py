"""The database in a browser: Datasette, told what every table, column and query means. Only this room loads it."""
