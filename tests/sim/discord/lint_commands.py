"""What Discord refuses of slash commands and of what is offered while one is typed.

https://docs.discord.com/developers/interactions/application-commands. Only what Reststop could offer is
listed: commands with subcommands and their groups, and options that are words, numbers or yes and no.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from tests.json_types import Json
from tests.sim.discord.checks import (
    Check,
    Path,
    Problem,
    all_of,
    by_type,
    flag,
    list_of,
    many,
    number,
    object_of,
    one_of,
    shape,
    twice,
    words,
)

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN = 1, 2, 3, 4, 5
"""Types of options."""
CHARS = 8000
"""Characters of all names, descriptions and values of one command, each in its longest language."""
GUILD, BOT_DM, PRIVATE = 0, 1, 2
"""Where a command can be used."""
USER_INSTALL = 1
"""An app that somebody added for themselves."""

_LOCALES = (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th "
    "zh-CN ja zh-TW ko"
)
_SIGNS = ("L", "N")
_SCRIPTS = ("THAI ", "DEVANAGARI ")


def _name(value: object, at: Path) -> Iterator[Problem]:
    """Letters, numbers, `-`, `_` and `'`, lowercase where there is one."""
    yield from words(32)(value, at)
    if isinstance(value, str) and not (all(map(_is_for_names, value)) and value == value.lower()):
        yield Problem(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _is_for_names(sign: str) -> bool:
    return (
        sign in "-_'"
        or unicodedata.category(sign).startswith(_SIGNS)
        or unicodedata.name(sign, "").startswith(_SCRIPTS)
    )


def _in_languages(each: Check) -> Check:
    return shape(dict.fromkeys(_LOCALES.split(), each))


_DESCRIPTION = words(100)
_BASE: dict[str, Check] = {
    "type": number(1, 11),
    "name": _name,
    "name_localizations": _in_languages(_name),
    "description": _DESCRIPTION,
    "description_localizations": _in_languages(_DESCRIPTION),
}
_CHOICE_NAMES: dict[str, Check] = {"name": words(100), "name_localizations": _in_languages(words(100))}
_WORD = shape({**_CHOICE_NAMES, "value": words(100)}, "name", "value")
_NUMBER = shape({**_CHOICE_NAMES, "value": number(-(2**53) + 1, 2**53 - 1)}, "name", "value")


def _choice(value: object, at: Path) -> Iterator[Problem]:
    is_words = isinstance(value, Mapping) and isinstance(value.get("value"), str)
    yield from (_WORD if is_words else _NUMBER)(value, at)


OFFERED = many(_choice, 25, 0)
"""What an autocomplete is answered with."""


def _leaf(**more: Check) -> Check:
    keys = {**_BASE, "required": flag, **more}
    return all_of(shape(keys, "name", "description"), _offers_or_completes, _range)


def _offers_or_completes(value: object, at: Path) -> Iterator[Problem]:
    option = object_of(value)
    if option.get("autocomplete") and option.get("choices"):
        text = "Option can't be autocomplete when choices are present"
        yield Problem((*at, "autocomplete"), "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", text)


def _range(value: object, at: Path) -> Iterator[Problem]:
    option = object_of(value)
    for what in ("length", "value"):
        low, high = option.get(f"min_{what}"), option.get(f"max_{what}")
        if low is not None and high is not None and low > high:
            yield Problem((*at, f"min_{what}"), "HOUSE_RANGE", f"Must not be more than max_{what}.")


_BOUND = number(-(2**53) + 1, 2**53 - 1)
_LEAVES: dict[int, Check] = {
    STRING: _leaf(
        choices=many(_WORD, 25, 0), min_length=number(0, 6000), max_length=number(1, 6000), autocomplete=flag
    ),
    INTEGER: _leaf(choices=many(_NUMBER, 25, 0), min_value=_BOUND, max_value=_BOUND, autocomplete=flag),
    BOOLEAN: _leaf(),
}


def _in_order(value: object, at: Path) -> Iterator[Problem]:
    """Names differ, what is required comes first, and subcommands stand beside nothing else."""
    options = list_of(value)
    yield from twice(
        (((*at, str(place), "name"), option["name"]) for place, option in enumerate(options)),
        "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        "Option name already exists",
    )
    if len({option["type"] in {SUBCOMMAND, GROUP} for option in options}) > 1:
        text = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        yield Problem(at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text)
    needed = [option.get("required") is True for option in options]
    if needed != sorted(needed, reverse=True):
        text = "Required options must be placed before non-required options"
        yield Problem(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", text)


def _holding(options: Mapping[int, Check]) -> Check:
    return all_of(many(by_type(options), 25, 0), _in_order)


_SUBCOMMAND = shape({**_BASE, "options": _holding(_LEAVES)}, "name", "description")
_GROUP = shape({**_BASE, "options": _holding({SUBCOMMAND: _SUBCOMMAND})}, "name", "description", "options")


def _fits(value: object, at: Path) -> Iterator[Problem]:
    command = object_of(value)
    contexts, installs = command.get("contexts") or [], command.get("integration_types") or []
    if PRIVATE in contexts and installs and USER_INSTALL not in installs:
        text = "Private channels need an app that people add for themselves"
        yield Problem((*at, "contexts"), "APPLICATION_COMMAND_CONTEXTS_INVALID", text)
    for what, listed in (("contexts", contexts), ("integration_types", installs)):
        numbered = (((*at, what, str(place)), each) for place, each in enumerate(listed))
        yield from twice(numbered, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value")
    if _size(command) > CHARS:
        text = f"Command exceeds maximum size ({CHARS})"
        yield Problem(at, "APPLICATION_COMMAND_TOO_LARGE", text)


def _size(part: Json) -> int:
    """The characters of the names, descriptions and values of a part and all below it."""
    size = len(part["value"]) if isinstance(part.get("value"), str) else 0
    for key in ("name", "description"):
        said = [part.get(key) or "", *(part.get(f"{key}_localizations") or {}).values()]
        size += max(map(len, said))
    for key in ("options", "choices"):
        size += sum(_size(each) for each in part.get(key) or [])
    return size


_COMMAND = all_of(
    shape(
        {
            **_BASE,
            "type": one_of(1),
            "options": _holding({**_LEAVES, SUBCOMMAND: _SUBCOMMAND, GROUP: _GROUP}),
            "nsfw": flag,
            "dm_permission": flag,
            "default_member_permissions": number(0, 2**54 - 1),
            "contexts": many(one_of(GUILD, BOT_DM, PRIVATE), 3),
            "integration_types": many(one_of(0, USER_INSTALL), 2),
        },
        "name",
        "description",
    ),
    _fits,
)


def lint_command(body: object) -> list[Problem]:
    """Return what is refused of one command: POST /applications/…/commands."""
    return list(_COMMAND(body, ()))


def lint_commands(body: object) -> list[Problem]:
    """Return what is refused of all commands of an app: PUT /applications/…/commands."""

    def differ(value: object, at: Path) -> Iterator[Problem]:
        yield from twice(
            (((*at, str(place), "name"), command["name"]) for place, command in enumerate(list_of(value))),
            "APPLICATION_COMMANDS_DUPLICATE_NAME",
            "Application command names must be unique",
        )

    return list(all_of(many(_COMMAND, 100, 0), differ)(body, ()))
