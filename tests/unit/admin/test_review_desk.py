"""The review desk: what is signed, worded anew or retired holds for everybody in that organisation alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from bot.domain.people import Account
from bot.domain.prompts import Domain, Prompt, Sensitivity
from bot.domain.reviews import ROLE_MAX, WORDING_MAX
from bot.ports.store import Unit
from bot.ports.vault import Cell
from bot.services.cards.plain import UNREAD
from bot.services.organisations.rules import keep, organisation_at
from bot.services.takeout.takeout import document
from bot.surface.card import Button, Card, Choose
from bot.surface.form import Form
from bot.surface.outcome import Open, Outcome, Refuse
from bot.testing.catalogue import FakeCatalogue, invented_prompt
from bot.testing.flows_to_run import FLOWS_TO_RUN
from tests.unit.admin.team import take
from tests.unit.small_house import BEN, card_of, control, errors_of, form_of
from tests.unit.world import TERMINAL, World, world

TENDER = invented_prompt(
    "wide.exposure.H90",
    text="Which sound of today is still with you?",
    domain=Domain.EXPOSURE,
    sensitivity=Sensitivity.TENDER,
)
LIGHT = invented_prompt("steam.actions.A91", text="What did you put down today?")
CARA = Account(surface="chat", workspace="team", user="cara")
LEAD = {"role": "clinical lead"}


@contextmanager
def a_team(*prompts: Prompt) -> Iterator[World]:
    """A house in which Cara looks after the team by what the platform says, and Ana is asked."""
    with world(prompts or (TENDER,)) as house:
        house.organisation = "chat/team"
        house.managers = {CARA: True}
        yield house


async def settle(house: World) -> None:
    """Let Ana settle in, and leave the first check-in of all behind."""
    await house.settle_in()
    await house.rate(control(card_of(await house.command("checkin")), "checkin.connection"), None)


async def desk(house: World, who: Account = CARA) -> Card:
    """Return somebody's desk."""
    return await press(house, card_of(await house.command("admin", who)), "admin.review", who)


async def press(house: World, card: Card, name: str, who: Account = CARA) -> Card:
    """Let somebody press, where a card comes of it."""
    return card_of(await house.press(control(card, name), who))


async def first(house: World, who: Account = CARA) -> Card:
    """Return the first text that waits."""
    return await press(house, await desk(house, who), "review.next", who)


async def decide(house: World, card: Card, name: str, **values: str) -> Outcome:
    """Let Cara decide of the text on a card."""
    form = form_of(await house.press(control(card, name), CARA))
    return await house.submit_by(CARA, form, LEAD | values)


async def listed(house: World, topic: str) -> Choose:
    """Return the texts of a topic, as Cara may choose among them."""
    which = await press(house, await desk(house), "review.topics")
    chosen = control(
        card_of(await house.choose(control(which, "review.topic"), topic, who=CARA)), "review.text"
    )
    assert isinstance(chosen, Choose)
    return chosen


async def chosen(house: World, topic: str) -> Card:
    """Return the first text of a topic."""
    texts = await listed(house, topic)
    return card_of(await house.choose(texts, texts.options[0].name, who=CARA))


async def test_what_waits_comes_first_and_is_asked_once_it_is_signed() -> None:
    """Until then nothing of it comes by itself; then it does, with its line and without the mark."""
    with a_team() as house:
        await settle(house)
        assert card_of(await house.command("checkin")).text_id == "checkin.none"
        text = await first(house)
        assert TENDER.text in text.text
        assert "undecided" in text.text
        said = card_of(await decide(house, text, "review.sign"))
        assert said.text == "Signed: wide.exposure.H90\nAs: clinical lead\nOn: Monday 5 January 2026"
        asked = card_of(await house.command("checkin"))
        assert TENDER.text in asked.text
        assert "This one can touch something tender." in asked.text
        assert UNREAD not in asked.text


async def test_a_signature_taken_back_holds_no_more() -> None:
    """From the answer, and from the list of its topic."""
    with a_team() as house:
        await settle(house)
        said = card_of(await decide(house, await first(house), "review.sign"))
        assert (await press(house, said, "review.undo")).text == "Taken back: wide.exposure.H90 is undecided."
        assert card_of(await house.command("checkin")).text_id == "checkin.none"
        await decide(house, await first(house), "review.sign")
        assert TENDER.text in card_of(await house.command("checkin")).text
        await skip(house)
        assert (await listed(house, Domain.EXPOSURE)).options[0].label.startswith("signed: Which sound")
        text = await chosen(house, Domain.EXPOSURE)
        assert "signed, clinical lead, Monday 5 January 2026" in text.text
        await press(house, text, "review.undo")
        assert card_of(await house.command("checkin")).text_id == "checkin.none"


async def test_a_wording_of_their_own_is_what_people_read_and_write_under() -> None:
    """On the check-in, on its page, and in what is kept; another organisation reads the library's."""
    with a_team() as house:
        await settle(house)
        await decide(house, await first(house), "review.edit", words="Is a sound\nof today still near?")
        own = "Is a sound of today still near?"
        asked = card_of(await house.command("checkin"))
        assert (own in asked.text, TENDER.text in asked.text) == (True, False)
        assert "In your organisation's words." in asked.text
        page = form_of(await house.press(control(asked, "checkin.write")))
        assert page.intro == own
        await house.submit(page, text="The kettle.")
        assert [entry["question"] for entry in house.entries()] == [own]
        ana = await house.person()
        held = await house.store.run(lambda unit: document(house.desk, unit, ana, house.clock.now()))
        assert [each["prompt"]["text"] for each in held["checkins"] if each["prompt"]] == [own]
        house.organisation = "chat/other"
        house.managers = {CARA: True, BEN: True}
        assert TENDER.text in (await first(house)).text


async def test_what_was_retired_is_not_asked_and_not_opened() -> None:
    """By no way: it is not there for anybody of this organisation."""
    with a_team(LIGHT) as house:
        await settle(house)
        assert card_of(await house.command("checkin")).text_id == "checkin"
        await decide(house, await chosen(house, Domain.ACTIONS), "review.retire")
        await skip(house)
        assert card_of(await house.command("checkin")).text_id == "checkin.none"
        assert (await opened(house, Domain.ACTIONS)).text_id == "checkin.none"


async def test_anybody_may_open_what_nobody_signed() -> None:
    """Tender or guarded, with the line and the mark; on the very day of a low mark, too."""
    guarded = replace(
        TENDER, id="wide.own_patterns.O91", domain=Domain.OWN_PATTERNS, sensitivity=Sensitivity.GUARDED
    )
    with a_team(TENDER, guarded) as house:
        await settle(house)
        for topic in (Domain.EXPOSURE, Domain.OWN_PATTERNS):
            card = await opened(house, topic)
            assert card.text_id == "checkin"
            assert TENDER.text in card.text
            assert "This one can touch something tender." in card.text
            assert UNREAD in card.text


async def test_only_reviewed_holds_back_the_rest() -> None:
    """As soon as an admin sets it; what is signed comes, and anybody may open what is not."""
    with a_team(LIGHT) as house:
        await settle(house)
        await decide(house, await chosen(house, Domain.ACTIONS), "review.sign")
        await only_reviewed(house)
        assert LIGHT.text in card_of(await house.command("checkin")).text
        await skip(house)
        await press(house, await chosen(house, Domain.ACTIONS), "review.undo")
        assert card_of(await house.command("checkin")).text_id == "checkin.none"
        assert UNREAD in (await opened(house, Domain.ACTIONS)).text


async def test_a_form_that_cannot_be_asked_stays_open() -> None:
    """Without a role, without words, too long, loud or asking much; nothing is decided."""
    with a_team() as house:
        text = await first(house)
        for name, values, field in (
            ("review.sign", {"role": "  "}, "role"),
            ("review.sign", {"role": "r" * (ROLE_MAX + 1)}, "role"),
            ("review.edit", {"words": " \n"}, "words"),
            ("review.edit", {"words": "w" * (WORDING_MAX + 1)}, "words"),
            ("review.edit", {"words": "Well done!"}, "words"),
            ("review.edit", {"words": "What? Where? When?"}, "words"),
            ("review.edit", {"words": "Read https://example.org first."}, "words"),
            ("review.edit", {"words": "Ask @channel how it was."}, "words"),
        ):
            assert list(errors_of(await decide(house, text, name, **values))) == [field]
        assert await house.store.run(lambda unit: unit.organisations.every()) == []


async def test_the_role_is_filled_in_as_they_signed_last() -> None:
    """Theirs, and nobody else's; the library's own words are a plain signature."""
    with a_team(TENDER, LIGHT) as house:
        said = card_of(await decide(house, await first(house), "review.edit", words=TENDER.text))
        assert said.text.startswith("Signed: ")
        form = await form_for(house, await press(house, said, "review.next"), "review.sign", CARA)
        assert [field.value for field in form.fields] == ["clinical lead"]
        role = await code(house, "supervisor")
        await take(house, BEN, role, "Ben")
        other = await form_for(house, await first(house, BEN), "review.sign", BEN)
        assert [field.value for field in other.fields] == [""]


async def test_flows_and_safety_texts_are_signed_and_no_more() -> None:
    """They come with a mark until then, and are never away; the mark goes where all of it is signed."""
    with a_team() as house:
        await settle(house)
        assert UNREAD in card_of(await house.command("rest")).text
        await house.press(control(card_of(await house.command("practise")), "flow.stop"))
        assert UNREAD in card_of(await house.command("helpnow")).text
        card, seen = await first(house), set[str]()
        while card.text_id == "admin.review_text":
            if "Answers: " not in card.text:
                assert [name for name in names(card) if name in {"review.edit", "review.retire"}] == []
            seen.add(card.text.partition("Text: ")[2].split()[0])
            card = await press(house, card_of(await decide(house, card, "review.sign")), "review.next")
        assert card.text == "Everything is decided."
        assert {"safety.help_now", "safety.regions", "safety.danger", "rest_stop"} < seen
        assert UNREAD not in card_of(await house.command("rest")).text
        assert UNREAD not in card_of(await house.command("helpnow")).text


async def test_where_all_is_signed_nothing_is_called_a_draft() -> None:
    """Until then `help` says so: of all, then of some, of flows too. What was retired is not counted."""
    with a_team(TENDER, LIGHT) as house:
        await settle(house)
        assert "questions and texts here are drafts" in card_of(await house.command("help")).text
        await decide(house, await first(house), "review.sign")
        await decide(house, await chosen(house, Domain.ACTIONS), "review.retire")
        assert "Some of the questions here are drafts" in card_of(await house.command("help")).text
        card = await first(house)
        while card.text_id == "admin.review_text":
            card = await press(house, card_of(await decide(house, card, "review.sign")), "review.next")
        assert "drafts" not in card_of(await house.command("help")).text


async def test_a_broken_row_keeps_nobody_from_help() -> None:
    """Who to call is shown, with the mark, whatever somebody wrote into the database."""
    with a_team() as house:
        await settle(house)
        await decide(house, await first(house), "review.sign")
        (row,) = await house.store.run(lambda unit: unit.organisations.every())
        (other,) = await house.store.run(lambda unit: unit.organisations.reviews(row.id))
        await house.store.run(lambda unit: unit.organisations.put(replace(row, sealed=other.sealed)))
        assert UNREAD in card_of(await house.command("helpnow")).text
        assert card_of(await house.command("checkin")).text_id == "checkin.none"


async def test_where_nobody_looks_after_anything_it_comes_with_a_mark() -> None:
    """In a terminal there is nobody to sign; a text that the library calls reviewed needs no mark."""
    with world([TENDER], TERMINAL) as house:
        await settle(house)
        asked = card_of(await house.command("checkin"))
        assert TENDER.text in asked.text
        assert UNREAD in asked.text


async def test_a_text_that_changed_since_is_undecided_and_its_old_card_decides_nothing() -> None:
    """Neither a press nor a form of the version before counts for the new one."""
    with a_team() as house:
        await settle(house)
        text = await first(house)
        form = await form_for(house, text, "review.sign", CARA)
        await decide(house, text, "review.sign")
        library = FakeCatalogue(prompts=(replace(TENDER, version=2),), flows=FLOWS_TO_RUN)
        house.desk = replace(house.desk, catalogue=library)
        await house.restart()
        assert card_of(await house.command("checkin")).text_id == "checkin.none"
        assert (await press(house, text, "review.sign")).text_id == "admin.review_changed"
        assert isinstance((await house.submit_by(CARA, form, LEAD)).first, Refuse)
        assert "undecided" in (await first(house)).text


async def test_the_log_says_which_text_and_never_who_or_what_words() -> None:
    """Before and after are verdicts; the words and the role stand in the decision alone."""
    with a_team() as house:
        await decide(house, await first(house), "review.edit", words="Is a sound still near?")
        said = await log_of(house)
        assert "text wide.exposure.H90" in said
        assert "signed in other words" in said
        assert "clinical lead" not in said
        assert "sound" not in said


async def test_who_holds_no_role_decides_nothing() -> None:
    """A press on somebody else's card is refused; so is a role that ended meanwhile."""
    with a_team() as house:
        await settle(house)
        code_of_ben = await code(house, "supervisor")
        await take(house, BEN, code_of_ben, "Ben")
        menu = card_of(await house.command("admin", BEN))
        assert names(menu) == ["admin.review", "role.mine"]
        card = await press(house, await press(house, menu, "admin.review", BEN), "review.next", BEN)
        form = await form_for(house, card, "review.sign", BEN)
        house.organisation = "chat/other"
        assert isinstance((await house.submit_by(BEN, form, LEAD)).first, Refuse)
        assert (await press(house, card, "review.sign", BEN)).text_id == "admin.not_yours"


def names(card: Card) -> list[str]:
    """Return what can be pressed on a card."""
    return [one.name for one in card.controls]


async def only_reviewed(house: World) -> None:
    """Let the team be asked only what is signed, as an admin sets it."""

    def work(unit: Unit) -> None:
        here = organisation_at(house.desk, unit, house.desk.organisation_index("chat/team"))
        assert here is not None
        keep(house.desk, unit, replace(here, rules=replace(here.rules, only_reviewed=True)))

    await house.store.run(work)


async def log_of(house: World) -> str:
    """Return all that the log of the team holds, opened."""
    (row,) = await house.store.run(lambda unit: unit.organisations.every())
    changes = await house.store.run(lambda unit: unit.organisations.changes(row.id, 50))
    cells = [Cell(person=row.id, table="changes", row=one.id, column="sealed") for one in changes]
    return " ".join(house.vault.open(cell, one.sealed) for cell, one in zip(cells, changes, strict=True))


async def opened(house: World, topic: Domain) -> Card:
    """Let Ana open a question of a topic from `practise`."""
    which = card_of(await house.press(control(card_of(await house.command("practise")), "topic.which")))
    return card_of(await house.choose(control(which, "topic.open"), topic))


async def skip(house: World) -> None:
    """Let Ana pass what is open."""
    await house.press(control(card_of(await house.command("checkin")), "checkin.skip"))


async def form_for(house: World, card: Card, name: str, who: Account) -> Form:
    """Return the form that a press opens."""
    outcome = await house.press(control(card, name), who)
    assert isinstance(outcome.first, Open)
    return outcome.first.form


async def code(house: World, role: str) -> str:
    """Let Cara make a code for a role."""
    roles = await press(house, card_of(await house.command("admin", CARA)), "admin.roles")
    given = await press(house, roles, "role.give")
    return card_of(await house.choose(control(given, "role.code"), role, who=CARA)).text.partition("Code: ")[
        2
    ][:9]


async def test_every_card_of_the_desk_leads_on_and_an_admin_back_to_the_settings() -> None:
    """Nobody has to type a word to leave; a supervisor has no settings to go back to."""
    with a_team() as house:
        await take(house, BEN, await code(house, "supervisor"), "Ben")
        assert "All settings" in labels(await desk(house))
        assert "All settings" not in labels(await desk(house, BEN))
        topics = await press(house, await desk(house), "review.topics")
        decided = card_of(await decide(house, await first(house), "review.sign"))
        undone = await press(house, decided, "review.undo")
        for card in (topics, decided, undone):
            assert (await press(house, card, "admin.review")).text_id == "admin.review"


def labels(card: Card) -> list[str]:
    """What stands on the buttons of a card."""
    return [one.label for one in card.controls if isinstance(one, Button)]
