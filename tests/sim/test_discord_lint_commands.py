"""What Discord refuses of slash commands and of choices while typing is named, and what it takes is not."""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.discord.interactions import CHOICES, REPLY
from tests.sim.discord.lint_commands import lint_command, lint_commands
from tests.sim.discord_bodies import (
    AtMost,
    Refused,
    Taken,
    command,
    offered,
    option,
    plain,
    typing,
)
from tests.sim.discord_rules import held_to


def long_command(length: int, **more: object) -> Json:
    """A command of so many characters: 23 of its own, and of each option its name and description."""
    names = [f"o{n:02}" for n in range(25)]
    choices = [{"name": "a" * 60, "value": f"{'v' * 54}{n:02}"} for n in range(25)]
    rest = length - 23 - 2 * 25 * 116 - 25 * (3 + 40)
    assert 0 <= rest <= 25 * 60
    each = [min(60, max(0, rest - 60 * n)) for n in range(25)]
    held = [
        option(name=name, description="a" * (40 + each[n]), choices=choices if n < 2 else None)
        for n, name in enumerate(names)
    ]
    return command(*held, **more)


AT_MOST: AtMost = {
    "commands": (lint_commands, lambda n: [command(name=f"c{i}") for i in range(n)], 100),
    "name of a command": (lint_command, lambda n: command(name="a" * n), 32),
    "description of a command": (lint_command, lambda n: command(description="a" * n), 100),
    "subcommands": (lint_command, lambda n: command(*[option(1, name=f"s{i}") for i in range(n)]), 25),
    "options of a command": (lint_command, lambda n: command(*[option(name=f"o{i}") for i in range(n)]), 25),
    "subcommands of a group": (
        lint_command,
        lambda n: command(option(2, options=[option(1, name=f"s{i}") for i in range(n)])),
        25,
    ),
    "options of a subcommand": (
        lint_command,
        lambda n: command(option(1, options=[option(name=f"o{i}") for i in range(n)])),
        25,
    ),
    "name of an option": (lint_command, lambda n: command(option(name="a" * n)), 32),
    "description of an option of a command": (
        lint_command,
        lambda n: command(option(description="a" * n)),
        100,
    ),
    "choices": (
        lint_command,
        lambda n: command(option(choices=[{"name": "a", "value": f"{i}"} for i in range(n)])),
        25,
    ),
    "name of a choice": (
        lint_command,
        lambda n: command(option(choices=[{"name": "a" * n, "value": "v"}])),
        100,
    ),
    "value of a choice": (
        lint_command,
        lambda n: command(option(choices=[{"name": "a", "value": "v" * n}])),
        100,
    ),
    "a name in another language": (
        lint_command,
        lambda n: command(name_localizations={"de": "a" * n}),
        32,
    ),
    "a description in another language": (
        lint_command,
        lambda n: command(description_localizations={"de": "a" * n}),
        100,
    ),
    "max_length of an option": (lint_command, lambda n: command(option(max_length=n)), 6000),
    "min_length of an option of ten": (
        lint_command,
        lambda n: command(option(max_length=10, min_length=n)),
        10,
    ),
    "min_value of an option of ten": (
        lint_command,
        lambda n: command(option(4, max_value=10, min_value=n)),
        10,
    ),
    "choices while typing": (typing, offered, 25),
    "name of a choice while typing": (typing, lambda n: offered(1, name="a" * n), 100),
    "value of a choice while typing": (typing, lambda n: offered(1, value="v" * n), 100),
    "characters of a command": (lint_command, long_command, 8000),
    "characters in the longest language": (
        lint_command,
        lambda n: long_command(n - 50, description="a" * 10, description_localizations={"de": "a" * 65}),
        8000,
    ),
}

REFUSED: Refused = {
    "words while typing": (typing, {"type": REPLY, "data": plain()}, "type"),
    "no choices": (typing, {"type": CHOICES, "data": {}}, "data.choices"),
    "a name in capitals": (lint_command, command(name="Reststop"), "name"),
    "a name with a blank": (lint_command, command(name="rest stop"), "name"),
    "a command without a description": (lint_command, command(description=""), "description"),
    "a command of another type": (lint_command, command(type=2), "type"),
    "a language that is none": (
        lint_command,
        command(name_localizations={"xx": "a"}),
        "name_localizations.xx",
    ),
    "two options of one name": (lint_command, command(option(), option()), "options.1.name"),
    "two subcommands of one name": (lint_command, command(option(1), option(1)), "options.1.name"),
    "an option beside a subcommand": (lint_command, command(option(1), option(name="o")), "options"),
    "a group in a group": (lint_command, command(option(2, options=[option(2)])), "options.0.options.0.type"),
    "a subcommand in a subcommand": (
        lint_command,
        command(option(1, options=[option(1)])),
        "options.0.options.0.type",
    ),
    "a group of nothing": (lint_command, command(option(2)), "options.0.options"),
    "what is required after what is not": (
        lint_command,
        command(option(name="a"), option(name="b", required=True)),
        "options",
    ),
    "choices while choices are looked for": (
        lint_command,
        command(option(choices=[{"name": "a", "value": "v"}], autocomplete=True)),
        "options.0.autocomplete",
    ),
    "words to choose for a number": (
        lint_command,
        command(option(4, choices=[{"name": "a", "value": "v"}])),
        "options.0.choices.0.value",
    ),
    "a private channel without an install": (
        lint_command,
        command(contexts=[0, 2], integration_types=[0]),
        "contexts",
    ),
    "one context twice": (lint_command, command(contexts=[1, 1]), "contexts.1"),
    "nowhere": (lint_command, command(contexts=[]), "contexts"),
    "an unknown context": (lint_command, command(contexts=[5]), "contexts.0"),
    "one command twice": (lint_commands, [command(), command()], "1.name"),
}

TAKEN: Taken = [
    (typing, offered(0)),
    (typing, offered(1, value=3)),
    (lint_command, command(name="wörter-2_l'été", options=None)),
    (lint_command, command(name="สวัสดี", name_localizations={"hi": "नमस्ते"})),
    (lint_command, command(option(1), option(2, name="g", options=[option(1, options=[option()])]))),
    (
        lint_command,
        command(option(required=True), option(4, name="n", min_value=0, max_value=9), option(5, name="b")),
    ),
    (lint_command, command(contexts=[0, 1, 2], integration_types=[0, 1], nsfw=False, dm_permission=True)),
    (lint_command, command(option(autocomplete=True, choices=[]), default_member_permissions=None)),
    (lint_commands, [command(), command(name="other")]),
]

globals().update(held_to(AT_MOST, REFUSED, TAKEN))
