"""My people: kept sealed, read by their writer alone, and nobody on the list ever hears of it."""

from __future__ import annotations

import logging

import pytest

from bot.surface.audience import OnlyYou, Reading
from bot.surface.outcome import Outcome, Show
from bot.testing.faults import Killed
from tests.unit.journal.test_journal_canary import sealing_world
from tests.unit.small_house import ANA, BEN, card_of, control, errors_of, form_of, on
from tests.unit.world import World, labels, open_acts, spelled_out, world

CANARY = "Maren, behind the lighthouse"
NOBODY = "Nobody is on your list yet."


async def _fill_in(house: World, **values: str) -> Outcome:
    shown = card_of(await house.command("people"))
    return await house.submit(form_of(await house.press(control(shown, "people.change"))), **values)


async def test_an_empty_list_says_so_and_can_be_begun() -> None:
    """One plain sentence, one way to begin, help beside it."""
    with world() as house:
        await house.settle_in()
        card = card_of(await house.command("people"))
        assert (card.text, labels(card)) == (NOBODY, ["Add", "Help now"])


async def test_the_list_is_read_by_its_writer_alone() -> None:
    """In their own words and order, where no message remains; somebody else's list is another one."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        kept = await _fill_in(house, one=CANARY, three="  Ola,\n 555 0100 ")
        assert isinstance(kept.first, Show)
        assert isinstance(kept.first.audience, OnlyYou)
        assert kept.first.card.text == "Kept, for you alone. I never contact anyone on it."
        shown = (await house.command("people")).first
        assert isinstance(shown, Show)
        assert isinstance(shown.audience, Reading)
        assert shown.audience.to == ANA
        assert shown.card.text.split("\n\n")[1:3] == [CANARY, "Ola, 555 0100"]
        assert "Maren" not in shown.card.summary + shown.card.title
        assert labels(shown.card) == ["Change", "Remove all", "Help now"]
        assert card_of(await house.command("people", BEN)).text == NOBODY


async def test_the_list_can_be_changed() -> None:
    """The form opens with who is on it; what is emptied is left out, and with nothing in it the list goes."""
    with world() as house:
        await house.settle_in()
        await _fill_in(house, one="Maren", two="Ola", three="Sam")
        form = form_of(await house.press(control(card_of(await house.command("people")), "people.change")))
        assert [field.value for field in form.fields] == ["Maren", "Ola", "Sam"]
        await house.submit(form, one="", two="Ola, evenings")
        assert card_of(await house.command("people")).text.split("\n\n")[1:3] == ["Ola, evenings", "Sam"]
        assert len(house.tables.sheets) == 1
        gone = card_of(await _fill_in(house, one=" ", two="", three=""))
        assert gone.text == "Removed. Nobody is on your list now."
        assert house.tables.sheets == {}


async def test_everybody_can_be_removed_at_once() -> None:
    """One press, and the row is gone; a second one does no harm."""
    with world() as house:
        await house.settle_in()
        await _fill_in(house, one=CANARY)
        shown = card_of(await house.command("people"))
        for _ in range(2):
            await house.press(control(shown, "people.clear"))
            assert house.tables.sheets == {}
        assert card_of(await house.command("people")).text == NOBODY


async def test_a_field_that_is_too_long_gets_a_sentence() -> None:
    """And nothing of the others is lost or half kept."""
    with world() as house:
        await house.settle_in()
        refused = errors_of(await _fill_in(house, one="Maren", two="x" * 201))
        assert refused == {"two": "That is 201 characters; 200 fit. A few words are enough."}
        assert house.tables.sheets == {}


@pytest.mark.parametrize("passes", [1, 2])
async def test_an_end_while_saving_loses_nothing(passes: int) -> None:
    """Pressed again after the restart, the list stands as it was written."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.press(control(card_of(await house.command("people")), "people.change")))
        house.end_after(passes)
        with pytest.raises(Killed):
            await house.submit(form, one=CANARY)
        await house.restart()
        await house.submit(form, one=CANARY)
        assert CANARY in card_of(await house.command("people")).text
        assert len(house.tables.sheets) == 1


async def test_help_now_leads_to_the_list_of_who_has_said_yes() -> None:
    """A visitor, and who took the yes back, see the same calm card without it."""
    with world() as house:
        before = card_of(await house.command("helpnow"))
        await house.settle_in()
        during = card_of(await house.command("helpnow"))
        assert card_of(await house.press(control(during, "people.show"))).text == NOBODY
        await house.command("stop")
        after = card_of(await house.command("helpnow"))
        assert labels(before) == labels(after) == []
        assert labels(during) == ["Someone on my list"]
        consent = card_of(await house.press(control(during, "people.show")))
        assert consent.text_id == "consent"


async def test_nobody_on_the_list_ever_hears_of_it(caplog: pytest.LogCaptureFixture) -> None:
    """A month of use: letters go to the owner alone; none has a name, nor any answer, log line or row."""
    caplog.set_level(logging.DEBUG)
    with sealing_world() as house:
        await house.settle_in(days="daily")
        heard = [await _fill_in(house, one=CANARY, two=f"{CANARY} again")]
        for word in ("people", "helpnow", "checkin", "plans", "settings", "privacy", "pause", "resume"):
            heard += [await house.command(word)]
        await house.until_answering(on(31, 12))
        heard += [await _fill_in(house, three=CANARY)]
        assert {letter.to for letter in house.chat.letters} == {ANA}
        assert len(house.chat.letters) > 20
        assert "lighthouse" in spelled_out(heard[1])
        told = [open_acts(outcome) for outcome in heard]
        for place in (*told, spelled_out(*house.chat.letters), repr(house.tables), caplog.text):
            assert "lighthouse" not in place
        sealed = [sheet.sealed for sheet in house.tables.sheets.values()]
        assert [body for body in sealed if b"lighthouse" in body] == []
        assert sealed
