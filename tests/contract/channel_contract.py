"""What every surface that has channels keeps to.

Subclass `ChannelContract` in a test file and give it a fixture `open_channel`; its teardown ends the session.
What is posted leaves through the stage's `chat`, as the lane lets it; what people do comes to a `Script`.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest

from bot.errors import BeyondReach, SurfaceError
from bot.ports.chat import Arrival, Change, Closed, Posting, Sent, Why
from bot.surface.audience import Direct, OnlyYou, Reading
from bot.surface.card import Block, Button, Buttons, Card, Reach, own_words, say, shared_words
from bot.surface.inbound import ActionPressed, CommandInvoked, FormSubmitted, OptionChosen
from bot.surface.outcome import Open, Outcome, Replace, Retract, answer
from bot.surface.text import shown
from tests.contract.channel_stage import ChannelStage, OpenChannel, among, together
from tests.contract.hostile_words import HOSTILE
from tests.contract.surface_samples import FILLED, FORM, KIND, card, long_text, shows
from tests.contract.surface_stage import Script

LISTEN = Button(ref="1:hear", name="answer.hear", label="I hear you")
WRITE = Button(ref="1:write", name="answer.write", label="Write an answer")
_KEYS = iter(range(1, 1_000_000))


def open_card(*blocks: Block) -> Card:
    """Return a card for everybody in a channel."""
    return card(*blocks, reach=Reach.OPEN)


def row(*buttons: Button) -> Buttons:
    """Return a row of presses."""
    return Buttons(buttons=buttons)


OPENING = open_card(say("The circle is open."), row(LISTEN, WRITE))
SHARE = open_card(say("Ana shares:"), shared_words("The corridor was quiet for once."), row(LISTEN))


def posting(stage: ChannelStage, posted: Card, *, under: str = "") -> Posting:
    """Return a card on its way to the channel of a stage, under a key of its own."""
    return Posting(key=next(_KEYS).to_bytes(32, "little"), to=stage.place, card=posted, under=under)


async def post(stage: ChannelStage, posted: Card, *, under: str = "") -> str:
    """Post a card, and return the handle of its message."""
    receipt = await stage.chat.post(posting(stage, posted, under=under))
    assert isinstance(receipt, Sent)
    assert receipt.message
    return receipt.message


class ChannelContract:
    """What is posted is read by everybody, and what answers one person is read by that one alone."""

    async def test_what_is_posted_is_read_by_everybody(self, open_channel: OpenChannel) -> None:
        """All its words stand in the channel, labels too, and nobody got anything beside it."""
        stage = open_channel(Script().hear)
        await stage.arrive()
        await post(stage, open_card(say("The circle is open."), KIND, row(LISTEN)))
        [words] = stage.stands()
        wanted = ["The circle is open.", KIND.ask, *(one.label for one in KIND.options), LISTEN.label]
        assert [one for one in wanted if not among([words], one)] == []
        assert [among([stage.alone(who)], "The circle is open.") for who in stage.people] == [False, False]

    async def test_each_message_has_a_handle_of_its_own(self, open_channel: OpenChannel) -> None:
        """Two that say the same are two messages."""
        stage = open_channel(Script().hear)
        await stage.arrive()
        assert await post(stage, OPENING) != await post(stage, OPENING)
        assert len(stage.stands()) == 2

    async def test_an_answer_stands_below_its_message(self, open_channel: OpenChannel) -> None:
        """Further ones too, in order; nothing of them stands below another message."""
        stage = open_channel(Script().hear)
        await stage.arrive()
        opening, other = await post(stage, OPENING), await post(stage, open_card(say("Another day.")))
        await post(stage, SHARE, under=opening)
        await post(stage, open_card(say("Ben shares.")), under=opening)
        below = stage.below(opening)
        assert [among([words], "shares") for words in below] == [True, True]
        assert among(below[:1], "The corridor was quiet for once.")
        assert stage.below(other) == []

    async def test_what_stands_becomes_another_card(self, open_channel: OpenChannel) -> None:
        """It stays the same message, also when it is told twice, and below another one as well."""
        stage = open_channel(Script().hear)
        await stage.arrive()
        opening = await post(stage, OPENING)
        share = await post(stage, SHARE, under=opening)
        for message, words in ((opening, "The circle is closed."), (share, "This was taken back.")):
            change = Change(to=stage.place, message=message, card=open_card(say(words)))
            assert [type(await stage.chat.change(change)) for _ in range(2)] == [Sent, Sent]
        assert len(stage.stands()) == 2
        assert among(stage.stands(), "The circle is closed.")
        assert not among(stage.stands(), "The circle is open.")
        assert among(stage.below(opening), "This was taken back.")
        assert not among(stage.stands(), "The corridor was quiet for once.")

    async def test_what_stands_is_taken_away(self, open_channel: OpenChannel) -> None:
        """Asked again it is gone already; to change it then brings nothing back, and is no trouble."""
        stage = open_channel(Script().hear)
        await stage.arrive()
        opening = await post(stage, OPENING)
        share = await post(stage, SHARE, under=opening)
        gone = Change(to=stage.place, message=share, card=None)
        changes = (gone, gone, replace(gone, card=open_card(say("Again."))))
        assert [type(await stage.chat.change(each)) for each in changes] == [Sent, Sent, Sent]
        assert len(stage.stands()) == 1
        assert stage.below(opening) == []

    async def test_nothing_stands_below_what_is_gone(self, open_channel: OpenChannel) -> None:
        """Whoever looks after the channel has deleted it: that is told, and nothing is posted elsewhere."""
        stage = open_channel(Script().hear)
        await stage.arrive()
        opening = await post(stage, OPENING)
        await stage.chat.change(Change(to=stage.place, message=opening, card=None))
        assert await stage.chat.post(posting(stage, SHARE, under=opening)) == Closed(why=Why.GONE)
        assert not among(stage.stands(), "The corridor was quiet for once.")

    async def test_what_arrived_is_never_said_to_be_missing(self, open_channel: OpenChannel) -> None:
        """What was not sent is never said to be there, and what was, by its own handle if by any."""
        stage = open_channel(Script().hear)
        await stage.arrive()
        opening = await post(stage, OPENING)
        for under in ("", opening):
            sent = posting(stage, SHARE, under=under)
            assert await stage.chat.was_sent(sent) in {Arrival.NOT_ARRIVED, Arrival.UNKNOWABLE}
            assert isinstance(receipt := await stage.chat.post(sent), Sent)
            assert await stage.chat.was_sent(sent) in {receipt, Arrival.ARRIVED, Arrival.UNKNOWABLE}

    async def test_a_closed_channel_says_why(self, open_channel: OpenChannel) -> None:
        """Nothing is posted and nothing is changed there, for each reason that there can be."""
        for why in open_channel(Script().hear).closings:
            stage = open_channel(Script().hear)
            await stage.arrive()
            opening = await post(stage, OPENING)
            await stage.close(why)
            late = (posting(stage, SHARE), posting(stage, SHARE, under=opening))
            assert [await stage.chat.post(each) for each in late] == [Closed(why=why)] * 2
            assert not among(stage.stands(), "The corridor was quiet for once.")

    async def test_a_channel_that_is_open_again_takes_what_comes(self, open_channel: OpenChannel) -> None:
        """Nothing of the closing stays behind."""
        for why in open_channel(Script().hear).closings:
            if why is Why.GONE:
                continue
            stage = open_channel(Script().hear)
            await stage.arrive()
            opening = await post(stage, OPENING)
            await stage.close(why)
            await stage.chat.post(posting(stage, SHARE, under=opening))
            await stage.open_again()
            await post(stage, SHARE, under=opening)
            assert len(stage.below(opening)) == 1

    async def test_two_people_press_the_same_card(self, open_channel: OpenChannel) -> None:
        """Each press says who, and where; nobody's press takes the card from the other."""
        script = Script()
        stage = open_channel(script.hear)
        await stage.arrive()
        await post(stage, OPENING)
        for who in stage.people:
            await stage.press(who, LISTEN.name)
        first, second = script.heard
        assert [(each.account, each.place) for each in script.heard] == [
            (who, stage.place) for who in stage.people
        ]
        assert isinstance(first, ActionPressed)
        assert isinstance(second, ActionPressed)
        assert (first.ref, second.ref) == (LISTEN.ref, LISTEN.ref)
        assert first.event_id != second.event_id

    async def test_a_press_says_what_the_channel_and_its_person_are_called(
        self, open_channel: OpenChannel
    ) -> None:
        """As the platform calls them there; and none of it is printed."""
        script = Script()
        stage = open_channel(script.hear)
        await stage.arrive()
        await post(stage, OPENING)
        for who in stage.people:
            await stage.press(who, LISTEN.name)
        told = [(each.place_name, each.called) for each in script.heard]
        assert told == [(stage.place_name, stage.called(who)) for who in stage.people]
        assert all(not each.called or f"called={each.called!r}" not in repr(each) for each in script.heard)

    async def test_what_stands_below_is_pressed_in_the_same_channel(self, open_channel: OpenChannel) -> None:
        """A thread is no place of its own where Reststop began it by an answer."""
        script = Script()
        stage = open_channel(script.hear)
        await stage.arrive()
        opening = await post(stage, OPENING)
        await post(stage, open_card(say("A share."), KIND), under=opening)
        await stage.choose(stage.people[1], KIND.name, "peer")
        chosen = script.last(OptionChosen)
        assert (chosen.values, chosen.place) == (("peer",), stage.place)
        assert chosen.account == stage.people[1]

    async def test_a_command_says_in_which_channel_it_was_given(self, open_channel: OpenChannel) -> None:
        """And its answer is read by who gave it alone."""
        script = Script(answer(card(say("Only for you."))))
        stage = open_channel(script.hear)
        await stage.arrive()
        ana, ben = stage.people
        await stage.command(ana, "help")
        given = script.last(CommandInvoked)
        assert (given.text, given.account, given.place) == ("help", ana, stage.place)
        assert (given.place_name, given.called) == (stage.place_name, stage.called(ana))
        assert among([stage.alone(ana)], "Only for you.")
        assert not among([stage.alone(ben), *stage.stands()], "Only for you.")

    async def test_what_people_write_to_each_other_is_not_heard(self, open_channel: OpenChannel) -> None:
        """Only buttons, forms and commands reach Reststop."""
        script = Script()
        stage = open_channel(script.hear)
        await stage.arrive()
        await post(stage, OPENING)
        await stage.talk(stage.people[0], "Shall we have lunch?")
        assert script.heard == []

    @pytest.mark.parametrize("audience", ["only_you", "reading", "direct"])
    async def test_an_answer_is_read_by_who_pressed_alone(
        self, open_channel: OpenChannel, audience: str
    ) -> None:
        """Whichever of the audiences it is for; the card in the channel stays as it was."""
        script = Script()
        stage = open_channel(script.hear)
        await stage.arrive()
        ana, ben = stage.people
        match audience:
            case "only_you":
                script.will_answer(shows(card(say("This is yours.")), OnlyYou()))
            case "direct":
                script.will_answer(shows(card(say("This is yours.")), Direct()))
            case _:
                own = card(own_words("This is yours."), reach=Reach.SEALED)
                script.will_answer(shows(own, Reading(to=ana, handle="h")))
        await post(stage, OPENING)
        before = stage.stands()
        await stage.press(ana, LISTEN.name)
        assert among([stage.alone(ana)], "This is yours.")
        assert not among([stage.alone(ben)], "This is yours.")
        assert stage.stands() == before

    async def test_what_answers_one_person_is_pressed_by_them(self, open_channel: OpenChannel) -> None:
        """A card that came of a press in a channel works as one anywhere."""
        script = Script(answer(card(say("How did you arrive?"), KIND)))
        stage = open_channel(script.hear)
        await stage.arrive()
        ana, _ = stage.people
        await post(stage, OPENING)
        await stage.press(ana, LISTEN.name)
        await stage.choose(ana, KIND.name, "one")
        chosen = script.last(OptionChosen)
        assert (chosen.values, chosen.account) == (("one",), ana)

    async def test_a_form_opens_for_who_pressed_alone(self, open_channel: OpenChannel) -> None:
        """It comes back as it was typed, and its answer is theirs too."""
        script = Script(Outcome(first=Open(form=FORM)), answer(card(say("It is on its way."))))
        stage = open_channel(script.hear)
        await stage.arrive()
        ana, ben = stage.people
        await post(stage, OPENING)
        await stage.press(ana, WRITE.name)
        await stage.fill(ana, FILLED)
        sent = script.last(FormSubmitted)
        assert (sent.ref, sent.account, dict(sent.values)) == (FORM.ref, ana, FILLED)
        assert among([stage.alone(ana)], FORM.title)
        assert among([stage.alone(ana)], "It is on its way.")
        others = [stage.alone(ben), *stage.stands()]
        assert [among(others, one) for one in (FORM.title, "It is on its way.")] == [False, False]

    async def test_a_form_says_who_sends_it(self, open_channel: OpenChannel) -> None:
        """What the bot posts under their name has one; where it was opened stands in its ref."""
        script = Script(Outcome(first=Open(form=FORM)))
        stage = open_channel(script.hear)
        await stage.arrive()
        ana, _ = stage.people
        await post(stage, OPENING)
        await stage.press(ana, WRITE.name)
        await stage.fill(ana, FILLED)
        sent = script.last(FormSubmitted)
        assert (sent.called, sent.place) == (stage.called(ana), None)

    async def test_two_people_have_a_form_of_their_own_each(self, open_channel: OpenChannel) -> None:
        """From the same button, at the same time."""
        forms = [replace(FORM, ref=f"1:form:{n}") for n in range(2)]
        script = Script(*(Outcome(first=Open(form=form)) for form in forms))
        stage = open_channel(script.hear)
        await stage.arrive()
        ana, ben = stage.people
        await post(stage, OPENING)
        await stage.press(ana, WRITE.name)
        await stage.press(ben, WRITE.name)
        await stage.fill(ana, FILLED)
        await stage.fill(ben, {**FILLED, "plan": "a walk"})
        sent = [each for each in script.heard if isinstance(each, FormSubmitted)]
        assert [(each.account, each.ref, each.values["plan"]) for each in sent] == [
            (ana, forms[0].ref, FILLED["plan"]),
            (ben, forms[1].ref, "a walk"),
        ]

    async def test_a_pressed_card_becomes_another_for_everybody(self, open_channel: OpenChannel) -> None:
        """The message stays the same one: its handle is as good as before."""
        after = open_card(say("Stopped. Nothing comes here any more."))
        script = Script(Outcome(first=Replace(card=after)))
        stage = open_channel(script.hear)
        await stage.arrive()
        opening = await post(stage, OPENING)
        await stage.press(stage.people[0], LISTEN.name)
        [words] = stage.stands()
        assert among([words], "Stopped. Nothing comes here any more.")
        assert not among([words], "The circle is open.")
        ended = Change(to=stage.place, message=opening, card=open_card(say("Ended.")))
        assert isinstance(await stage.chat.change(ended), Sent)
        assert [among([each], "Ended.") for each in stage.stands()] == [True]

    async def test_a_pressed_card_goes_away_for_everybody(self, open_channel: OpenChannel) -> None:
        """Whoever pressed."""
        script = Script(Outcome(first=Retract()))
        stage = open_channel(script.hear)
        await stage.arrive()
        await post(stage, OPENING)
        await stage.press(stage.people[0], LISTEN.name)
        assert stage.stands() == []

    async def test_a_card_for_one_never_takes_the_place_of_one_for_all(
        self, open_channel: OpenChannel
    ) -> None:
        """A surface refuses to draw it there: that would be an accident of ours."""
        script = Script(Outcome(first=Replace(card=card(say("Only for you.")))))
        stage = open_channel(script.hear)
        await stage.arrive()
        await post(stage, OPENING)
        before = stage.stands()
        with suppress(SurfaceError):
            await stage.press(stage.people[0], LISTEN.name)
        assert stage.stands() == before
        assert not among([stage.alone(stage.people[1])], "Only for you.")

    async def test_only_an_open_card_is_posted(self, open_channel: OpenChannel) -> None:
        """Another one does not even come to the way out."""
        stage = open_channel(Script().hear)
        for reach in (Reach.PERSONAL, Reach.SEALED):
            with pytest.raises(BeyondReach):
                posting(stage, replace(OPENING, reach=reach))
            with pytest.raises(BeyondReach):
                Change(to=stage.place, message="m", card=replace(OPENING, reach=reach))

    @pytest.mark.parametrize("words", HOSTILE)
    async def test_shared_words_are_words_and_nothing_else(
        self, open_channel: OpenChannel, words: str
    ) -> None:
        """They are read as they were typed, and call nobody, lead nowhere and unfold nothing."""
        stage = open_channel(Script().hear)
        await stage.arrive()
        shared = f"first {words} last"
        opening = await post(stage, OPENING)
        for under in ("", opening):
            await post(stage, open_card(say("Somebody shares:"), shared_words(shared)), under=under)
        assert [among([each], shown(shared)) for each in stage.stands()] == [False, True, True]
        assert list(stage.calls()) == []

    async def test_shared_words_mention_nobody_who_is_there(self, open_channel: OpenChannel) -> None:
        """However exactly somebody knows how the platform would call them."""
        stage = open_channel(Script().hear)
        await stage.arrive()
        shared = " ".join(["Hello", *(stage.mention(who) for who in stage.people), "there"])
        message = await post(stage, open_card(say("Somebody shares:"), shared_words(shared)))
        changed = Change(to=stage.place, message=message, card=open_card(shared_words(f"{shared} again")))
        assert isinstance(await stage.chat.change(changed), Sent)
        assert list(stage.calls()) == []
        assert among(stage.stands(), f"{shared} again")

    async def test_long_shared_words_are_not_cut(self, open_channel: OpenChannel) -> None:
        """Three thousand signs and more than one line."""
        stage = open_channel(Script().hear)
        await stage.arrive()
        words = long_text(1_500, "first") + "\n\n" + long_text(1_498, "second")
        await post(stage, open_card(say("Somebody shares:"), shared_words(words), row(LISTEN)))
        assert together([words]) in together(stage.stands())
