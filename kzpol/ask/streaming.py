"""A question with many answers can be had as a list, or one record after the other without keeping them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Given = TypeVar("Given")


class Streamed(Generic[Asked, Given]):
    """A question: called it gives a list, its `each` an iterator. What is wrong with a question is raised by both at
    once, before anything is given."""

    def __init__(self, each: Callable[Asked, Iterator[Given]]) -> None:
        self.each = each
        self.__doc__ = each.__doc__

    def __call__(self, *question: Asked.args, **conditions: Asked.kwargs) -> list[Given]:
        """Return all answers."""
        return list(self.each(*question, **conditions))
