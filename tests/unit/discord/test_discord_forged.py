"""What no client of Discord sends, and what comes twice or from another time: no fault, and no word lost."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from adapters.discord import text
from bot.surface import phrases
from bot.surface.inbound import (
    ActionPressed,
    DirectMessage,
    FormSubmitted,
    InboundEvent,
    MessageEdited,
    PersonChanged,
    ScaleAnswered,
)
from bot.surface.outcome import Outcome, Refuse
from tests.contract.surface_samples import shows
from tests.json_types import Json, ReadJson
from tests.sim.discord.interactions import COMPONENT, SUBMIT
from tests.unit.discord.desk import Desk, desk
from tests.unit.scripted_core import ANSWER, CANARY, QUESTION, SECRET, scripted

WORDS_OF = {"type": 18, "component": {"type": 4, "custom_id": "words|0|", "value": CANARY}}


@pytest.fixture
async def here() -> AsyncIterator[Desk]:
    """A core that is quick enough for everybody."""
    async with desk() as at_ease:
        yield at_ease


async def _press(here: Desk, custom_id: str, **more: object) -> None:
    """Send a press of a control that stands nowhere."""
    message = here.ana.messages[-1]
    data: Json = {"custom_id": custom_id, "component_type": 2, "id": 1, **more}
    await here.ana._act(COMPONENT, data, here.ana._place(message), message)  # noqa: SLF001 - no client does


async def _send(here: Desk, custom_id: str, *components: ReadJson) -> None:
    """Send a form as it never opened."""
    await here.ana.command("write")
    modal = here.ana.modal
    assert modal is not None
    data = {"custom_id": custom_id or modal.custom_id, "components": list(components)}
    await here.ana._act(SUBMIT, data, modal.channel, None, modal)  # noqa: SLF001 - no client does


@pytest.mark.parametrize(
    ("custom_id", "values"),
    [
        ("", None), ("~", None), ("q~ref", None), ("p", None), ("rx~ref", None), ("m~ref", []), ("s~ref", []),
        ("R~ref", ["x"]), ("R~ref", ["9" * 5_000]), ("R~ref", []),
    ],
)  # fmt: skip
async def test_a_control_that_makes_no_sense_is_a_sentence_and_no_fault(
    here: Desk, caplog: pytest.LogCaptureFixture, custom_id: str, values: list[str] | None
) -> None:
    """Nothing of it reaches the core."""
    await here.post(QUESTION)
    await _press(here, custom_id, **({} if values is None else {"values": values}))
    assert [whisper.text for whisper in here.ana.whispers] == [text.NOT_KNOWN]
    assert here.core.heard_of(ActionPressed, ScaleAnswered) == []
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_what_another_kept_opens_nothing(here: Desk) -> None:
    """A token is good for the account that it was made for."""
    here.core.says = lambda event: shows(SECRET) if isinstance(event, DirectMessage) else scripted(event)
    await here.ana.dm("a hard day")
    [control] = [
        each for each in here.ana.posts[-1].components[0]["components"] if each["label"] == phrases.OPEN_HERE
    ]
    ben = here.sim.user("ben")
    await ben.dm("me too")
    message = ben.messages[-1]
    data = {"custom_id": control["custom_id"], "component_type": 2, "id": 1}
    await ben._act(COMPONENT, data, ben._place(message), message)  # noqa: SLF001 - no client does
    assert "Yours alone." not in ben.screen_text()
    assert text.GONE in ben.screen_text()


@pytest.mark.parametrize(
    ("custom_id", "part"),
    [
        ("", {"type": 18, "component": {"type": 4, "custom_id": "words", "value": CANARY}}),
        ("", {"type": 18, "component": {"type": 4, "custom_id": "words|x|n", "value": CANARY}}),
        ("", {"type": 18, "component": {"type": 4, "custom_id": "words|0|q", "value": CANARY}}),
        ("", {"type": 18, "component": {"type": 4, "custom_id": "else|0|", "value": CANARY}}),
        ("another", WORDS_OF),
    ],
)
async def test_a_form_of_another_make_gives_the_words_back(
    here: Desk, caplog: pytest.LogCaptureFixture, custom_id: str, part: ReadJson
) -> None:
    """One that was opened before an update, say: Discord has closed it, and its words stand nowhere else."""
    here.core.says = lambda event: (
        Outcome(first=Refuse(errors={"": "Not that."}))
        if isinstance(event, FormSubmitted)
        else scripted(event)
    )
    await _send(here, custom_id, part)
    assert CANARY in here.ana.whispers[-1].text.split("\n")
    assert CANARY not in caplog.text


@pytest.mark.parametrize("part", [{"type": 18}, {"type": 18, "component": None}, {"type": 10}, {"type": 99}])
async def test_a_form_with_nothing_in_it_is_heard_as_that(here: Desk, part: ReadJson) -> None:
    """It breaks nothing."""
    await _send(here, "", part)
    [sent] = here.core.heard_of(FormSubmitted)
    assert isinstance(sent, FormSubmitted)
    assert dict(sent.values) == {}
    assert text.BROKEN not in here.ana.screen_text()


async def test_what_is_kept_is_shown_once_for_a_press_that_comes_twice(here: Desk) -> None:
    """As whatever else comes again when a session is resumed; a control of another make too."""
    here.core.says = lambda event: shows(SECRET) if isinstance(event, DirectMessage) else scripted(event)
    await here.ana.dm("a hard day")
    await here.ana.press(phrases.OPEN_HERE)
    here.sim.gateway.repeat("INTERACTION_CREATE")
    await here.sim.settled()
    assert [whisper.text for whisper in here.ana.whispers] == ["Yours alone."]
    await _press(here, "old")
    here.sim.gateway.repeat("INTERACTION_CREATE")
    await here.sim.settled()
    assert [whisper.text for whisper in here.ana.whispers] == ["Yours alone.", text.NOT_KNOWN]


async def test_nothing_is_said_of_an_offer_that_came_too_late(
    here: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """Who types on is past it; a sentence would be one more call in vain for every letter typed."""
    here.sim.faults.fail("POST /interactions/*/callback", 404, code=10062)
    await here.ana.autocomplete("settings", zone="berl")
    assert len(here.sim.journal.calls("POST /interactions/*/callback")) == 1
    assert here.sim.journal.calls("POST /webhooks/*") == []
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_a_zone_may_be_typed_as_people_say_it(here: Desk) -> None:
    """The option says "like Berlin": who sends that without choosing from the list is understood."""
    await here.ana.command("settings", zone="new york")
    assert here.core.heard[0].zone == "America/New_York"


async def test_what_was_kept_opens_nothing_once_all_was_erased(here: Desk) -> None:
    """Words that a refused form held, and pages behind a button, are gone with the rest."""
    await here.ana.command("write")
    here.ana.fill({"Your words": "no"})
    await here.ana.submit()
    refused = here.ana.whispers[-1]
    here.core.says = lambda _: replace(shows(ANSWER), forgets=True)
    await here.ana.command("help")
    await here.ana.press(text.AGAIN, on=refused)
    assert here.ana.modal is None
    assert text.GONE in here.ana.whispers[-1].text


async def test_a_conversation_of_several_is_nobodys_own(here: Desk) -> None:
    """Commands are not offered there. Whoever uses one all the same is not written to before the others."""
    await here.ana.dm("ask")
    await here.ana.press("Go on")
    group = {"id": "5", "type": 3, "recipients": [], "owner_id": "6", "name": None, "icon": None}
    here.sim.gateway.repeat("INTERACTION_CREATE", id="77", context=2, channel_id="5", channel=group)
    await here.sim.settled()
    assert len(here.core.heard_of(ActionPressed)) == 2
    told = {event.conversation for event in here.core.heard_of(PersonChanged)}
    assert here.ana.direct is not None
    assert told == {here.ana.direct.id}


@pytest.mark.parametrize(
    "odd",
    [
        {"author": {"id": "9", "username": "other", "discriminator": "0", "avatar": None, "bot": True}},
        {"content": "", "type": 6},
        {"content": "", "type": 3},
        {"content": "", "sticker_items": [{"id": "1", "name": "wave", "format_type": 1}]},
        {"content": "", "attachments": [{"id": "1", "filename": "", "size": 1, "url": "", "proxy_url": ""}]},
        {"content": "\n \t"},
        {"guild_id": "12"},
    ],
    ids=["bot", "pin", "call", "sticker", "file", "spaces", "server"],
)  # fmt: skip
async def test_what_says_nothing_to_reststop_is_not_heard(here: Desk, odd: Json) -> None:
    """Nor answered; and nothing breaks."""
    await here.ana.dm("a kind end")
    before = len(here.core.heard), len(here.ana.messages)
    here.sim.gateway.repeat("MESSAGE_CREATE", **{"id": "77", **odd})
    await here.sim.settled()
    assert (len(here.core.heard), len(here.ana.messages)) == before


async def test_what_the_bot_changes_itself_is_no_change_of_anybodys(here: Desk) -> None:
    """Discord tells of it as of any message."""
    message = await here.post(QUESTION)
    await here.ana.press("Go on", on=message)
    await here.sim.settled()
    assert here.core.heard_of(MessageEdited) == []


async def test_news_that_break_the_core_are_no_failure_of_what_was_answered(here: Desk) -> None:
    """Who pressed has their answer by then, and hears of nothing else."""

    def breaks(event: InboundEvent) -> Outcome:
        if isinstance(event, PersonChanged):
            raise OSError
        return scripted(event)

    here.core.says = breaks
    message = await here.post(QUESTION)
    await here.ana.press("Go on", on=message)
    assert "There it is." in here.ana.posts[-1].text
    assert here.ana.whispers == []
