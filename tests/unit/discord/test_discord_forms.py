"""How a form looks in Discord, and what comes back of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.discord import limits
from adapters.discord.drawing.forms import filled, form_of, ref_of, typed_in
from bot.domain.journal import ENTRY_MAX, SCENE_MAX
from bot.domain.prompts import Option
from bot.errors import SurfaceError
from bot.surface.form import ChoiceField, DateField, Form, TextField, TimeField
from tests.contract.surface_samples import FILLED, FORM, WORDS, long_text
from tests.json_types import Json
from tests.sim.discord.interactions import COMMAND, MODAL
from tests.sim.discord.lint import lint_callback
from tests.sim.discord.reading import read, sent, texts_in
from tests.sim.drawn import squeezed

LONG = TextField(name="words", label="Your words", hint="No names, please.", long=True, limit=ENTRY_MAX)
FILLING = replace(LONG, value=long_text(3_600, "words"))
DAY = DateField(name="day", label="Which day")
KEEP = ChoiceField(
    name="keep",
    label="Keep it",
    options=(Option(name="month", label="a month"), Option(name="y", label="a year")),
)
ENTRY = Form(
    text_id="entry",
    ref="1:entry",
    name="entry",
    title="Just for you",
    intro="What do you take along?",
    fields=(
        replace(LONG, value=long_text(ENTRY_MAX, "learning")),
        replace(LONG, name="scene", label="Scene", value=long_text(SCENE_MAX, "scene"), limit=SCENE_MAX),
    ),
)
"""The form with most in it: a page and its scene, both as long as they may be."""


def form(*fields: TextField | ChoiceField | TimeField | DateField, intro: str = "") -> Form:
    """A form of these fields."""
    return Form(
        text_id="test.form", ref="1:form", name="test", title="Just for you", intro=intro, fields=fields
    )


def drawn(form: Form) -> Json:
    """A form as a modal that Discord takes."""
    modal = form_of(form)
    assert lint_callback({"type": MODAL, "data": modal}, COMMAND) == []
    return modal


def labels(modal: Json) -> list[Json]:
    """The labels of a modal, each with its input."""
    return [part for part in modal["components"] if "label" in part]


def inputs(modal: Json) -> list[Json]:
    """The inputs of a modal."""
    return [label["component"] for label in labels(modal)]


def test_a_form_is_drawn_whole() -> None:
    """Its title, its intro and every field, in order; beside them its ref alone."""
    modal = drawn(FORM)
    words = [FORM.title, FORM.intro, *(field.label + field.hint for field in FORM.fields)]
    assert [one for one in words if squeezed(one) not in read(modal)] == []
    assert [part["type"] for part in modal["components"]] == [10, 18, 18, 18, 18]
    assert [part["type"] for part in inputs(modal)] == [4, 4, 3, 4]
    assert (modal["custom_id"], ref_of(modal["custom_id"])) == ("f~1:form", FORM.ref)
    assert ref_of("kept~1:form") is None


def test_an_intro_is_read_as_it_was_written() -> None:
    """No markup is made of it."""
    modal = drawn(form(DAY, intro="# *What* do you take\n- along?"))
    assert next(text for text in texts_in(modal) if "What" in text) == "# *What* do you take\n- along?"


def test_what_was_typed_comes_back_by_field() -> None:
    """As it opened, and with other words."""
    modal = drawn(FORM)
    assert typed_in(sent(modal)) == {"plan": "", "words": "", "keep": "year", "at": "12:30"}
    typed = {f"{name}|0|": value for name, value in FILLED.items()}
    assert typed_in(sent(modal, **typed)) == FILLED


def test_one_line_and_many_lines_are_told_apart() -> None:
    """A text of one line that holds a line break is shown with several: nothing of it may be lost."""
    short = TextField(name="plan", label="In one line")
    both = [*inputs(drawn(form(short, LONG))), *inputs(drawn(form(replace(short, value="a\nb"))))]
    assert [one["style"] for one in both] == [1, 2, 2]


@pytest.mark.parametrize("is_required", [True, False])
def test_what_must_be_answered_is_told(*, is_required: bool) -> None:
    """Of every kind; the further inputs of a text may always stay empty."""
    fields = (FILLING, DAY, KEEP)
    first, more, day, keep = inputs(drawn(form(*(replace(field, required=is_required) for field in fields))))
    assert [first["required"], day["required"], keep["required"]] == [is_required] * 3
    assert more["required"] is False


def test_a_text_has_as_much_room_as_it_may_have() -> None:
    """Up to Discord's four thousand; what stands there already has room however long it is."""
    field = TextField(name="plan", label="In one line", limit=300)
    for value, most in (("", 300), ("a" * 400, 400), ("\U0001f642" * 200, 400)):
        [one] = inputs(drawn(form(replace(field, value=value))))
        assert one["max_length"] == most
    assert [one["max_length"] for one in inputs(drawn(form(FILLING)))] == [4_000, 4_000]


def test_a_text_that_may_be_long_has_room_to_go_on() -> None:
    """Near to what one input holds there is one more, as long as there are no more than five parts in all."""
    assert len(inputs(drawn(form(LONG)))) == 1
    modal = drawn(form(FILLING))
    assert [label["label"] for label in labels(modal)] == ["Your words", "More, if you need it"]
    assert "description" not in labels(modal)[1]
    typed = {"words|0|": "The first part.", "words|1|n": "The second."}
    assert typed_in(sent(modal, **typed)) == {"words": "The first part.\nThe second."}
    assert typed_in(sent(modal, **{"words|0|": "All."})) == {"words": "All."}
    crowd = (DAY, replace(DAY, name="by"), replace(DAY, name="on"))
    assert len(inputs(drawn(form(FILLING, *crowd)))) == 5
    assert len(inputs(drawn(form(FILLING, *crowd, intro="Above.")))) == 4


def test_a_page_and_its_scene_fit_whole() -> None:
    """Both as long as they may be: five parts, and every sign comes back, in whatever order it is sent."""
    modal = drawn(ENTRY)
    assert len(modal["components"]) == limits.MODAL_PARTS
    held = {field.name: field.value for field in ENTRY.fields if isinstance(field, TextField)}
    assert typed_in(sent(modal)) == typed_in(reversed(sent(modal))) == held
    assert [label["label"] for label in labels(modal)] == [
        "Your words",
        "Your words (2)",
        "Your words (3)",
        "Scene",
    ]


def test_where_parts_would_be_too_many_each_is_filled() -> None:
    """Lines that end late in every input would take one more than a form has."""
    value = "\n".join("a" * 2_500 for _ in range(3))[:ENTRY_MAX]
    crowd = (DAY, replace(DAY, name="by"))
    modal = drawn(form(replace(LONG, value=value), *crowd, intro="Above."))
    assert [len(one.get("value", "")) for one in inputs(modal)] == [4_000, len(value) - 4_000, 0, 0]
    assert typed_in(sent(modal))["words"] == value


def test_a_long_label_goes_on_as_a_number() -> None:
    """A label has 45 characters, and what it goes on with has to fit as well."""
    for length, second in ((41, f"{'l' * 41} (2)"), (42, "(2)"), (45, "(2)")):
        field = replace(LONG, label="l" * length, value="a" * 5_000)
        assert [label["label"] for label in labels(drawn(form(field)))] == ["l" * length, second]


@pytest.mark.parametrize(
    "value",
    [
        WORDS,
        "a\r\nb\rc" * 1000,
        "e\u0301" * 4000,
        "\U0001f469\u200d\U0001f692" * 2500,
        " " * 7000,
        "\n" * 7000,
    ],
)
def test_every_sign_comes_back(value: str) -> None:
    """Line ends of any kind, accents that combine, signs beyond the basic plane, and nothing but space."""
    assert typed_in(sent(form_of(form(replace(LONG, value=value))))) == {"words": value}


def test_a_choice_an_hour_and_a_day_open_at_what_stands() -> None:
    """An hour and a day are short texts, with an example of how they are written."""
    by = DateField(name="by", label="By when", value="in two weeks", required=False)
    modal = drawn(form(replace(KEEP, value="y"), *FORM.fields[3:], by))
    keep, at, day = inputs(modal)
    assert [option.get("default", False) for option in keep["options"]] == [False, True]
    assert (at["placeholder"], day["placeholder"]) == ("HH:MM", "2026-01-05 or monday")
    assert typed_in(sent(modal)) == {"keep": "y", "at": "12:30", "by": "in two weeks"}


def test_a_choice_that_is_gone_is_chosen_anew() -> None:
    """What stood there is no option any more."""
    assert typed_in(sent(drawn(form(replace(KEEP, value="decade"))))) == {"keep": ""}


def test_a_form_opens_again_as_it_was_left() -> None:
    """With every word in its own input, and what was chosen; nothing else about it changes."""
    first = drawn(form(FILLING, replace(KEEP, value="y"), *FORM.fields[3:], DAY))
    typed = {
        "words|0|": WORDS,
        "words|1|n": "More of it.",
        "keep|0|": "month",
        "at|0|": "",
        "day|0|": "monday",
    }
    left = sent(first, **typed)
    again = filled(first, left)
    assert lint_callback({"type": MODAL, "data": again}, COMMAND) == []
    assert typed_in(sent(again)) == typed_in(left)
    assert typed_in(left)["words"] == f"{WORDS}\nMore of it."
    assert filled(again, sent(first)) == first
    assert filled(first, []) == first


@pytest.mark.parametrize("name", ["a|b|3|n", "%", "~"])
def test_a_field_may_have_any_name_that_fits(name: str) -> None:
    """Whatever signs it has."""
    assert typed_in(sent(drawn(form(TextField(name=name, label="Odd", value="held"))))) == {name: "held"}


@pytest.mark.parametrize(
    "far",
    [
        form(TextField(name="n" * 98, label="Far")),
        form(replace(DAY, value="a" * 4_001)),
        form(replace(KEEP, options=(Option(name="", label="a"),))),
        form(replace(KEEP, options=(Option(name="a", label="b" * 101),))),
        form(replace(DAY, label="\U0001f642" * 23)),
        form(replace(DAY, hint="\U0001f642" * 51)),
        form(replace(LONG, value="a" * 20_001)),
        replace(ENTRY, fields=(replace(LONG, value="a" * 16_001),), intro="Above."),
        replace(ENTRY, ref="r" * 99),
        replace(ENTRY, title="\U0001f642" * 23),
    ],
)
def test_what_no_modal_can_hold_is_an_error(far: Form) -> None:
    """It is never cut."""
    with pytest.raises(SurfaceError):
        form_of(far)


def test_the_limits_are_met_to_the_last_sign() -> None:
    """What is just as long as it may be is taken."""
    full = (
        TextField(name="n" * 97, label="Far"),
        replace(DAY, value="a" * 4_000, label="l" * 45, hint="h" * 100),
        replace(KEEP, options=tuple(Option(name=f"{n:0>100}", label="b" * 100) for n in range(25))),
    )
    assert len(inputs(drawn(form(*full)))) == 3
    assert len(inputs(drawn(form(replace(LONG, value="a" * 20_000))))) == 5
    assert drawn(replace(ENTRY, ref="r" * 98))["custom_id"] == "f~" + "r" * 98
