"""`reststop content review`: the review desk for whoever sits at the data folder, by pipe or by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

import click

from adapters.engine.embedded import EmbeddedEngine
from bot.app.bootstrap import open_house
from bot.app.cli.content_flows import flow_as_text
from bot.app.cli.content_prompts import prompt_as_text
from bot.app.cli.organisations import refuse_misnamed, which
from bot.app.databases import refuse_without_data
from bot.app.settings import read_settings
from bot.app.system import SystemChance, SystemClock, local_zone
from bot.domain.courses.course import CourseTemplate
from bot.domain.flows import Flow
from bot.domain.prompts import Prompt
from bot.domain.reviews import ROLE_MAX, Decision, Shelf, Verdict, flaw_of
from bot.domain.rounds import RoundTemplate
from bot.services.admin.deciding import decide, decisions_here, stands, take_back
from bot.services.admin.texts import Text, decided, texts_of
from bot.services.cards.admin.review import FLAWS, NEEDS_ROLE, label
from bot.services.cards.admin.whole import course_parts, round_parts
from bot.services.desk import Turn
from bot.surface.text import kept, shown

_LIKE = "reststop content review --organisation slack/T0123"
_BOTH = "Please one at a time: --edit, --retire or --undo."
_ALONE = "Please name the text, by its ID."
_SIGN = "Who decides signs as a role: --sign ROLE."
_NO_PROMPT = "This is no question: it can be signed, and neither put in other words nor retired."


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed after `content review`. `words` None: it is to be in no other words."""

    text_id: str
    organisation: str
    role: str = field(repr=False)
    words: str | None = field(repr=False)
    retire: bool
    undo: bool

    @property
    def verdict(self) -> Verdict | None:
        """What is to be decided; None where it is only shown, or taken back."""
        if self.retire:
            return Verdict.RETIRED
        if self.words is not None:
            return Verdict.EDITED
        return Verdict.ACCEPTED if self.role else None


def look_through(asked: Asked) -> None:
    """List, show or decide.

    Raises:
        BadInput: it says not which organisation.
        FolderUnusable: there are no data.
        UsageError: what was typed does not go together, or names no text.
    """
    _refuse_what_does_not_go(asked)
    refuse_misnamed(asked.organisation, _LIKE)
    asyncio.run(_look_through(asked))


def _refuse_what_does_not_go(asked: Asked) -> None:
    if (asked.words is not None) + asked.retire + asked.undo > 1 or (asked.undo and asked.role):
        raise click.UsageError(_BOTH)
    if (asked.verdict or asked.undo) and not asked.text_id:
        raise click.UsageError(_ALONE)
    if asked.verdict and not asked.role:
        raise click.UsageError(_SIGN)
    if asked.verdict and not 0 < len(_line(asked.role)) <= ROLE_MAX:
        raise click.UsageError(NEEDS_ROLE)
    flaw = flaw_of(_line(asked.words)) if asked.words is not None else None
    if flaw is not None:
        raise click.UsageError(FLAWS[flaw])


async def _look_through(asked: Asked) -> None:
    settings = read_settings()
    refuse_without_data(settings)
    clock, chance = SystemClock(), SystemChance()
    house = await open_house(
        settings, clock=clock, chance=lambda _starts: chance, engine=EmbeddedEngine(clock), chats={}
    )
    try:
        organisation = await which(house, asked.organisation, _LIKE)
        zone = settings.zone or local_zone()
        writes = asked.undo or asked.verdict is not None
        lines = await house.look_after(
            organisation, zone, lambda turn: list(_done(turn, asked)), writes=writes
        )
    finally:
        await house.stop()
    for line in lines:
        click.echo(line)


def _done(turn: Turn, asked: Asked) -> Iterator[str]:
    """Do what was asked, and yield what is to be said of it."""
    texts, decisions = texts_of(turn.desk), decisions_here(turn)
    if not asked.text_id:
        yield from _listed(texts, decisions)
        return
    text = _named(texts, asked.text_id)
    if asked.verdict is not None:
        yield _decided(turn, text, asked, asked.verdict)
    elif asked.undo:
        yield f"{text.id} is undecided." if take_back(turn, text) else f"{text.id} was undecided."
    else:
        yield from _whole(text, decisions)


def _listed(texts: Sequence[Text], decisions: Mapping[str, Decision]) -> Iterator[str]:
    waiting = [text for text in texts if decided(text, decisions) is None]
    for text in waiting:
        yield f"{text.id}  {label(text.topic)}{', held back until it is signed' if text.waits else ''}"
    yield f"{len(waiting)} of {len(texts)} undecided."


def _whole(text: Text, decisions: Mapping[str, Decision]) -> Iterator[str]:
    """Yield every word of a text as it is asked here, and how it stands."""
    decision = decided(text, decisions)
    match text.of:
        case Prompt() as prompt:
            yield prompt_as_text(Shelf(decisions=decisions).worded(prompt), label(text.topic))
        case Flow() as flow:
            yield flow_as_text(flow)
        case CourseTemplate() as course:
            yield "\n\n".join((course.course.title, *course_parts(course)))
        case RoundTemplate() as kept:
            yield "\n\n".join((kept.title, *round_parts(kept)))
        case said:
            yield "\n".join((said.title, "", *said.lines))
    yield ""
    yield f"{text.id}, version {text.version}: {_how(decision)}"


def _decided(turn: Turn, text: Text, asked: Asked, verdict: Verdict) -> str:
    if not text.is_prompt and verdict is not Verdict.ACCEPTED:
        raise click.UsageError(_NO_PROMPT)
    words = _line(asked.words or "")
    amiss = turn.desk.catalogue.amiss(words)
    if amiss is not None:
        raise click.UsageError(amiss)
    return f"{text.id}: {_how(decide(turn, text, verdict, _line(asked.role), words))}"


def _how(decision: Decision | None) -> str:
    said = stands(decision)
    return f"{said}, {decision.role}, {decision.on.isoformat()}" if decision else said


def _named(texts: Sequence[Text], text_id: str) -> Text:
    found = next((text for text in texts if text.id == text_id), None)
    if found is None:
        near = get_close_matches(text_id, [text.id for text in texts])
        hint = f" Near it: {', '.join(near)}." if near else ""
        raise click.BadParameter(f"no text has this id.{hint}", param_hint="ID")
    return found


def _line(typed: str) -> str:
    """Return what was typed as one line that a screen may show."""
    return " ".join(shown(kept(typed)).split())
