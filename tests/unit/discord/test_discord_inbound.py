"""What Discord hands on, as events and places. Its ids and words come as they were; nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.discord.drawing.controls import NOT_NOW, ControlId, Kind
from adapters.discord.drawing.forms import form_of
from adapters.discord.drawing.render import IS_LAYOUT
from adapters.discord.hearing.inbound import Given, Heard, Reader, Said, Wanted, typed_so_far
from adapters.discord.hearing.places import Command, FormSent, Posted, Talk, Whisper
from bot.domain.people import Account, Place
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    Facts,
    FormSubmitted,
    InboundEvent,
    MessageDeleted,
    MessageEdited,
    OptionChosen,
    ScaleAnswered,
)
from tests.json_types import Json
from tests.sim.discord.reading import sent
from tests.unit.some_acts import FORM

ANA = Account(surface="discord", workspace="9", user="1")
EPHEMERAL = 1 << 6
COMMAND, COMPONENT, TYPING, SUBMIT = 2, 3, 4, 5
REF = "1:a~b%7E:c"


def facts(event_id: str) -> Facts:
    """Return what every event of Ana carries."""
    return Facts(event_id=event_id, account=ANA, handle=event_id, zone=None)


FACTS = facts("interaction:5")


def given(kind: int, data: Json, *, guild: str = "", message: str = "", flags: int = 0) -> Given:
    """Return what Ana did."""
    return Given(
        id="5", type=kind, application="9", user="1", guild=guild, channel="7",
        data=data, message=message, flags=flags,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("server", "permissions", "told"),
    [
        ("51", 1 << 5, ("discord/51", True)),
        ("51", 1 << 3, ("discord/51", True)),
        ("51", 1 << 5 | 1 << 11, ("discord/51", True)),
        ("51", ~(1 << 5 | 1 << 3) & (1 << 53) - 1, ("discord/51", False)),
        ("51", 0, ("discord/51", False)),
        ("51", -1, ("discord/51", False)),
        ("", 1 << 3, ("", False)),
    ],
)
def test_a_server_is_looked_after_by_whoever_may_manage_it(
    server: str, permissions: int, told: tuple[str, bool]
) -> None:
    """By Manage Server or Administrator and by no other permission; a conversation by nobody."""
    heard = reader().read(replace(given(COMMAND, command("help")), server=server, permissions=permissions))
    assert isinstance(heard, Heard)
    assert (heard.event.organisation, heard.event.manages) == told


def reader(zone: str | None = None) -> Reader:
    """Return one that knows a few commands."""
    return Reader(lambda _: zone, ("help", "journal last", "later"))


IN_A_ROOM = replace(
    given(COMPONENT, {"custom_id": "pgo~ref"}, guild="3", message="70"),
    room="7", room_name="team", called="Ana from nights",
)  # fmt: skip


def test_what_is_done_in_a_channel_says_which_and_who() -> None:
    """A control and a command; the card that was pressed is read by others too. Nothing of it is printed."""
    typed = replace(IN_A_ROOM, type=COMMAND, data=command("help"), message="")
    for each in (IN_A_ROOM, typed):
        heard = reader().read(each)
        assert isinstance(heard, Heard)
        assert heard.event.place == Place(surface="discord", workspace="9", channel="7")
        assert (heard.event.place_name, heard.event.called) == ("team", "Ana from nights")
        assert "nights" not in repr(each) + repr(heard)
    heard = reader().read(IN_A_ROOM)
    assert isinstance(heard, Heard)
    assert heard.place == Posted(channel="7", message="70", is_layout=False, is_shared=True)


def test_a_form_says_who_and_no_channel() -> None:
    """As on every surface: its ref is enough."""
    data = {"custom_id": form_of(FORM)["custom_id"], "components": []}
    heard = reader().read(replace(IN_A_ROOM, type=SUBMIT, data=data))
    assert isinstance(heard, Heard)
    assert (heard.event.place, heard.event.place_name) == (None, "")
    assert heard.event.called == "Ana from nights"


def test_a_direct_conversation_is_no_channel() -> None:
    """Who they are comes along all the same, with words too."""
    here = replace(given(COMMAND, command("help")), called="Ana")
    said = Said(id="6", application="9", user="1", channel="7", content="hm", called="Ana")
    edited = replace(said, edited_at="2026-01-05T09:00:00+00:00")
    for heard in (reader().read(here), reader().said(said), reader().edited(edited)):
        assert isinstance(heard, Heard)
        assert (heard.event.place, heard.event.called) == (None, "Ana")
    assert "Ana" not in repr((here, said))


def pressed(control: ControlId, *values: str) -> Heard:
    """Return what is heard of a control on a message that stays."""
    data = {"custom_id": control.pack(), **({"values": list(values)} if values else {})}
    heard = reader().read(given(COMPONENT, data, message="70"))
    assert isinstance(heard, Heard)
    return heard


def command(*path: str, **options: str) -> Json:
    """Return the data of a slash command."""
    inner: list[Json] = [{"name": name, "type": 3, "value": value} for name, value in options.items()]
    for depth, name in enumerate(reversed(path)):
        inner = [{"name": name, "type": 1 if not depth else 2, "options": inner}]
    return {"name": "reststop", "options": inner}


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (command("help"), "help"),
        (command("journal", "last"), "journal last"),
        (command("journal", "search", words="a *kind* end"), "journal search a *kind* end"),
        (command("later", words="16:30 "), "later 16:30"),
        ({"name": "reststop"}, ""),
    ],
)
def test_a_command_is_its_words_and_what_stands_behind_them(data: Json, text: str) -> None:
    """As somebody would have typed it."""
    heard = reader().read(given(COMMAND, data, guild="3"))
    assert heard == Heard(event=CommandInvoked(**FACTS, text=text), place=Command(is_direct=False))


def test_a_command_knows_where_it_was_typed() -> None:
    """In their own conversation there is no guild."""
    heard = reader().read(given(COMMAND, command("help")))
    assert isinstance(heard, Heard)
    assert heard.place == Command(is_direct=True)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("berlin", "Europe/Berlin"),
        ("somewhere", None),
    ],
)
def test_a_zone_that_is_told_is_no_words(typed: str, zone: str | None) -> None:
    """It is the zone of the event, by its own name; of what is none, the core hears that it was said."""
    heard = reader("UTC").read(given(COMMAND, command("settings", zone=typed)))
    assert isinstance(heard, Heard)
    assert isinstance(heard.event, CommandInvoked)
    assert (heard.event.text, heard.event.zone, heard.event.names_zone) == ("settings", zone, True)


def test_what_is_known_of_a_zone_comes_with_every_event() -> None:
    """A press says it, and words."""
    said = reader("Asia/Tokyo").said(Said(id="6", application="9", user="1", channel="7", content="hm"))
    assert said is not None
    assert said.event.zone == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("control", "values", "event"),
    [
        (ControlId(Kind.PRESS, "go", REF), (), ActionPressed(**FACTS, ref=REF)),
        (ControlId(Kind.PICK, "a~b%", REF), (), OptionChosen(**FACTS, ref=REF, values=("a~b%",))),
        (ControlId(Kind.MENU, "mood", REF), ("low",), OptionChosen(**FACTS, ref=REF, values=("low",))),
        (ControlId(Kind.SEVERAL, "s", REF), ("b", "a"), OptionChosen(**FACTS, ref=REF, values=("b", "a"))),
        (ControlId(Kind.RATE, "3", REF), (), ScaleAnswered(**FACTS, ref=REF, value=3)),
        (ControlId(Kind.RATE, NOT_NOW, REF), (), ScaleAnswered(**FACTS, ref=REF, value=None)),
        (ControlId(Kind.RATES, "mood", REF), ("4",), ScaleAnswered(**FACTS, ref=REF, value=4)),
        (ControlId(Kind.RATES, "mood", REF), (NOT_NOW,), ScaleAnswered(**FACTS, ref=REF, value=None)),
        (ControlId(Kind.COMMAND, "journal+last"), (), CommandInvoked(**FACTS, text="journal last")),
    ],
)
def test_a_control_comes_back_as_it_went(
    control: ControlId, values: tuple[str, ...], event: InboundEvent
) -> None:
    """Refs and names to the last sign."""
    heard = pressed(control, *values)
    assert heard == Heard(event=event, place=Posted(channel="7", message="70", is_layout=False))


def test_the_number_that_tells_equal_ids_apart_means_nothing() -> None:
    """A second control with the same ref is the same."""
    data = {"custom_id": ControlId(Kind.PRESS, "go", REF).pack() + "~2"}
    heard = reader().read(given(COMPONENT, data, message="70"))
    assert isinstance(heard, Heard)
    assert heard.event == ActionPressed(**FACTS, ref=REF)


def test_what_is_kept_is_wanted_by_its_token() -> None:
    """The core has no part in it."""
    wanted = reader().read(given(COMPONENT, {"custom_id": "kabc~"}, message="70"))
    assert wanted == Wanted(account=ANA, token="abc")  # of a button


@pytest.mark.parametrize(
    "what",
    [
        given(COMPONENT, {"custom_id": "old"}, message="70"),
        given(COMPONENT, {"custom_id": "r3.5~ref"}, message="70"),
        given(COMPONENT, {"custom_id": "Rmood~ref", "values": ["low"]}, message="70"),
        given(COMPONENT, {"custom_id": "mmood~ref"}, message="70"),
        given(COMPONENT, {"custom_id": "pgo~ref"}),
        given(COMPONENT, {}, message="70"),
        given(COMMAND, {"name": "another"}),
        given(TYPING, command("start", zone="to")),
        given(1, {}),
    ],
    ids=lambda what: f"{what.type}{dict(what.data)}",
)
def test_what_is_none_of_ours_is_nothing(what: Given) -> None:
    """Whatever a client sends."""
    assert reader().read(what) is None


@pytest.mark.parametrize(
    ("flags", "place"),
    [
        (0, Posted(channel="7", message="70", is_layout=False)),
        (IS_LAYOUT, Posted(channel="7", message="70", is_layout=True)),
        (EPHEMERAL | IS_LAYOUT, Whisper()),
    ],
)
def test_where_a_control_stands_is_read_off_its_message(flags: int, place: Posted | Whisper) -> None:
    """What only they see, what stays, and whether it can become plain."""
    heard = reader().read(given(COMPONENT, {"custom_id": "pgo~ref"}, message="70", flags=flags))
    assert isinstance(heard, Heard)
    assert heard.place == place


@pytest.mark.parametrize(
    ("message", "below"),
    [("", None), ("70", Posted(channel="7", message="70", is_layout=False, is_shared=True))],
)
def test_a_form_that_was_sent_says_what_was_typed_and_where_it_was_opened(
    message: str, below: Posted | None
) -> None:
    """By its fields; its place has it as Discord sent it, to be given back."""
    drawn = form_of(FORM)
    typed = sent(drawn, **{"words|0|": "a *kind* end"})
    data = {"custom_id": drawn["custom_id"], "components": typed}
    heard = reader().read(given(SUBMIT, data, guild="3", message=message))
    event = FormSubmitted(**FACTS, ref=FORM.ref, values={"words": "a *kind* end"})
    assert heard == Heard(event=event, place=FormSent(id=drawn["custom_id"], below=below, typed=typed))
    assert "kind" not in repr(heard)


def said(content: str, edited_at: str = "") -> Said:
    """Return what Ana wrote."""
    return Said(id="6", application="9", user="1", channel="7", content=content, edited_at=edited_at)


def test_words_are_heard_with_the_id_of_their_message() -> None:
    """So that what becomes of it is found."""
    event = DirectMessage(**facts("message:6"), text=" a kind end\n", message="6")
    assert reader().said(said(" a kind end\n")) == Heard(event=event, place=Talk())


@pytest.mark.parametrize(
    ("words", "text", "name"),
    [
        ("help", "help", "help"),
        ("Reststop journal  last", "journal  last", "journal last"),
        ("reststop later 16:30", "later 16:30", "later"),
    ],
)
def test_a_command_that_is_typed_is_one(words: str, text: str, name: str) -> None:
    """Its place knows which, without what stands behind it: that is for no button."""
    heard = reader().said(said(words))
    assert heard is not None
    assert isinstance(heard.event, CommandInvoked)
    assert (heard.event.text, heard.place) == (text, Talk(command=name))


def test_a_message_without_words_is_nothing() -> None:
    """A picture alone."""
    assert reader().said(said("  ")) is None


def test_what_a_message_says_now_is_heard_and_a_preview_of_a_link_is_not() -> None:
    """Discord tells of both alike, but for when it was changed."""
    heard = reader().edited(said("a kinder end", "2026-01-05T09:00:00+00:00"))
    assert heard is not None
    assert isinstance(heard.event, MessageEdited)
    assert heard.event.event_id == "edited:6:2026-01-05T09:00:00+00:00"
    assert (heard.event.message, heard.event.text) == ("6", "a kinder end")
    assert reader().edited(said("a kinder end")) is None


def test_a_message_that_is_gone_is_heard() -> None:
    """By its id alone."""
    heard = reader().deleted(ANA, "6")
    assert heard == Heard(event=MessageDeleted(**facts("deleted:6"), message="6"), place=Talk())


def test_what_stands_in_an_option_so_far_is_read_for_what_is_offered() -> None:
    """Nothing where nothing was typed."""
    assert typed_so_far(given(TYPING, command("start", zone="to"))) == "to"
    assert typed_so_far(given(TYPING, command("start"))) == ""


def test_nothing_that_somebody_did_is_printed() -> None:
    """Not by what is handed on."""
    assert "canary" not in repr(given(SUBMIT, {"custom_id": "canary"})) + repr(said("canary"))
