"""Why a line of a story cannot be taken. Nothing has changed when one of these is raised.

The sentences never quote what stood in the line.
"""

from __future__ import annotations

from bot.errors import BadInput


class LineRefused(BadInput):
    """This line cannot be taken."""


class BadJson(LineRefused):
    """This line is not a JSON object with values of the expected kinds."""

    code = "bad_json"


class UnknownDo(LineRefused):
    """This is not something that a story can do."""

    code = "unknown_do"


class MissingField(LineRefused):
    """Something that this line needs is missing."""

    code = "missing_field"


class UnknownRef(LineRefused):
    """Nothing with this ref was shown."""

    code = "unknown_ref"


class NotYours(LineRefused):
    """This was shown to somebody else."""

    code = "not_yours"


class ClockBackwards(LineRefused):
    """The clock only goes forward."""

    code = "clock_backwards"
