"""Leaks of the guards: each tells what was found on a page, or lets words of a list be seen."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Collection
from uuid import UUID

from bot.domain.journal import Page
from bot.guards.crisis.meanings import Meaning
from bot.guards.crisis.reading import read
from bot.guards.identifiers.finding import find
from bot.guards.identifiers.found import Found
from bot.services.cards import masking as cards
from bot.services.cards.plain import plain, press
from bot.services.desk import Mint, Turn
from bot.services.journal import masking
from bot.services.journal.places import Places
from bot.services.support import let_be
from bot.surface.card import Button, Card
from tests.e2e.planted_leaks import Leak, Patch

_log = logging.getLogger("bot.planted")


def _what_was_found_in_the_log(patch: Patch) -> None:
    def telling(text: str, words: Collection[str] = ()) -> tuple[Found, ...]:
        found = find(text, words)
        _log.debug("found %s", [text[place.start : place.end] for place in found])
        return found

    patch.setattr("bot.services.journal.places.find", telling)


def _what_was_found_in_a_file(patch: Patch) -> None:
    def through_a_file(text: str, words: Collection[str] = ()) -> tuple[Found, ...]:
        with tempfile.NamedTemporaryFile(delete=False) as written:
            written.write(text.encode())
        return find(text, words)

    patch.setattr("bot.services.journal.places.find", through_a_file)


def _a_grave_text_in_the_log(patch: Patch) -> None:
    def telling(text: str) -> Meaning:
        _log.warning("%s: %s", read(text).label, text)
        return read(text)

    patch.setattr("bot.services.journal.journal.read", telling)


def _places_that_print_themselves(patch: Patch) -> None:
    patch.setattr(Places, "__repr__", lambda found: f"Places({found.page.text!r})")


def _a_name_in_a_ref(patch: Patch) -> None:
    def careless(mint: Mint, name: str, label: str, subject: UUID | None = None, *, arg: str = "") -> Button:
        quoted = label.partition('"')[2].rstrip('"').replace(" ", ".")
        ascii_only = "".join(letter for letter in quoted if letter.isascii())
        return press(mint, name, label, subject, arg=ascii_only[:20] or arg)

    patch.setattr("bot.services.cards.masking.press", careless)


def _an_answer_that_quotes(patch: Patch) -> None:
    heard: list[str] = []

    def hearing(text: str, words: Collection[str] = ()) -> tuple[Found, ...]:
        heard.append(text)
        return find(text, words)

    def quoting(_mint: Mint, _entry: UUID, *, asks: bool) -> Card:
        return plain("guard.masked", f"Masked. It was: {heard[-1] if asks else heard[0]}")

    patch.setattr("bot.services.journal.places.find", hearing)
    patch.setattr(cards, "masked", quoting)


def _what_was_let_be_in_the_log(patch: Patch) -> None:
    add = let_be.add

    def telling(turn: Turn, words: str) -> let_be.LetBe | None:
        _log.info("never flagged again: %s", words)
        return add(turn, words)

    patch.setattr(let_be, "add", telling)


def _the_text_of_a_fault(patch: Patch) -> None:
    def failing(page: Page, _words: Collection[str] = ()) -> Places:
        raise ValueError(page.text)

    patch.setattr(masking, "places_on", failing)
    patch.setattr(masking, "_log", _Talkative())


class _Talkative:
    """A log that says of a fault all that it knows."""

    def warning(self, *_: object) -> None:
        """Say all."""
        _log.exception("nothing could be offered")


GUARD_LEAKS = {
    "what was found, in the log": Leak(_what_was_found_in_the_log, "everything.log"),
    "a page in a temporary file": Leak(_what_was_found_in_a_file, "tmp/"),
    "a grave text in the log": Leak(_a_grave_text_in_the_log, "everything.log"),
    "places that print themselves": Leak(_places_that_print_themselves, "memory: Places"),
    "a name in what a button carries": Leak(_a_name_in_a_ref, "carried: guard.never"),
    "an answer that quotes": Leak(_an_answer_that_quotes, "screen: card guard.masked"),
    "what was let be, in the log": Leak(_what_was_let_be_in_the_log, "everything.log"),
    "a fault of the guard, told whole": Leak(_the_text_of_a_fault, "everything.log"),
}
