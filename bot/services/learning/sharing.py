"""A learner shows their trainers one page: they read first what others would read, and take it back at will.

Nothing is shown by itself, and trainers have no other way to what a learner wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from bot.domain.journal import Page as Written
from bot.domain.zones import zone_of
from bot.errors import KeyProblem
from bot.services.cards.courses import plain
from bot.services.cards.courses import sharing as cards
from bot.services.cards.sharing import ChoiceControls
from bot.services.courses import learners, shown
from bot.services.courses import pages as cohorts
from bot.services.courses.as_learner import Place, meant
from bot.services.courses.standing import is_trainer
from bot.services.courses.words import tell_trainers, trainers_said
from bot.services.desk import Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.journal.entries import read_entry
from bot.services.journal.reading import first_line, listed, reading
from bot.services.learning import own_pages, showing
from bot.services.sharing import choosing
from bot.services.sharing.proposals import Agreed, Proposal, said_about, signs, to_read, version
from bot.services.support import let_be
from bot.surface.card import Block
from bot.surface.inbound import OptionChosen
from bot.surface.outcome import Outcome, Show, answer

CONTROLS = ChoiceControls(
    masked="learn.show.masked",
    edit="learn.show.edit",
    as_it_is="learn.show.as_it_is",
    drop="learn.show.drop",
    about="learn.show.about",
)


def look_back(turn: Turn) -> Outcome:
    """List what who acts wrote in a course, for them alone, where no message remains."""
    found = meant(turn)
    return found if isinstance(found, Outcome) else _list(turn, *found, after=None)


def further(turn: Turn) -> Outcome:
    """Go on after the page that was listed last."""
    found = _place_of(turn, turn.subject)
    return _list(turn, *found, after=turn.subject) if found else answer(cards.no_page())


def which(turn: Turn) -> Outcome:
    """List the pages of which one can be shown, or taken back."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    pages = own_pages.of_course(turn, cohorts.cohort_of(page), member)
    if not pages:
        return answer(cards.nothing_written())
    out = {each.entry for each in shown.by_member(turn.desk, turn.unit, page, member)}
    titled = [
        cards.Titled(entry=entry.id, question=asked_of(written), is_shown=entry.id in out)
        for entry, written in pages
    ]
    return to_read(turn, cards.which(turn.mint, page.id, titled, trainers_of(turn, page)))


def show(turn: Turn) -> Outcome:
    """Let a learner read what their trainers would read of the page that they chose."""
    entry = _entry(turn)
    place = _place_of(turn, entry) if entry else None
    return preview(turn, place, entry) if place and entry else answer(cards.no_page())


def preview(turn: Turn, place: Place, entry: UUID) -> Outcome:
    """Return a page as others would have it, with the one choice; nothing is shown by it."""
    page, _ = place
    written = _written(turn, entry)
    if written is None or not written.text.strip():
        return answer(cards.no_page())
    proposal = _proposal(turn, entry, written)
    blocks = cards.above(trainers_of(turn, page), asked_of(written))
    signposts = signs(turn, proposal, CONTROLS.about)
    asked = choosing.ask(turn, proposal, CONTROLS)
    if asked is not None:
        return _between(asked, len(signposts), blocks)
    return _plain(turn, proposal, (*signposts, *blocks))


def about(turn: Turn) -> Outcome:
    """Take the answer to "Is this about", and ask about the page again below it."""
    written = _written(turn, turn.subject)
    place = _place_of(turn, turn.subject)
    if written is None or place is None:
        return answer(cards.no_page())
    proposal = _proposal(turn, turn.subject, written)
    blocks = cards.above(trainers_of(turn, place[0]), asked_of(written))
    said = said_about(turn)
    if choosing.ask(turn, proposal, CONTROLS) is not None:
        return _between(choosing.about(turn, proposal, CONTROLS), len(said), blocks)
    return _plain(turn, proposal, (*said, *blocks))


def show_masked(turn: Turn) -> Outcome:
    """Show it with what may point at a person masked."""
    return _agreed(turn, is_masked=True)


def show_as_it_is(turn: Turn) -> Outcome:
    """Show it as it was written."""
    return _agreed(turn, is_masked=False)


def drop(_turn: Turn) -> Outcome:
    """Show nothing."""
    return answer(cards.not_shown())


def take_back(turn: Turn) -> Outcome:
    """Take a page back, at once. Pressed again it is taken back already."""
    entry = _entry(turn)
    place = _place_of(turn, entry) if entry else None
    if place is not None and entry is not None:
        shown.take_back(turn.desk, turn.unit, *place, entry)
    return answer(cards.taken_back())


def shown_to_trainers(turn: Turn, page: Page) -> Sequence[cards.Readable]:
    """Return what learners of a course show, for a trainer of it; whose page is gone shows nothing.

    A copy of a page that its writer deleted since goes with this look.
    """
    found: list[cards.Readable] = []
    for member, each in shown.every(turn.desk, turn.unit, page):
        writer = learners.person_of(turn.unit, member)
        if writer is None or not writer.has_said_yes:  # they stopped: it waits until they are back
            continue
        if turn.unit.journal.get(each.entry) is None:
            shown.take_back(turn.desk, turn.unit, page, member, each.entry)
            continue
        found.append(cards.Readable(called=member.called, on=each.on, question=each.question, text=each.text))
    return found


def to_trainer(turn: Turn) -> Outcome:
    """Show a trainer what learners show them, as it is now."""
    page = cohorts.meant(turn)
    if page is None:
        return answer(plain.over())
    if not is_trainer(turn, page):
        return answer(plain.not_yours())
    pages = shown_to_trainers(turn, page)
    if not pages:
        return answer(cards.nothing_shown())
    begins = int(turn.ref.arg) if turn.ref.arg.isdecimal() else 0
    begins = begins if begins < len(pages) else 0  # some were taken back since
    return to_read(turn, cards.to_trainer(turn.mint, page.id, pages, begins, _today(turn, page)))


def asked_of(written: Written) -> str:
    """Return what stands above a page: what was asked, or the flow in which each question stands on it."""
    return written.question or written.source


def trainers_of(turn: Turn, page: Page) -> str:
    """Return who trains a course, by the names that their platform calls them."""
    return trainers_said(turn.desk, turn.unit, page)


def _list(turn: Turn, page: Page, member: Member, *, after: UUID | None) -> Outcome:
    pages = own_pages.of_course(turn, cohorts.cohort_of(page), member)
    some = listed(turn, pages, after, first_line, lambda entry, _page: turn.mint("learn.back.more", entry.id))
    if some is None:
        return answer(cards.nothing_written())
    return reading(turn, cards.back(turn.mint, page.id, some, turn.today))


def _agreed(turn: Turn, *, is_masked: bool) -> Outcome:
    entry = turn.subject
    place, written = _place_of(turn, entry), _written(turn, entry)
    if place is None or written is None or not written.text.strip():
        return answer(cards.no_page())
    page, member = place
    proposal = _proposal(turn, entry, written)
    said = choosing.agreed(turn, proposal, CONTROLS, is_masked=is_masked)
    if not isinstance(said, Agreed):
        signposts = signs(turn, proposal, CONTROLS.about)
        return _between(said, len(signposts), cards.above(trainers_of(turn, page), asked_of(written)))
    new = shown.Shown(
        post=turn.desk.chance.new_id(),
        entry=entry,
        member=member.id,
        on=_today(turn, page),
        question=asked_of(written),
        text=said.text,
    )
    shown.show(turn, page, member, new)
    if turn.desk.floods.takes_form(turn.event.account, page.id, turn.now, turn.event.event_id):
        tell_trainers(turn.desk, turn.unit, page, cards.WORD, way="learn.shared", label="Read it")
    return answer(cards.is_shown(turn.mint, entry, trainers_of(turn, page)))


def _today(turn: Turn, page: Page) -> date:
    """Return the date by the course's clock: the learner's own would tell of their zone."""
    return turn.now.astimezone(zone_of(cohorts.cohort_of(page).course.zone)).date()


def _plain(turn: Turn, proposal: Proposal, blocks: Sequence[Block]) -> Outcome:
    """Return a page in which nothing was found, as it would be read."""
    seen = version(turn, proposal, proposal.words)
    return to_read(turn, cards.preview(turn.mint, proposal.row, seen, proposal.words, blocks))


def _between(outcome: Outcome, place: int, blocks: Sequence[Block]) -> Outcome:
    """Return a question about a page, with `blocks` below what stands first there: who to call."""
    first = outcome.first
    if not isinstance(first, Show):
        return outcome
    before, after = first.card.blocks[:place], first.card.blocks[place:]
    return replace(outcome, first=replace(first, card=replace(first.card, blocks=(*before, *blocks, *after))))


def _proposal(turn: Turn, entry: UUID, written: Written) -> Proposal:
    try:
        held = let_be.let_be_of(turn.desk, turn.unit, turn.person)
    except KeyProblem:  # it only adds a sentence
        held = None
    return Proposal(row=entry, text=written.text, let_be=held.compared if held else ())


def _written(turn: Turn, entry: UUID) -> Written | None:
    held = turn.own(turn.unit.journal.get(entry))
    return read_entry(turn.desk, turn.person, held) if held else None


def _entry(turn: Turn) -> UUID | None:
    """Return which page is meant: the one that was chosen, else the one that a control is about."""
    return showing.chosen_id(turn) if isinstance(turn.event, OptionChosen) else turn.ref.subject


def _place_of(turn: Turn, entry: UUID | None) -> Place | None:
    """Return the course in which who acts wrote a page; None where it is of none that they are in."""
    for page, member in showing.learns_in(turn):
        if entry in own_pages.ids(turn, cohorts.cohort_of(page), member):
            return page, member
    return None
