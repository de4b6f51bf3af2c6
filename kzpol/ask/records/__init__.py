"""The records that answers are made of, a module a family, so that a question loads no more than it needs."""
