"""Forms in a story: how they are shown, and what is sent with one."""

import pytest

from adapters.sim.errors import BadJson
from adapters.sim.forms import draw_form, filled
from bot.domain.prompts import Option
from bot.surface.form import ChoiceField, Form, TextField, TimeField

DAYS = (Option(name="daily", label="Every day"), Option(name="weekdays", label="Every weekday"))
FORM = Form(
    text_id="settings.form",
    ref="f1",
    name="settings",
    title="When?",
    fields=(
        TextField(name="zone", label="Time zone", value="UTC", limit=64),
        TextField(name="note", label="Note", long=True, required=False, limit=4_000),
        ChoiceField(name="days", label="Days", options=DAYS, value="weekdays"),
        TimeField(name="at", label="Time", value="12:30"),
    ),
)


def test_a_form_is_shown_with_kinds_limits_and_prefilled_values() -> None:
    """What a field needs to be filled in stands in the record; what is empty is None."""
    drawn = draw_form(FORM)
    assert (drawn.ref, drawn.name, drawn.title, drawn.intro, drawn.submit) == (
        "f1",
        "settings",
        "When?",
        None,
        "Save",
    )
    assert [(field.name, field.kind, field.max, field.required, field.value) for field in drawn.fields] == [
        ("zone", "short", 64, True, "UTC"),
        ("note", "long", 4_000, False, None),
        ("days", "choice", None, True, "weekdays"),
        ("at", "time", None, True, "12:30"),
    ]
    assert drawn.fields[2].options == DAYS


def test_what_is_not_given_keeps_what_stood_there() -> None:
    """A person changes one field and leaves the others as they were."""
    assert filled(FORM, {"zone": "Pacific/Auckland"}) == {
        "zone": "Pacific/Auckland",
        "note": "",
        "days": "weekdays",
        "at": "12:30",
    }


def test_null_empties_a_field() -> None:
    """A field can be cleared, prefilled or not."""
    assert filled(FORM, {"days": None, "at": None})["days"] == ""


@pytest.mark.parametrize("given", [{"zones": "UTC"}, {"days": "Every day"}, {"at": 12}, {"note": ["a"]}])
def test_what_the_form_does_not_have_is_refused(given: dict[str, object]) -> None:
    """A story that names a field or option wrongly is told so at once."""
    with pytest.raises(BadJson):
        filled(FORM, given)
