"""What Discord refuses of bodies, where the loopback Discord looks at them at all."""

from __future__ import annotations

from collections.abc import Sequence

from tests.json_types import Json
from tests.sim.discord.answers import Refused
from tests.sim.discord.checks import Problem, answer
from tests.sim.discord.core import Core
from tests.sim.discord.interactions import Interaction
from tests.sim.discord.lint import lint_callback, lint_edit, lint_follow, lint_post, lint_thread
from tests.sim.discord.lint_commands import lint_command, lint_commands
from tests.sim.discord.world import Message


def refuse_bad_post(core: Core, body: Json) -> None:
    """Look at a message to a channel.

    Raises:
        Refused: 50035 or 50006.
    """
    _refuse(core, lint_post(body) if core.lints else ())


def refuse_bad_follow(core: Core, body: Json) -> None:
    """Look at a follow-up.

    Raises:
        Refused: 50035 or 50006.
    """
    _refuse(core, lint_follow(body) if core.lints else ())


def refuse_bad_thread(core: Core, body: Json) -> None:
    """Look at a thread that is to begin.

    Raises:
        Refused: 50035.
    """
    _refuse(core, lint_thread(body) if core.lints else ())


def refuse_bad_edit(core: Core, body: Json, message: Message) -> None:
    """Look at a change of a message.

    Raises:
        Refused: 50035 or 50006.
    """
    _refuse(core, lint_edit(body, _before(message)) if core.lints else ())


def refuse_bad_callback(core: Core, body: Json, interaction: Interaction) -> None:
    """Look at a first answer.

    Raises:
        Refused: 50035 or 50006.
    """
    before = None if interaction.message is None else _before(interaction.message)
    _refuse(core, lint_callback(body, interaction.kind, before) if core.lints else ())


def refuse_bad_commands(core: Core, bodies: object) -> None:
    """Look at commands that are to be registered.

    Raises:
        Refused: 50035.
    """
    if core.lints:
        _refuse(core, lint_commands(bodies) if isinstance(bodies, list) else lint_command(bodies))


def _before(message: Message) -> Json:
    return {
        "content": message.content,
        "components": message.components,
        "flags": message.flags,
        "attachments": [{"id": file.id} for file in message.files],
    }


def _refuse(core: Core, problems: Sequence[Problem]) -> None:
    if problems:
        core.complaints += problems
        body = answer(problems)
        raise Refused(400, body["code"], body["message"], errors=body.get("errors"))
