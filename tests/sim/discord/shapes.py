"""What components Discord takes, and where: rows, controls, layouts and the fields of a modal.

The numbers are those of https://docs.discord.com/developers/components/reference. Only what Reststop could
draw is listed: anything else is unknown here and refused. Guesses, on the tight side: no more may be chosen
than there are options; what a text input holds at first fits its own lengths; the texts of one layout have
4,000 characters together, as discord/discord-api-docs#8562 says and no page yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.json_types import Json
from tests.sim.discord.checks import (
    Check,
    Path,
    Problem,
    all_of,
    by_type,
    flag,
    length,
    many,
    never,
    number,
    object_of,
    off,
    one_of,
    required,
    shape,
    twice,
    words,
)

ROW, BUTTON, SELECT, TEXT_INPUT, SECTION, TEXT, SEPARATOR, CONTAINER, LABEL = 1, 2, 3, 4, 9, 10, 14, 17, 18
"""The types of components."""
LINK = 5
"""The style of a button that leads somewhere."""
COMPONENTS = 40
"""Components in one message or modal, however deep they stand."""
LAYOUT_CHARS = 4000
"""Characters in all texts of one layout."""
FIELD_CHARS = 4000
"""Characters of a text input, if it says nothing."""

_ANY = number(0, 25)
_ID = number(0, 2**31 - 1)
_CUSTOM_ID = words(100)
_BASE: dict[str, Check] = {"type": number(1, 23), "id": _ID}


def _button_fits(value: object, at: Path) -> Iterator[Problem]:
    """A link leads somewhere and has no custom_id; every other button has one and leads nowhere."""
    button = object_of(value)
    url = button.get("url")
    if button["style"] != LINK:
        if button.get("custom_id") is None:
            yield Problem(
                (*at, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required"
            )
        if url is not None:
            yield Problem((*at, "url"), "BUTTON_COMPONENT_INVALID_FOR_STYLE", "Only a link button has a url")
        return
    if button.get("custom_id") is not None:
        yield Problem(
            (*at, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A link has none"
        )
    if url is None:
        yield required((*at, "url"))
    elif not url.startswith("https://"):
        yield Problem((*at, "url"), "HOUSE_HTTPS", "A link is https.")


def _select_fits(value: object, at: Path) -> Iterator[Problem]:
    """Its options have different values, and as many can be chosen as must be."""
    select = object_of(value)
    options = select["options"]
    low, high = _or(select.get("min_values"), 1), _or(select.get("max_values"), 1)
    yield from twice(
        (((*at, "options", str(place), "value"), option["value"]) for place, option in enumerate(options)),
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        "The specified option value is already used",
    )
    if low > high:
        yield Problem((*at, "min_values"), "HOUSE_RANGE", "Must not be more than max_values.")
    elif high > len(options):
        yield length((*at, "options"), 25, high)
    if sum(option.get("default") is True for option in options) > high:
        at = (*at, "options")
        yield Problem(at, "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values")


def _can_be_left_out(value: object, at: Path) -> Iterator[Problem]:
    """In a modal what is required cannot be answered with nothing."""
    select = object_of(value)
    if select.get("min_values") == 0 and select.get("required") is not False:
        yield Problem((*at, "min_values"), "NUMBER_TYPE_MIN", "A required select has at least 1.")


def _input_fits(value: object, at: Path) -> Iterator[Problem]:
    """What it holds at first is as long as it may be."""
    field = object_of(value)
    low, high = _or(field.get("min_length"), 0), _or(field.get("max_length"), FIELD_CHARS)
    held = field.get("value")
    if low > high:
        yield Problem((*at, "min_length"), "HOUSE_RANGE", "Must not be more than max_length.")
    elif held and not low <= len(held) <= high:
        yield length((*at, "value"), high, low)


def _row_fits(value: object, at: Path) -> Iterator[Problem]:
    """A select fills a row by itself."""
    held = object_of(value)["components"]
    if len(held) > 1 and any(component["type"] == SELECT for component in held):
        at = (*at, "components")
        yield Problem(
            at, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width"
        )


_BUTTON = all_of(
    shape(
        {
            **_BASE,
            "style": one_of(1, 2, 3, 4, LINK),
            "label": words(80),
            "custom_id": _CUSTOM_ID,
            "url": words(512),
            "disabled": flag,
        },
        "style",
        "label",
    ),
    _button_fits,
)
_OPTION = shape(
    {"label": words(100), "value": words(100), "description": words(100, 0), "default": flag},
    "label",
    "value",
)
_SELECT: dict[str, Check] = {
    **_BASE,
    "custom_id": _CUSTOM_ID,
    "options": many(_OPTION, 25),
    "placeholder": words(150, 0),
    "min_values": _ANY,
    "max_values": number(1, 25),
    "required": flag,
}
_SELECT_IN_ROW = all_of(shape({**_SELECT, "disabled": flag}, "custom_id", "options"), _select_fits)
_SELECT_IN_LABEL = all_of(
    shape({**_SELECT, "disabled": off}, "custom_id", "options"), _select_fits, _can_be_left_out
)
_INPUT = all_of(
    shape(
        {
            **_BASE,
            "custom_id": _CUSTOM_ID,
            "style": one_of(1, 2),
            "label": never,  # deprecated: the Label around it has the words
            "min_length": number(0, FIELD_CHARS),
            "max_length": number(1, FIELD_CHARS),
            "required": flag,
            "value": words(FIELD_CHARS, 0),
            "placeholder": words(100, 0),
        },
        "custom_id",
        "style",
    ),
    _input_fits,
)
_ROW = all_of(
    shape({**_BASE, "components": many(by_type({BUTTON: _BUTTON, SELECT: _SELECT_IN_ROW}), 5)}, "components"),
    _row_fits,
)
_TEXT = shape({**_BASE, "content": words(LAYOUT_CHARS)}, "content")
_SEPARATOR = shape({**_BASE, "divider": flag, "spacing": one_of(1, 2)})
_SECTION = shape(
    {**_BASE, "components": many(by_type({TEXT: _TEXT}), 3), "accessory": by_type({BUTTON: _BUTTON})},
    "components",
    "accessory",
)
_INSIDE: dict[int, Check] = {ROW: _ROW, SECTION: _SECTION, TEXT: _TEXT, SEPARATOR: _SEPARATOR}
_CONTAINER = shape(
    {
        **_BASE,
        "components": many(by_type(_INSIDE), COMPONENTS),
        "accent_color": number(0, 0xFFFFFF),
        "spoiler": flag,
    },
    "components",
)
_LABEL = shape(
    {
        **_BASE,
        "label": words(45),
        "description": words(100),
        "component": by_type({SELECT: _SELECT_IN_LABEL, TEXT_INPUT: _INPUT}),
    },
    "label",
    "component",
)

ROWS = many(by_type({ROW: _ROW}), 5, 0)
"""What stands below the words of a plain message."""
LAYOUT = many(by_type({**_INSIDE, CONTAINER: _CONTAINER}), COMPONENTS, 0)
"""What a message with IS_COMPONENTS_V2 is made of."""
FORM = many(by_type({TEXT: _TEXT, LABEL: _LABEL}), 5)
"""What a modal is made of."""


def together(value: object, at: Path) -> Iterator[Problem]:
    """Walk what fits by itself, but not together: too many, too long, or twice."""
    held = list(components_of(value, at))
    if len(held) > COMPONENTS:
        yield length(at, COMPONENTS, 1)
    if sum(len(component.get("content", "")) for _, component in held) > LAYOUT_CHARS:
        text = f"Components displayable text size exceeds maximum size of {LAYOUT_CHARS}"
        yield Problem(at, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", text)
    yield from twice(
        (((*path, "custom_id"), part["custom_id"]) for path, part in held if part.get("custom_id")),
        "COMPONENT_CUSTOM_ID_DUPLICATED",
        "Component custom id cannot be duplicated",
    )
    yield from twice(
        (((*path, "id"), part["id"]) for path, part in held if part.get("id")),
        "COMPONENT_ID_DUPLICATED",
        "Component id cannot be duplicated",
    )


def components_of(value: object, at: Path) -> Iterator[tuple[Path, Json]]:
    """Walk all components with where they stand, however deep."""
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from components_of(each, (*at, str(place)))
    elif isinstance(value, dict):
        yield at, value
        for key in ("components", "component", "accessory"):
            yield from components_of(value.get(key), (*at, key))


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
