"""A plan for Discord, told in words; and what is kept while it is made, by tokens that can be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from adapters.discord import text
from adapters.discord.answering.acts import Memory
from adapters.discord.answering.calls import (
    Call,
    Change,
    First,
    Follow,
    Give,
    Nothing,
    Offer,
    OpenModal,
    Post,
    Remove,
    RemoveOriginal,
    Reply,
    Update,
)
from adapters.discord.answering.kept import Item, KeptCards, KeptForm
from adapters.discord.drawing.forms import form_of
from adapters.discord.drawing.render import IS_LAYOUT
from adapters.discord.hearing.places import Posted
from bot.surface import phrases
from tests.sim.discord.reading import controls_in, texts_in
from tests.unit.some_acts import FORM, KNOWN

POSTED = Posted(channel="7", message="70", is_layout=False)
DRAWN = form_of(FORM)
AGAIN_ID = "f~again"


@dataclass
class Remembered:
    """What is kept."""

    items: dict[str, Item] = field(default_factory=dict)

    def memory(self) -> Memory:
        """Return it as a plan takes it. `FORM` is known as it was drawn, and one from a posted message."""
        opened = {
            DRAWN["custom_id"]: KeptForm(modal=DRAWN),
            AGAIN_ID: KeptForm(modal=DRAWN, origin=POSTED, is_offered=True),
        }
        return Memory(keep=self.keep, drawn=opened.get)

    def keep(self, item: Item) -> str:
        """Keep something under the next token."""
        token = f"token{len(self.items)}"
        self.items[token] = item
        return token


def told_first(first: First, kept: Remembered) -> str:
    """Tell of a first answer."""
    match first:
        case Reply(body=body):
            assert body["flags"] & IS_LAYOUT
            return f"reply: {_words(body, kept)}"
        case Update(body=body):
            return f"update{' plain' * ('content' in body)}: {_words(body, kept)}"
        case OpenModal(form=form):
            return f"open{_from(form)}: {_words(form.modal, kept)}"
        case Nothing():
            return "nothing"
        case _:
            assert_never(first)


def told_of(call: Call, kept: Remembered) -> str:  # noqa: PLR0911 - one for each kind
    """Tell of what follows."""
    match call:
        case Follow(body=body):
            assert body["flags"] & IS_LAYOUT
            return f"follow: {_words(body, kept)}"
        case Post(body=body):
            return f"post: {_words(body, kept)}"
        case Offer(item=item):
            return f"offer: {_kept(item, kept)}"
        case Change():
            return f"change {call.message}: {_words(call.body, kept)}"
        case Remove():
            return f"remove {call.message}"
        case RemoveOriginal():
            return "remove original"
        case Give():
            return f"give {call.attach.file.name}"
        case _:
            assert_never(call)


_NAMES = {
    phrases.WRITTEN_TO_YOU: "written",
    text.BELOW: "below",
    phrases.FINE: "fine",
    phrases.TOO_LONG: "late",
    text.YOUR_WORDS: "yours",
    text.OPENS_AGAIN: "again",
    text.COPY_THEM: "copy",
}


def _words(drawn: object, kept: Remembered) -> str:
    """Return which known words stand in something drawn, and what its buttons bring, in order."""
    found = [_NAMES.get(each, each) for each in texts_in(drawn)]
    said = [each for each in found if each in KNOWN or each in _NAMES.values()]
    buttons = [_button(custom_id, kept) for custom_id in controls_in(drawn)]
    return ", ".join([*said, *filter(None, buttons)])


def _button(custom_id: str, kept: Remembered) -> str:
    if custom_id.startswith("c"):
        return f"way in {custom_id[1:-1]}"
    item = kept.items[custom_id[1:-1]]
    assert isinstance(item, KeptForm)
    typed = "typed" in [part["component"].get("value") for part in item.modal["components"]]
    return f"kept form{' typed' * typed}"


def _kept(item: Item, kept: Remembered) -> str:
    match item:
        case KeptForm():
            return f"{_words(item.modal, kept)}{_from(item)}"
        case KeptCards(pages=pages):
            return ", ".join(_words(page, kept) for page in pages)
        case _:
            assert_never(item)


def _from(form: KeptForm) -> str:
    return f" from {form.origin.message}" if form.origin else ""
