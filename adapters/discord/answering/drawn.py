"""What is drawn, as discord.py takes it: our components go out unchanged, and the library keeps nothing.

discord.py keeps each view and modal that it sends in memory, until it ends, and looks for the control there
when somebody presses it. Controls here say all that is needed by themselves (`controls.py`): whatever is
handed to it has ended before (`stop`), so that nothing is kept, and a restart changes nothing.
"""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from adapters.discord.text import Payload

_LAYOUT = discord.MessageFlags(components_v2=True).value
_NO_EMBEDS = discord.MessageFlags(suppress_embeds=True).value


class _Drawn(ui.View):
    """The components of a message body: all of a layout, or rows below plain content."""

    def __init__(self, body: Payload) -> None:
        super().__init__(timeout=None)
        self._body = body
        self.stop()

    def to_components(self) -> list[dict[str, Any]]:
        """Return what was drawn."""
        return list(self._body.get("components", ()))

    def has_components_v2(self) -> bool:
        """Say whether no content may stand beside them: discord.py sets the flag of a layout by this."""
        return is_layout(self._body)


class DrawnModal(ui.Modal):
    """A form, for `InteractionResponse.send_modal`."""

    def __init__(self, modal: Payload) -> None:
        """Stand for `modal`: its title, `custom_id` and components."""
        super().__init__(title=modal["title"], custom_id=modal["custom_id"])
        self._drawn = modal
        self.stop()

    def to_dict(self) -> dict[str, Any]:
        """Return what was drawn."""
        return self._drawn


def is_layout(body: Payload) -> bool:
    """Whether a message body is a layout, which no content may stand beside."""
    return bool(body.get("flags", 0) & _LAYOUT)


def sent(body: Payload) -> dict[str, Any]:
    """Return what discord.py's ways to send take by name, for one of our message bodies.

    These are `Messageable.send`, `InteractionResponse.send_message` and `Webhook.send`. Whether only one
    person sees it is theirs to say (`ephemeral`); nobody is ever mentioned.
    """
    named: dict[str, Any] = {"allowed_mentions": discord.AllowedMentions.none(), "view": _Drawn(body)}
    if not is_layout(body):
        named["content"] = body["content"]
        named["suppress_embeds"] = bool(body.get("flags", 0) & _NO_EMBEDS)
    return named


def edited(body: Payload) -> dict[str, Any]:
    """Return what discord.py's ways to edit take by name, so that a message becomes `body`.

    These are `Message.edit`, `InteractionResponse.edit_message` and `Webhook.edit_message`. A plain message
    becomes a layout only where its content goes by name; a layout stays one for good (Discord's message
    reference, `IS_COMPONENTS_V2`).
    """
    named: dict[str, Any] = {"allowed_mentions": discord.AllowedMentions.none(), "view": _Drawn(body)}
    named["content"] = None if is_layout(body) else body["content"]
    if is_layout(body):
        named |= {"embeds": [], "attachments": []}
    return named
