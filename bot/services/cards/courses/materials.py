"""What there is to read and to watch in a course: a tick for each reading, a last day for recordings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from bot.domain.courses.course import Course, Session
from bot.domain.courses.materials import Item
from bot.domain.prompts import Option
from bot.services.cards.days import day_in_full
from bot.services.cards.plain import plain, row
from bot.services.desk import Mint
from bot.surface.card import (
    BUTTONS_MAX,
    LABEL_MAX,
    OPTIONS_MAX,
    Block,
    Button,
    Card,
    Choose,
    LinkButton,
    Reach,
    aside,
    say,
    shared_words,
)
from bot.surface.text import shown

LINK_MAX = 512
"""Characters of an address that a button opens: Discord's limit. A longer one stands there to be copied."""


def in_rows(*groups: Sequence[Button | LinkButton]) -> tuple[Block, ...]:
    """Return presses, each group in rows of its own."""
    return tuple(
        row(*group[begins : begins + BUTTONS_MAX])
        for group in groups
        for begins in range(0, len(group), BUTTONS_MAX)
    )


def link_or_text(name: str, label: str, link: str) -> Block:
    """Return a button that opens an address, or the address itself where no button does."""
    return row(LinkButton(name=name, label=label, url=link)) if is_link(link) else shared_words(link)


def is_link(text: str) -> bool:
    """Whether a text is one address that a button opens on every platform."""
    return text.startswith("https://") and len(text) <= LINK_MAX and len(text.split()) == 1


def readings(mint: Mint, course_id: UUID, course: Course, ticks: Collection[str]) -> Card:
    """Return what there is to read, by session and in the order of the course, with a tick for each."""
    blocks: list[Block] = []
    options: list[Option] = []
    for session in course.sessions:
        if not session.readings:
            continue
        lines = [f"Session {session.n}"]
        links: list[LinkButton] = []
        for place, reading in enumerate(session.readings):
            name, is_ticked = f"{session.n}.{place}", f"{session.n}.{place}" in ticks
            lines.append(f"- {_said(reading, is_ticked=is_ticked)}")
            if is_link(reading.link):
                links.append(
                    LinkButton(
                        name=f"reading.{name}", label=shown(reading.title)[:LABEL_MAX], url=reading.link
                    )
                )
            label = f"{'Untick' if is_ticked else 'Tick'}: {shown(reading.title)}"
            options.append(Option(name=name, label=label[:LABEL_MAX]))
        blocks += [say("\n".join(lines)), *in_rows(links), *_too_long(session)]
    tick = Choose(
        ref=mint("learn.tick", course_id),
        name="learn.tick",
        ask="What have you read? A tick is for you; your trainers see it, too.",
        options=tuple(options[:OPTIONS_MAX]),
    )
    return Card(
        text_id="learn.readings",
        title="Readings",
        blocks=(*blocks, tick),
        summary="Readings",
        reach=Reach.PERSONAL,
    )


def _too_long(session: Session) -> tuple[Block, ...]:
    """Return the addresses that no button opens, to be copied."""
    return tuple(shared_words(each.link) for each in session.readings if len(each.link) > LINK_MAX)


def no_readings() -> Card:
    """Return that there is nothing to read."""
    return plain("learn.no_readings", "There is nothing to read in this course.")


def _said(reading: Item, *, is_ticked: bool) -> str:
    kind = "required" if reading.required else "optional"
    return f"{shown(reading.title)} ({kind}{', ticked' if is_ticked else ''})"


def recording(link: str, n: int, until: date) -> Card:
    """Return the way to a recording, while there is one."""
    return Card(
        text_id="learn.recording",
        blocks=(
            say(f"The recording of session {n}, open until {day_in_full(until)}."),
            link_or_text("learn.watch", "Open the recording", link),
            aside("Nobody notes that you open it. A recording does not count as having been there."),
        ),
        summary="A recording",
        reach=Reach.PERSONAL,
    )


def recordings_closed(until: date) -> Card:
    """Return that the last day of the recordings is over."""
    return plain(
        "learn.recordings_closed", f"The recordings of this course closed after {day_in_full(until)}."
    )


def no_recording() -> Card:
    """Return that there is no recording of a session."""
    return plain("learn.no_recording", "There is no recording of that session here.")
