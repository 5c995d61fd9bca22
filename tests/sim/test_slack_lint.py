"""What Slack refuses is named, and what it takes is not: each limit at its edge and one beyond."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.json_types import Json
from tests.sim.slack.lint import lint_home, lint_message, lint_view


def plain(length: int = 3) -> Json:
    """A text object of so many letters."""
    return {"type": "plain_text", "text": "a" * length}


def mrkdwn(length: int = 3) -> Json:
    """The same as mrkdwn."""
    return {"type": "mrkdwn", "text": "a" * length}


def message(*blocks: Json) -> Json:
    """A message of these blocks."""
    return {"text": "Something is here.", "blocks": list(blocks)}


def modal(*blocks: Json, **more: object) -> Json:
    """A modal of these blocks, with a button to send."""
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **more}


def home(*blocks: Json, **more: object) -> Json:
    """A Home tab of these blocks."""
    return {"type": "home", "blocks": list(blocks), **more}


def section(**more: object) -> Json:
    """A section with a text."""
    return {"type": "section", "text": plain(), **more}


def actions(*elements: Json, **more: object) -> Json:
    """A row of controls."""
    return {"type": "actions", "elements": list(elements), **more}


def button(n: int = 0, **more: object) -> Json:
    """A button with an id of its own."""
    return {"type": "button", "text": plain(), "action_id": f"a{n}", **more}


def options(count: int) -> list[Json]:
    """So many options."""
    return [{"text": plain(), "value": f"v{n}"} for n in range(count)]


def select(count: int = 2, kind: str = "static_select", **more: object) -> Json:
    """A select with so many options."""
    return {"type": kind, "action_id": "a", "options": options(count), **more}


def field(**element: object) -> Json:
    """An input, of one line of text unless told otherwise."""
    held = {"type": "plain_text_input", "action_id": "a", **element}
    return {"type": "input", "label": plain(), "element": held}


def confirm(**more: object) -> Json:
    """A button that asks once more."""
    asked = {"title": plain(), "text": plain(), "confirm": plain(), "deny": plain(), **more}
    return message(actions(button(confirm=asked)))


def option(**more: object) -> Json:
    """A select whose only option has this about it."""
    return message(actions(select(options=[{"text": plain(), "value": "v", **more}])))


OVERFLOW: Json = {"type": "overflow", "action_id": "o"}
IMAGE: Json = {"type": "image", "image_url": "https://example.org/i.png"}

AT_MOST: dict[str, tuple[Callable[[int], Json], int]] = {
    "blocks of a message": (lambda n: message(*[{"type": "divider"}] * n), 50),
    "blocks of a modal": (lambda n: modal(*[{"type": "divider"}] * n), 100),
    "blocks of a home": (lambda n: home(*[{"type": "divider"}] * n), 100),
    "text of a message": (lambda n: {"text": "a" * n}, 40_000),
    "texts of a message's blocks": (lambda n: message(*[section()] * 4, *long_sections(n - 12)), 13_000),
    "text of a section": (lambda n: message(section(text=mrkdwn(n))), 3000),
    "fields of a section": (lambda n: message({"type": "section", "fields": [plain()] * n}), 10),
    "text of a field": (lambda n: message({"type": "section", "fields": [mrkdwn(n)]}), 2000),
    "text of a header": (lambda n: message({"type": "header", "text": plain(n)}), 150),
    "elements of a context": (lambda n: message({"type": "context", "elements": [mrkdwn()] * n}), 10),
    "text of a context": (lambda n: message({"type": "context", "elements": [plain(n)]}), 3000),
    "elements of a row": (lambda n: message(actions(*[button(i) for i in range(n)])), 25),
    "a block_id": (lambda n: message(section(block_id="b" * n)), 255),
    "an action_id": (lambda n: message(actions(button(action_id="a" * n))), 255),
    "text of a button": (lambda n: message(actions(button(text=plain(n)))), 75),
    "value of a button": (lambda n: message(actions(button(value="v" * n))), 2000),
    "url of a button": (lambda n: message(actions(button(url="u" * n))), 3000),
    "accessible label": (lambda n: message(actions(button(accessibility_label="v" * n))), 75),
    "title of a confirmation": (lambda n: confirm(title=plain(n)), 100),
    "text of a confirmation": (lambda n: confirm(text=plain(n)), 300),
    "confirm of a confirmation": (lambda n: confirm(confirm=plain(n)), 30),
    "deny of a confirmation": (lambda n: confirm(deny=plain(n)), 30),
    "text of an option": (lambda n: option(text=plain(n)), 75),
    "value of an option": (lambda n: option(value="v" * n), 150),
    "description of an option": (lambda n: option(description=plain(n)), 75),
    "options of a select": (lambda n: message(actions(select(n))), 100),
    "options of several": (lambda n: message(section(accessory=select(n, "multi_static_select"))), 100),
    "groups of a select": (
        lambda n: message(
            actions(
                {
                    "type": "static_select",
                    "action_id": "a",
                    "option_groups": [
                        {"label": plain(), "options": [{"text": plain(), "value": f"{i}"}]} for i in range(n)
                    ],
                }
            )
        ),
        100,
    ),
    "label of a group": (
        lambda n: message(
            actions(
                {
                    "type": "static_select",
                    "action_id": "a",
                    "option_groups": [{"label": plain(n), "options": options(1)}],
                }
            )
        ),
        75,
    ),
    "checkboxes": (lambda n: message(actions(select(n, "checkboxes"))), 10),
    "radio buttons": (lambda n: message(actions(select(n, "radio_buttons"))), 10),
    "options of an overflow": (lambda n: message(section(accessory=OVERFLOW | {"options": options(n)})), 5),
    "placeholder": (lambda n: message(actions(select(placeholder=plain(n)))), 150),
    "label of an input": (lambda n: modal(field() | {"label": plain(n)}), 2000),
    "hint of an input": (lambda n: modal(field() | {"hint": plain(n)}), 2000),
    "max_length of an input": (lambda n: modal(field(max_length=n)), 3000),
    "min_length of an input": (lambda n: modal(field(min_length=n, max_length=10)), 10),
    "value of an input": (lambda n: modal(field(initial_value="a" * n)), 3000),
    "value of an input of ten": (lambda n: modal(field(initial_value="a" * n, max_length=10)), 10),
    "chosen of two": (
        lambda n: message(
            section(
                accessory=select(
                    5, "multi_static_select", max_selected_items=2, initial_options=options(5)[:n]
                )
            )
        ),
        2,
    ),
    "alt of an image": (lambda n: message(IMAGE | {"alt_text": "a" * n}), 2000),
    "title of an image": (lambda n: message(IMAGE | {"alt_text": "a", "title": plain(n)}), 2000),
    "title of a modal": (lambda n: modal(section(), title=plain(n)), 24),
    "submit of a modal": (lambda n: modal(section(), submit=plain(n)), 24),
    "close of a modal": (lambda n: modal(section(), close=plain(n)), 24),
    "private_metadata": (lambda n: modal(section(), private_metadata="a" * n), 3000),
    "private_metadata of a home": (lambda n: home(section(), private_metadata="a" * n), 3000),
    "callback_id": (lambda n: modal(section(), callback_id="a" * n), 255),
    "external_id": (lambda n: modal(section(), external_id="a" * n), 255),
    "blocks with the focus": (
        lambda n: modal(*[field(focus_on_load=True, action_id=f"{i}") for i in range(n)]),
        1,
    ),
}


def long_sections(length: int) -> list[Json]:
    """Sections of so many letters together."""
    return [section(text=plain(min(3000, length - start))) for start in range(0, length, 3000)]


def lint(payload: Json) -> list[str]:
    """What is refused of a payload of whatever kind."""
    kinds = {"modal": lint_view, "home": lint_home}
    return kinds.get(payload.get("type", ""), lint_message)(payload)


@pytest.mark.parametrize("what", AT_MOST)
def test_what_is_as_long_as_may_be_passes_and_one_more_is_named(what: str) -> None:
    """Each number of the table, from both sides."""
    build, most = AT_MOST[what]
    assert lint(build(most)) == []
    assert len(lint(build(most + 1))) == 1


REFUSED: dict[str, tuple[Json, str]] = {
    "a message of nothing": ({}, "/"),
    "no blocks": (message(), "/blocks"),
    "an empty text": (message(section(text=plain(0))), "/blocks/0/text/text"),
    "a blank text": (message(section(text={"type": "plain_text", "text": " \n"})), "/blocks/0/text/text"),
    "half a pair of surrogates": ({"text": "\ud83d"}, "/text"),
    "null for a text": (message(section(text=None)), "/blocks/0/text"),
    "null for a block": ({"text": "a", "blocks": [None]}, "/blocks/0"),
    "null for an element": (
        {"text": "a", "blocks": [actions(button()) | {"elements": [None]}]},
        "/elements/0",
    ),
    "null for an accessory": (message(section(accessory=None)), "/blocks/0/accessory"),
    "null for a value": (message(actions(button(value=None))), "/elements/0/value"),
    "a string for a text object": (message(section(text="words")), "/blocks/0/text"),
    "an unknown block": (message({"type": "marquee"}), "/blocks/0"),
    "a block without a type": (message({"text": plain()}), "/blocks/0"),
    "an unknown element": (message(actions({"type": "dial", "action_id": "a"})), "/elements/0"),
    "an unknown key": (message(section(colour="red")), "/blocks/0/colour"),
    "mrkdwn in a header": (message({"type": "header", "text": mrkdwn()}), "/blocks/0/text/type"),
    "mrkdwn on a button": (message(actions(button(text=mrkdwn()))), "/elements/0/text/type"),
    "mrkdwn in an option": (option(text=mrkdwn()), "/options/0/text/type"),
    "mrkdwn in a label": (modal(field() | {"label": mrkdwn()}), "/blocks/0/label/type"),
    "mrkdwn in a title": (modal(section(), title=mrkdwn()), "/title/type"),
    "emoji beside mrkdwn": (message(section(text=mrkdwn() | {"emoji": True})), "/blocks/0/text/emoji"),
    "a section without words": (message({"type": "section"}), "/blocks/0"),
    "a section with no fields": (message({"type": "section", "fields": []}), "/blocks/0/fields"),
    "a header without words": (message({"type": "header"}), "/blocks/0/text"),
    "a row of nothing": (message(actions()), "/blocks/0/elements"),
    "a context of nothing": (message({"type": "context", "elements": []}), "/blocks/0/elements"),
    "a button in a context": (message({"type": "context", "elements": [button()]}), "/elements/0"),
    "several in a row": (message(actions(select(2, "multi_static_select"))), "/elements/0"),
    "an input in a row": (message(actions({"type": "plain_text_input", "action_id": "a"})), "/elements/0"),
    "a button in an input": (modal(field(type="button", text=plain())), "/blocks/0/element"),
    "an input without an element": (modal({"type": "input", "label": plain()}), "/blocks/0/element"),
    "an input without a label": (modal({"type": "input", "element": field()["element"]}), "/blocks/0/label"),
    "a button without an id": (message(actions({"type": "button", "text": plain()})), "/action_id"),
    "a button without words": (message(actions({"type": "button", "action_id": "a"})), "/elements/0/text"),
    "a button of no known style": (message(actions(button(style="loud"))), "/elements/0/style"),
    "a select without options": (
        message(actions({"type": "static_select", "action_id": "a"})),
        "/blocks/0/elements/0",
    ),
    "a select of nothing": (message(actions(select(0))), "/elements/0/options"),
    "a select of two minds": (
        message(actions(select(option_groups=[{"label": plain(), "options": options(3)[2:]}]))),
        "/blocks/0/elements/0",
    ),
    "an option without a value": (
        message(actions(select(options=[{"text": plain()}]))),
        "/options/0/value",
    ),
    "a choice that is none": (
        message(actions(select(initial_option={"text": plain(), "value": "other"}))),
        "/blocks/0/elements/0",
    ),
    "choices of which one is none": (
        message(section(accessory=select(1, "multi_static_select", initial_options=options(2)))),
        "/blocks/0/accessory",
    ),
    "two options of one value": (message(actions(select(options=options(1) * 2))), "/blocks/0/elements/0"),
    "none of several": (
        message(section(accessory=select(2, "multi_static_select", max_selected_items=0))),
        "/accessory/max_selected_items",
    ),
    "no room to type": (modal(field(max_length=0)), "/element/max_length"),
    "more than there is room for": (modal(field(min_length=5, max_length=4)), "/blocks/0/element"),
    "an hour that is none": (modal(field(type="timepicker", initial_time="24:00")), "/element/initial_time"),
    "a day that is none": (modal(field(type="datepicker", initial_date="5 May")), "/element/initial_date"),
    "a month that is none": (modal(field(type="datepicker", initial_date="2026-13-01")), "/blocks/0"),
    "one block_id for two": (message(section(block_id="b"), section(block_id="b")), "/blocks"),
    "one action_id for two": (message(actions(button(), button())), "/blocks/0"),
    "inputs and no way to send": (
        {"type": "modal", "title": plain(), "blocks": [field()]},
        "/submit",
    ),
    "a modal without a title": ({"type": "modal", "blocks": [section()]}, "/title"),
    "a modal without blocks": ({"type": "modal", "title": plain()}, "/blocks"),
    "a Home with a title": (home(section(), title=plain()), "/title"),
    "an image without words": (message(IMAGE), "/blocks/0/alt_text"),
    "an image of nothing": (message({"type": "image", "alt_text": "a"}), "/blocks/0"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_slack_refuses_is_named_with_its_place(what: str) -> None:
    """One problem, and where it stands."""
    payload, place = REFUSED[what]
    problems = lint(payload)
    assert len(problems) == 1
    assert problems[0].endswith(f"{place}]")


@pytest.mark.parametrize(
    "payload",
    [
        {"text": "Fine."},
        {"text": "a", "blocks": [section()], "channel": "D1", "metadata": {"event_type": "x"}},
        message(section(block_id="a", accessory=button()), actions(button(), select(), block_id="b")),
        message(section(accessory=select(3, "multi_static_select", initial_options=options(2)))),
        message({"type": "context", "elements": [IMAGE | {"alt_text": "a"}, mrkdwn()]}),
        modal(field(), field(type="timepicker", initial_time="07:05"), private_metadata=""),
        modal(
            field(type="datepicker", initial_date="2026-02-28"), field(**select(initial_option=options(1)[0]))
        ),
        home(section(), actions(button(style="primary")), callback_id="home"),
    ],
)
def test_what_slack_takes_passes(payload: Json) -> None:
    """No kind of thing that we draw is refused."""
    assert lint(payload) == []


def test_a_view_is_weighed_in_bytes() -> None:
    """Signs of several bytes count as what they weigh."""
    signs = {"type": "plain_text", "text": "語" * 2000}
    full = [{"type": "section", "fields": [signs] * 10} for _ in range(5)]
    assert lint(modal(*full[:4])) == []
    assert lint(modal(*full)) == ["view_too_large: 302091 bytes [json-pointer:/]"]


def test_a_view_of_another_kind_is_refused() -> None:
    """A Home is no modal."""
    assert lint_view(home(section())) != []
    assert lint_home(modal(section())) != []


def test_no_problem_quotes_what_it_is_about() -> None:
    """A journal's line in a broken payload stays out of the report of it."""
    canary = "a canary " * 500
    payload = modal(section(text=plain() | {"text": canary}), field(initial_value=canary), colour=canary)
    assert len(lint(payload)) == 3
    assert "canary" not in str(lint(payload))
