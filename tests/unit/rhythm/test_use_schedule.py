"""Settings through the front door: each wrong field gets its sentence, and nothing changes until all fit."""

from __future__ import annotations

import pytest

from bot.surface.form import Form
from tests.unit.small_house import SmallHouse, card_of, control, errors_of, form_of, on, small_house

GOOD = {"days": "weekdays", "at": "09:00", "zone": "UTC", "quiet": "20-8", "region": "elsewhere"}


async def _changing(house: SmallHouse) -> Form:
    """Open the form as a person does: look at the settings, press Change."""
    card = card_of(await house.command("settings"))
    return form_of(await house.press(control(card, "settings.change")))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("days", "sometimes", "rhythms"),
        ("at", "noonish", "12:30"),
        ("at", "24:00", "12:30"),
        ("at", "21:00", "quiet hours"),
        ("zone", "Pacific/Aukland", "Pacific/Auckland"),
        ("zone", "", "time zone"),
        ("zone", "../../etc/passwd", "time zone"),
        ("quiet", "always", "20:00-08:00"),
        ("region", "Atlantis", "regions"),
    ],
)
async def test_a_field_that_cannot_be_read_gets_its_sentence(field: str, value: str, said: str) -> None:
    """The rest of the form is kept, and the settings stay as they were."""
    with small_house() as house:
        await house.settle_in()
        before = card_of(await house.command("settings")).text
        form = await _changing(house)
        errors = errors_of(await house.submit(form, **(GOOD | {field: value})))
        assert list(errors) == [field]
        assert said in errors[field]
        assert card_of(await house.command("settings")).text == before


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("20-8", "quiet 20:00 to 08:00"), ("22:30 to 6", "quiet 22:30 to 06:00"), ("none", "no quiet hours")],
)
async def test_quiet_hours_are_read_as_people_write_them(typed: str, shown: str) -> None:
    """And repeated in one form."""
    with small_house() as house:
        await house.settle_in(quiet=typed)
        assert shown in card_of(await house.command("settings")).text


async def test_an_hour_that_does_not_exist_is_told_beforehand() -> None:
    """02:30 on the day when Berlin's clocks go forward comes at 03:30, and that is said."""
    with small_house() as house:
        await house.settle_in(days="daily", at="02:30", zone="Europe/Berlin", quiet="none")
        await house.until_answering(on(87, 2))  # 28 March, after that day's check-in
        text = card_of(await house.command("settings")).text
    assert "Tomorrow at 03:30, as 02:30 does not exist that day" in text


async def test_changed_settings_let_go_of_what_was_planned() -> None:
    """Nothing comes at the old hour any more, and the new one comes once."""
    with small_house() as house:
        await house.settle_in()
        form = await _changing(house)
        await house.submit(form, **(GOOD | {"at": "10:00"}))
        assert await house.until(on(5, 9, 59)) == []
        assert len(await house.until(on(5, 10))) == 1


async def test_a_second_ok_changes_nothing() -> None:
    """An old card's OK does not undo what was chosen since."""
    with small_house() as house:
        await house.press(control(card_of(await house.command("start")), "consent.yes"))
        offer = card_of(await house.command("start"))
        await house.press(control(offer, "settings.ok"))
        form = await _changing(house)
        await house.submit(form, **(GOOD | {"at": "15:00"}))
        assert "15:00" in card_of(await house.press(control(offer, "settings.ok"))).text


async def test_before_any_hour_was_chosen_there_is_nothing_to_pause() -> None:
    """The sentence says where to choose one."""
    with small_house() as house:
        await house.press(control(card_of(await house.command("start")), "consent.yes"))
        for word in ("pause", "resume"):
            assert card_of(await house.command(word)).text_id == "settings.none"
        assert card_of(await house.command("stop")).text_id == "stopped"
        assert card_of(await house.command("pause")).text_id == "consent"


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("jurnal", "journal"),
        ("setings", "settings"),
        ("puase", "pause"),
        ("pause now", "pause"),
        ("journal lst", "journal last"),
        ("xyzzy", None),
    ],
)
async def test_a_mistyped_word_gets_the_nearest_one(typed: str, near: str | None) -> None:
    """One tap away, or the list where none is near."""
    with small_house() as house:
        await house.settle_in()
        card = card_of(await house.command(typed))
        assert card.text_id == "unknown"
        assert [one.label for one in card.controls if hasattr(one, "label")] == ([near] if near else [])
        if near:
            assert await house.press(card.controls[0]) == await house.command(near)
