"""The simulated world: what it shows, what it remembers, and what it will not take."""

from datetime import UTC, datetime

import pytest

from adapters.sim.app import SimWorld
from adapters.sim.errors import BadJson, LineRefused, MissingField, NotYours, UnknownRef
from adapters.sim.inbound import TURNS, Line, command_text, read_line
from adapters.sim.render import Output
from adapters.sim.spots import Turn
from bot.domain.people import Account
from bot.domain.prompts import Option
from bot.errors import SurfaceError
from bot.ports.chat import Arrival, Letter, NotOpen, Sent, Unreachable
from bot.surface.audience import Direct, OnlyYou, Reading
from bot.surface.card import Button, Buttons, Card, Choose, Reach, Scale, say
from bot.surface.form import Form, TextField
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    Facts,
    FormDismissed,
    FormSubmitted,
    InboundEvent,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import Open, Outcome, Refuse, Replace, Retract, Show, answer
from bot.testing.time import ManualClock

ANA = Account(surface="console", workspace="sim", user="ana")
FACTS = Facts(
    event_id="7@0",
    handle="7@0",
    account=ANA,
    zone=None,
    organisation="console/sim",
    manages=False,
    called="ana",
)
FORM = Form(text_id="f", ref="form", name="entry", title="Write", fields=(TextField(name="text", label="T"),))
ASKS = Card(
    text_id="asks",
    blocks=(
        say("Hello."),
        Choose(
            ref="days",
            name="days",
            ask="Which?",
            options=tuple(Option(name=name, label=name.upper()) for name in ("mon", "tue", "wed")),
            at_most=2,
        ),
        Choose(ref="one", name="one", ask="Which?", options=(Option(name="yes", label="Yes"),)),
        Scale(ref="energy", name="energy", ask="How much?", low=1, high=3, words=("low", "some", "full")),
        Buttons(buttons=(Button(ref="go", name="go", label="Go"),)),
    ),
    summary="Hello.",
    reach=Reach.PERSONAL,
)


def plain_card(text: str, reach: Reach = Reach.PERSONAL) -> Card:
    """A card of one line."""
    return Card(text_id=text, blocks=(say(text),), summary=text, reach=reach)


class Story:
    """A world with its records, and lines read into turns."""

    def __init__(self) -> None:
        """Begin on a quiet morning."""
        self.shown: list[Output] = []
        clock = ManualClock(datetime(2026, 1, 5, 8, tzinfo=UTC))
        self.world = SimWorld(clock=clock, out=self.shown.append)
        self.events = 0

    def turn(self, do: str, **keys: object) -> Turn:
        """Read one line of `ana`, unless it names somebody else."""
        self.events += 1
        return TURNS[do](Line({"who": "ana", **keys}), self.world, f"{self.events}@0")

    def tell(self, outcome: Outcome, do: str = "command", **keys: object) -> list[Output]:
        """Let a line be answered with `outcome`; return what that showed."""
        before = len(self.shown)
        turn = self.turn(do, **({"text": "start"} if do == "command" else {}) | keys)
        self.world.arrives(turn.account)
        self.world.tell(turn, outcome)
        return self.shown[before:]


@pytest.fixture
def story() -> Story:
    """A world in which Ana has three questions before her."""
    story = Story()
    story.tell(answer(ASKS))
    return story


def test_a_platform_says_who_looks_after_an_organisation(story: Story) -> None:
    """There is one on each surface; who is put in charge on one is not on another."""
    world = story.world
    world.appoint(world.account("ana", "slack"), is_admin=True)

    def told(surface: str) -> tuple[str, bool | None]:
        event = story.turn("command", text="admin", surface=surface).event
        assert event is not None
        return event.organisation, event.manages

    assert told("slack") == ("slack/sim", True)
    assert told("discord") == ("discord/sim", False)
    world.house_ends()
    assert told("slack") == ("slack/sim", True)
    world.appoint(world.account("ana", "slack"), is_admin=False)
    assert told("slack") == ("slack/sim", False)


def test_ids_count_what_is_shown_and_answers_stand_where_they_were_asked(story: Story) -> None:
    """A direct card leaves the room; an answer for her eyes stays in it."""
    direct = Show(card=plain_card("later"), audience=Direct())
    records = story.tell(answer(plain_card("now"), direct), where="#ward")
    assert [(one.id, one.to, one.where, one.seen_by, one.kind) for one in records] == [
        ("o2", "ana", "#ward", "only_you", "card"),
        ("o3", "ana", None, "direct", "card"),
    ]


def test_replacing_and_retracting_carry_the_id_of_the_pressed_card(story: Story) -> None:
    """What changes is the card whose control was pressed, as on every platform."""
    changed = story.tell(Outcome(first=Replace(card=plain_card("noted"))), "press", ref="go")
    gone = story.tell(Outcome(first=Retract()), "press", ref="go")
    assert [(one.id, one.kind, one.text) for one in (*changed, *gone)] == [
        ("o1", "replace", "noted"),
        ("o1", "retract", None),
    ]


def test_a_form_keeps_the_card_that_opened_it(story: Story) -> None:
    """After the form is sent, the card below it can still be replaced."""
    opened = story.tell(Outcome(first=Open(form=FORM)), "press", ref="go")
    assert [(one.kind, one.text_id, one.form and one.form.ref) for one in opened] == [("form", "f", "form")]
    refused = story.tell(
        Outcome(first=Refuse(errors={"text": "Nothing yet."})), "submit", ref="form", values={}
    )
    assert [(one.kind, one.errors) for one in refused] == [("errors", {"text": "Nothing yet."})]
    saved = story.tell(
        Outcome(first=Replace(card=plain_card("saved"))), "submit", ref="form", values={"text": "x"}
    )
    assert [(one.kind, one.id) for one in saved] == [("replace", "o1")]


@pytest.mark.parametrize(
    ("do", "keys", "event"),
    [
        (
            "command",
            {"text": "/reststop journal last"},
            CommandInvoked(**FACTS, text="journal last"),
        ),
        ("press", {"ref": "go"}, ActionPressed(**FACTS, ref="go")),
        (
            "choose",
            {"ref": "days", "values": ["wed", "mon"]},
            OptionChosen(**FACTS, ref="days", values=("wed", "mon")),
        ),
        (
            "choose",
            {"ref": "one", "value": "yes"},
            OptionChosen(**FACTS, ref="one", values=("yes",)),
        ),
        (
            "scale",
            {"ref": "energy", "value": None},
            ScaleAnswered(**FACTS, ref="energy", value=None),
        ),
        (
            "submit",
            {"ref": "form", "values": {"text": "x"}},
            FormSubmitted(**FACTS, ref="form", values={"text": "x"}),
        ),
        ("dismiss", {"ref": "form"}, FormDismissed(**FACTS, ref="form")),
    ],
)
def test_events_carry_what_the_line_says(
    story: Story, do: str, keys: dict[str, object], event: InboundEvent
) -> None:
    """The core hears the same event as from a real surface."""
    story.tell(Outcome(first=Open(form=FORM)))
    story.events = 6
    assert story.turn(do, **keys).event == event


def test_talk_in_a_room_is_never_heard(story: Story) -> None:
    """What people say to each other in a channel does not reach the core."""
    assert story.turn("say", text="hello all", where="#ward").event is None
    assert story.turn("say", text="hello").event is not None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/checkin", "checkin"),
        ("checkin", "checkin"),
        ("/reststop checkin", "checkin"),
        ("reststop checkin", "checkin"),
        ("/reststop", ""),
        ("/write two  words\nand a line", "write two  words\nand a line"),
    ],
)
def test_a_leading_slash_and_the_products_name_may_stand(typed: str, meant: str) -> None:
    """People type a command as their platform taught them."""
    assert command_text(typed) == meant


@pytest.mark.parametrize(
    ("do", "keys", "refusal"),
    [
        ("press", {"ref": "nothing"}, UnknownRef),
        ("press", {"ref": "energy"}, UnknownRef),
        ("press", {"ref": "go", "who": "ben"}, NotYours),
        ("press", {"ref": "go", "surface": "slack"}, NotYours),
        ("press", {}, MissingField),
        ("press", {"ref": 1}, BadJson),
        ("press", {"ref": "go", "surface": "pager"}, BadJson),
        ("press", {"ref": "go", "who": ""}, BadJson),
        ("press", {"ref": "go", "who": "\ud800"}, BadJson),
        ("choose", {"ref": "go", "value": "mon"}, UnknownRef),
        ("choose", {"ref": "days"}, MissingField),
        ("choose", {"ref": "days", "value": "sun"}, BadJson),
        ("choose", {"ref": "days", "values": "mon"}, BadJson),
        ("choose", {"ref": "days", "values": ["mon", "mon"]}, BadJson),
        ("choose", {"ref": "days", "values": ["mon", "tue", "wed"]}, BadJson),
        ("choose", {"ref": "days", "values": [["mon"]]}, BadJson),
        ("choose", {"ref": "one", "values": []}, BadJson),
        ("scale", {"ref": "energy"}, MissingField),
        ("scale", {"ref": "energy", "value": 4}, BadJson),
        ("scale", {"ref": "energy", "value": True}, BadJson),
        ("scale", {"ref": "go", "value": 1}, UnknownRef),
        ("submit", {"ref": "go", "values": {}}, UnknownRef),
        ("dismiss", {"ref": "go"}, UnknownRef),
        ("say", {}, MissingField),
    ],
)
def test_a_line_that_means_nothing_is_refused(
    story: Story, do: str, keys: dict[str, object], refusal: type[LineRefused]
) -> None:
    """Each refusal has the documented code, and its sentence quotes nothing of the line."""
    with pytest.raises(refusal) as refused:
        story.turn(do, **keys)
    assert "mon" not in refused.value.sentence


def test_a_form_of_somebody_else_is_not_yours(story: Story) -> None:
    """Nobody sends another's form, even with its ref in hand."""
    story.tell(Outcome(first=Open(form=FORM)))
    with pytest.raises(NotYours):
        story.turn("submit", ref="form", who="ben", values={"text": "x"})


@pytest.mark.parametrize(
    "raw", [b"{", b"[1]", b'"x"', b"\xff{}", b'{"a":NaN}', b"[" * 100_000, b'{"a":' + b"9" * 5_000 + b"}"]
)
def test_what_is_no_json_object_is_refused(raw: bytes) -> None:
    """Whatever a line holds, it is refused and not fallen over."""
    with pytest.raises(BadJson):
        read_line(raw)


def test_a_name_stays_on_the_surface_where_it_was_first_seen(story: Story) -> None:
    """Later lines need not say it again; another surface makes another account."""
    story.tell(answer(plain_card("hello")), who="cem", surface="slack")
    assert story.turn("command", who="cem", text="help").account.surface == "slack"
    assert story.turn("command", who="cem", text="help", surface="discord").account.surface == "discord"
    assert story.turn("command", who="new", text="help").account.surface == "console"


def test_a_reading_answers_nobody_but_the_one_who_asked(story: Story) -> None:
    """Own words go to the account that asked for them, or nowhere."""
    words = plain_card("own", Reach.SEALED)
    for_ana = Outcome(first=Show(card=words, audience=Reading(to=ANA, handle="h")))
    assert [one.seen_by for one in story.tell(for_ana)] == ["reading"]
    assert story.tell(for_ana, who="ben") == []


def test_a_refused_form_keeps_what_was_typed(story: Story) -> None:
    """After a refusal the form stands open with every word; sending it again needs no typing."""
    story.tell(Outcome(first=Open(form=FORM)))
    refusal = Outcome(first=Refuse(errors={"text": "Please press again."}))
    story.tell(refusal, "submit", ref="form", values={"text": "words"})
    again = story.turn("submit", ref="form", values={})
    assert isinstance(again.event, FormSubmitted)
    assert again.event.values == {"text": "words"}


def test_on_discord_no_form_follows_a_form(story: Story) -> None:
    """There the next step is a card with a button; a story fails where Discord would."""
    opens = Outcome(first=Open(form=FORM))
    story.tell(opens, who="dee", surface="discord")
    with pytest.raises(SurfaceError):
        story.tell(opens, "submit", who="dee", ref="form", values={"text": "x"})


async def test_a_closed_terminal_waits_and_an_open_one_is_shown() -> None:
    """On the console a letter is neither lost nor sent to nobody."""
    story = Story()
    letter = Letter(key=b"k", to=ANA, card=plain_card("due"))
    chat = story.world.chats["console"]
    assert await chat.send(letter) == NotOpen()
    assert await chat.was_sent(letter) is Arrival.NOT_ARRIVED
    story.world.arrives(ANA)
    assert await chat.send(letter) == Sent()
    assert await chat.was_sent(letter) is Arrival.ARRIVED
    story.world.house_ends()
    assert await chat.send(letter) == NotOpen()
    assert await chat.was_sent(letter) is Arrival.ARRIVED


async def test_a_hosted_platform_reaches_everyone_but_who_shut_it_out() -> None:
    """Direct messages that are shut out are a state, and opening them again ends it."""
    story, eve = Story(), Account(surface="slack", workspace="sim", user="eve")
    letter = Letter(key=b"k", to=eve, card=plain_card("due"))
    chat = story.world.chats["slack"]
    assert await chat.send(letter) == Sent()
    chat.leaves(eve)
    story.world.house_ends()
    assert await chat.send(letter) == Unreachable()
    chat.comes(eve)
    assert await chat.send(letter) == Sent()
    assert [(one.to, one.seen_by, one.where) for one in story.shown] == [("eve", "direct", None)] * 2


def test_only_you_is_told_apart_from_direct(story: Story) -> None:
    """A record says who could see it and whether it stays."""
    acts = (
        Show(card=plain_card("a"), audience=OnlyYou()),
        Show(card=plain_card("b"), audience=Direct()),
    )
    records = story.tell(Outcome(first=acts[0], then=acts[1:]))
    assert [one.seen_by for one in records] == ["only_you", "direct"]
