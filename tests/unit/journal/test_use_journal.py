"""The journal through the front door: one press, one entry; nothing lost, nothing falsely saved."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from bot.domain.journal import DRAFT_MAX, ENTRY_MAX
from bot.surface.audience import Reading
from bot.surface.inbound import FormSubmitted
from bot.surface.outcome import QUIET, Refuse, Show
from bot.testing.store import Trouble
from tests.unit.small_house import ANA, BEN, MONDAY, card_of, control, errors_of, form_of, small_house

NOT_SAVED = "Not saved yet. Your words are still here; please press again."


async def test_a_form_pressed_twice_is_one_entry() -> None:
    """The ref names the entry: a second press, another event, writes the same row."""
    with small_house() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        await house.submit(form, text="first")
        await house.submit(form, text="second thoughts")
        person = await house.person()
        last = await house.store.run(lambda unit: unit.journal.last(person.id))
        assert last is not None
        assert last.version == 2
        assert "second thoughts" in card_of(await house.command("journal last")).text


async def test_an_event_that_comes_again_does_nothing_twice() -> None:
    """A platform that delivers twice gets a quiet answer, and the later words stand."""
    with small_house() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        event = FormSubmitted(**house.facts(ANA), ref=form.ref, values={"text": "once"})
        assert isinstance((await house.hear(event)).first, Show)
        await house.submit(form, text="changed since")
        assert await house.hear(event) == QUIET
        assert "changed since" in card_of(await house.command("journal")).text


@pytest.mark.parametrize("trouble", [Trouble.AWAY, Trouble.LOCKED, Trouble.FULL])
async def test_what_was_not_saved_is_not_called_saved(trouble: Trouble) -> None:
    """The form stays open with a sentence; pressing again, with the database back, saves once."""
    with small_house() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        house.store.refuse(trouble)
        assert errors_of(await house.submit(form, text="patience")) == {"text": NOT_SAVED}
        house.store.refuse(None)
        assert card_of(await house.submit(form, text="patience")).text == "Saved privately."


async def test_what_takes_too_long_is_not_saved() -> None:
    """Past two seconds nothing is committed, and that is said."""
    with small_house() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        house.vault.slowly = lambda: house.clock.spend(3)
        assert errors_of(await house.submit(form, text="slow")) == {"text": NOT_SAVED}


async def test_a_read_that_takes_too_long_says_so() -> None:
    """A look that cannot be answered in time is no silence."""
    with small_house() as house:
        await house.settle_in()
        house.store.refuse(Trouble.AWAY)
        assert card_of(await house.command("journal last")).text_id == "not_now"
        assert card_of(await house.command("pause")).text_id == "not_saved"


@pytest.mark.parametrize(("length", "fits"), [(ENTRY_MAX, True), (ENTRY_MAX + 1, False)])
async def test_an_entry_holds_eight_thousand_characters(length: int, *, fits: bool) -> None:
    """One more is refused with the number, and kept as a draft."""
    with small_house() as house:
        await house.settle_in()
        outcome = await house.submit(form_of(await house.command("write")), text="x" * length)
        if fits:
            assert card_of(outcome).text == "Saved privately."
            return
        assert "8,001" in errors_of(outcome)["text"]
        again = form_of(await house.command("write"))
        assert again.fields[0].value == "x" * length
        assert card_of(await house.submit(again, text="short")).text == "Saved privately."
        assert form_of(await house.command("write")).fields[0].value == ""


async def test_a_draft_goes_after_its_days() -> None:
    """As was said when it was kept; nothing is sent about it."""
    with small_house() as house:
        await house.settle_in()
        await house.command("pause")
        await house.submit(form_of(await house.command("write")), text="x" * 9_000)
        assert await house.until(MONDAY + timedelta(days=6, hours=23)) == []
        assert form_of(await house.command("write")).fields[0].value
        assert await house.until(MONDAY + timedelta(days=7)) == []
        assert form_of(await house.command("write")).fields[0].value == ""


async def test_more_than_a_draft_holds_is_said() -> None:
    """Nothing is cut in silence."""
    with small_house() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        assert "was not kept" in errors_of(await house.submit(form, text="x" * (DRAFT_MAX + 1)))["text"]
        assert card_of(await house.say("x " * DRAFT_MAX)).text_id == "typed.too_long"


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
async def test_nothing_written_is_nothing_saved(text: str) -> None:
    """An empty page is no entry."""
    with small_house() as house:
        await house.settle_in()
        assert "text" in errors_of(await house.submit(form_of(await house.command("write")), text=text))
        assert card_of(await house.command("journal last")).text_id == "journal.empty"


async def test_typed_words_are_kept_only_on_a_yes() -> None:
    """They are offered once: looked at and kept, or let go; the offer never shows them."""
    with small_house() as house:
        await house.settle_in()
        offer = card_of(await house.say("it was a heavy shift"))
        assert "heavy" not in offer.text + offer.summary
        form = form_of(await house.press(control(offer, "draft.open")))
        assert form.fields[0].value == "it was a heavy shift"
        assert card_of(await house.submit(form)).text == "Saved privately."
        assert card_of(await house.press(control(offer, "draft.open"))).text_id == "draft.gone"
        offer = card_of(await house.say("never mind this"))
        assert card_of(await house.press(control(offer, "draft.drop"))).text == "Fine, nothing was kept."
        assert card_of(await house.press(control(offer, "draft.open"))).text_id == "draft.gone"


async def test_an_entry_is_read_by_its_writer_alone() -> None:
    """Nobody else's `journal last` shows it, and it is only ever read, never posted."""
    with small_house() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        await house.submit(form_of(await house.command("write")), text="mine alone")
        shown = (await house.command("journal last")).first
        assert isinstance(shown, Show)
        assert isinstance(shown.audience, Reading)
        assert shown.audience.to == ANA
        assert card_of(await house.command("journal last", BEN)).text_id == "journal.empty"


async def test_a_button_of_somebody_else_does_nothing() -> None:
    """A foreign press is told so, and the draft stays."""
    with small_house() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        offer = card_of(await house.say("mine to keep"))
        assert card_of(await house.press(control(offer, "draft.drop"), BEN)).text_id == "not_yours"
        assert form_of(await house.press(control(offer, "draft.open"))).fields[0].value == "mine to keep"


async def test_a_form_of_somebody_else_stays_open_with_its_words() -> None:
    """As after a workspace became part of an organisation: who sent it has another account there."""
    with small_house() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        form = form_of(await house.command("write", BEN))
        refused = (await house.submit(form, text="an hour of words")).first
        assert isinstance(refused, Refuse)
        assert list(refused.errors) == ["text"]
        assert card_of(await house.command("journal last", BEN)).text_id == "journal.empty"


async def test_a_moved_row_stays_closed() -> None:
    """A sealed value in another's place is refused with a sentence, and nothing of it is shown."""
    with small_house() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="one")
        await house.submit(form_of(await house.command("write")), text="two")
        person = await house.person()
        tables = house.store._shelf.tables  # noqa: SLF001 - somebody with write access to the database
        first, second = (entry for entry in tables.entries.values() if entry.person == person.id)
        object.__setattr__(second, "sealed", first.sealed)
        assert card_of(await house.command("journal last")).text_id == "stays_closed"


async def test_words_never_reach_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Not when they are kept, not when keeping fails, not when a handler breaks."""
    caplog.set_level(logging.DEBUG)
    with small_house() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        house.vault.breaks = True
        assert "broke on my side" in errors_of(await house.submit(form, text="lantern"))["text"]
    assert "ValueError" in caplog.text
    assert "lantern" not in caplog.text
