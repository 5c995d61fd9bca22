"""After a low mark, or the word for a rough day: something small for one person alone, once a day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.checkins import RunState
from bot.domain.marks import CHOSEN
from bot.domain.prompts import Domain, Modality, Prompt
from bot.domain.wishes import Wishes
from bot.ports.vault import SEALED_MARK
from bot.services.rhythm.wishes import keep_wishes
from bot.surface.audience import OnlyYou
from bot.surface.card import Button, Card, Choose, Reach
from bot.surface.outcome import Act, Outcome, Replace, Show
from bot.testing.catalogue import INVENTED_PROMPTS, invented_prompt
from tests.unit.small_house import ANA, card_of, control, form_of, on, ref_of
from tests.unit.world import World, answered, world

ENERGY, CONNECTION = "checkin.energy", "checkin.connection"
OFFERS = ["gentle.rest_stop", "gentle.self_compassion", "gentle.people", "help.now", "gentle.no"]
KIND = invented_prompt("wide.self_compassion.C90", text="What was kind?", domain=Domain.SELF_COMPASSION)
TEXT = invented_prompt("steam.thoughts.T91", text="One word for it?", domain=Domain.THOUGHTS, gentle=True)
LIBRARY = (*INVENTED_PROMPTS, KIND)
TORN = SEALED_MARK + bytes(64)


def _alone(act: Act) -> Card:
    """Return a card that is shown to one person alone."""
    assert isinstance(act, Show)
    assert isinstance(act.audience, OnlyYou)
    return act.card


def _small(outcome: Outcome) -> Card:
    assert isinstance(outcome.first, Replace)
    [act] = outcome.then
    return _alone(act)


async def _wish(house: World, wishes: Wishes) -> None:
    person = await house.person()
    await house.store.run(lambda unit: keep_wishes(house.desk, unit, person, wishes))


def _prompt(house: World, name: str | None) -> Prompt:
    found = house.desk.catalogue.prompt(name or "")
    assert found is not None
    return found


@pytest.mark.parametrize(("name", "step"), [(ENERGY, 1), (ENERGY, 2), (CONNECTION, 1), (CONNECTION, 2)])
async def test_a_low_mark_brings_one_card_for_one_person(name: str, step: int) -> None:
    """A gentle question and four offers; the card is sealed and its summary says nothing."""
    with world(LIBRARY) as house:
        card = _small(await house.pick(await house.asked(), name, step))
        assert (card.text_id, card.reach, card.summary) == ("gentle", Reach.SEALED, "For you alone.")
        assert card.text.startswith("Something small today.")
        assert [one.name for one in card.controls] == ["gentle.prompt", *OFFERS]
        [beside] = house.beside(house.runs[-1])
        assert _prompt(house, beside["prompt"]).gentle


async def test_a_third_mark_counts_too() -> None:
    """Whichever mark it is."""
    with world(LIBRARY) as house:
        await house.settle_in()
        await _wish(house, Wishes(third_mark=CHOSEN[-1].name))
        [card] = await house.until(on(5, 9))
        assert _small(await house.pick(card, f"checkin.{CHOSEN[-1].name}", 2)).text_id == "gentle"


@pytest.mark.parametrize("step", [3, 4, 5, None])
async def test_no_other_mark_brings_anything(step: int | None) -> None:
    """Not the middle, not a high one, not "not now"; and no word about it."""
    with world(LIBRARY) as house:
        card = await house.asked()
        for name in (ENERGY, CONNECTION):
            assert (await house.pick(card, name, step)).then == ()
        assert all(house.beside(run) == [] for run in house.runs)


async def test_a_second_low_mark_that_day_brings_no_second_card() -> None:
    """Nor does one that was taken back and given again; the next day it may come again."""
    with world(LIBRARY) as house:
        card = await house.asked()
        assert len((await house.pick(card, ENERGY, 2)).then) == 1
        for name, step in [(CONNECTION, 1), (ENERGY, 4), (ENERGY, 1)]:
            assert (await house.pick(card, name, step)).then == ()
        [card] = await house.until(on(6, 9))
        assert len((await house.pick(card, ENERGY, 1)).then) == 1


async def test_the_posted_card_is_the_same_after_any_mark() -> None:
    """Low or high, on the check-in itself nothing tells them apart."""
    cards = []
    for step in range(1, 6):
        with world(LIBRARY) as house:
            cards.append(card_of(await house.pick(await house.asked(), ENERGY, step)))
    assert cards == [cards[0]] * 5


async def test_the_card_does_not_tell_which_mark_was_low() -> None:
    """Whatever brought it, it is one and the same."""
    cards = []
    for name, step in [(ENERGY, 1), (CONNECTION, 2)]:
        with world(LIBRARY) as house:
            cards.append(_small(await house.pick(await house.asked(), name, step)))
    assert cards[0] == cards[1]


async def test_on_the_very_first_check_in_the_line_about_hours_comes_last() -> None:
    """Something small first, then whether to come back."""
    with world(LIBRARY) as house:
        outcome = await house.pick(await house.arrive(), ENERGY, 2)
        small, offer = outcome.then
        assert _alone(small).text_id == "gentle"
        assert isinstance(offer, Show)
        assert offer.card.text_id == "settings.offer"


async def test_a_choice_is_kept_and_noted_to_its_writer() -> None:
    """Sealed in the run of the check-in, which stays as it was and may still be answered."""
    with world(LIBRARY) as house:
        checkin = await house.asked()
        card = _small(await house.pick(checkin, ENERGY, 2))
        outcome = await house.pick(card, "gentle.prompt", "fog")
        assert card_of(outcome).text == "Noted."
        assert _alone(outcome.first).text_id == "gentle.noted"
        run = house.runs[-1]
        assert [answered(small) for small in house.beside(run)] == [{"chosen": ["fog"]}]
        assert house.answers(run) is None
        assert run.sealed is not None
        assert run.sealed.startswith(SEALED_MARK)
        await house.pick(card, "gentle.prompt", "windy")
        assert [answered(small) for small in house.beside(house.runs[-1])] == [{"chosen": ["windy"]}]
        assert (await house.pick(checkin, CONNECTION, 3)).then == ()


async def test_words_are_written_on_a_page() -> None:
    """A gentle question for words has Write beside it; the entry keeps the question."""
    with world([*(one for one in LIBRARY if not one.gentle), TEXT]) as house:
        card = _small(await house.pick(await house.asked(), ENERGY, 2))
        assert [one.name for one in card.controls] == ["gentle.write", *OFFERS]
        form = form_of(await house.press(control(card, "gentle.write")))
        assert form.intro == TEXT.text
        assert card_of(await house.submit(form, text="grey")).text == "Saved privately."
        assert house.entries()[0]["question"] == TEXT.text


async def test_no_thanks_is_a_full_answer() -> None:
    """One word back; nothing more is said."""
    with world(LIBRARY) as house:
        card = _small(await house.pick(await house.asked(), ENERGY, 2))
        outcome = await house.press(control(card, "gentle.no"))
        assert isinstance(outcome.first, Replace)
        assert (outcome.first.card.text, outcome.then) == ("Fine.", ())
        [beside] = house.beside(house.runs[-1])
        assert answered(beside) == {"passed": True}


async def test_a_kind_word_is_one_question_however_often_it_is_pressed() -> None:
    """A page opens under it; closed and pressed again, it is the same."""
    with world(LIBRARY) as house:
        card = _small(await house.pick(await house.asked(), ENERGY, 2))
        for _ in range(2):
            form = form_of(await house.press(control(card, "gentle.self_compassion")))
            assert form.intro == KIND.text
        asked = [small for run in house.runs for small in house.beside(run)]
        assert [small["prompt"] for small in asked].count(KIND.id) == 1
        await house.submit(form, text="soft")
        assert answered(house.beside(house.runs[-1])[-1]) == {"written": True}


async def test_a_kind_word_with_options_is_a_card_of_its_own() -> None:
    """It is answered by a tap, or left."""
    tap = replace(INVENTED_PROMPTS[1], id="wide.self_compassion.C91", domain=Domain.SELF_COMPASSION)
    with world([*INVENTED_PROMPTS, tap]) as house:
        card = _small(await house.pick(await house.asked(), ENERGY, 2))
        kind = _alone((await house.press(control(card, "gentle.self_compassion"))).first)
        assert [one.name for one in kind.controls] == ["gentle.prompt", "gentle.no"]
        assert card_of(await house.pick(kind, "gentle.prompt", "fog")).text == "Noted."


async def test_what_a_library_lacks_is_not_offered() -> None:
    """Without a gentle question or a kind word the other offers stand; an old button says so."""
    plain = [one for one in INVENTED_PROMPTS if not one.gentle]
    with world(plain) as house:
        card = _small(await house.pick(await house.asked(), ENERGY, 2))
        assert [one.name for one in card.controls] == [n for n in OFFERS if n != "gentle.self_compassion"]
        assert all(house.beside(run) == [] for run in house.runs)
        assert card_of(await house.press(control(card, "gentle.no"))).text == "Fine."
        stale = Button(ref=house.desk.mint(ANA)("gentle.kind"), name="stale", label="A kind word to yourself")
        assert card_of(await house.press(stale)).text_id == "gentle.none"


async def test_offers_lead_where_they_say() -> None:
    """A guided flow, the list of people, who to call; each waits for a press."""
    with world(LIBRARY) as house:
        card = _small(await house.pick(await house.asked(), ENERGY, 2))
        opened = {one.name: house.desk.refs.unpack(ref_of(one), ANA) for one in card.controls}
        rest = opened["gentle.rest_stop"]
        assert (rest.action, rest.arg) == ("flow.start", "rest_stop")
        assert opened["gentle.people"].action == "people.show"
        assert opened["help.now"].action == "help.now"


async def test_rough_opens_the_same_without_a_mark() -> None:
    """Said again it is shown again, with the same question; a low mark that day adds nothing."""
    with world(LIBRARY) as house:
        checkin = await house.asked()
        card = _alone((await house.command("rough")).first)
        assert [one.name for one in card.controls] == ["gentle.prompt", *OFFERS]
        assert _alone((await house.command("rough")).first) == card
        assert (await house.pick(checkin, ENERGY, 1)).then == ()
        assert [len(house.beside(run)) for run in house.runs] == [0, 1]
        assert house.steps(house.runs[1]) == {"energy": 1}


@pytest.mark.parametrize("how", ["mark", "word"])
async def test_the_next_day_asks_something_gentle(how: str) -> None:
    """And the day after that is as any other; the question of the rough day lapses with the next."""
    gentle = [
        invented_prompt(f"steam.{domain}.G9{n}", text="a?", domain=domain, gentle=True)
        for domain in (Domain.SENSATIONS, Domain.THOUGHTS, Domain.MENTALIZING)
        for n in range(3)
    ]
    with world([*LIBRARY, *gentle]) as house:
        card = await house.asked()
        await (house.pick(card, ENERGY, 2) if how == "mark" else house.command("rough"))
        await house.until(on(6, 9))
        assert _prompt(house, house.prompt(house.runs[-1])).gentle
        assert [run.state for run in house.runs[:-1]] == [RunState.LAPSED] * 2
        await house.until(on(7, 9))
        assert house.beside(house.runs[-1]) == []


async def test_a_mark_put_right_again_leaves_the_next_day_as_it_was() -> None:
    """What counts is the mark that stands."""
    plain = [invented_prompt(f"p.{n}", text="a?", domain=Domain.REST) for n in range(3)]
    gentle = invented_prompt("g.1", text="b?", domain=Domain.MEANING, gentle=True)
    with world([*plain, gentle]) as house:
        card = await house.asked()
        await house.pick(card, ENERGY, 1)
        await house.pick(card, ENERGY, 4)
        page = house.page(house.runs[-1])
        assert (page.get("rough_on"), page["eased_on"]) == (None, "2026-01-05")


async def test_torn_marks_keep_no_check_in_from_coming() -> None:
    """What stays closed says nothing; the hour brings a question all the same."""
    with world(LIBRARY) as house:
        card = await house.asked()
        await house.pick(card, ENERGY, 1)
        await house.press(control(card, "checkin.skip"))
        for run in list(house.tables.runs.values()):
            house.tables.runs[run.id] = replace(run, sealed=TORN) if run.sealed else run
        for marks in list(house.tables.marks.values()):
            house.tables.marks[marks.id] = replace(marks, sealed=TORN)
        [letter] = await house.until(on(6, 9))
        assert letter.text_id == "checkin"


async def test_a_gentle_question_is_no_prompt_of_its_own() -> None:
    """`checkin` shows the check-in that is open, not what came beside it; the silence counts neither."""
    with world([one for one in LIBRARY if one.modality is not Modality.FLOW]) as house:
        card = await house.asked()
        await house.command("rough")
        assert control(card_of(await house.command("checkin")), "checkin.skip") == control(
            card, "checkin.skip"
        )


async def test_rough_where_nothing_is_open_asks_a_gentle_check_in() -> None:
    """Its question stands on the small card, `checkin` shows the same one, and the answer is one to it."""
    with world([one for one in LIBRARY if one.modality is not Modality.FLOW]) as house:
        card = await house.asked()
        await house.press(control(card, "checkin.skip"))
        await house.until(on(10, 12))  # a Saturday; Friday's went by, and is passed now
        await house.press(control(card_of(await house.command("checkin")), "checkin.skip"))
        small = _alone((await house.command("rough")).first)
        run = house.runs[-1]
        assert (run.state, run.day, house.beside(run)) == (RunState.OPEN, on(10, 0).date(), [])
        assert _prompt(house, house.prompt(run)).gentle
        assert [one.name for one in small.controls] == ["gentle.prompt", *OFFERS]
        assert _alone((await house.command("rough")).first) == small
        called = card_of(await house.command("checkin"))
        asked, again = control(small, "gentle.prompt"), control(called, "checkin.prompt")
        assert isinstance(asked, Choose)
        assert isinstance(again, Choose)
        assert asked.ask == again.ask
        assert card_of(await house.pick(small, "gentle.prompt", "fog")).text == "Noted."
        assert house.answers(house.runs[-1]) == {"chosen": ["fog"]}
        assert house.runs[-1].state is RunState.ANSWERED
        assert [one.state for one in house.runs].count(RunState.LAPSED) == len(house.runs) - 1


async def test_no_thanks_to_a_question_of_its_own_passes_it() -> None:
    """Where the word began the check-in, the answer to it is one to the check-in."""
    with world(LIBRARY) as house:
        await house.asked()
        await house.until(on(10, 12))
        await house.press(control(card_of(await house.command("checkin")), "checkin.skip"))
        await house.until(on(11, 12))
        small = _alone((await house.command("rough")).first)
        await house.press(control(small, "gentle.no"))
        run = house.runs[-1]
        assert (run.state, house.answers(run)) == (RunState.PASSED, {"passed": True})
        await house.pick(card_of(await house.command("checkin")), ENERGY, 3)
        await house.until(on(12, 8))
        small = _alone((await house.command("rough")).first)
        await house.pick(card_of(await house.command("checkin")), ENERGY, 4)
        await house.press(control(small, "gentle.no"))
        assert house.runs[-1].state is RunState.ANSWERED


async def test_a_word_for_a_day_is_no_silence() -> None:
    """Whoever said it was there: no question about pausing comes after five."""
    with world(LIBRARY) as house:
        await house.settle_in()
        await house.until(on(7, 10))
        await house.command("rough")
        assert {card.text_id for card in await house.until(on(13, 8))} == {"checkin"}


async def test_a_page_that_is_torn_is_in_nobodys_way() -> None:
    """`checkin` and `rough` ask anew, and words that were written to it are kept."""
    with world(LIBRARY) as house:
        card = await house.asked()
        form = form_of(await house.press(control(card, "checkin.write")))
        for word, seen in [("checkin", "checkin"), ("rough", "gentle")]:
            run = house.runs[-1]
            house.tables.runs[run.id] = replace(run, sealed=TORN)
            assert card_of(await house.command(word)).text_id == seen
            assert house.runs[-1].id != run.id
        assert card_of(await house.submit(form, text="kept")).text == "Saved privately."
        assert [entry["text"] for entry in house.entries()] == ["kept"]
