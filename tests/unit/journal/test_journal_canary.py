"""A canary sentence: it is read where it may be, and found nowhere else, not in a repr, a log or a row."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from adapters.vault import material
from adapters.vault.vault import open_vault
from bot.domain.prompts import Modality
from bot.errors import NotSaved
from bot.surface.audience import Reading
from bot.surface.card import Reach
from bot.surface.outcome import Outcome, Show
from bot.testing.keys import MemoryKeyStore
from bot.testing.store import Trouble
from tests.unit.small_house import ANA, card_of, control, errors_of, form_of, on
from tests.unit.world import World, only, open_acts, spelled_out, world

CANARY = "the heron stood in the shallow end again"
TRICKY = "one\u202etwo\x1b[2Jthree\x07\u200bfour\nfive\tsix"
CLEAN = "onetwo[2Jthreefour\nfive\tsix"


@contextmanager
def sealing_world() -> Iterator[World]:
    """A world over the real vault: what it stores can be looked through byte by byte."""
    with world(only(Modality.TEXT)) as house:
        keys = MemoryKeyStore(today=lambda: house.clock.now().date())
        house.desk = replace(house.desk, vault=open_vault(material.create(), keys, "here"))
        house.router = type(house.router)(house.desk, changed=house.engine.wake)
        yield house


async def _everything(house: World) -> list[Outcome]:
    """Put the canary wherever a person can type; return every answer that is no form or reading."""
    card = await house.asked()
    form = form_of(await house.press(control(card, "checkin.write")))
    heard = [await house.submit(form, text=CANARY)]
    heard.append(await house.submit(form_of(await house.command("write")), text=CANARY))
    heard.append(await house.submit(form, text=f"{CANARY} " * 300))  # too long: a draft
    typed = await house.say(CANARY)
    heard += [typed, await house.press(control(card_of(typed), "draft.drop")), await house.say(CANARY)]
    heard.append(await house.command("journal last"))
    heard.append(await house.command("checkin"))
    house.store.refuse(Trouble.FULL)
    heard.append(await house.submit(form, text=CANARY))
    house.store.refuse(None)
    return heard


async def test_the_canary_is_only_ever_read(caplog: pytest.LogCaptureFixture) -> None:
    """No answer's repr holds it but the one that is there to be read, and no log at any level does."""
    caplog.set_level(logging.DEBUG)
    with sealing_world() as house:
        heard = await _everything(house)
        letters = house.chat.letters
    assert len(heard) == 9
    for outcome in heard:
        assert "heron" not in open_acts(outcome)
    assert any(CANARY in spelled_out(outcome) for outcome in heard)
    assert "heron" not in spelled_out(*letters)
    assert "heron" not in caplog.text


async def test_the_canary_is_in_no_stored_byte() -> None:
    """Not in a row, not in a name of one; the same words twice leave nothing alike behind."""
    with sealing_world() as house:
        await _everything(house)
        tables = house.tables
        sealed = [
            row.sealed for rows in (tables.entries, tables.drafts, tables.runs) for row in rows.values()
        ]
        kept = [blob for blob in sealed if blob is not None]
        assert len(tables.entries) == 2
        assert len(tables.drafts) == 2
        assert b"heron" not in b"".join(kept)
        assert "heron" not in repr(tables)
        assert len({bytes(blob) for blob in kept}) == len(kept)


async def test_the_canary_is_in_no_error(caplog: pytest.LogCaptureFixture) -> None:
    """A handler that breaks with the words in its hands names its type and place, no more."""
    caplog.set_level(logging.DEBUG)
    with world() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        house.vault.breaks = True
        outcomes = [await house.submit(form, text=CANARY), await house.say(CANARY)]
    assert "ValueError" in caplog.text
    assert "heron" not in caplog.text + "".join(open_acts(outcome) for outcome in outcomes)


async def test_an_entry_is_only_for_reading() -> None:
    """Its card may reach nobody but its writer, and its summary, which a lock screen shows, says nothing."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text=CANARY)
        shown = (await house.command("journal last")).first
        assert isinstance(shown, Show)
        assert isinstance(shown.audience, Reading)
        assert (shown.audience.to, shown.audience.handle) == (ANA, "h")
        assert shown.card.reach is Reach.SEALED
        assert "heron" not in shown.card.summary + shown.card.title


async def test_tricks_of_the_screen_are_stored_and_shown_clean() -> None:
    """Directions, escapes and bells stay in what was written, and never reach a screen or a form."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text=TRICKY)
        assert house.entries()[0]["text"] == TRICKY
        assert card_of(await house.command("journal last")).text.endswith(CLEAN)
        form = form_of(await house.press(control(card_of(await house.say(TRICKY)), "draft.open")))
        assert form.fields[0].value == CLEAN
        assert form_of(await house.command(f"write {TRICKY}")).fields[0].value == CLEAN


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("half a \ud83d pair", "half a  pair"),
        ("nul\0s", "nuls"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("{{name}} <b>*x*</b> @everyone {0} %s", "{{name}} <b>*x*</b> @everyone {0} %s"),
    ],
)
async def test_what_people_type_comes_back(text: str, kept: str) -> None:
    """Line ends are made one, what no file can hold goes, and the rest is theirs, letter by letter."""
    with sealing_world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text=text)
        assert card_of(await house.command("journal last")).text.endswith(kept)


async def test_what_goes_wrong_leaves_the_words_in_the_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours, a closed row, a locked key store: the form stays open, and nothing is called saved."""
    with world() as house:
        await house.settle_in()
        offer = card_of(await house.say("kept for later"))
        form = form_of(await house.press(control(offer, "draft.open")))
        [draft] = house.tables.drafts.values()
        house.tables.drafts[draft.id] = replace(
            draft, sealed=draft.sealed[:-1] + bytes([draft.sealed[-1] ^ 1])
        )
        assert "stays closed" in errors_of(await house.submit(form, text="more of it"))["text"]
        page = form_of(await house.command("write anew"))
        house.vault.breaks = True
        assert "broke on my side" in errors_of(await house.submit(page, text="more of it"))["text"]
        house.vault.breaks = False

        def locked(*_: object) -> bytes:
            raise NotSaved

        with monkeypatch.context() as while_locked:
            while_locked.setattr(house.vault, "seal", locked)
            assert "Not saved yet" in errors_of(await house.submit(page, text="more of it"))["text"]
        assert not house.tables.entries
        assert card_of(await house.submit(page, text="more of it")).text == "Saved privately."
        assert await house.until(on(5, 8, 30)) == []
