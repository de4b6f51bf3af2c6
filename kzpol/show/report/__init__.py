"""Pages that can be published as they are, in HTML and Markdown: pictures, tables, disputes, numbered sources."""
