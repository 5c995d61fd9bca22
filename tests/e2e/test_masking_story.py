"""A page with somebody's name on it, on every surface: kept, pointed at for its writer alone, and masked."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.platform_restarts import PLATFORMS
from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import Shown, Story, staged, story_in_process
from tests.e2e.test_console_scenarios import terminal
from tests.e2e.test_scenario_8 import BACK, PAUSING, written

NAME = "Mr Quillfeather"
OTHER = "Mrs Larkspurling"
MAIL = "orrery@example.org"
PAGE = f"Slow morning. Then {NAME} cancelled again, third time since {MAIL} wrote. Good tea."
MASKED = "Then someone cancelled again, third time since an email address wrote."
OFFER = (
    f"Two places may point at a person:\n\nThen \u00ab{NAME}\u00bb cancelled again, third time since "
    f"\u00ab{MAIL}\u00bb wrote.\n\nMasked:\n\n{MASKED}"
)
PLANTED = ("Quillfeather", "Larkspurling", "orrery@")

Part = Callable[[Story], None]


def page(story: Story, text: str, scene: str = "") -> list[Shown]:
    """Write a page; return what was offered below "Saved privately."."""
    story.command(WHO, "write")
    saved, *below = story.submit(WHO, "entry", text=text, scene=scene)
    assert saved["text"] == "Saved privately."
    assert all((one["to"], one["seen_by"]) == (WHO, "reading") for one in below)
    return below


def masks(story: Story) -> None:
    """The offer, a mask, and the page read back; a second press finds nothing left."""
    [offer] = page(story, PAGE, scene=f"It was {NAME}.")
    assert offer["text"].startswith("Three places may point at a person:")
    [masked] = story.press(WHO, "guard.mask")
    assert masked["text"] == "Masked."
    [read] = story.press(WHO, "entry.open")
    assert MASKED in read["text"]
    assert "It was someone." in read["text"]
    assert not any(word in read["text"] for word in PLANTED)


def keeps_and_edits(story: Story) -> None:
    """It stays as it was written; and from another offer the form opens, and is looked at anew."""
    [offer] = page(story, PAGE)
    assert (offer["text_id"], offer["text"], offer["summary"]) == ("guard.offer", OFFER, "For you to read.")
    [kept] = story.press(WHO, "guard.keep")
    assert kept["text"] == "It stays as you wrote it."
    page(story, PAGE)
    story.press(WHO, "entry.edit")
    saved, offer = story.submit(WHO, "entry", text=f"Then {NAME} came.")
    assert (saved["text"], offer["text"].partition("\n")[0]) == (
        "Saved privately.",
        "One place may point at a person:",
    )


def lets_be(story: Story) -> None:
    """Words that are never flagged, taken back at once, put there again, and taken back in the settings."""
    page(story, f"Then {NAME} came.")
    [noted] = story.press(WHO, "guard.never")
    assert noted["text"] == "Noted. It is not flagged again; `settings` has the list."
    assert page(story, f"Then {NAME} came.") == []
    story.command(WHO, "settings")
    story.press(WHO, "letbe.show")
    story.choose(WHO, "letbe.back", "w0")
    page(story, f"Then {NAME} came.")
    story.press(WHO, "guard.never")
    story.press(WHO, "letbe.back")
    page(story, f"Then {NAME} met {OTHER}.")
    [which] = story.press(WHO, "guard.never")
    names = {one["label"]: one["name"] for one in which["controls"][0]["options"]}
    [left] = story.choose(WHO, "guard.never", names[NAME])
    assert f"Then {NAME} met \u00ab{OTHER}\u00bb." in left["text"]
    story.press(WHO, "guard.never")
    assert page(story, f"Then {NAME} met {OTHER}.") == []
    story.command(WHO, "settings")
    [listed] = story.press(WHO, "letbe.show")
    assert (listed["seen_by"], [one["label"] for one in listed["controls"][0]["options"]]) == (
        "reading",
        [NAME, OTHER],
    )
    story.choose(WHO, "letbe.back", "w0")
    [offer] = page(story, f"Then {NAME} met {OTHER}.")
    assert f"Then \u00ab{NAME}\u00bb met {OTHER}." in offer["text"]


def keeps_elsewhere(story: Story) -> None:
    """At the end of a flow, and where a message that changed is taken into its page: below what is said."""
    play(story, [*PAUSING, BACK, *written("fresh", "fresh2")[:-1]])
    story.submit(WHO, "flow.save", text=PAGE)
    _, offer = story.press(WHO, "flow.keep")
    assert f"\u00ab{NAME}\u00bb" in offer["text"]
    story.press(WHO, "guard.mask")
    story.say(WHO, "a calm day", message="m")
    story.press(WHO, "draft.open")
    story.submit(WHO, "entry")
    story.send(do="edit", who=WHO, message="m", text=PAGE)
    saved, offer = story.press(WHO, "change.take")
    assert (saved["text"], offer["text"]) == ("Saved privately.", OFFER)


def is_outrun(story: Story) -> None:
    """A page that changed between offer and press is shown anew, and nothing of it is masked unseen."""
    page(story, f"Then {NAME} came.")
    mask = story.control(WHO, "guard.mask")["ref"]
    story.press(WHO, "entry.edit")
    story.submit(WHO, "entry", text=f"Then {OTHER} came.")
    [anew] = story.send(do="press", who=WHO, ref=mask)
    assert anew["text"].startswith("This page has changed since.")
    assert f"\u00ab{OTHER}\u00bb" in anew["text"]
    [read] = story.command(WHO, "journal last")
    assert OTHER in read["text"]


@contextmanager
def told_on(surface: str, data: Path) -> Iterator[Story]:
    """Let somebody settle in, on a platform's own ground or in the simulation."""
    name, _, ground = surface.partition(" ")
    if ground:
        with staged(PLATFORMS[name]), told_on(name, data) as story:
            yield story
        return
    with story_in_process(data) as story:
        play(story, settling(name))
        yield story


@pytest.mark.parametrize("surface", ["console", "slack on loopback", "discord on loopback"])
def test_a_name_on_a_page_is_pointed_at_and_may_go(
    tmp_path: Path, surface: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Masked, kept, edited, let be; what was written is in no file and in no log, whatever was chosen."""
    caplog.set_level(logging.DEBUG)
    parts: list[Part] = [keeps_elsewhere, masks, keeps_and_edits, lets_be]
    with told_on(surface, tmp_path / "data") as story:
        for part in parts:
            part(story)
    assert [word for word in PLANTED if hits(tmp_path, word)] == []
    assert [word for word in PLANTED if word in caplog.text] == []


def test_an_offer_of_before_masks_nothing_unseen(tmp_path: Path) -> None:
    """On a surface where what was drawn before can still be pressed."""
    with told_on("slack", tmp_path / "data") as story:
        is_outrun(story)


async def test_at_the_terminal(tmp_path: Path) -> None:
    """By numbers and by labels, as it stands on the screen; the last keys are those of the offer."""
    async with terminal(tmp_path / "data") as desk:
        await desk.enter("yes", "3", "n", "ok")
        shown = " ".join((await desk.enter("write", PAGE, ".")).split())
        assert f"Saved privately. {' '.join(OFFER.split())}" in shown
        assert f'[1] Mask [2] Edit [3] Keep as it is [4] Never flag "{NAME}"' in shown
        assert "Masked." in await desk.enter("1")
        read = await desk.enter("1")
        assert "someone cancelled again" in read
        assert NAME not in read
        await desk.enter("write", f"Then {NAME} came.", ".")
        shown = await desk.enter(f'never flag "{NAME}"')
        assert "[1] Flag it again" in shown
        assert "may point at" not in await desk.enter("write", f"Then {NAME} came.", ".")
        assert "[4] Never" not in await desk.enter("journal last")
        assert "Words never flagged" in await desk.enter("settings")
        assert "Which one shall be flagged again?" in await desk.enter("words never flagged")
        await desk.enter("1")
        assert "may point at a person" in await desk.enter("write", f"Then {NAME} came.", ".")
    assert [word for word in PLANTED if hits(tmp_path, word)] == []
