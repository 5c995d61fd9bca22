"""Words never flagged: read by their writer alone, taken back from the settings, and never in the way."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.sheets import SheetKind
from bot.services.cards.let_be import AT_ONCE
from bot.services.sheets import write_sheet
from bot.services.support.let_be import WORDS_MAX
from bot.surface.audience import Reading
from bot.surface.card import Card, Choose
from bot.surface.outcome import Show
from tests.unit.journal.test_offered_masks import another, offer_in, offers
from tests.unit.small_house import ANA, BEN, card_of, control, form_of
from tests.unit.test_erasing import erased
from tests.unit.test_takeout_document import files
from tests.unit.world import World, labels, open_acts, world

WAY = "Words never flagged"


async def let_be(house: World, *names: str) -> Card:
    """Let Ana write a page for each of these and never have them flagged; return the last answer."""
    for name in names:
        outcome = await another(house, f"Today {name} came.")
        card = card_of(await house.press(control(offer_in(outcome), "guard.never")))
    return card


async def the_list(house: World) -> Card:
    """Open the list from the settings, to be read by Ana alone."""
    settings = await house.command("settings")
    outcome = await house.press(control(card_of(settings), "letbe.show"))
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, Reading)
    assert outcome.first.audience.to == ANA
    assert not any(name in open_acts(outcome) + open_acts(settings) for name in ("Oak", "Elm"))
    return card_of(outcome)


def choice(card: Card) -> Choose:
    """The choice that takes one back."""
    found = control(card, "letbe.back")
    assert isinstance(found, Choose)
    return found


async def written_down(house: World, *words: str) -> None:
    """Lay a list before Ana that came about in a longer time."""
    person, sheet = await house.person(), house.desk.chance.new_id()
    body = {"words": list(words)}
    await house.store.run(
        lambda unit: write_sheet(house.desk, unit, person, sheet=sheet, kind=SheetKind.LET_BE, body=body)
    )


async def test_the_settings_lead_to_the_list_where_there_is_one() -> None:
    """In the order in which words came; who has none sees no way to it."""
    with world() as house:
        await house.settle_in()
        assert WAY not in labels(card_of(await house.command("settings")))
        await let_be(house, "Mr Oak", "Mrs Elm")
        assert WAY in labels(card_of(await house.command("settings")))
        card = await the_list(house)
        assert card.text.split("\n\n")[:2] == [WAY, "Mr Oak, Mrs Elm"]
        assert [option.label for option in choice(card).options] == ["Mr Oak", "Mrs Elm"]
        assert [option.name for option in choice(card).options] == ["w0", "w1"]
        await house.settle_in(BEN)
        assert WAY not in labels(card_of(await house.command("settings", BEN)))


async def test_one_is_taken_back_and_the_others_stay() -> None:
    """From the next page on it is flagged again. When the last one is gone, so is the list."""
    with world() as house:
        await house.settle_in()
        await let_be(house, "Mr Oak", "Mrs Elm")
        first = await the_list(house)
        await house.choose(choice(first), "w0")
        assert offer_in(await another(house, "So Mr Oak met Mrs Elm.")).text.split("\n\n")[1] == (
            "So \u00abMr Oak\u00bb met Mrs Elm."
        )
        await house.choose(choice(await the_list(house)), "w0")
        assert WAY not in labels(card_of(await house.command("settings")))
        assert card_of(await house.choose(choice(first), "w1")).text_id == "letbe.none"


async def test_a_list_that_changed_meanwhile_is_shown_again() -> None:
    """A card of before takes back nothing that it did not show, also where another list began since."""
    with world() as house:
        await house.settle_in()
        undo = await let_be(house, "Mr Oak")
        before = await the_list(house)
        await let_be(house, "Mrs Elm")
        for stale in (
            await house.choose(choice(before), "w0"),
            await house.press(control(undo, "letbe.back")),
        ):
            assert card_of(stale).text.split("\n\n")[1:3] == [
                "The list has changed since. This is what it holds.",
                "Mr Oak, Mrs Elm",
            ]
        for _ in range(2):
            await house.choose(choice(await the_list(house)), "w0")
        await let_be(house, "Mx Fir")
        assert "Mx Fir" in card_of(await house.choose(choice(before), "w0")).text
        assert "Mx Fir" in (await the_list(house)).text


def somebody(number: int) -> str:
    """Return a name that is no other number's."""
    first, second = divmod(number, 26)
    return f"Mr T{chr(97 + first)}{chr(97 + second)}ov"


async def test_a_long_list_comes_in_parts() -> None:
    """Each word can be reached, and the way leads back to the beginning."""
    with world() as house:
        await house.settle_in()
        await written_down(house, *(somebody(n) for n in range(AT_ONCE + 1)))
        first = await the_list(house)
        assert len(choice(first).options) == AT_ONCE
        rest = card_of(await house.press(control(first, "letbe.show")))
        assert [option.name for option in choice(rest).options] == [f"w{AT_ONCE}"]
        await house.choose(choice(rest), f"w{AT_ONCE}")
        assert len(offers(await another(house, f"Today {somebody(AT_ONCE)} came."))) == 1
        assert offers(await another(house, f"Today {somebody(3)} came.")) == []
        assert labels(card_of(await house.press(control(rest, "letbe.show"))))[-1] == somebody(AT_ONCE - 1)


async def test_a_full_list_takes_nothing_more_and_says_so() -> None:
    """And the page is offered as before."""
    with world() as house:
        await house.settle_in()
        await written_down(house, *(somebody(n) for n in range(WORDS_MAX)))
        outcome = await another(house, "Today Mr Oak came.")
        full = card_of(await house.press(control(offer_in(outcome), "guard.never")))
        assert full.text == "Your list holds 200 words, and is full. `settings` takes one off it."
        assert len(offers(await another(house, "Today Mr Oak came."))) == 1


async def test_a_list_that_stays_closed_keeps_no_page_back() -> None:
    """The page is kept, nothing is offered, and what was written stands there."""
    with world() as house:
        await house.settle_in()
        await let_be(house, "Mr Oak")
        [sheet] = [each for each in house.tables.sheets.values() if each.kind is SheetKind.LET_BE]
        house.tables.sheets[sheet.id] = replace(sheet, version=sheet.version + 1)
        outcome = await another(house, "Today Mr Oak came.")
        assert (card_of(outcome).text, outcome.then) == ("Saved privately.", ())
        assert house.entries()[-1]["text"] == "Today Mr Oak came."


async def test_the_list_goes_along_and_goes_with_its_person() -> None:
    """`export` holds the words as they were written; `erase` leaves none."""
    with world() as house:
        await house.settle_in()
        await let_be(house, "Mr Oak")
        made, to_read = await files(house)
        [sheet] = made["words_never_flagged"]
        assert sheet["body"] == {"words": ["Mr Oak"]}
        assert "## Words that are never flagged" in to_read
        assert "words: Mr Oak" in to_read
        await erased(house)
        assert house.tables.sheets == {}


async def test_names_among_ones_own_people_and_on_tags_are_nobodys_concern() -> None:
    """They are one's own words for oneself: nothing is offered there."""
    with world() as house:
        await house.settle_in()
        people = card_of(await house.command("people"))
        form = form_of(await house.press(control(people, "people.change")))
        assert offers(await house.submit(form, one="Mr Oak")) == []
        await another(house, "a calm day")
        page = card_of(await house.command("journal last"))
        form = form_of(await house.press(control(page, "entry.tags")))
        assert offers(await house.submit(form, tags="Mr Oak")) == []
