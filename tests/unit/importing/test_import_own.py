"""One's own export brought back: among what stands, with what comes later, and never over anybody's row."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from bot.domain.agenda import AgendaKind
from bot.domain.checkins import RunState
from bot.domain.reviews import wording_of
from bot.surface.card import Button
from bot.surface.inbound import FileBrought
from bot.surface.outcome import Attach
from tests.unit.importing.bringing import Deed, bring, bring_in, erase, export, live, told
from tests.unit.plans.house import january, keep, notices, plan_world
from tests.unit.small_house import ANA, BEN, MONDAY, card_of, control, form_of
from tests.unit.world import World, world


def deeds(words: str, *what: str) -> list[Deed]:
    """Return some things that Ana does with the same words."""
    return [Deed(what=each, words=words, number=1) for each in what]


async def after_erasing(house: World) -> bytes:
    """Let Ana take all of it along, erase it, and arrive anew."""
    file = await export(house)
    await erase(house)
    await house.settle_in()
    return file


async def test_it_says_what_is_in_it_and_what_stays_out() -> None:
    """When it was made, pages with their days, and the rest in counts."""
    with plan_world() as house:
        await house.settle_in()
        await live(house, deeds("some words", "write", "say", "plan", "people", "wish", "let_be"))
        file = await after_erasing(house)
        text = (await bring(house, file, "mine.json")).text
    assert "Your own export. Made on Monday 5 January 2026." in text
    assert "One page, of Monday 5 January 2026." in text
    assert "Besides: one check-in, one draft, one plan, your people, how you wish to be asked, words" in text
    assert "Accounts, roles, hours and flows that are open stay out" in text


async def test_a_plan_comes_back_on_its_day() -> None:
    """Where the day is still ahead; its words were masked nowhere and nobody lost them."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, "ask the heron", back_on=january(9))
        await keep(house, "long ago", back_on=january(6))
        file = await after_erasing(house)
        await house.until_answering(MONDAY + timedelta(days=2))
        await bring_in(house, file)
        assert [row.kind for row in house.tables.agenda.values()].count(AgendaKind.PLAN) == 1
        await house.until_answering(MONDAY + timedelta(days=5))
        assert len(notices(house)) == 1
        assert "ask the heron" in card_of(await house.command("plans")).text


async def test_the_day_of_supervision_comes_back_with_its_line() -> None:
    """The line comes the day before, as it would have; taken out again, none comes."""
    for is_out in (False, True):
        with world() as house:
            await house.settle_in()
            await live(house, deeds("heron", "supervision", "session"))
            done = await bring_in(house, await after_erasing(house))
            if is_out:
                await house.press(control(done, "import.undo"))
            came = await house.until_answering(MONDAY + timedelta(days=7))
            assert [card.text_id for card in came].count("supervision.notice") == (not is_out)
            log = await house.press(control(card_of(await house.command("supervision")), "session.log"))
            assert ("heron" in card_of(log).text) is not is_out


async def test_what_was_agreed_is_masked_too_where_they_say_so() -> None:
    """The words of sessions and plans may point at a person as any."""
    with plan_world() as house:
        await house.settle_in()
        await live(house, deeds("Maria cancelled again", "session", "plan", "say"))
        file = await after_erasing(house)
        assert "Three places in it may point at a person." in (await bring(house, file)).text
        await bring_in(house, file, way="import.mask")
        made = json.dumps(await told(house))
        assert "Maria" not in made


async def test_pages_that_were_chosen_for_a_portfolio_stay() -> None:
    """However old they are: the list of them comes in with them, and they are not counted as going."""
    with world() as house:
        await house.settle_in()
        await live(house, deeds("mine", "write", "portfolio"))
        made = json.loads(await after_erasing(house))
        made["entries"][0]["day"] = "2024-01-05"
        found = await bring(house, json.dumps(made))
        assert "older than pages are kept" not in found.text
        assert "the list for your portfolio" in found.text


async def test_the_open_check_in_stays_the_open_one() -> None:
    """What comes in is over: no press on a card of before counts, and the question of now is asked on."""
    with world() as house:
        await house.asked()
        file = await after_erasing(house)
        await house.until_answering(MONDAY + timedelta(days=3))
        now = card_of(await house.command("checkin"))
        await bring_in(house, file)
        assert card_of(await house.command("checkin")).text == now.text
        *before, latest = house.tables.runs.values()
        assert latest.state is RunState.OPEN
        assert {run.state for run in before} == {RunState.LAPSED}


async def test_a_scene_that_comes_in_goes_after_its_days() -> None:
    """Counted from the day on which it came in; what was learned stays."""
    with world() as house:
        await house.settle_in()
        await live(house, deeds("what happened", "scene"))
        await bring_in(house, await after_erasing(house))
        await house.until_answering(MONDAY + timedelta(days=8))
        [entry] = (await told(house))["entries"]
    assert (entry["text"], entry["scene"]) == ("what happened", "")


async def test_a_draft_of_a_page_finds_its_page() -> None:
    """It waits for the same page, and goes after a week as drafts do."""
    with world() as house:
        await house.settle_in()
        await house.say("words that wait, some of them")
        await bring_in(house, await after_erasing(house))
        assert form_of(await house.command("write")).fields[0].value == "words that wait, some of them"
        await house.until_answering(MONDAY + timedelta(days=8))
        assert house.tables.drafts == {}


async def test_what_is_here_stays_as_it_is() -> None:
    """A page that was changed since, a list, a wish: the file's older ones stay out, and it is said."""
    with world() as house:
        await house.settle_in()
        await live(house, deeds("early", "write", "people", "wish"))
        file = await export(house)
        last = card_of(await house.command("journal last"))
        await house.submit(form_of(await house.press(control(last, "entry.edit"))), text="late")
        await live(house, [Deed(what=what, words="late", number=3) for what in ("people", "wish")])
        before = await told(house)
        assert (await bring(house, file)).text_id == "import.nothing_new"
        await live(house, deeds("later still", "write"))
        assert (await told(house))["my_people"] == before["my_people"]
        assert [page["text"] for page in (await told(house))["entries"]] == ["late", "later still"]


async def test_a_page_that_was_deleted_comes_back_in_its_place() -> None:
    """Among the others, with its own id."""
    with world() as house:
        await house.settle_in()
        await live(house, [Deed(what="write", words=words, number=1) for words in ("one", "two", "three")])
        await house.until_answering(MONDAY + timedelta(days=1))
        await live(house, deeds("four", "write"))
        before = (await told(house))["entries"]
        file = await export(house)
        for entry in list(house.tables.entries.values())[:2]:
            ref = house.desk.mint(ANA)("entry.remove", entry.id)
            await house.press(Button(ref=ref, name="entry.remove", label="Remove"))
        found = await bring(house, file)
        assert "Two pages, of Monday 5 January 2026." in found.text
        await house.press(control(found, "import.take"))
        after = (await told(house))["entries"]
    assert sorted(page["id"] for page in after) == sorted(page["id"] for page in before)
    assert [page["text"] for page in after] == ["one", "two", "three", "four"]


async def test_somebody_elses_rows_are_never_touched() -> None:
    """Ben's file at Ana's notebook: rows of her own, under other ids; and twice doubles nothing."""
    with plan_world() as house:
        await house.settle_in()
        await live(house, deeds("mine", "write", "say", "mark", "plan"))
        file = await export(house)
        ana = await told(house)
        await house.settle_in(BEN)
        for _ in range(2):
            offer = await _bring_by_ben(house, file)
        assert offer == "import.nothing_new"
        assert {name: ana[name] for name in ("entries", "drafts", "plans")} == {
            name: (await told(house))[name] for name in ("entries", "drafts", "plans")
        }
        whose = [entry.person for entry in house.tables.entries.values()]
        assert whose == [(await house.person()).id, (await house.person(BEN)).id]


async def _bring_by_ben(house: World, file: bytes) -> str:
    card = card_of(await house.hear(FileBrought(**house.facts(BEN), name="a.json", body=file)))
    if any(one.name == "import.take" for one in card.controls):
        await house.press(control(card, "import.take"), BEN)
    return card.text_id


async def test_rows_that_cannot_be_read_stay_out_and_are_counted() -> None:
    """A file that somebody changed by hand: what reads comes in, and nothing breaks later."""
    with plan_world() as house:
        await house.settle_in()
        await live(house, deeds("mine", "write", "plan", "people", "mark"))
        made = json.loads(await after_erasing(house))
        made["entries"] += [{"id": "no"}, 7, None, made["entries"][0] | {"day": "yesterday"}]
        made["entries"] += [made["entries"][0] | {"text": "the same row again"}]
        made["plans"] += [made["plans"][0] | {"id": made["entries"][0]["id"], "body": {"words": "x"}}]
        made["my_people"][0]["body"] = {"people": "Ines"}
        made["checkins"][0]["marks"] = [{"name": "energy", "step": "high"}]
        made["wishes"] = [made["plans"][0] | {"body": {"muted": ["no such topic"]}}]
        found = await bring(house, json.dumps(made))
        assert "Eight rows in the file could not be read, and stay out." in found.text
        await house.press(control(found, "import.take"))
        assert [page["text"] for page in (await told(house))["entries"]] == ["mine"]
        for word in ("journal last", "plans", "people", "settings", "checkin", "export"):
            assert card_of(await house.command(word)).text_id not in {"broken", "stays_closed"}


async def test_the_words_of_an_organisation_are_known_again() -> None:
    """In which words a question was asked goes along and comes back."""
    with world() as house:
        await house.asked()
        file = json.loads(await export(house))
        asked = next(run for run in file["checkins"] if run["prompt"])
        assert "wording" not in asked["prompt"]
        [prompt] = [one for one in house.desk.catalogue.prompts() if one.id == asked["prompt"]["id"]]
        asked["prompt"]["wording"] = wording_of(replace(prompt, is_reworded=True))
        await erase(house)
        await house.settle_in()
        await bring_in(house, json.dumps(file))
        again = next(run for run in (await told(house))["checkins"] if run["prompt"])
    assert again["prompt"]["wording"] == asked["prompt"]["wording"]
    assert again["prompt"]["text"] is None


async def test_what_waits_is_told_in_short_in_the_file_to_read() -> None:
    """The file for programs has all of it; the one to read names it and its pages."""
    with world() as house:
        await house.settle_in()
        await bring(house, "some words", "notes.md")
        made = await house.press(control(card_of(await house.command("export")), "export.make"))
    to_read, for_programs = [act.file.body.decode() for act in made.then if isinstance(act, Attach)]
    assert "## Files brought along\n\nFrom Monday 5 January 2026:" in to_read
    assert "\n- file: notes.md\n- pages: 1\n" in to_read
    assert ("some words" in for_programs, "some words" in to_read) == (True, False)
