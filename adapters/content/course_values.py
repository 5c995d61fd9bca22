"""What stands in several places of a course: names, lengths of time, and lines of words."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from adapters.content.models import ONE_LINE

ObjectiveId = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{1,2}$")]
Aim = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=140)]
Days = Annotated[str, StringConstraints(pattern=r"^P([1-9]|[1-8][0-9]|90)D$")]
Hours = Annotated[str, StringConstraints(pattern=r"^PT([1-9]|[1-9][0-9]|1[0-5][0-9]|16[0-8])H$")]
Clock = Annotated[str, StringConstraints(pattern=r"^PT([1-9][0-9]?H([1-5]?[0-9]M)?|[1-5]?[0-9]M)$")]
