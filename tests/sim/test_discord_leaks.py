"""Somebody's words are found where they must not stand on Discord, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime

import discord
import pytest

from tests.json_types import Json
from tests.sim.discord import DiscordSim
from tests.sim.discord.interactions import CHOICES, DEFER, DEFER_UPDATE, REPLY, UPDATE
from tests.sim.discord.journal import Entry
from tests.sim.discord.leaks import leaks
from tests.sim.discord.openapi import FILE, contract, exchanges
from tests.sim.discord.world import EPHEMERAL, IS_COMPONENTS_V2
from tests.sim.discord_app import App, running
from tests.sim.discord_bodies import (
    button,
    command,
    field,
    label,
    layout,
    link,
    modal,
    plain,
    row,
    select,
    text,
)

WORDS = "the long night shift"
SEEN = {"flags": EPHEMERAL}
"""A message for one person's eyes."""
POST, PATCH = "POST /channels/{channel}/messages", "PATCH /channels/{channel}/messages/{message}"
CALLBACK = "POST /interactions/{interaction}/{token}/callback"
FOLLOW = "POST /webhooks/{application}/{token}"
CHANGE = "PATCH /webhooks/{application}/{token}/messages/{message}"
WHISPERED = layout({"type": 10, "content": WORDS}, flags=IS_COMPONENTS_V2 | EPHEMERAL)
SHOWN = layout({"type": 10, "content": WORDS})


def sent(
    route: str, args: object, reply: object = None, *, path: str = "/1/2", query: str = "", status: int = 200
) -> Entry:
    """A request as the journal has it."""
    return Entry(
        at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
        route=route,
        path=path,
        params={},
        query={"q": query},
        args=args,  # type: ignore[arg-type]  # a list, where commands are registered
        raw=b"",
        status=status,
        reply=reply,
    )


def answered(kind: int, data: Json | None, message: Json | None = None) -> Entry:
    """A first answer to an interaction, and the message that came of it if it was asked for."""
    reply = None if message is None else {"resource": {"type": kind, "message": message}}
    return sent(CALLBACK, {"type": kind, "data": data}, reply)


LEAKS: dict[str, tuple[Entry, str]] = {
    "a message": (sent(POST, plain(content=f"You wrote: {WORDS}.")), "in what stays"),
    "other letters and blanks": (sent(POST, plain(content="The LONG\n night  shift")), "in what stays"),
    "words in another form": (sent(POST, plain(content="the **long** __night__ shift")), "in what stays"),
    "a layout": (sent(POST, SHOWN), "in what stays"),
    "words on a button": (sent(POST, plain(row(button(label=WORDS)))), "in what stays"),
    "words to choose": (
        sent(POST, plain(row(select(options=[{"label": WORDS, "value": "v"}])))),
        "in what stays",
    ),
    "a change": (sent(PATCH, plain(content=WORDS)), "in what stays"),
    "a reply for all": (answered(REPLY, SHOWN, {"flags": 0}), "in what stays"),
    "a reply for all, of which nothing was heard": (answered(REPLY, SHOWN), "in what stays"),
    "an update of what is posted": (answered(UPDATE, SHOWN, {"flags": 0}), "in what stays"),
    "an update of nobody knows what": (answered(UPDATE, SHOWN), "in what stays"),
    "a follow-up for all": (sent(FOLLOW, SHOWN, {"flags": 0}), "in what stays"),
    "a change by a token": (sent(CHANGE, SHOWN, {"flags": IS_COMPONENTS_V2}), "in what stays"),
    "a command": (
        sent("PUT /applications/{application}/commands", [command(description=WORDS)]),
        "in what stays",
    ),
    "a custom_id in a whisper": (
        sent(FOLLOW, layout(row(button(custom_id=WORDS)), flags=EPHEMERAL), SEEN),
        "in a custom_id",
    ),
    "a custom_id of a modal": (answered(9, modal(field(), custom_id=WORDS)["data"]), "in a custom_id"),
    "a value in a whisper": (
        sent(FOLLOW, layout(row(select(options=[{"label": "a", "value": WORDS}]))), SEEN),
        "in a value",
    ),
    "a nonce": (sent(POST, plain(nonce=WORDS)), "in a nonce"),
    "a link in a whisper": (
        sent(FOLLOW, layout(row(link(url=f"https://example.org/{WORDS}"))), SEEN),
        "in a url",
    ),
    "the name of a file": (
        sent(POST, plain(attachments=[{"id": 0, "filename": f"{WORDS}.json"}])),
        "in a filename",
    ),
    "a choice while typing": (
        answered(CHOICES, {"choices": [{"name": "a", "value": WORDS}]}),
        "in a value",
    ),
    "the address": (sent("GET /users/{user}", {}, path="/users/the+long%20night+shift"), "in the address"),
    "a query": (sent("GET /channels/{channel}/messages", {}, query=WORDS), "in the address"),
    "a custom_id that was refused": (
        sent(POST, plain(row(button(custom_id=WORDS))), status=400),
        "in a custom_id",
    ),
}


@pytest.mark.parametrize("what", LEAKS)
def test_words_are_found_where_they_must_not_stand(what: str) -> None:
    """By the route and the place, without the words."""
    entry, place = LEAKS[what]
    assert leaks([entry, entry], ["something else", WORDS]) == [f"{entry.route}: {place}"]
    assert leaks([entry], ["something else"]) == []


HELD: list[Entry] = [
    answered(REPLY, WHISPERED, SEEN),
    answered(REPLY, WHISPERED),
    answered(UPDATE, SHOWN, SEEN),
    answered(DEFER, {"flags": EPHEMERAL}),
    answered(DEFER_UPDATE, None),
    answered(9, modal(field(value=WORDS), text(), label(select(), description=WORDS))["data"]),
    sent(FOLLOW, WHISPERED, SEEN),
    sent(CHANGE, SHOWN, SEEN),
    sent(POST, plain(content=WORDS), status=400),
]


@pytest.mark.parametrize("entry", HELD, ids=range(len(HELD)))
def test_words_may_stand_before_the_eyes_of_one(entry: Entry) -> None:
    """In an ephemeral message, in a modal, and in what was refused."""
    assert leaks([entry], [WORDS]) == []


async def rest(interaction: discord.Interaction) -> None:
    """Answer a command in private, with words that change, and follow."""
    for words, show in ((WORDS, interaction.response.send_message), (f"{WORDS}, once more", None)):
        view = discord.ui.LayoutView(timeout=None)
        view.add_item(discord.ui.TextDisplay(words))
        view.stop()
        if show is not None:
            await show(view=view, ephemeral=True)
        else:
            await interaction.edit_original_response(view=view)
    await interaction.followup.send("Something is here.", ephemeral=True)


async def test_what_discord_py_whispers_is_no_leak_and_what_it_posts_is_one() -> None:
    """Over the wire; and where Discord's own description is at hand, all of it is as that says."""
    async with DiscordSim() as sim:
        ana, app = sim.user("ana"), App()
        app.tree.command(name="rest", description="Rest")(rest)
        async with running(sim, app):
            await app.tree.sync()
            await ana.command("rest")
            assert [message.text for message in ana.whispers] == [f"{WORDS}, once more", "Something is here."]
            assert leaks(sim.journal, [WORDS]) == []
            user = await app.fetch_user(int(ana.id))
            await user.send(WORDS, nonce="n")
            assert leaks(sim.journal, [WORDS]) == ["POST /channels/{channel}/messages: in what stays"]
        if FILE.exists():
            found = contract().complaints(exchanges(sim.journal))
            assert found == []
