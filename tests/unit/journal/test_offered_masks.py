"""After a page was kept: what may point at a person is offered to its writer alone, and never in the way."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

import pytest

from bot.domain.journal import ENTRY_MAX
from bot.domain.prompts import Modality
from bot.domain.sheets import SheetKind
from bot.services.cards.when import NOT_AT_ALL
from bot.surface.audience import Reading
from bot.surface.card import Button, Card, Reach
from bot.surface.inbound import DirectMessage, MessageEdited
from bot.surface.outcome import Outcome, Show
from tests.unit.flows.walks import Answer, begin, button, names, open_form, walk
from tests.unit.journal.test_journal_canary import sealing_world
from tests.unit.plans import house as plan_house
from tests.unit.small_house import ANA, BEN, card_in, card_of, control, form_of
from tests.unit.world import World, labels, only, open_acts, spelled_out, world

NAME = "Mr Iyer"
MAIL = "ana@example.org"
TEXT = f"Slow morning. Then {NAME} cancelled again, third time since {MAIL} wrote. Good tea."
LINES = [
    "Two places may point at a person:",
    f"Then \u00ab{NAME}\u00bb cancelled again, third time since \u00ab{MAIL}\u00bb wrote.",
    "Masked:",
    "Then someone cancelled again, third time since an email address wrote.",
]


async def written(house: World, text: str = "", scene: str = "") -> Outcome:
    """Let Ana settle in and write a page."""
    await house.settle_in()
    return await another(house, text, scene)


async def another(house: World, text: str = "", scene: str = "") -> Outcome:
    """Let Ana write one more."""
    return await house.submit(form_of(await house.command("write")), text=text, scene=scene)


def offers(outcome: Outcome) -> list[Card]:
    """The cards of an outcome that offer to mask; each is to be read by Ana alone."""
    shown = [act for act in (outcome.first, *outcome.then) if isinstance(act, Show)]
    found = [act for act in shown if act.card.text_id == "guard.offer"]
    assert all(isinstance(act.audience, Reading) and act.audience.to == ANA for act in found)
    assert all(act.card.reach is Reach.SEALED for act in found)
    return [act.card for act in found]


def offer_in(outcome: Outcome) -> Card:
    """The one card of an outcome that offers to mask."""
    [card] = offers(outcome)
    return card


async def page_of(house: World) -> str:
    """What the last page says, read back."""
    return card_of(await house.command("journal last")).text


async def test_the_page_is_kept_first_and_then_its_places_are_shown() -> None:
    """As it was written, the offer below: the sentence with its places, and the same one masked."""
    with world() as house:
        outcome = await written(house, TEXT)
        assert card_of(outcome).text == "Saved privately."
        card = offer_in(outcome)
        assert card.text.split("\n\n") == LINES
        assert labels(card) == ["Mask", "Edit", "Keep as it is", f'Never flag "{NAME}"']
        assert TEXT in await page_of(house)
        assert NAME not in open_acts(outcome) + card.summary + card.title
        assert not any(NAME in one.ref or MAIL in one.ref for one in card.controls if isinstance(one, Button))


async def test_nothing_is_offered_where_nothing_is_found() -> None:
    """And nothing but the page is written."""
    with world() as house:
        outcome = await written(house, "Slow morning, kind ending.")
        assert outcome.then == ()
        assert not [each for each in house.tables.sheets.values() if each.kind is SheetKind.LET_BE]


async def test_a_mask_takes_all_of_it_out_and_leaves_the_rest() -> None:
    """In the text and in the scene; the day of the scene's end stays, and the page reads back masked."""
    with world() as house:
        outcome = await written(house, f"It was {NAME} again, and Mr IYER.", f"He wrote from {MAIL}.")
        before = dict(house.tables.agenda)
        masked = card_of(await house.press(control(offer_in(outcome), "guard.mask")))
        assert (masked.text, labels(masked)) == ("Masked.", ["Read it"])
        [page] = house.entries()
        assert (page["text"], page["scene"]) == (
            "It was someone again, and someone.",
            "He wrote from an email address.",
        )
        assert dict(house.tables.agenda) == before
        read = card_of(await house.press(control(masked, "entry.open")))
        assert "was someone again" in read.text
        assert NAME not in read.text


async def test_nothing_of_a_masked_name_is_left_in_a_row_or_a_log(caplog: pytest.LogCaptureFixture) -> None:
    """Nor of what the offer showed, at any level."""
    caplog.set_level(logging.DEBUG)
    with sealing_world() as house:
        outcome = await written(house, TEXT)
        offer = offer_in(outcome)
        await house.press(control(offer, "guard.mask"))
        await house.press(control(offer, "guard.never"))
        stored = repr(house.tables) + spelled_out(*house.chat.letters)
        blobs = b"".join(bytes(row.sealed) for row in house.tables.entries.values())
    assert "Iyer" not in stored + caplog.text
    assert b"Iyer" not in blobs


async def test_a_page_may_stay_as_it_is() -> None:
    """One press, nothing is written, and nothing is asked again of that page."""
    with world() as house:
        outcome = await written(house, TEXT)
        before = dict(house.tables.entries)
        answer = await house.press(control(offer_in(outcome), "guard.keep"))
        assert (card_of(answer).text, answer.then) == ("It stays as you wrote it.", ())
        assert dict(house.tables.entries) == before


async def test_it_may_be_edited_instead() -> None:
    """The form opens with the page; what is sent is looked at anew, since it is another version."""
    with world() as house:
        outcome = await written(house, TEXT)
        form = form_of(await house.press(control(offer_in(outcome), "entry.edit")))
        assert form.fields[0].value == TEXT
        again = await house.submit(form, text=f"{NAME} came.")
        assert offer_in(again).text.split("\n\n")[0] == "One place may point at a person:"
        form = form_of(await house.press(control(offer_in(again), "entry.edit")))
        assert (await house.submit(form, text="They came.")).then == ()


async def test_words_may_be_let_be_and_flagged_again() -> None:
    """From the next page on, however they are written; one press takes it back, for the one after."""
    with world() as house:
        outcome = await written(house, f"{NAME} came.")
        card = card_of(await house.press(control(offer_in(outcome), "guard.never")))
        assert labels(card) == ["Flag it again"]
        assert NAME not in card.text
        assert (await another(house, "Mr IYER came.")).then == ()
        back = card_of(await house.press(control(card, "letbe.back")))
        assert back.text == "Noted. From the next page on it is flagged again."
        assert len(offers(await another(house, f"{NAME} came."))) == 1
        assert card_of(await house.press(control(card, "letbe.back"))).text_id == "letbe.none"


async def test_what_is_left_is_offered_again() -> None:
    """On the card that says that the words are let be."""
    with world() as house:
        outcome = await written(house, TEXT)
        card = card_of(await house.press(control(offer_in(outcome), "guard.never")))
        assert "One place may point at a person:" in card.text
        assert f"{NAME} cancelled again, third time since \u00ab{MAIL}\u00bb" in card.text
        assert labels(card) == ["Flag it again", "Mask", "Edit", "Keep as it is"]
        await house.press(control(card, "guard.mask"))
        assert f"{NAME} cancelled again, third time since an email address wrote." in await page_of(house)


async def test_of_several_names_one_is_chosen() -> None:
    """Each stands there once; a choice says a place of the page, never a word of it."""
    with world() as house:
        outcome = await written(house, "Mr Oak and Mrs Elm came. Mr OAK left.", "Mx Fir wrote.")
        offer = offer_in(outcome)
        assert "Four places" in offer.text
        assert labels(offer)[-1] == "Never flag one of these"
        which = (await house.press(control(offer, "guard.never"))).first
        assert isinstance(which, Show)
        assert isinstance(which.audience, Reading)
        assert labels(which.card) == ["Mr Oak", "Mrs Elm", "Mx Fir"]
        choice = control(which.card, "guard.never")
        place = choice.options[2].name  # type: ignore[union-attr]  # a choice of three
        left = card_of(await house.choose(choice, place))
        assert "Three places" in left.text
        assert "Fir" not in left.text


async def test_a_page_that_changed_meanwhile_is_not_masked_unseen() -> None:
    """The offer of before masks nothing: it says so, and shows what stands there now."""
    with world() as house:
        outcome = await written(house, f"{NAME} came.")
        offer = offer_in(outcome)
        form = form_of(await house.press(control(offer, "entry.edit")))
        await house.submit(form, text="Today Mrs Elm came.")
        for name in ("guard.mask", "guard.never"):
            anew = await house.press(control(offer, name))
            assert offer_in(anew).text.startswith(
                "This page has changed since. This is what stands on it now."
            )
            assert "\u00abMrs Elm\u00bb" in offer_in(anew).text
            assert "Today Mrs Elm came." in await page_of(house)
        await house.press(control(offer_in(anew), "guard.mask"))
        assert "Today someone came." in await page_of(house)


async def test_a_second_press_masks_nothing_more() -> None:
    """And says how it stands; on a page that is gone that is said."""
    with world() as house:
        outcome = await written(house, TEXT)
        offer = offer_in(outcome)
        await house.press(control(offer, "guard.mask"))
        version = next(iter(house.tables.entries.values())).version
        assert card_of(await house.press(control(offer, "guard.mask"))).text_id == "guard.nothing"
        assert next(iter(house.tables.entries.values())).version == version
        page = card_of(await house.command("journal last"))
        asked = card_of(await house.press(control(page, "entry.delete")))
        await house.press(control(asked, "entry.remove"))
        for name in ("guard.mask", "guard.never"):
            assert card_of(await house.press(control(offer, name))).text_id == "entry.gone"


async def test_a_page_of_one_person_is_masked_by_nobody_else() -> None:
    """A press on somebody else's offer is refused, and their page stays."""
    with world() as house:
        offer = offer_in(await written(house, TEXT))
        await house.settle_in(BEN)
        assert card_of(await house.press(control(offer, "guard.mask"), BEN)).text_id == "not_yours"
        assert TEXT in await page_of(house)


async def test_many_places_are_counted_and_three_lines_shown() -> None:
    """A page of 8,000 characters with 300 of them; a mask takes out all, also those that were not shown."""
    text = "".join(f"Line {n}: {NAME}.\n" for n in range(300)).ljust(ENTRY_MAX - 1, "y") + "."
    with world() as house:
        outcome = await written(house, text)
        said = offer_in(outcome).text.split("\n\n")
        assert said[0] == "300 places may point at a person:"
        assert said[1:4] == [f"Line {n}: \u00ab{NAME}\u00bb." for n in range(3)]
        assert said[4] == "and 297 more places"
        await house.press(control(offer_in(outcome), "guard.mask"))
        assert NAME not in house.entries()[0]["text"]


async def test_a_scene_alone_is_looked_at_too() -> None:
    """What goes by itself is offered as what stays."""
    with world() as house:
        outcome = await written(house, scene=TEXT)
        assert offer_in(outcome).text.split("\n\n") == LINES
        await house.press(control(offer_in(outcome), "guard.mask"))
        assert house.entries()[0]["scene"].startswith("Slow morning. Then someone cancelled")


@pytest.mark.parametrize(
    "around",
    [
        "\u05d4\u05d9\u05d5\u05dd {} \u05d1\u05d9\u05d8\u05dc",
        "\U0001f469\u200d\u2695\ufe0f{}\U0001f33f e\u0301",
        "a\u202e {} b\x1b[2J",
    ],
)
async def test_any_script_is_shown_clean_and_masked_whole(around: str) -> None:
    """Right to left, signs that are joined, tricks of direction: what stays is what was written."""
    with world() as house:
        outcome = await written(house, around.format(f" {NAME} "))
        assert f"\u00ab{NAME}\u00bb" in offer_in(outcome).text
        await house.press(control(offer_in(outcome), "guard.mask"))
        assert house.entries()[0]["text"] == around.format(" someone ")


async def _at_a_checkin(house: World) -> Outcome:
    form = form_of(await house.press(control(await house.asked(), "checkin.write")))
    return await house.submit(form, text=TEXT)


async def _typed_and_kept(house: World) -> Outcome:
    await house.settle_in()
    return await house.submit(
        form_of(await house.press(control(card_of(await house.say(TEXT)), "draft.open")))
    )


async def _a_change_taken(house: World) -> Outcome:
    await house.settle_in()
    offer = await house.hear(DirectMessage(**house.facts(ANA), text="a calm day", message="m"))
    await house.submit(form_of(await house.press(control(card_of(offer), "draft.open"))))
    change = await house.hear(MessageEdited(**house.facts(ANA), text=TEXT, message="m"))
    return await house.press(control(card_of(change), "change.take"))


async def _looking_back(house: World) -> Outcome:
    plan_house.stock(house, plan_house.FLOW)
    await house.settle_in()
    await plan_house.keep(house)
    reflecting = card_of(await house.choose(control(await plan_house.asked(house), "plan.went"), "tried"))
    return await house.submit(form_of(await house.press(control(reflecting, "plan.write"))), text=TEXT)


async def _a_flow_left(house: World) -> Outcome:
    card = await walk(house, await begin(house, "repair"), BOAT)
    card = card_of(await house.submit(await open_form(house, card), text=TEXT))
    stop = card_of(await house.press(button(card, "flow.stop")))
    return await house.press(button(stop, "flow.keep"))


async def _a_flow_ended(house: World) -> Outcome:
    card = await walk(house, await begin(house, "repair"), [*BOAT, {"text": TEXT}, None])
    while "flow.when" not in names(card):
        card = card_of(await house.press(button(card, "flow.pass")))
    return await house.choose(control(card, "flow.when"), NOT_AT_ALL)


BOAT: list[Answer] = ["mine", "no", "oar", 7, {"by": "3 January 2026"}]

Way = Callable[[World], Awaitable[Outcome]]
WAYS = [_at_a_checkin, _typed_and_kept, _a_change_taken, _looking_back, _a_flow_left, _a_flow_ended]


@pytest.mark.parametrize("way", WAYS)
async def test_it_is_offered_wherever_a_page_is_kept(way: Way) -> None:
    """Once, to its writer alone, below everything else that is said; and it can be masked from there."""
    with world(only(Modality.TEXT)) as house:
        outcome = await way(house)
        offer = offer_in(outcome)
        assert card_in(outcome.then[-1]) is offer
        assert LINES[1] in offer.text
        await house.press(control(offer, "guard.mask"))
        assert NAME not in spelled_out(*house.entries())


async def test_a_flow_that_has_ended_offers_nothing_again() -> None:
    """A press on a card of before finds it closed, and the page was offered once."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), BOAT)
        card = card_of(await house.submit(await open_form(house, card), text=TEXT))
        stop = card_of(await house.press(button(card, "flow.stop")))
        assert len(offers(await house.press(button(stop, "flow.keep")))) == 1
        assert offers(await house.press(button(stop, "flow.keep"))) == []
