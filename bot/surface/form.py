"""Forms: where a person writes. What is typed goes to the core alone; no message of it remains.

The values that a form opens with may be somebody's words or choices: no field prints its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.prompts import Option
from bot.errors import SurfaceError
from bot.surface.card import OPTIONS_MAX

TITLE_MAX = 24
INTRO_MAX = 320
SUBMIT_MAX = 24
LABEL_MAX = 45
HINT_MAX = 100
INPUTS_MAX = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """Words. `long` ones have several lines; `limit` is in characters."""

    name: str
    label: str
    hint: str = ""
    value: str = field(default="", repr=False)
    required: bool = True
    long: bool = False
    limit: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField:
    """One of some named answers; `value` is the name of the one that is preselected."""

    name: str
    label: str
    options: tuple[Option, ...]
    hint: str = ""
    value: str = field(default="", repr=False)
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeField:
    """A wall-clock time as HH:MM."""

    name: str
    label: str
    hint: str = ""
    value: str = field(default="", repr=False)
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField:
    """A date; what comes back is as typed, and `2026-01-05` where a surface has a calendar to press."""

    name: str
    label: str
    hint: str = ""
    value: str = field(default="", repr=False)
    required: bool = True


Field = TextField | ChoiceField | TimeField | DateField


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A few inputs under a title. Intro and inputs are five in all: the least that platforms allow."""

    text_id: str
    ref: str
    name: str
    title: str
    fields: tuple[Field, ...]
    intro: str = ""
    submit: str = "Save"

    def __post_init__(self) -> None:
        """Refuse what no platform can hold."""
        _refuse_long(self.title, TITLE_MAX, "title")
        _refuse_long(self.intro, INTRO_MAX, "intro")
        _refuse_long(self.submit, SUBMIT_MAX, "submit")
        parts = len(self.fields) + bool(self.intro)
        if not self.fields or parts > INPUTS_MAX:
            raise SurfaceError(f"intro and inputs: {parts}, {INPUTS_MAX} fit")
        for each in self.fields:
            _refuse_long(each.label, LABEL_MAX, "label")
            _refuse_long(each.hint, HINT_MAX, "hint")
            if isinstance(each, ChoiceField) and not 0 < len(each.options) <= OPTIONS_MAX:
                raise SurfaceError("a choice needs from 1 to 25 options")


def _refuse_long(text: str, limit: int, what: str) -> None:
    if len(text) > limit:
        raise SurfaceError(f"{what}: {len(text)} characters, {limit} fit")
