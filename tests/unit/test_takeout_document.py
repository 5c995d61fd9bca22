"""The document of everything: what was given stands in it as it was given, and nobody else's does."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.circles import ShareState
from bot.domain.people import Account, Person
from bot.domain.prompts import Modality
from bot.domain.roles import Role
from bot.domain.sheets import SheetKind
from bot.ports.store import Unit
from bot.ports.vault import Sealed
from bot.services.sealing import Body
from bot.services.sheets import write_sheet
from bot.services.takeout.takeout import SHEETS
from bot.surface.outcome import Attach, Outcome, Show
from bot.testing.catalogue import INVENTED_PROMPTS
from tests.json_schema import Schema, problems
from tests.json_types import Json
from tests.unit.circles.given_circles import give_circle
from tests.unit.given_roles import give_role
from tests.unit.small_house import ANA, BEN, card_of, control, form_of, on
from tests.unit.world import World, only, world

SCHEMA: Schema = json.loads((Path(__file__).parents[2] / "docs/export.schema.json").read_text("utf-8"))
ELSEWHERE = {"stays_closed", "courses"}
"""What is empty here; of courses tests/unit/courses/test_courses_erasing.py has all."""
WORDS = 'First line, "quoted".\n\n# No heading\n- no list \U0001f33f \u0161'
BODIES: dict[SheetKind, Body] = {
    SheetKind.PLAN: {"text": "Open with the question.\nThen listen.", "by": "2026-01-09", "done": False},
    SheetKind.PEOPLE: {"names": ["Ines", "the night desk"]},
    SheetKind.WISHES: {"muted": [], "third_mark": "backed", "a_name_of_tomorrow": {"deep": [1, [2]]}},
    SheetKind.LET_BE: {"words": ["Maria", "St Jude's"]},
    SheetKind.FLOW: {"flow": "repair", "answers": [{"step": "own_part", "answer": "some"}], "at": None},
    SheetKind.FILE: {"file": "F0001"},
    SheetKind.PORTFOLIO: {"pages": ["0f"]},
    SheetKind.SUPERVISION: {"on": "2026-01-12"},
    SheetKind.HOURS: {"on": "2026-01-05", "minutes": 50, "agreed": "One thing, by Friday."},
    SheetKind.LOOK: {"worth": "partly", "effort": 3},
    SheetKind.IMPORT: {"name": "notes.md", "pages": [{"text": "A day."}]},
}


async def files(house: World, who: Account = ANA) -> tuple[Json, str]:
    """Let somebody make the files; return the one for programs, read, and the one to read."""
    offer = card_of(await house.command("export", who))
    made = await house.press(control(offer, "export.make"), who)
    to_read, for_programs = attached(made)
    return json.loads(for_programs), to_read.decode()


def attached(outcome: Outcome) -> tuple[bytes, bytes]:
    """Return the bytes of the two files that go along."""
    first, second = outcome.then
    assert isinstance(first, Attach)
    assert isinstance(second, Attach)
    assert first.file.name.removesuffix(".md") == second.file.name.removesuffix(".json")
    return first.file.body, second.file.body


async def write_sheets(house: World, person: Person) -> None:
    """Lay one sheet of each kind before somebody, whatever may stand on it."""

    def work(unit: Unit) -> None:
        for kind, body in BODIES.items():
            row = house.desk.chance.new_id()
            write_sheet(house.desk, unit, person, sheet=row, kind=kind, body=body)

    await house.store.run(work)


async def test_what_was_written_comes_along_word_for_word() -> None:
    """An entry with its question, its day and its instant, and the words as they were typed."""
    with world(only(Modality.TEXT)) as house:
        await house.settle_in(zone="Pacific/Auckland")
        [card] = await house.until(on(5, 20))
        form = form_of(await house.press(control(card, "checkin.write")))
        await house.submit(form, text=WORDS)
        made, to_read = await files(house)
    [entry] = made["entries"]
    assert {name: entry[name] for name in ("text", "question", "scene", "tags", "source", "state")} == {
        "text": WORDS,
        "question": form.intro,
        "scene": "",
        "tags": [],
        "source": "",
        "state": "",
    }
    assert (entry["day"], entry["written_at"]) == ("2026-01-06", "2026-01-06T09:00:00+13:00")
    assert made["made_at"] == entry["written_at"]
    assert [line.removeprefix("> ") for line in to_read.split("\n") if line.startswith(">")] == [
        'First line, "quoted".', ">", "# No heading", "- no list \U0001f33f \u0161",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("modality", "name", "answer", "words"),
    [
        (Modality.CHOICE, "fog", {"chosen": ["fog"]}, ["fog"]),
        (Modality.MULTI, "the_list", {"chosen": ["the_list"]}, ["the list"]),
        (Modality.MARK, 4, {"scale": 4}, ["warm"]),
        (Modality.SCALE, 7, {"scale": 7}, ["7"]),
    ],
)
async def test_an_answer_comes_along_with_its_question(
    modality: Modality, name: str | int, answer: Body, words: list[str]
) -> None:
    """As it is stored and as it stood on the card, with the marks beside it in words."""
    prompts = only(modality)
    with world(prompts) as house:
        card = await house.asked()
        await house.pick(card, "checkin.energy", 3)
        await house.pick(card, "checkin.prompt", name)
        made, to_read = await files(house)
    run = made["checkins"][-1]
    assert (run["answer"], run["in_words"]) == (answer, words)
    assert run["prompt"] == {"id": prompts[0].id, "version": 1, "text": prompts[0].text}
    assert run["marks"] == [{"name": "energy", "ask": "How much is in the tank?", "step": 3, "word": "some"}]
    assert f"*{prompts[0].text}*\n\n{words[0]}\n" in to_read
    assert "How much is in the tank? some" in to_read


async def test_what_was_asked_beside_a_check_in_comes_along() -> None:
    """The small question of a low mark with its answer, and the word for the day, told to their owner."""
    gentle = [one for one in INVENTED_PROMPTS if one.gentle]
    with world() as house:
        outcome = await house.pick(await house.asked(), "checkin.energy", 2)
        [small] = [act.card for act in outcome.then if isinstance(act, Show)]
        await house.pick(small, "gentle.prompt", "fog")
        await house.command("rough")
        made, to_read = await files(house)
    run = made["checkins"][-1]
    [beside] = run["beside"]
    assert beside["prompt"]["id"] in {one.id for one in gentle}
    assert (beside["day"], beside["answer"], beside["in_words"]) == (
        "2026-01-05",
        {"chosen": ["fog"]},
        ["fog"],
    )
    assert (run["called_rough_on"], run["offered_small_on"]) == ("2026-01-05", "2026-01-05")
    assert f"Beside it:\n\n*{beside['prompt']['text']}*\n\nfog\n" in to_read
    assert "You called it rough." in to_read
    assert problems(made, SCHEMA) == []


async def test_whatever_stands_on_a_sheet_comes_along() -> None:
    """Each kind under its own name, with names that nobody foresaw; and in words in the file to read."""
    with world() as house:
        await house.settle_in()
        await write_sheets(house, await house.person())
        made, to_read = await files(house)
    assert {kind: [sheet["body"] for sheet in made[name]] for kind, name in SHEETS.items()} == {
        kind: [body] for kind, body in BODIES.items()
    }
    for said in (
        "## Plans\n\nFrom Monday 5 January 2026:\n\n- text:\n  > Open with the question.\n  > Then listen.",
        "- by: 2026-01-09\n- done: no",
        "- names: Ines, the night desk",
        "- a name of tomorrow:\n  - deep: 1\n  - deep: 2",
        "- answers:\n  - step: own_part\n  - answer: some",
    ):
        assert said in to_read


async def test_settings_drafts_and_what_is_to_come_go_along() -> None:
    """The rest of what is held: the account, hours, a draft that waits, the next check-in, what was sent."""
    with world() as house:
        card = await house.asked()
        await house.press(control(card, "checkin.skip"))
        await house.say("kept for a while, not yet an entry")
        made, to_read = await files(house)
        person = await house.person()
    assert made["person"] | {"away_until": None} == {
        "id": str(person.id), "standing": "active", "consent_version": 1, "zone": "UTC", "region": None,
        "quiet": {"start": "20:00", "end": "08:00"}, "day_starts": "00:00", "keep_days": person.keep_days,
        "away_until": None,
    }  # fmt: skip
    [door] = made["doors"]
    assert {name: door[name] for name in ("surface", "workspace", "user")} == {
        "surface": "chat",
        "workspace": "team",
        "user": "ana",
    }
    assert [draft["text"] for draft in made["drafts"]] == ["kept for a while, not yet an entry"]
    assert [(row["kind"], row["due_at"]) for row in made["coming"]] == [
        ("checkin", "2026-01-06T09:00:00+00:00"),
        ("draft_ends", "2026-01-12T09:00:00+00:00"),
    ]
    assert [(row["slot_on"], row["slot"], row["state"]) for row in made["sent"]] == [
        ("2026-01-05", "09:00", "sent")
    ]
    assert "**Check-in**, not today" in to_read
    assert "- Quiet hours: 20:00 to 08:00" in to_read
    assert "- To come: a check-in, Tuesday 6 January 2026 at 09:00" in to_read


async def test_roles_go_along_by_their_word_and_platform() -> None:
    """Whatever one's account looks after, wherever that is; nobody else's."""
    with world() as house:
        await house.settle_in()
        await give_role(house, ANA, Role.ADMIN)
        await give_role(house, ANA, Role.TRAINER)
        await give_role(house, BEN, Role.SUPERVISOR)
        made, to_read = await files(house)
    assert made["roles"] == [
        {"role": "admin", "surface": "chat", "name": "Sam"},
        {"role": "trainer", "surface": "chat", "name": "Sam"},
    ]
    assert "- Role: admin, in chat, as Sam\n- Role: trainer, in chat, as Sam\n" in to_read


async def test_the_file_keeps_its_schema() -> None:
    """Of somebody new, and of somebody with a little of everything; a file that is not so is told apart."""
    with world() as house:
        await house.arrive(BEN)
        sparse, _ = await files(house, BEN)
        card = await house.asked()
        await house.pick(card, "checkin.connection", 5)
        await house.submit(form_of(await house.command("write")), text="words")
        await house.say("a draft of some words")
        await write_sheets(house, await house.person())
        await give_role(house, ANA, Role.TRAINER)
        await (await give_circle(house)).shared(ANA, "what Ana shared", ShareState.PENDING)
        full, _ = await files(house)
    assert problems(sparse, SCHEMA) == []
    assert problems(full, SCHEMA) == []
    assert all(full[part] for part in SCHEMA["properties"] if part not in ELSEWHERE)
    full["entries"][0]["day"] = "yesterday"
    full["checkins"][-1]["marks"][0]["step"] = "high"
    full["more"] = sparse.pop("plans")
    assert len(problems(full, SCHEMA)) == 3
    assert problems(sparse, SCHEMA) == ["$: no plans"]


async def test_nobody_elses_row_is_in_it() -> None:
    """Two people at one house take along their own."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        await house.submit(form_of(await house.command("write")), text="what Ana wrote")
        made, to_read = await files(house, BEN)
        ana = await house.person()
    assert made["entries"] == []
    for foreign in ("what Ana wrote", str(ana.id), '"ana"'):
        assert foreign not in json.dumps(made) + to_read


async def test_a_damaged_row_keeps_nobodys_journal_here() -> None:
    """What does not open is named with its day; everything else comes along."""
    with world() as house:
        await house.settle_in()
        for text in ("one", "two"):
            await house.submit(form_of(await house.command("write")), text=text)
        broken = next(iter(house.tables.entries.values()))
        harmed = replace(broken, sealed=Sealed(b"RS" + bytes(64)))
        await house.store.run(lambda unit: unit.journal.put(harmed))
        offer = card_of(await house.command("export"))
        outcome = await house.press(control(offer, "export.make"))
    made = json.loads(attached(outcome)[1])
    assert [entry["text"] for entry in made["entries"]] == ["two"]
    assert made["stays_closed"] == [{"part": "entries", "id": str(broken.id), "day": "2026-01-05"}]
    assert "1 of your pages" in card_of(outcome).text
    assert problems(made, SCHEMA) == []
