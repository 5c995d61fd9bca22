"""What can be pressed and chosen in Discord: what each control carries, and how it comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from adapters.discord import limits
from adapters.discord.drawing.controls import (
    NOT_NOW,
    ROW,
    Asked,
    ControlId,
    Kind,
    command_button,
    draw_buttons,
    draw_choose,
    draw_option,
    draw_scale,
    kept_button,
    row,
    step_of,
    told_apart,
)
from bot.domain.people import Account
from bot.domain.prompts import Option
from bot.errors import SurfaceError
from bot.surface.card import Button, Buttons, Choose, LinkButton
from bot.surface.refs import ACTION_MAX, ARG_MAX, ActionRef, RefCodec
from tests.contract.surface_samples import KIND, SEVERAL, TANK, WEIGHT
from tests.contract.surface_samples import ROW as PRESSES
from tests.json_types import Json


def button(custom_id: str, label: str) -> Json:
    """A button as it is drawn."""
    return {"type": 2, "style": 2, "label": label, "custom_id": custom_id}


def select(custom_id: str, placeholder: str, **options: str) -> Json:
    """A select as it is drawn, with options by name."""
    drawn = [{"label": label, "value": name} for name, label in options.items()]
    return {"type": 3, "custom_id": custom_id, "options": drawn, "placeholder": placeholder}


def choice(count: int, label: str = "answer", **changed: Any) -> Choose:  # noqa: ANN401 - as of `replace`
    """A question with so many answers."""
    options = tuple(Option(name=f"o{n}", label=label) for n in range(count))
    return replace(KIND, options=options, **changed)


def test_few_answers_are_buttons() -> None:
    """The option's name goes with each."""
    assert draw_choose(KIND) == Asked(
        (KIND.ask,), (row(button("oone~1:kind", "someone I support"), button("opeer~1:kind", "a colleague")),)
    )


def test_more_than_five_answers_are_a_select() -> None:
    """As many as Discord holds, and no more."""
    assert [part["type"] for part in draw_choose(choice(5)).rows[0]["components"]] == [2] * 5
    for count in (6, limits.OPTIONS):
        named = {f"o{n}": "answer" for n in range(count)}
        [drawn] = draw_choose(choice(count)).rows
        assert drawn == row(select("mkind~1:kind", "Choose one", **named))


@pytest.mark.parametrize(
    "options",
    [
        (Option(name="o" * 90, label="a long name"), Option(name="b", label="short")),
        (Option(name="a", label="\U0001f642" * 41), Option(name="b", label="short")),
    ],
)
def test_what_has_no_room_on_a_button_is_a_select(options: tuple[Option, ...]) -> None:
    """An option of a select holds more, both of a name and of a label."""
    [drawn] = draw_choose(replace(KIND, options=options)).rows
    assert drawn["components"][0]["type"] == 3


def test_several_answers_come_at_once() -> None:
    """At least one, and no more than may be chosen or than there are."""
    drawn = select("sseveral~1:several", "Choose", a="rest", b="a walk", c="quiet")
    assert draw_choose(SEVERAL).rows == (row({**drawn, "min_values": 1, "max_values": 2}),)
    [many] = draw_choose(replace(SEVERAL, at_most=25)).rows
    assert many["components"][0]["max_values"] == 3


def test_a_mark_has_a_button_for_each_word_and_can_be_passed() -> None:
    """What comes back is the step, from the lowest on; passing stands below where a row is full."""
    words = [button(f"r{n}~1:mark:tank", word) for n, word in enumerate(TANK.words, start=1)]
    skip = button("r-~1:mark:tank", "not now")
    assert draw_scale(TANK) == Asked((TANK.ask,), (row(*words), row(skip)))
    four = replace(TANK, high=4, words=TANK.words[:4])
    assert draw_scale(four).rows == (row(*words[:4], skip),)


def test_a_long_scale_is_a_select_with_its_ends_in_words() -> None:
    """Its lowest step is nought, and passing is one press."""
    steps = {"0": "0 \u00b7 a feather", **{str(n): str(n) for n in range(1, 10)}, "10": "10 \u00b7 a stone"}
    drawn = select("Rmark.weight~1:mark:weight", "Choose one", **steps)
    assert draw_scale(WEIGHT).rows == (row(drawn), row(button("r-~1:mark:weight", "not now")))


def test_ends_that_are_too_long_for_a_select_stand_above_it() -> None:
    """The words are there; the steps are numbers."""
    far = draw_scale(replace(WEIGHT, words=("as light as " + "a" * 90, "a *stone*")))
    assert far.above == (WEIGHT.ask, f"-# 0: as light as {'a' * 90}", "-# 10: a \\*stone\\*")
    assert [each["label"] for each in far.rows[0]["components"][0]["options"]] == [*map(str, range(11))]
    worded = draw_scale(replace(TANK, words=("e" * 101, *TANK.words[1:])))
    assert len(worded.above) == 6
    kept = draw_scale(replace(TANK, words=("e" * 100, *TANK.words[1:])))
    assert [each["label"] for each in kept.rows[0]["components"][0]["options"]] == [
        "e" * 100,
        *TANK.words[1:],
    ]


def test_in_one_row_a_select_names_its_question() -> None:
    """Of a scale, passing is one more step."""
    [marks] = draw_scale(TANK, in_one_row=True).rows
    words = {str(n): word for n, word in enumerate(TANK.words, start=1)}
    assert marks == row(select("Rmark.energy~1:mark:tank", TANK.ask, **words, **{NOT_NOW: "not now"}))
    [drawn] = draw_choose(KIND, in_one_row=True).rows
    assert drawn["components"][0]["placeholder"] == KIND.ask
    [blank] = draw_choose(replace(KIND, ask=" "), in_one_row=True).rows
    assert blank["components"][0]["placeholder"] == "Choose one"


def test_a_row_has_its_buttons_and_a_link_has_its_page() -> None:
    """Each press is known by its name as well as by its ref; of a link, Discord tells nothing."""
    link = {"type": 2, "style": 5, "label": "Our policy", "url": "https://example.org/policy?a=1"}
    assert draw_buttons(PRESSES) == row(
        button("pcheckin.write~1:write", "Set it down"),
        button("pcheckin.skip~1:skip", "Not today"),
        button("phelp.now~1:help", "Help now"),
        link,
    )


def test_a_name_gives_way_to_a_long_ref() -> None:
    """What follows from a press stands in the ref."""
    for length, arg in ((80, "n" * 15), (81, ""), (95, "")):
        press = Button(ref="r" * length, name="n" * 15, label="Press")
        [drawn] = draw_buttons(Buttons(buttons=(press,)))["components"]
        assert ControlId.unpack(drawn["custom_id"]) == ControlId(Kind.PRESS, arg, press.ref)
        assert len(drawn["custom_id"]) <= limits.ID_CHARS - limits.ID_ROOM


def test_the_longest_of_our_refs_fits_every_control() -> None:
    """With any step, and with a number behind it."""
    ref = ActionRef(action="a" * ACTION_MAX, subject=UUID(int=1), arg="a" * ARG_MAX)
    owner = Account(surface="discord", workspace="1" * 20, user="2" * 20)
    packed = RefCodec(b"a key").pack(ref, owner)
    for kind in Kind:
        assert ControlId.unpack(f"{ControlId(kind, NOT_NOW, packed).pack()}~40") == ControlId(
            kind, NOT_NOW, packed
        )


def test_commands_and_kept_things_are_buttons_without_a_ref() -> None:
    """A command is written with + for its spaces."""
    assert command_button("journal last", "Open") == button("cjournal+last~", "Open")
    assert kept_button("a1", "Open") == button("ka1~", "Open")


@pytest.mark.parametrize("name", ["a~b", "50%", "%7E", "", "a+b", "æ", "~~", "%"])
def test_an_argument_may_hold_any_sign(name: str) -> None:
    """The ref behind it comes back whole, whatever signs it has."""
    for ref in ("1:a:b", "r~%", ""):
        packed = ControlId(Kind.PICK, name, ref).pack()
        assert ControlId.unpack(packed) == ControlId(Kind.PICK, name, ref)
        assert ControlId.unpack(f"{packed}~2") == ControlId(Kind.PICK, name, ref)


@pytest.mark.parametrize("custom_id", ["", "p", "pa", "xa~b", "P~b", "f~1:form", "~"])
def test_what_others_drew_is_no_control_of_ours(custom_id: str) -> None:
    """An id of another kind, or of too few parts, is nothing."""
    assert ControlId.unpack(custom_id) is None


def test_a_step_is_read_as_it_was_meant() -> None:
    """A number, or none at all; what is neither is refused."""
    assert [step_of(each) for each in ("0", "-3", "10", NOT_NOW)] == [0, -3, 10, None]
    with pytest.raises(ValueError, match="full"):
        step_of("full")


def test_equal_ids_are_told_apart_by_a_number() -> None:
    """Inside of rows, too; what has no id stays as it is."""
    link = {"type": 2, "style": 5, "label": "a", "url": "https://example.org"}
    drawn = told_apart([row(button("pa~1", "a"), link), row(button("pb~1", "b")), row(button("pa~1", "c"))])
    assert drawn == [row(button("pa~1", "a"), link), row(button("pb~1", "b")), row(button("pa~1~2", "c"))]
    assert [part["type"] for part in drawn] == [ROW] * 3


def test_a_label_without_a_sign_has_one() -> None:
    """Discord takes no button without a word."""
    assert kept_button("a", " ")["label"] == "\u00b7"
    assert draw_option(Option(name="a", label="")) == {"label": "\u00b7", "value": "a"}


@pytest.mark.parametrize(
    "ask",
    [
        choice(limits.OPTIONS, at_most=26, ref="r" * 96),
        choice(2, label="\U0001f642" * 51),
        replace(KIND, options=(Option(name="", label="a"),), at_most=2),
        replace(KIND, options=(Option(name=" ", label="a"),), at_most=2),
        replace(KIND, options=(Option(name="a" * 101, label="a"),)),
    ],
)
def test_what_no_question_can_hold_is_an_error(ask: Choose) -> None:
    """It is never cut."""
    with pytest.raises(SurfaceError):
        draw_choose(ask)


def test_the_limits_are_met_to_the_last_sign() -> None:
    """One more, and it is an error; the longest is not."""
    assert draw_option(Option(name="a" * 100, label="b" * 100))["value"] == "a" * 100
    assert draw_scale(replace(WEIGHT, high=24, words=("a", "b"))).rows
    with pytest.raises(SurfaceError):
        draw_scale(replace(WEIGHT, high=25, words=("a", "b")))
    with pytest.raises(SurfaceError):
        draw_scale(replace(WEIGHT, high=24, words=("a", "b")), in_one_row=True)
    asked = replace(KIND, ask="a" * 150)
    assert draw_choose(asked, in_one_row=True).rows[0]["components"][0]["placeholder"] == "a" * 150
    with pytest.raises(SurfaceError):
        draw_choose(replace(asked, ask="a" * 151), in_one_row=True)
    link = LinkButton(name="l", label="Far", url="https://" + "a" * 504)
    assert draw_buttons(Buttons(buttons=(link,)))["components"][0]["url"] == link.url
    with pytest.raises(SurfaceError):
        draw_buttons(Buttons(buttons=(replace(link, url=link.url + "a"),)))
    assert kept_button("a", "\U0001f642" * 40)["label"] == "\U0001f642" * 40
    with pytest.raises(SurfaceError):
        kept_button("a", "\U0001f642" * 40 + "a")
    assert len(ControlId(Kind.PRESS, "", "r" * 95).pack()) == 97
    with pytest.raises(SurfaceError):
        ControlId(Kind.PRESS, "", "r" * 96).pack()
