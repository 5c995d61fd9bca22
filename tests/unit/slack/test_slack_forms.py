"""How a form looks in Slack, and what comes back of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.slack.drawing.forms import errors_at, form_of, typed_in
from bot.domain.journal import DRAFT_MAX, ENTRY_MAX
from bot.errors import SurfaceError
from bot.surface.form import DateField, Form, TextField, TimeField
from tests.contract.surface_samples import FORM, WORDS, long_text
from tests.json_types import Json
from tests.sim.drawn import squeezed
from tests.sim.slack.lint import lint_view
from tests.sim.slack.reading import read, state_of

LONG = TextField(name="words", label="Your words", hint="No names, please.", long=True, limit=ENTRY_MAX)
FILLING = replace(LONG, value=long_text(2_600, "words"))
DAY = DateField(name="day", label="Which day")


def form(*fields: TextField | TimeField | DateField) -> Form:
    """A form of these fields."""
    return Form(text_id="test.form", ref="1:form", name="test", title="Just for you", fields=fields)


def inputs(view: Json) -> list[Json]:
    """The inputs of a form as it is drawn."""
    assert lint_view(view) == []
    return [block for block in view["blocks"] if block["type"] == "input"]


def sent(view: Json, **typed: str) -> dict[str, str]:
    """What a form says when it is sent with this typed into its blocks, by their place as `_0`, `_1`."""
    state = state_of(view)
    blocks = [*state]
    for place, words in typed.items():
        [held] = state[blocks[int(place.removeprefix("_"))]].values()
        held["value"] = words
    return typed_in({**view, "state": {"values": state}})


def test_a_form_is_drawn_whole() -> None:
    """Its title, its intro and every field, in order."""
    view = form_of(FORM)
    words = [FORM.title, FORM.intro, FORM.submit, *(field.label + field.hint for field in FORM.fields[:2])]
    assert [one for one in words if squeezed(one) not in read(view)] == []
    assert [block["element"]["type"] for block in inputs(view)] == [
        "plain_text_input",
        "plain_text_input",
        "static_select",
        "timepicker",
    ]
    assert (view["notify_on_close"], view["callback_id"], view["private_metadata"]) == (
        True,
        "form",
        FORM.ref,
    )


def test_one_line_and_many_lines_are_told_apart() -> None:
    """A text of one line that holds a line break is shown with several: nothing of it may be lost."""
    short = TextField(name="plan", label="In one line")
    drawn = [*inputs(form_of(form(short, LONG))), *inputs(form_of(form(replace(short, value="a\nb"))))]
    assert [block["element"]["multiline"] for block in drawn] == [False, True, True]


@pytest.mark.parametrize(("is_required", "is_optional"), [(True, False), (False, True)])
def test_what_must_be_answered_is_told(*, is_required: bool, is_optional: bool) -> None:
    """Slack marks the rest as optional; the further inputs of a text always are."""
    first, more = inputs(form_of(form(replace(FILLING, required=is_required))))
    assert (first["optional"], more["optional"]) == (is_optional, True)


def test_a_text_has_as_much_room_as_it_may_have() -> None:
    """Up to Slack's three thousand; what stands there already has room however long it is."""
    field = TextField(name="plan", label="In one line", limit=300)
    for value, most in (("", 300), ("a" * 400, 400), ("\U0001f642" * 200, 400)):
        [drawn] = inputs(form_of(form(replace(field, value=value))))
        assert drawn["element"]["max_length"] == most
    [first, more] = inputs(form_of(form(FILLING)))
    assert [first["element"]["max_length"], more["element"]["max_length"]] == [3000, 3000]


def test_a_text_that_may_be_long_has_room_to_go_on() -> None:
    """Near to what one input holds there is one more, as long as there are no more than five in all.

    What is typed there follows on a new line.
    """
    assert len(inputs(form_of(form(LONG)))) == 1
    view = form_of(form(FILLING))
    assert [block["label"]["text"] for block in inputs(view)] == ["Your words", "More, if you need it"]
    assert "hint" not in inputs(view)[1]
    assert sent(view, _0="The first part.", _1="The second.") == {"words": "The first part.\nThe second."}
    assert sent(view, _0="All of it.") == {"words": "All of it."}
    assert sent(view, _0="", _1="Only here.") == {"words": "Only here."}
    crowd = (TextField(name=f"field{n}", label="Another") for n in range(4))
    assert len(inputs(form_of(form(FILLING, *crowd)))) == 5
    two = inputs(form_of(form(FILLING, replace(FILLING, name="scene"), DAY, replace(DAY, name="by"))))
    assert [block["block_id"] for block in two] == ["words|0|", "words|1|n", "scene|0|", "day|0|", "by|0|"]


def test_a_long_text_stands_in_as_many_inputs_as_it_fills() -> None:
    """Parted where its lines end, and one text again when it comes back."""
    value = "\n\n".join(long_text(2000, f"paragraph{n}") for n in range(4))[:ENTRY_MAX]
    view = form_of(form(replace(LONG, value=value)))
    drawn = inputs(view)
    assert [block["label"]["text"] for block in drawn] == [
        "Your words",
        "Your words (2)",
        "Your words (3)",
        "Your words (4)",
    ]
    assert [block["block_id"] for block in drawn[1:]] == ["words|1|nn", "words|2|nn", "words|3|nn"]
    assert sent(view) == {"words": value}
    backwards = dict(reversed(state_of(view).items()))
    assert typed_in({**view, "state": {"values": backwards}}) == {"words": value}
    assert sent(view, _1="")["words"] == "\n\n".join(value.split("\n\n")[n] for n in (0, 2, 3))


def test_what_is_far_too_long_stays_whole_until_it_is_shortened() -> None:
    """The longest message of Slack, kept as a draft, can be mended here; what no view holds is refused."""
    typed = ("語 " * 20_000).strip()
    assert sent(form_of(form(replace(LONG, value=typed)))) == {"words": typed}
    with pytest.raises(SurfaceError):
        form_of(form(replace(LONG, value="語" * DRAFT_MAX)))


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
    assert sent(form_of(form(replace(LONG, value=value)))) == {"words": value}


def test_an_emoji_is_not_parted() -> None:
    """Nor is an accent from its letter: each input shows whole signs."""
    for sign in ("\U0001f469\u200d\U0001f692", "ee\u0301\u0302", "\u2764\ufe0f."):
        for shift in range(3):
            drawn = inputs(form_of(form(replace(LONG, value="." * shift + sign * 2999))))
            values = [block["element"]["initial_value"] for block in drawn if "More" not in read(block)]
            assert len(values) > 1
            assert not {value[0] for value in values} & {"\u0301", "\u0302", "\u200d", "\ufe0f"}
            assert "\u200d" not in {value[-1] for value in values}


def test_a_choice_an_hour_and_a_day_open_at_what_stands() -> None:
    """And come back by name, by the clock, and by the calendar."""
    by = DateField(name="by", label="By when", value="2026-02-28", required=False)
    view = form_of(replace(FORM, fields=(*FORM.fields[2:], by)))
    keep, at, day = inputs(view)
    assert keep["element"]["initial_option"]["value"] == "year"
    assert (at["element"]["initial_time"], day["element"]["initial_date"]) == ("12:30", "2026-02-28")
    assert sent(view) == {"keep": "year", "at": "12:30", "by": "2026-02-28"}


@pytest.mark.parametrize("value", ["", "quarter past", "7:5", "24:00", "12:30\n"])
def test_an_hour_that_is_none_opens_at_nothing(value: str) -> None:
    """Slack would refuse the whole form."""
    view = form_of(form(TimeField(name="at", label="At what hour", value=value)))
    assert "initial_time" not in inputs(view)[0]["element"]
    assert sent(view) == {"at": ""}


@pytest.mark.parametrize("value", ["", "tomorrow", "2026-02-30", "20260228", "2026-W09-6"])
def test_a_day_that_is_none_opens_at_nothing(value: str) -> None:
    """Only what a calendar has is chosen beforehand."""
    view = form_of(form(replace(DAY, value=value)))
    assert "initial_date" not in inputs(view)[0]["element"]
    assert sent(view) == {"day": ""}


def test_a_choice_that_is_gone_is_chosen_anew() -> None:
    """What stood there is no option any more."""
    keep = replace(FORM.fields[2], value="decade")
    view = form_of(replace(FORM, fields=(keep,)))
    assert "initial_option" not in inputs(view)[0]["element"]
    assert sent(view) == {"keep": ""}


def test_a_sentence_stands_at_its_field() -> None:
    """A long text has it at its first input; what belongs nowhere stands at the top, beside what does."""
    view = form_of(replace(FORM, fields=(replace(LONG, value="a" * 7000), *FORM.fields[3:])))
    assert errors_at(view, {"words": "It is too long."}) == {"words|0|": "It is too long."}
    assert errors_at(view, {"at": "An hour, please.", "elsewhere": "Not saved yet."}) == {
        "at|0|": "An hour, please.",
        "words|0|": "Not saved yet.",
    }
    assert errors_at(view, {"words": "It is too long.", "": "Press again."}) == {
        "words|0|": "It is too long. Press again."
    }


def test_a_field_may_have_any_name_that_fits() -> None:
    """Whatever signs it has; one that no block holds is an error."""
    view = form_of(form(TextField(name="a|b|3|n", label="Odd", value="held")))
    assert sent(view) == {"a|b|3|n": "held"}
    with pytest.raises(SurfaceError):
        form_of(form(TextField(name="n" * 255, label="Far")))
