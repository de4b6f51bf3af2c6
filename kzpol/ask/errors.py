"""Why a question got no answer. Each carries the line that the asker should read."""


class Interrupted(BaseException):
    """A signal asks the program to stop; its number is the argument. The last one is kept in `asked`.

    Not a KeyboardInterrupt, for the parser of the command line would catch that and say so. Python drops what is raised
    within a callback, so that a long query looks at `asked` too.
    """

    asked = 0

    def __init__(self, number: int | None = None) -> None:
        Interrupted.asked = number or Interrupted.asked
        super().__init__(Interrupted.asked)


class AskError(Exception):
    """A question that cannot be answered; the message says what to do."""


class NothingMatches(AskError):
    """Nothing in the database matches; `hints` are lines that help to ask better."""

    def __init__(self, message: str, hints: list[str] | None = None) -> None:
        super().__init__(message)
        self.hints = hints or []


class BadQuestion(AskError):
    """The question itself is wrong: an impossible date, an unknown column, SQL that writes."""


class DatabaseUnreadable(AskError):
    """The database is missing, damaged or made by another version."""


class NobodyReads(BaseException):
    """Whoever read the answer has left; no OSError, as the parser of command lines would end with code 1 at one."""
