"""What Slack takes, as data: surfaces, blocks, elements, composition objects, and the size of each part.

The numbers are those of Slack's Block Kit reference (docs.slack.dev/reference/block-kit and /views).
Only what Reststop could draw is listed: anything else is unknown here and refused. Two rules are tighter
than the reference: a select of several stands in no row of actions, since pages of the reference differ
about it, and every control has an `action_id`, since without one nothing of ours comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MESSAGE_CHARS = 13_000
"""Characters in all texts of a message's blocks: `msg_blocks_too_long` was seen a little above
(slackapi/bolt-js#2509). The number is not documented."""
MESSAGE_TEXT = 40_000
"""Characters of `text`; beyond, Slack cuts."""
VIEW_BYTES = 250_000
"""Bytes of a view as JSON."""


@dataclass(frozen=True, slots=True)
class Words:
    """A string of so many characters."""

    most: int
    least: int = 1


@dataclass(frozen=True, slots=True)
class Like:
    """A string of a certain look."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text object; `mrkdwn`: it need not be plain_text."""

    most: int
    mrkdwn: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """An integer."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some names."""

    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Many:
    """An array."""

    each: Rule
    most: int
    least: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """An object of a known shape, by its name in `PARTS`."""

    name: str


@dataclass(frozen=True, slots=True)
class ElementOf:
    """An element that may stand in this block."""

    block: str


@dataclass(frozen=True, slots=True)
class AnyBlock:
    """A block."""


Rule = Words | Like | Text | Number | Flag | OneOf | Many | Part | ElementOf | AnyBlock


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of an object; `needs` are always there, and of `either` at least one is."""

    keys: Mapping[str, Rule]
    needs: tuple[str, ...] = ()
    either: tuple[str, ...] = ()


_ID = Words(255)
_URL = Words(3000)
_PLACEHOLDER = Text(150)
_OPTIONS = Many(Part("option"), most=100)
_FEW_OPTIONS = Many(Part("option"), most=10)
_GROUPS = Many(Part("option_group"), most=100)
_ACTION: Mapping[str, Rule] = {"action_id": _ID, "confirm": Part("confirm"), "focus_on_load": Flag()}
_MENU: Mapping[str, Rule] = {**_ACTION, "placeholder": _PLACEHOLDER}
_SELECT: Mapping[str, Rule] = {**_MENU, "options": _OPTIONS, "option_groups": _GROUPS}
_IMAGE: Mapping[str, Rule] = {"image_url": _URL, "slack_file": Part("slack_file"), "alt_text": Words(2000)}

PARTS: Mapping[str, Shape] = {
    "option": Shape(
        {"text": Text(75), "value": Words(150), "description": Text(75), "url": _URL}, ("text", "value")
    ),
    "option_group": Shape({"label": Text(75), "options": _OPTIONS}, ("label", "options")),
    "confirm": Shape(
        {
            "title": Text(100),
            "text": Text(300),
            "confirm": Text(30),
            "deny": Text(30),
            "style": OneOf(frozenset({"primary", "danger"})),
        },
        ("title", "text", "confirm", "deny"),
    ),
    "rich_words": Shape({"type": OneOf(frozenset({"text"})), "text": Words(MESSAGE_TEXT)}, ("type", "text")),
    "slack_file": Shape({"id": Words(255), "url": _URL}, either=("id", "url")),
}

ELEMENTS: Mapping[str, Shape] = {
    "button": Shape(
        {
            "text": Text(75),
            "action_id": _ID,
            "value": Words(2000),
            "url": _URL,
            "style": OneOf(frozenset({"primary", "danger"})),
            "confirm": Part("confirm"),
            "accessibility_label": Words(75),
        },
        ("text", "action_id"),
    ),
    "static_select": Shape(
        {**_SELECT, "initial_option": Part("option")}, ("action_id",), ("options", "option_groups")
    ),
    "multi_static_select": Shape(
        {**_SELECT, "initial_options": _OPTIONS, "max_selected_items": Number(1, 100)},
        ("action_id",),
        ("options", "option_groups"),
    ),
    "conversations_select": Shape(
        {**_MENU, "initial_conversation": Words(255), "default_to_current_conversation": Flag()},
        ("action_id",),
    ),
    "datepicker": Shape({**_MENU, "initial_date": Like(r"\d{4}-\d\d-\d\d")}, ("action_id",)),
    "timepicker": Shape(
        {**_MENU, "initial_time": Like(r"([01]\d|2[0-3]):[0-5]\d"), "timezone": Words(100)}, ("action_id",)
    ),
    "checkboxes": Shape(
        {**_ACTION, "options": _FEW_OPTIONS, "initial_options": _FEW_OPTIONS}, ("action_id", "options")
    ),
    "radio_buttons": Shape(
        {**_ACTION, "options": _FEW_OPTIONS, "initial_option": Part("option")}, ("action_id", "options")
    ),
    "overflow": Shape(
        {"action_id": _ID, "options": Many(Part("option"), most=5), "confirm": Part("confirm")},
        ("action_id", "options"),
    ),
    "plain_text_input": Shape(
        {
            "action_id": _ID,
            "initial_value": Words(VIEW_BYTES),  # what max_length leaves room for
            "multiline": Flag(),
            "min_length": Number(0, 3000),
            "max_length": Number(1, 3000),
            "focus_on_load": Flag(),
            "placeholder": _PLACEHOLDER,
        },
        ("action_id",),
    ),
    "image": Shape(_IMAGE, ("alt_text",), ("image_url", "slack_file")),
}

_SINGLE = {"static_select", "conversations_select", "datepicker", "timepicker", "checkboxes", "radio_buttons"}
STANDS_IN: Mapping[str, frozenset[str]] = {
    "section": frozenset({*_SINGLE, "multi_static_select", "button", "overflow", "image"}),
    "actions": frozenset({*_SINGLE, "button", "overflow"}),
    "input": frozenset({*_SINGLE, "multi_static_select", "plain_text_input"}),
    "context": frozenset({"image", "plain_text", "mrkdwn"}),
    "rich_text": frozenset({"rich_text_section", "rich_text_quote"}),
}
"""Which elements a block may hold. In a context block a text object stands where an element could."""

RICH = Shape({"elements": Many(Part("rich_words"), most=1000), "border": Number(0, 1)}, ("elements",))
"""A part of a rich text. Only plain words are drawn: a link, a mention or an emoji is an element of its own,
and none of these is known here. That it holds so many characters is a guess."""

BLOCKS: Mapping[str, Shape] = {
    "section": Shape(
        {
            "text": Text(3000, mrkdwn=True),
            "fields": Many(Text(2000, mrkdwn=True), most=10),
            "accessory": ElementOf("section"),
            "expand": Flag(),
        },
        either=("text", "fields"),
    ),
    "header": Shape({"text": Text(150)}, ("text",)),
    "divider": Shape({}),
    "context": Shape({"elements": Many(ElementOf("context"), most=10)}, ("elements",)),
    "actions": Shape({"elements": Many(ElementOf("actions"), most=25)}, ("elements",)),
    "rich_text": Shape({"elements": Many(ElementOf("rich_text"), most=100)}, ("elements",)),
    "image": Shape({**_IMAGE, "title": Text(2000)}, ("alt_text",), ("image_url", "slack_file")),
    "input": Shape(
        {
            "label": Text(2000),
            "hint": Text(2000),
            "element": ElementOf("input"),
            "optional": Flag(),
            "dispatch_action": Flag(),
        },
        ("label", "element"),
    ),
}
"""Each may have a `block_id`, too."""

BLOCK_ID = _ID

_VIEW: Mapping[str, Rule] = {
    "blocks": Many(AnyBlock(), most=100),
    "private_metadata": Words(3000, least=0),
    "callback_id": Words(255, least=0),
    "external_id": Words(255, least=0),
}
MESSAGE = Shape({"text": Words(MESSAGE_TEXT), "blocks": Many(AnyBlock(), most=50)}, either=("text", "blocks"))
"""The parts of a message that are drawn."""
MODAL = Shape(
    {
        **_VIEW,
        "title": Text(24),
        "submit": Text(24),
        "close": Text(24),
        "clear_on_close": Flag(),
        "notify_on_close": Flag(),
    },
    ("title", "blocks"),
)
HOME = Shape(_VIEW, ("blocks",))
