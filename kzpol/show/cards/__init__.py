"""Cards: an answer arranged in blocks, before it has a format."""
