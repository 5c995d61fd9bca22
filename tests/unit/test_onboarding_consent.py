"""Before and after a yes: what is stored, what a second yes or a later no does, and how long it takes."""

from __future__ import annotations

import pytest

from bot.domain.people import Account, Standing
from bot.errors import NotSaved
from bot.ports.faults import Point
from bot.services.cards import trouble
from bot.services.routes import COMMANDS
from bot.surface.capabilities import Capabilities
from bot.surface.inbound import ActionPressed, FormDismissed, FormSubmitted, ScaleAnswered
from bot.testing.faults import Killed
from bot.testing.store import Trouble
from bot.testing.tables import Tables
from tests.unit.small_house import ANA, BEN, HOSTED, card_in, card_of, control, errors_of, form_of, on
from tests.unit.world import TERMINAL, World, labels, word_count, world

EVERY_WORD = (*COMMANDS, "", "wirte", "write a long day", "journal lst", "settings please")


def _keys(house: World) -> set[object]:
    return {person for person in house.tables.people if house.vault.knows(person)}


@pytest.mark.parametrize("word", EVERY_WORD)
async def test_no_word_leaves_anything_before_a_yes(word: str) -> None:
    """Whatever a visitor types, there is no row afterwards, not the trace of an event."""
    with world() as house:
        await house.begin()
        await house.command(word)
        assert house.tables == Tables()


async def test_nothing_else_leaves_anything_before_a_yes() -> None:
    """Neither typed words, nor reading on, nor a no, nor forms and taps from elsewhere."""
    with world() as house:
        consent = card_of(await house.command("start"))
        await house.say("it was a heavy shift")
        await house.press(control(consent, "help.now"))
        more = card_of(await house.press(control(consent, "consent.more")))
        mint = house.desk.mint(ANA)
        subject = house.desk.chance.new_id()
        for action in ("entry.save", "settings.save", "draft.save"):
            ref = mint(action, subject)
            await house.hear(FormSubmitted(**house.facts(ANA), ref=ref, values={"text": "words"}))
            await house.hear(FormDismissed(**house.facts(ANA), ref=ref))
        await house.hear(
            ScaleAnswered(**house.facts(ANA), ref=mint("checkin.mark", subject, "energy"), value=1)
        )
        await house.hear(ActionPressed(**house.facts(ANA), ref="1:consent.yes:::forged:forged"))
        answer = card_of(await house.press(control(more, "consent.no")))
        assert answer.text.startswith("Fine, nothing was kept.")
        assert house.tables == Tables()


@pytest.mark.parametrize("goes", ["stop", "erase"])
async def test_a_form_that_comes_after_a_yes_is_gone_loses_no_word(goes: str) -> None:
    """It was open meanwhile, here or at another door: nothing of it is kept, and it is not closed over."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        if goes == "stop":
            await house.command("stop")
        else:
            offered = card_of(await house.command("erase"))
            asked = card_of(await house.press(control(offered, "erase.ask")))
            await house.press(control(asked, "erase.confirm"))
        assert errors_of(await house.submit(form, text="a heavy shift")) == {"text": trouble.NO_YES}
        assert house.entries() == []


@pytest.mark.parametrize("capabilities", [HOSTED, TERMINAL])
async def test_the_first_minute_is_short(capabilities: Capabilities) -> None:
    """At most 90 words on the first card, 130 and four taps to the first answer; help stands on it."""
    with world(capabilities=capabilities) as house:
        consent = card_of(await house.command("start"))
        taps = ["consent.yes", "checkin.energy"]
        checkin = card_of(await house.press(control(consent, taps[0])))
        await house.pick(checkin, taps[1], 2)
        assert word_count(consent) <= 90
        assert word_count(consent) + word_count(checkin) <= 130
        assert len(taps) <= 4
        assert "Help now" in labels(consent)
        assert house.steps(house.runs[0]) == {"energy": 2}


async def test_a_yes_that_could_not_be_kept_is_made_good_by_the_next() -> None:
    """The key comes first: a lone key is harmless, a row without a key would be lost words."""
    with world() as house:
        consent = card_of(await house.command("start"))
        house.store.refuse(Trouble.FULL)
        assert card_of(await house.press(control(consent, "consent.yes"))).text_id == "not_saved"
        assert house.tables == Tables()
        house.store.refuse(None)
        assert card_of(await house.press(control(consent, "consent.yes"))).text_id == "checkin.first"
        assert len(house.tables.people) == 1
        assert _keys(house) == set(house.tables.people)


async def test_without_a_key_there_is_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key store that is locked keeps the yes out, and says so."""

    def locked(_: object) -> None:
        raise NotSaved

    with world() as house:
        consent = card_of(await house.command("start"))
        with monkeypatch.context() as while_locked:
            while_locked.setattr(house.vault, "create", locked)
            assert card_of(await house.press(control(consent, "consent.yes"))).text_id == "not_saved"
            assert house.tables == Tables()
        assert card_of(await house.press(control(consent, "consent.yes"))).text_id == "checkin.first"


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
async def test_a_yes_cut_off_by_a_crash_may_be_said_again(point: Point) -> None:
    """There is one person afterwards, with one first check-in that takes an answer."""
    with world() as house:
        consent = card_of(await house.command("start"))
        house.crash.arm(point)
        with pytest.raises(Killed):
            await house.press(control(consent, "consent.yes"))
        await house.restart()
        await house.press(control(consent, "consent.yes"))
        first = card_of(await house.command("checkin"))
        assert first.text_id == "checkin.first"
        await house.pick(first, "checkin.energy", 3)
        assert len(house.tables.people) == 1
        assert [house.steps(run) for run in house.runs] == [{"energy": 3}]


async def test_a_second_yes_begins_nothing_anew() -> None:
    """The old consent card may be pressed again: same person, same check-in, same hour."""
    with world() as house:
        consent = card_of(await house.command("start"))
        await house.press(control(consent, "consent.yes"))
        people, runs = dict(house.tables.people), house.runs
        await house.press(control(consent, "consent.yes"))
        assert (house.tables.people, house.runs) == (people, runs)
        await house.choose_hour()
        settled = dict(house.tables.people), dict(house.tables.agenda), house.runs
        await house.press(control(consent, "consent.yes"))
        assert (house.tables.people, house.tables.agenda, house.runs) == settled


async def test_a_no_after_a_yes_takes_nothing_back_and_claims_nothing() -> None:
    """An old card's No is not `stop`, and "nothing was kept" would not be true."""
    with world() as house:
        consent = card_of(await house.command("start"))
        await house.press(control(consent, "consent.yes"))
        await house.choose_hour()
        answer = card_of(await house.press(control(consent, "consent.no")))
        assert "nothing was kept" not in answer.text
        assert len(await house.until(on(5, 9))) == 1


async def test_a_no_after_a_stop_does_not_say_that_nothing_was_kept() -> None:
    """What was written before stays sealed: the answer says that instead."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="kept before")
        await house.command("stop")
        consent = card_of(await house.command("start"))
        answer = card_of(await house.press(control(consent, "consent.no")))
        assert "nothing was kept" not in answer.text
        assert "stays sealed" in answer.text
        assert len(house.tables.entries) == 1


async def test_who_starts_again_finds_everything() -> None:
    """The same person with the same words and hour; nothing comes before the OK, and no backlog."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="kept before")
        before = await house.person()
        await house.command("stop")
        assert await house.until(on(7, 12)) == []
        first = await house.arrive()
        assert first.text_id == "checkin.first"
        again = await house.person()
        assert (again.id, again.standing) == (before.id, Standing.ARRIVING)
        assert "kept before" in card_of(await house.command("journal last")).text
        [offer] = (await house.pick(first, "checkin.energy", 4)).then
        assert await house.until(on(8, 12)) == []
        line = card_in(offer)
        assert "Weekdays 09:00, UTC" in line.text
        await house.press(control(line, "settings.ok"))
        assert await house.until(on(9, 8, 59)) == []
        assert len(await house.until(on(9, 9))) == 1


async def test_a_changed_consent_is_asked_again_before_anything_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An old yes is no yes to a new meaning: silence until it is given, and then all is as before."""
    with world() as house:
        await house.settle_in()
        monkeypatch.setattr("bot.domain.people.CONSENT_VERSION", 2)
        monkeypatch.setattr("bot.services.doors.beginning.CONSENT_VERSION", 2)
        assert await house.until(on(5, 12)) == []
        consent = card_of(await house.command("write"))
        assert consent.text_id == "consent"
        answer = card_of(await house.press(control(consent, "consent.no")))
        assert "I send nothing more" in answer.text
        assert await house.until(on(6, 12)) == []
        await house.press(control(consent, "consent.yes"))
        assert len(await house.until(on(7, 9))) == 1


async def test_two_people_are_two_people() -> None:
    """Also where one user name stands in two workspaces."""
    elsewhere = Account(surface="chat", workspace="other", user="ana")
    with world() as house:
        for who in (ANA, BEN, elsewhere):
            await house.arrive(who)
        assert len(house.tables.people) == 3
        assert len({door.index for door in house.tables.doors.values()}) == 3


async def test_a_zone_that_is_not_known_here_is_left_open() -> None:
    """The yes counts all the same, and the line about coming back asks."""
    with world() as house:
        consent = card_of(await house.command("start"))
        house.zone = "Mars/Olympus"
        first = card_of(await house.press(control(consent, "consent.yes")))
        [offer] = (await house.pick(first, "checkin.energy", 3)).then
        card = card_in(offer)
        assert [one.name for one in card.controls] == ["settings.change"]
        form = form_of(await house.press(control(card, "settings.change")))
        assert {one.name: one.value for one in form.fields}["zone"] == ""


@pytest.mark.parametrize("through", [(), ("consent.more",)])
async def test_a_yes_is_at_home_where_the_first_card_was_asked_for(through: tuple[str, ...]) -> None:
    """It is pressed in their own conversation, where a platform may tell of no organisation."""
    with world() as house:
        house.organisation = "chat/1207000000000000031"
        card = card_of(await house.command("start"))
        house.organisation = ""
        for name in through:
            card = card_of(await house.press(control(card, name)))
        await house.press(control(card, "consent.yes"))
        [door] = house.tables.doors.values()
        assert door.organisation == house.desk.organisation_index("chat/1207000000000000031")


async def test_where_nothing_tells_of_one_a_yes_is_at_home_nowhere() -> None:
    """Nor where its name would not come back the same."""
    with world() as house:
        for who, place in ((ANA, ""), (BEN, "chat/a name with spaces in it")):
            house.organisation = place
            card = card_of(await house.command("start", who))
            house.organisation = ""
            await house.press(control(card, "consent.yes"), who)
        assert [door.organisation for door in house.tables.doors.values()] == [None, None]
