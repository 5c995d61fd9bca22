"""Who to call, as an organisation knows it: its on-call, its lines for staff, what it saw to be right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.regions import HelpLine, LineKind
from bot.services.router import Router
from bot.surface.outcome import Outcome
from bot.testing.catalogue import FakeCatalogue
from tests.unit.ruled.team import HERE, THERE, a_team, rule, tamper
from tests.unit.small_house import BEN, MONDAY, card_in, card_of, form_of
from tests.unit.world import World

TODAY = MONDAY.date()
STAFF = ("peer support 555 0102", "chaplain, room 4")
DANGER = "I want to kill myself tonight"
NOT_CHECKED = "(not yet checked here)"


async def written(house: World, text: str) -> Outcome:
    """Let Ana write a page, and return what she sees."""
    return await house.submit(form_of(await house.command("write")), text=text)


def said(outcome: Outcome) -> str:
    """Return all that is shown."""
    return "\n".join(card_in(act).text for act in (outcome.first, *outcome.then))


async def test_its_own_stand_on_help_now_and_beside_danger() -> None:
    """On-call in place of the house's, and each staff line for itself."""
    with a_team() as house:
        house_says(house, "the house: 555 0199")
        await house.settle_in()
        await rule(house, on_call="ward office 555 0100", staff=STAFF)
        for text in (said(await house.command("helpnow")), said(await written(house, DANGER))):
            assert "Yours: ward office 555 0100 \u00b7 someone you trust." in text
            assert "Staff: peer support 555 0102" in text
            assert "Staff: chaplain, room 4" in text
            assert "555 0199" not in text


async def test_also_for_who_has_no_notebook() -> None:
    """Where they are counts; in another organisation its own, else the house's."""
    with a_team() as house:
        house_says(house, "the house: 555 0199")
        await rule(house, on_call="ward office 555 0100")
        assert "ward office" in said(await house.command("helpnow", BEN))
        house.organisation = THERE
        assert "the house: 555 0199" in said(await house.command("helpnow", BEN))


async def test_where_nobody_set_one_it_says_so() -> None:
    """In the words for whatever is not set."""
    with a_team() as house:
        assert "on-call (not set by your organisation)" in said(await house.command("helpnow"))


def house_says(house: World, on_call: str) -> None:
    """Let the house have an on-call of its own."""
    house.desk = replace(house.desk, on_call=on_call)
    house.router = Router(house.desk, changed=house.engine.wake)


def with_line(house: World) -> str:
    """Let the only line be one that nobody has checked; return under which name it is ticked."""
    catalogue = house.desk.catalogue
    assert isinstance(catalogue, FakeCatalogue)
    line = HelpLine(kind=LineKind.GENERAL, label="A line", text="555 0111", hours="any hour", checked_on=None)
    region = replace(catalogue.region(None), lines=(line,))
    catalogue.region = lambda code: region  # type: ignore[method-assign]  # noqa: ARG005 - one for everybody
    return f"{region.code}/{line.label}"


@pytest.mark.parametrize(("days", "is_marked"), [(0, False), (180, False), (181, True), (None, True)])
async def test_what_was_ticked_counts_for_180_days(days: int | None, is_marked: bool) -> None:  # noqa: FBT001 - a case
    """Then the mark comes back, on help now and beside danger."""
    with a_team() as house:
        await house.settle_in()
        key = with_line(house)
        checked = {} if days is None else {key: TODAY - timedelta(days=days)}
        await rule(house, checked=checked)
        for text in (said(await house.command("helpnow")), said(await written(house, DANGER))):
            assert "A line: 555 0111, any hour" in text
            assert (NOT_CHECKED in text) is is_marked


async def test_a_tick_counts_where_it_was_made() -> None:
    """Another organisation has seen nothing yet."""
    with a_team() as house:
        await rule(house, checked={with_line(house): TODAY})
        assert NOT_CHECKED not in said(await house.command("helpnow", BEN))
        house.organisation = THERE
        assert NOT_CHECKED in said(await house.command("helpnow", BEN))


async def test_help_now_is_kept_from_nobody() -> None:
    """A row that does not open: help now without its lines, words of danger are saved and answered."""
    with a_team() as house:
        await house.settle_in()
        await tamper(house, await rule(house, on_call="ward office 555 0100", staff=STAFF))
        text = said(await house.command("helpnow"))
        assert "In danger, you or someone" in text
        assert "not set by your organisation" in text
        assert "Staff" not in text
        assert "In danger now" in said(await written(house, DANGER))
        assert [one["text"] for one in house.entries()] == [DANGER]
        assert card_of(await house.command("helpnow", BEN)).text_id == "helpnow"


async def test_what_an_admin_typed_is_shown_clean() -> None:
    """However it came into the row: no direction or control character is shown, and no card breaks."""
    with a_team() as house:
        await rule(house, HERE, on_call="office\u202e 555\x07", staff=("desk\u2066 7",))
        text = said(await house.command("helpnow"))
        assert "Yours: office 555 \u00b7" in text
        assert "Staff: desk 7" in text
