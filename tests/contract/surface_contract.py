"""What every chat surface keeps to.

Subclass `SurfaceContract` in a test file, `WaitingSurfaceContract` where nobody may be there, or
`HostedSurfaceContract` where a platform stands between, and give it a fixture `open_stage`. Its teardown ends
each stage's session.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.journal import ENTRY_MAX
from bot.domain.prompts import Option
from bot.ports.chat import NotOpen, Sent
from bot.surface.audience import Direct, OnlyYou, Reading
from bot.surface.card import (
    ASK_MAX,
    LABEL_MAX,
    OPTIONS_MAX,
    TITLE_MAX,
    Choose,
    Reach,
    own_words,
    say,
)
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FileGiven,
    FormDismissed,
    FormSubmitted,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import QUIET, Open, Outcome, Refuse, Replace, Retract, Show, answer
from tests.contract.surface_samples import (
    FILLED,
    FORM,
    GIVEN,
    KIND,
    ROW,
    SEVERAL,
    TANK,
    WEIGHT,
    WHOLE,
    WORDS,
    WORDS_OF_WHOLE,
    ZONE,
    card,
    long_text,
    shows,
)
from tests.contract.surface_stage import OpenStage, Script, reads


class SurfaceContract:
    """Cards are drawn whole, every control comes back as what it is, and no words are lost or misplaced."""

    async def test_every_block_is_drawn_with_all_its_words(self, open_stage: OpenStage) -> None:
        """Title, paragraphs, facts, questions, labels, ends of a scale and a link's address are all there."""
        stage = open_stage(Script(shows(WHOLE)).hear)
        await stage.arrive()
        await stage.command("checkin")
        await stage.rate(TANK.name, 2)
        await stage.rate(WEIGHT.name, 10)
        await stage.choose(KIND.name, "peer")
        await stage.choose(SEVERAL.name, "c")
        assert [words for words in WORDS_OF_WHOLE if not reads(stage, words)] == []

    async def test_the_longest_card_is_not_cut(self, open_stage: OpenStage) -> None:
        """What the neutral surface allows is drawn to its last word."""
        labels = [long_text(LABEL_MAX, f"option{n}") for n in range(OPTIONS_MAX)]
        options = tuple(Option(name=f"o{n}", label=label) for n, label in enumerate(labels))
        ask = Choose(ref="1:many", name="many", ask=long_text(ASK_MAX, "ask"), options=options)
        title, entry = long_text(TITLE_MAX, "title"), long_text(ENTRY_MAX, "entry")
        script = Script()
        stage = open_stage(script.hear)
        script.will_answer(shows(card(say(entry), ask, title=title)))
        await stage.arrive()
        await stage.command("checkin")
        await stage.choose("many", "o24")
        assert [words for words in (title, entry, ask.ask, *labels) if not reads(stage, words)] == []
        assert script.last(OptionChosen).values == ("o24",)

    async def test_a_press_comes_back_with_the_ref_of_its_button(self, open_stage: OpenStage) -> None:
        """Every button is reached by its name, the one for help too."""
        script = Script(shows(card(say("Here."), ROW)), QUIET, QUIET)
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("checkin")
        for name in ("checkin.skip", "help.now", "checkin.write"):
            await stage.press(name)
        pressed = [event.ref for event in script.heard if isinstance(event, ActionPressed)]
        assert pressed == ["1:skip", "1:help", "1:write"]

    async def test_a_choice_comes_back_by_name(self, open_stage: OpenStage) -> None:
        """What returns is the stable name, never the label; several come in the order of choosing."""
        script = Script(shows(card(KIND, SEVERAL)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("repair")
        await stage.choose(KIND.name, "one")
        assert (script.last(OptionChosen).ref, script.last(OptionChosen).values) == ("1:kind", ("one",))
        await stage.choose(SEVERAL.name, "a", "c")
        assert (script.last(OptionChosen).ref, script.last(OptionChosen).values) == ("1:several", ("a", "c"))

    @pytest.mark.parametrize("value", [1, 5, None])
    async def test_a_scale_comes_back_as_its_step(self, open_stage: OpenStage, value: int | None) -> None:
        """A mark returns its step, "not now" returns none."""
        script = Script(shows(card(TANK)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("checkin")
        await stage.rate(TANK.name, value)
        assert (script.last(ScaleAnswered).ref, script.last(ScaleAnswered).value) == (TANK.ref, value)

    @pytest.mark.parametrize("value", [0, 7, 10])
    async def test_a_scale_between_two_ends_takes_the_number(self, open_stage: OpenStage, value: int) -> None:
        """The value is the number that its person means, from zero on."""
        script = Script(shows(card(WEIGHT)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("checkin")
        await stage.rate(WEIGHT.name, value)
        assert script.last(ScaleAnswered).value == value

    async def test_every_event_says_who_and_carries_an_id_of_its_own(self, open_stage: OpenStage) -> None:
        """The core knows the account and the zone, and can tell two events apart."""
        script = Script(shows(card(TANK, ROW)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("checkin")
        await stage.rate(TANK.name, 3)
        await stage.press("checkin.skip")
        assert {(event.account, event.zone) for event in script.heard} == {(stage.account, ZONE)}
        assert len({event.event_id for event in script.heard}) == 3
        assert stage.capabilities.surface == stage.account.surface

    async def test_every_event_says_in_which_organisation_it_happened(self, open_stage: OpenStage) -> None:
        """A workspace, a server, a folder, or none; and nobody looks after it without having been asked."""
        script = Script(shows(card(TANK, ROW)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("checkin")
        await stage.rate(TANK.name, 3)
        await stage.press("checkin.skip")
        script.will_answer(Outcome(first=Open(form=FORM)))
        await stage.command("write")
        await stage.fill(FILLED)
        told = {(event.organisation, event.manages) for event in script.heard}
        assert (told, len(script.heard)) == ({(stage.organisation, False)}, 5)
        assert stage.organisation.partition("/")[0] in {stage.account.surface, ""}

    async def test_who_is_put_in_charge_of_an_organisation_says_so(self, open_stage: OpenStage) -> None:
        """The core hears it with what they do; where there is no organisation, nobody looks after one."""
        script = Script(shows(card(ROW)))
        stage = open_stage(script.hear)
        await stage.put_in_charge()
        await stage.arrive()
        await stage.command("checkin")
        await stage.press("checkin.skip")
        told = {(event.organisation, event.manages) for event in script.heard}
        assert (told, len(script.heard)) == ({(stage.organisation, stage.organisation != "")}, 2)

    async def test_a_command_comes_without_slash_and_product_name(self, open_stage: OpenStage) -> None:
        """However it is typed here, the core hears the words alone."""
        script = Script()
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("journal last")
        assert script.last(CommandInvoked).text == "journal last"

    async def test_words_come_as_a_direct_message(self, open_stage: OpenStage) -> None:
        """What is no command arrives as it was typed."""
        script = Script()
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.say("There was no time at all for a break today, again.")
        assert script.last(DirectMessage).text == "There was no time at all for a break today, again."

    async def test_a_form_is_drawn_with_all_its_words(self, open_stage: OpenStage) -> None:
        """Title, intro, labels, hints and options are all there to read."""
        stage = open_stage(Script(Outcome(first=Open(form=FORM))).hear)
        await stage.arrive()
        await stage.command("write")
        await stage.fill(FILLED)
        words = [FORM.title, FORM.intro, "In one line", "No names or details, please.", "Your words"]
        words += ["Only you can read this back.", "Keep it for", "a month", "a year", "At what hour"]
        assert [one for one in words if not reads(stage, one)] == []

    async def test_a_form_comes_back_as_it_was_typed(self, open_stage: OpenStage) -> None:
        """Lines, spaces, signs and scripts stay as they are; a choice returns its name."""
        script = Script(Outcome(first=Open(form=FORM)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("write")
        await stage.fill(FILLED)
        assert script.last(FormSubmitted).ref == FORM.ref
        assert dict(script.last(FormSubmitted).values) == FILLED

    async def test_what_a_form_already_holds_stays_unless_it_is_changed(self, open_stage: OpenStage) -> None:
        """A draft comes back whole when its person sends it untouched."""
        held = {"plan": "a plan", "words": WORDS, "keep": "month", "at": "07:00"}
        form = replace(FORM, fields=tuple(replace(field, value=held[field.name]) for field in FORM.fields))
        script = Script(Outcome(first=Open(form=form)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("write")
        await stage.fill({"at": "08:15"})
        assert dict(script.last(FormSubmitted).values) == {**held, "at": "08:15"}

    async def test_a_refused_form_keeps_every_word(self, open_stage: OpenStage) -> None:
        """The sentence is read, one field is mended, and the rest is sent again as it stood."""
        refusal = Outcome(first=Refuse(errors={"at": "An hour looks like 08:15."}))
        script = Script(Outcome(first=Open(form=FORM)), refusal)
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("write")
        await stage.fill({**FILLED, "at": "quarter past"})
        assert reads(stage, "An hour looks like 08:15.")
        await stage.fill({"at": "08:15"})
        assert [type(event) for event in script.heard] == [CommandInvoked, FormSubmitted, FormSubmitted]
        assert dict(script.last(FormSubmitted).values) == FILLED

    async def test_a_refused_text_is_sent_again_without_typing(self, open_stage: OpenStage) -> None:
        """After "not saved yet" the words are still in the form."""
        refusal = Outcome(first=Refuse(errors={"words": "Not saved yet. Please press again."}))
        script = Script(Outcome(first=Open(form=FORM)), refusal, refusal)
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("write")
        await stage.fill(FILLED)
        await stage.fill({})
        await stage.fill({})
        sent = [dict(event.values) for event in script.heard if isinstance(event, FormSubmitted)]
        assert sent == [FILLED, FILLED, FILLED]

    async def test_a_closed_form_sends_nothing(self, open_stage: OpenStage) -> None:
        """Whoever closes a form sends nothing of it, and is answered where the app hears of it."""
        script = Script(Outcome(first=Open(form=FORM)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("write")
        if stage.tells_when_closed:
            script.will_answer(answer(card(say("Fine."))))
        await stage.dismiss()
        if stage.tells_when_closed:
            assert script.last(FormDismissed).ref == FORM.ref
            assert reads(stage, "Fine.")
        script.will_answer(Outcome(first=Open(form=FORM)))
        await stage.command("write")
        await stage.fill(FILLED)
        assert len(script.heard) == 3 + stage.tells_when_closed
        assert dict(script.last(FormSubmitted).values) == FILLED

    async def test_own_words_are_read_by_their_person(self, open_stage: OpenStage) -> None:
        """They come as they were written, signs that a platform could take for markup too."""
        script = Script()
        stage = open_stage(script.hear)
        reading = Reading(to=stage.account, handle="h")
        script.will_answer(shows(card(own_words(WORDS), reach=Reach.SEALED), reading))
        await stage.arrive()
        await stage.command("journal last")
        assert reads(stage, WORDS)

    async def test_own_words_are_read_by_nobody_else(self, open_stage: OpenStage) -> None:
        """A card that is for another account's eyes is not drawn here."""
        script = Script()
        stage = open_stage(script.hear)
        other = Reading(to=replace(stage.account, user="somebody else"), handle="h")
        script.will_answer(shows(card(own_words("a canary"), reach=Reach.SEALED), other))
        await stage.arrive()
        await stage.command("journal last")
        assert not reads(stage, "a canary")

    async def test_all_acts_of_an_outcome_are_shown_in_order(self, open_stage: OpenStage) -> None:
        """The first answers, the others follow."""
        second = Show(card=card(say("The second.")), audience=Direct())
        stage = open_stage(Script(answer(card(say("The first.")), second)).hear)
        await stage.arrive()
        await stage.command("checkin")
        assert 0 <= stage.seen.find("The first.") < stage.seen.find("The second.")

    async def test_a_replaced_card_is_read_and_keeps_its_other_question(self, open_stage: OpenStage) -> None:
        """What is new on it is read, and what was open stays open."""
        replaced = card(say("Noted."), replace(WEIGHT, ref="1:mark:weight:2"))
        script = Script(shows(card(TANK, WEIGHT)), Outcome(first=Replace(card=replaced)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("checkin")
        await stage.rate(TANK.name, 3)
        await stage.rate(WEIGHT.name, 4)
        assert script.last(ScaleAnswered).ref == "1:mark:weight:2"
        assert reads(stage, "Noted.")

    async def test_a_retracted_card_leaves_room_for_the_next(self, open_stage: OpenStage) -> None:
        """It goes without a word, and what follows is reached."""
        retract = Outcome(first=Retract(), then=(Show(card=card(KIND), audience=OnlyYou()),))
        script = Script(shows(card(say("Here."), ROW)), retract)
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("checkin")
        await stage.press("checkin.skip")
        await stage.choose(KIND.name, "one")
        assert script.last(OptionChosen).ref == KIND.ref

    async def test_a_letter_that_was_sent_was_shown(self, open_stage: OpenStage) -> None:
        """`Sent` is said of what its person can read and press."""
        script = Script()
        stage = open_stage(script.hear)
        await stage.arrive()
        assert isinstance(await stage.send(card(say("Your check-in is here."), ROW)), Sent)
        assert reads(stage, "Your check-in is here.")
        await stage.press("checkin.skip")
        assert script.last(ActionPressed).ref == "1:skip"

    async def test_a_letter_does_not_disturb_an_open_form(self, open_stage: OpenStage) -> None:
        """What is typed stays with the form; the letter is read once the form is done."""
        script = Script(Outcome(first=Open(form=FORM)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("write")
        letter = card(say("Your check-in is here."), KIND)
        receipt = await stage.send(letter)
        await stage.fill(FILLED)
        assert dict(script.last(FormSubmitted).values) == FILLED
        if isinstance(receipt, NotOpen):
            receipt = await stage.send(letter)
        assert isinstance(receipt, Sent)
        await stage.choose(KIND.name, "one")
        assert script.last(OptionChosen).ref == KIND.ref


class WaitingSurfaceContract(SurfaceContract):
    """A surface that is not always open says when nobody is there."""

    async def test_nobody_is_there_before_and_after(self, open_stage: OpenStage) -> None:
        """A letter stays planned until somebody comes, and after they have gone."""
        stage = open_stage(Script().hear)
        early = await stage.send(card(say("Too early.")))
        await stage.arrive()
        here = await stage.send(card(say("In time.")))
        await stage.leave()
        late = await stage.send(card(say("Too late.")))
        assert (early, here, late) == (NotOpen(), Sent(), NotOpen())
        assert [reads(stage, words) for words in ("Too early.", "In time.", "Too late.")] == [
            False,
            True,
            False,
        ]

    async def test_a_letter_for_somebody_else_stays_closed(self, open_stage: OpenStage) -> None:
        """Who is not there is not there, whoever else is."""
        stage = open_stage(Script().hear)
        await stage.arrive()
        other = replace(stage.account, user="somebody else")
        assert await stage.send(card(say("Not for you.")), to=other) == NotOpen()
        assert not reads(stage, "Not for you.")


class HostedSurfaceContract(SurfaceContract):
    """A surface behind which a platform stands, which keeps a copy of every file."""

    async def test_a_file_is_noted_before_the_platform_has_it(self, open_stage: OpenStage) -> None:
        """The core hears which one it is, by the platform's name for it, and then it is handed over."""
        script = Script(Outcome(first=Show(card=card(say("Made.")), audience=OnlyYou()), then=(GIVEN,)))
        stage = open_stage(script.hear)
        assert stage.capabilities.hosted
        await stage.arrive()
        await stage.command("export")
        told = script.last(FileGiven)
        assert (told.attached, told.account, bool(told.file)) == (GIVEN.id, stage.account, True)
        assert told.organisation == stage.organisation
        assert reads(stage, GIVEN.file.name)

    async def test_a_file_that_nobody_noted_is_not_handed_over(self, open_stage: OpenStage) -> None:
        """A copy that the core does not know of would stay for good."""
        refused = answer(card(say("Not saved.")))
        script = Script(
            Outcome(first=Show(card=card(say("Made.")), audience=OnlyYou()), then=(GIVEN,)), refused
        )
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("export")
        assert script.last(FileGiven).attached == GIVEN.id
        assert not reads(stage, GIVEN.file.name)
