"""The console with a person at a keyboard: editing, what is remembered, and leaving."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.plain_text import PlainTextOutput

from adapters.console.app import ConsoleSurface
from adapters.console.keyboard import TypedTalk
from adapters.console.talk import Signal
from bot.domain.journal import ENTRY_MAX
from bot.domain.people import Account
from bot.ports.chat import Letter, Sent
from bot.surface.card import say
from bot.surface.form import Form, TextField
from bot.surface.inbound import ActionPressed, CommandInvoked, FormDismissed, FormSubmitted, ScaleAnswered
from bot.surface.outcome import Open, Outcome, Refuse, answer
from tests.contract.surface_samples import ROW, TANK, card, shows
from tests.contract.surface_stage import Script
from tests.e2e.console_harness import nothing_waits

ME = Account(surface="console", workspace="local", user="me")
PATIENCE = 20.0
"""Seconds after which a test gives up: an upper bound, never a wait."""
ENTER, ESCAPE, UP, TAB, CTRL_C, CTRL_D = "\r", "\x1b", "\x1b[A", "\t", "\x03", "\x04"
WRITING = Form(
    text_id="t", ref="1:form", name="entry", title="Just for you",
    fields=(TextField(name="words", label="Your words", long=True, limit=ENTRY_MAX),),
)  # fmt: skip


class Desk:
    """A keyboard to type on and a screen to read."""

    def __init__(self, keys: PipeInput, screen: io.StringIO) -> None:
        """Sit down."""
        self._keys = keys
        self._screen = screen
        self.talk = TypedTalk(words=("write", "journal last", "helpnow"), plain=False)

    @property
    def seen(self) -> str:
        """What was printed."""
        return self._screen.getvalue()

    def type(self, *keys: str) -> None:
        """Press keys; what nobody asks for yet is typed ahead."""
        self._keys.send_text("".join(keys))

    def surface(
        self, script: Script, arrived: Callable[[], Awaitable[None]] = nothing_waits
    ) -> ConsoleSurface:
        """Return a console at this desk."""
        return ConsoleSurface(
            hear=script.hear, account=ME, talk=self.talk, new_id=lambda: "e", arrived=arrived
        )

    async def visit(self, script: Script) -> None:
        """Hold one session."""
        await asyncio.wait_for(self.surface(script).run(), PATIENCE)


@contextmanager
def a_desk() -> Iterator[Desk]:
    """Set up a keyboard and a screen in memory."""
    screen = io.StringIO()
    with create_pipe_input() as keys, create_app_session(input=keys, output=PlainTextOutput(screen)):
        yield Desk(keys, screen)


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Give each test a desk of its own."""
    with a_desk() as one:
        yield one


async def test_a_session_is_typed(desk: Desk) -> None:
    """Numbers, labels and commands, and a way out."""
    script = Script(shows(card(TANK, ROW)))
    desk.type("write", ENTER, "2", ENTER, "not today", ENTER, "quit", ENTER)
    await desk.visit(script)
    assert [type(event) for event in script.heard] == [CommandInvoked, ScaleAnswered, ActionPressed]
    assert "How much is in the tank?" in desk.seen
    assert "[s] Set it down   [t] Not today" in desk.seen


@pytest.mark.parametrize("keys", [CTRL_D, "exit" + ENTER, CTRL_C + CTRL_C])
async def test_there_are_three_ways_to_leave(desk: Desk, keys: str) -> None:
    """Ctrl-D, a word, or Ctrl-C twice."""
    script = Script()
    desk.type(keys)
    await desk.visit(script)
    assert script.heard == []


async def test_one_ctrl_c_says_how_to_leave(desk: Desk) -> None:
    """Half a line that was dropped is no reason to go."""
    script = Script()
    desk.type("half a line", CTRL_C, "write", ENTER, CTRL_C, CTRL_D)
    await desk.visit(script)
    assert desk.seen.count("To leave: quit, or Ctrl-C once more.") == 2
    assert [event.text for event in script.heard if isinstance(event, CommandInvoked)] == ["write"]


@pytest.mark.parametrize("end", [ENTER + "." + ENTER, ESCAPE + ENTER])
async def test_a_long_text_has_lines_and_two_ends(desk: Desk, end: str) -> None:
    """A line with only a dot, or Esc and Enter."""
    script = Script(Outcome(first=Open(form=WRITING)))
    desk.type("write", ENTER, "first", ENTER, ENTER, "  last", end, CTRL_D)
    await desk.visit(script)
    assert script.last(FormSubmitted).values == {"words": "first\n\n  last"}


async def test_a_dot_between_lines_loses_none(desk: Desk) -> None:
    """Whoever went back up to type it keeps what stands below."""
    script = Script(Outcome(first=Open(form=WRITING)))
    desk.type("write", ENTER, "first", ENTER, "last", UP, "\x05", ENTER, ".", ENTER, CTRL_D)
    await desk.visit(script)
    assert script.last(FormSubmitted).values == {"words": "first\nlast"}


async def test_a_refused_text_is_edited_where_it_stands(desk: Desk) -> None:
    """It is there to be changed, with the cursor at its end."""
    refusal = Outcome(first=Refuse(errors={"words": "Not saved yet. Please press again."}))
    script = Script(Outcome(first=Open(form=WRITING)), refusal)
    desk.type("write", ENTER, "some words", ESCAPE, ENTER, ", and more", ESCAPE, ENTER, CTRL_D)
    await desk.visit(script)
    sent = [dict(event.values) for event in script.heard if isinstance(event, FormSubmitted)]
    assert sent == [{"words": "some words"}, {"words": "some words, and more"}]


async def test_an_untouched_draft_stays_as_it_is(desk: Desk) -> None:
    """What a screen may not see is not lost by looking at it."""
    draft = "plain \x1b[31mred"
    field = TextField(name="words", label="Your words", long=True, value=draft)
    form = Form(text_id="t", ref="1:form", name="entry", title="Just for you", fields=(field,))
    script = Script(Outcome(first=Open(form=form)))
    desk.type("write", ENTER, ESCAPE, ENTER, CTRL_D)
    await desk.visit(script)
    assert script.last(FormSubmitted).values == {"words": draft}
    assert "\x1b" not in desk.seen


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D, "some words" + ENTER + "/cancel" + ENTER])
async def test_a_form_is_left_without_leaving_the_session(desk: Desk, keys: str) -> None:
    """Ctrl-C, Ctrl-D or a word; the next command is heard."""
    script = Script(Outcome(first=Open(form=WRITING)), answer(card(say("Fine."))))
    desk.type("write", ENTER, keys, "helpnow", ENTER, CTRL_D)
    await desk.visit(script)
    assert isinstance(script.heard[1], FormDismissed)
    assert script.last(CommandInvoked).text == "helpnow"
    assert "Fine." in desk.seen


async def test_only_plain_commands_are_remembered(desk: Desk) -> None:
    """Arrow up never brings back answers, searches or words for the notebook."""
    script = Script(Outcome(first=Open(form=WRITING)))
    desk.type("write", ENTER, "a canary", ESCAPE, ENTER, "journal search canary", ENTER)
    desk.type("today was a canary of a day", ENTER, "/Journal last", ENTER, "1", ENTER, CTRL_D)
    await desk.visit(script)
    assert desk.talk.remembered == ("write", "/Journal last")


async def test_tab_completes_a_command_word(desk: Desk) -> None:
    """As far as it is the only one."""
    script = Script()
    desk.type("jour", TAB, ENTER, CTRL_D)
    await desk.visit(script)
    assert script.last(CommandInvoked).text == "journal last"


async def test_a_letter_appears_above_the_line_that_is_typed(desk: Desk) -> None:
    """Its numbers count from then on, and the half line stays."""
    script = Script()
    receipts: list[object] = []
    done = asyncio.Event()

    async def deliver() -> None:
        receipts.append(
            await surface.send(Letter(key=b"k", to=ME, card=card(say("Your check-in is here."), ROW)))
        )
        done.set()

    surface = desk.surface(script, arrived=deliver)
    desk.type("not to")
    visit = asyncio.create_task(surface.run())
    await asyncio.wait_for(done.wait(), PATIENCE)
    desk.type("day", ENTER, CTRL_D)
    await asyncio.wait_for(visit, PATIENCE)
    assert receipts == [Sent()]
    assert script.last(ActionPressed).ref == "1:skip"
    assert "Your check-in is here." in desk.seen


async def test_a_screen_may_be_plain(desk: Desk) -> None:
    """Without colour or weight the words are the same."""
    talk = TypedTalk(words=(), plain=True)
    desk.type("one", ENTER, CTRL_C)
    with talk.session():
        assert (await talk.command(), await talk.field()) == ("one", Signal.STOP)
    assert 24 <= talk.width <= 88
