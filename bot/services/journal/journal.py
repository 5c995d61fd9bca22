"""Writing: a page opens, what stands on it becomes an entry, and an entry is changed or removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol
from uuid import UUID, uuid5

from bot.domain.checkins import Asking, Question, Run, RunState
from bot.domain.journal import DRAFT_MAX, ENTRY_MAX, SCENE_MAX, Entry, Page
from bot.domain.portfolios import account_parts
from bot.domain.prompts import Prompt
from bot.guards.crisis.meanings import gravest
from bot.guards.crisis.reading import read
from bot.services.cards import journal as cards
from bot.services.desk import Turn
from bot.services.journal import drafts, masking
from bot.services.journal.drafts import Held
from bot.services.journal.entries import (
    change_of,
    draft_of,
    read_entry,
    remove_entry,
    scene_ends,
    scene_stays,
    write_entry,
)
from bot.services.journal.runs import asking_if_open, run_of, with_asking
from bot.services.journal.taking_along import offered
from bot.services.organisations.decisions import shelf_here
from bot.services.support.danger import is_urgent, signpost_of
from bot.surface.outcome import Act, Open, Outcome, Refuse, Replace, answer
from bot.surface.text import kept


class Follow(Protocol):
    """What follows an answer: the page of its run with that noted on it, and the acts."""

    def __call__(
        self, turn: Turn, run: Run, asking: Asking, place: int, entry: UUID | None = None
    ) -> tuple[Asking, tuple[Act, ...]]:
        """Return both; the caller writes the page of the run. `entry` was kept under the question."""
        ...


def write(turn: Turn) -> Outcome:
    """Open a page: with the words after the command, or with a draft that waits, or empty.

    Nothing is kept before the page is sent. So words that no page holds are not taken, and that is said.
    """
    if len(kept(turn.words)) > ENTRY_MAX:
        return answer(cards.more_than_a_page(len(kept(turn.words))))
    waiting = () if turn.words else turn.unit.journal.drafts(turn.person.id)
    if waiting:
        return drafts.open_page(turn, waiting[0])
    ref = turn.mint("entry.save", turn.desk.chance.new_id())
    return Outcome(first=Open(form=drafts.page(turn, ref, Held(text=turn.words))))


def open_for_run(turn: Turn, run: Run, prompt: Prompt | None, place: int = 0) -> Outcome:
    """Open a page under a question of a run. Its ref names the entry: pressing twice writes one."""
    nonce = turn.desk.chance.new_id().hex[:12]
    ref = turn.mint("checkin.save", run.id, f"{place}.{nonce}")
    asking = asking_if_open(turn.desk, run)
    held = Held(text="", question=_question(turn, prompt, asking.at(place) if asking else None))
    return Outcome(first=Open(form=drafts.page(turn, ref, held)))


def save(turn: Turn) -> Outcome:
    """Keep what was written on a free page."""
    return keep_typed(turn, turn.subject, draft=draft_of(turn.subject))


def save_for_run(turn: Turn, follow: Follow) -> Outcome:
    """Keep what was written to a check-in. A late one is kept too: words are never lost.

    Last stands what may `follow` the answer, below who to call where the words can mean danger. Where who to
    call is all that matters, nothing follows.
    """
    run = run_of(turn.unit, turn.person, turn.subject)
    asking = asking_if_open(turn.desk, run) if run else None
    place = int(turn.ref.arg.rpartition(".")[0] or 0)
    asked = asking.at(place) if asking else None
    prompt = turn.desk.catalogue.prompt(asked.prompt) if asked and asked.prompt else None
    entry = uuid5(turn.subject, turn.ref.arg)
    about = Held(text="", question=_question(turn, prompt, asked))
    outcome = keep_typed(turn, entry, draft=draft_of(entry), about=about)
    if run is None or asking is None or asked is None or isinstance(outcome.first, Refuse):
        return outcome
    written = asking.answered(place, replace(asked.answer, written=True))
    if not is_urgent(outcome.then):
        written, after = follow(turn, run, written, place, entry)
        outcome = replace(outcome, then=(*outcome.then, *after))
    if not run.takes_answers:
        return outcome
    # Words to what came beside leave the check-in as it is.
    state = run.state if place else RunState.ANSWERED
    turn.unit.runs.put(replace(with_asking(turn.desk, run, written), state=state))
    return outcome if place else offered(turn, run, written, outcome)


def _question(turn: Turn, prompt: Prompt | None, asked: Question | None) -> str:
    """Return a question as it was asked, or is at this moment; empty where there is none."""
    if prompt is None:
        return ""
    shelf = shelf_here(turn)
    return (shelf.asked(prompt, asked.wording) if asked else shelf.worded(prompt)).text


def save_draft(turn: Turn) -> Outcome:
    """Keep a draft's words as an entry; the draft goes with it."""
    draft = turn.unit.journal.draft(turn.subject)
    about = drafts.read_draft(turn, draft) if draft else None
    return keep_typed(turn, uuid5(turn.subject, "entry"), draft=turn.subject, about=about)


def edit(turn: Turn) -> Outcome:
    """Open the page of an entry, with what stands in it; what waits to become its change comes first."""
    entry = turn.own(turn.unit.journal.get(turn.subject))
    if entry is None:
        return answer(cards.no_entry())
    waiting = turn.unit.journal.draft(draft_of(entry.id))
    if waiting is not None:
        return drafts.open_page(turn, waiting)
    before = read_entry(turn.desk, turn.person, entry)
    if len(before.text) > ENTRY_MAX or len(before.scene) > SCENE_MAX:
        return answer(cards.stays_whole())
    held = Held(text=before.text, scene=before.scene, question=before.question)
    return Outcome(first=Open(form=drafts.page(turn, turn.mint("entry.change", entry.id), held)))


def save_edit(turn: Turn) -> Outcome:
    """Write an entry again, in its place. Where it was removed meanwhile, the words are a new one."""
    about = Held(text="", entry=turn.subject)
    outcome = keep_typed(turn, turn.subject, draft=draft_of(turn.subject), about=about)
    if not isinstance(outcome.first, Refuse):
        drafts.let_go(turn, change_of(turn.subject))
    return outcome


def ask_removal(turn: Turn) -> Outcome:
    """Ask once whether an entry is to go."""
    if turn.own(turn.unit.journal.get(turn.subject)) is None:
        return answer(cards.no_entry())
    return answer(cards.remove(turn.mint, turn.subject))


def remove(turn: Turn) -> Outcome:
    """Remove an entry for good. A second press finds it gone, and that is what was asked."""
    entry = turn.unit.journal.get(turn.subject)
    if entry is not None:
        if turn.own(entry) is None:
            return answer(cards.no_entry())
        remove_entry(turn.unit, entry.id)
    return Outcome(first=Replace(card=cards.removed()))


def stay(_turn: Turn) -> Outcome:
    """Take the no to a removal."""
    return Outcome(first=Replace(card=cards.stays()))


def keep_page(turn: Turn, entry: UUID, page: Page, *, before: Entry | None) -> Outcome:
    """Keep a page as an entry, with the day on which its scene goes, and say so once it is true.

    Below that stand who to call, where its words can mean danger, and what may point at a person.
    """
    write_entry(turn.desk, turn.unit, turn.person, entry, page, before=before)
    if page.scene:
        scene_ends(turn.desk, turn.unit, turn.person, entry)
    else:
        scene_stays(turn.unit, entry)
    meaning = gravest(read(each) for each in _said(turn, page))
    below = masking.offered(turn, entry, page, meaning)
    return answer(cards.saved(), *signpost_of(turn, meaning), *below)


def _said(turn: Turn, page: Page) -> Sequence[str]:
    """Return what its writer wrote: of an account each part by itself, since our words stand between them."""
    templates = turn.desk.catalogue.templates() if page.is_account else ()
    template = next((each for each in templates if each.title == page.source), None)
    return (*account_parts(template, page.text).values(), page.scene) if template else (page.words,)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Typed:
    text: str = field(repr=False)
    scene: str | None = field(repr=False)
    """None where the form had no such field."""


def keep_typed(turn: Turn, entry: UUID, *, draft: UUID, about: Held | None = None) -> Outcome:
    """Keep what a form holds as `entry`, over what the entry said before, if it was there before.

    What is too long for one is held as `draft`, with what it is `about`.
    """
    about = about or Held(text="")
    typed = _typed(turn)
    errors = _faults(typed)
    if errors:
        return Outcome(first=Refuse(errors=errors))
    before = turn.unit.journal.get(entry)
    page = (
        read_entry(turn.desk, turn.person, before)
        if before
        else Page(
            text="",
            at=turn.now,
            question=about.question,
            source=about.source,
            state=about.state,
            message=about.message,
        )
    )
    scene = page.scene if typed.scene is None else typed.scene
    too_long = _too_long(typed.text, scene)
    if too_long:
        held = replace(about, text=typed.text, scene=scene, question=page.question)
        return drafts.hold_refused(turn, draft, held, too_long)
    drafts.let_go(turn, draft)
    return keep_page(turn, entry, replace(page, text=typed.text, scene=scene), before=before)


def _typed(turn: Turn) -> _Typed:
    scene = turn.typed.get(cards.SCENE)
    return _Typed(
        text=_words(turn.typed.get(cards.FIELD, "")), scene=None if scene is None else _words(scene)
    )


def _words(text: str) -> str:
    """Return what is kept of a field: one without any word is empty."""
    text = kept(text)
    return text if text.strip() else ""


def _faults(typed: _Typed) -> dict[str, str]:
    """Return a sentence for each field that cannot even be held as a draft."""
    if not typed.text and not typed.scene:
        return {cards.FIELD: cards.EMPTY}
    fields = {cards.FIELD: typed.text, cards.SCENE: typed.scene or ""}
    return {name: cards.far_too_long(len(words)) for name, words in fields.items() if len(words) > DRAFT_MAX}


def _too_long(text: str, scene: str) -> dict[str, str]:
    """Return a sentence for each part that an entry cannot hold."""
    errors: dict[str, str] = {}
    if len(text) > ENTRY_MAX:
        errors[cards.FIELD] = cards.too_long(len(text), "one entry", ENTRY_MAX)
    if len(scene) > SCENE_MAX:
        errors[cards.SCENE] = cards.too_long(len(scene), "a scene", SCENE_MAX)
    return errors
