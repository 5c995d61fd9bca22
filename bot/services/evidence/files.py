"""Files to hand over: for a trainer of all or of one learner, for a learner of themselves alone.

They are made once the unit is over and handed to the one who asked. Nothing of them is written down here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from bot.domain.csv_rows import as_csv
from bot.domain.document_markdown import as_markdown
from bot.domain.documents import Document
from bot.ports.documents import Documents
from bot.services.attendance.ledger import learner_named, names, of_member, trained
from bot.services.cards.courses import attendance as session_cards
from bot.services.cards.courses import evidence as cards
from bot.services.cards.courses.evidence import Kind
from bot.services.cards.courses.plain import none_yet, not_yours, over
from bot.services.courses import learners as kept
from bot.services.courses import pages as cohorts
from bot.services.courses.standing import is_trainer
from bot.services.desk import Turn
from bot.services.evidence import contents
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.surface.outcome import Attach, File, Open, Outcome, Refuse, answer, made_after
from bot.surface.text import shown

MAKES_WITHIN = 30.0
"""Seconds in which a ledger of many learners is opened; the files themselves take their own time after."""

_Make = Callable[[], tuple[Sequence[File], int]]


def which(turn: Turn) -> Outcome:
    """Show a trainer which files there are."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    people = names(turn.desk, turn.unit, page)
    begins = int(turn.ref.arg) if turn.ref.arg.isdecimal() and int(turn.ref.arg) < len(people) else 0
    return answer(cards.which(turn.mint, page.id, people, begins=begins, in_units=_has_units(page)))


def offer(turn: Turn) -> Outcome:
    """Say what a file of all learners is, and where a copy of it stays."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    what = cards.of_all(Kind(turn.ref.arg), in_units=_has_units(page))
    return _offered(turn, Kind(turn.ref.arg), page.id, what)


def offer_one(turn: Turn) -> Outcome:
    """Say so of a file of the learner that was chosen."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    member = learner_named(turn, page, turn.choice)
    if member is None:
        return answer(session_cards.left())
    return _offered(turn, Kind.ONE, member.id, cards.of_all(Kind.ONE, in_units=_has_units(page)))


def offer_own(turn: Turn) -> Outcome:
    """Say so of the own file of a learner; in a course with units also what is on it so far."""
    page = cohorts.meant(turn)
    if page is None:
        return answer(over())
    member = kept.here(turn, page)
    if member is None or not kept.is_learner(member):
        return answer(none_yet())
    what = cards.OWN
    if _has_units(page):
        what = cards.OWN_UNITS if contents.is_complete(page, member) else cards.OWN_SO_FAR
    extra = cards.NAME_OR_TIME if contents.time_told(page, member) else cards.WITH_NAME
    return _offered(turn, Kind.ONE, member.id, what, extra=extra)


def name(turn: Turn) -> Outcome:
    """Open the form for what a learner adds to their own file: a name, and how long units took them."""
    found = _own(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    ref = turn.mint("evidence.named", member.id)
    has_time = bool(contents.time_told(page, member))
    return Outcome(first=Open(form=cards.name_form(ref, has_time=has_time)))


def make_named(turn: Turn) -> Outcome:
    """Make the own file of a learner with what they added. It is on the file and nowhere else."""
    found = _own(turn)
    if isinstance(found, Outcome):
        return found
    written = " ".join(shown(turn.typed.get(cards.NAME, "")).split())[: cards.NAME_MAX]
    with_time = turn.typed.get(cards.TIME, "") == cards.SHOWN
    if not written and not with_time:
        return Outcome(first=Refuse(errors={cards.NAME: cards.NO_NAME}))
    return _of_one(turn, *found, written=written, with_time=with_time)


def make(turn: Turn) -> Outcome:
    """Make a file, and hand it over."""
    kind = Kind(turn.ref.arg)
    if kind is Kind.ONE:
        return _make_one(turn)
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    day, documents = contents.today(turn, page).isoformat(), turn.desk.documents
    if kind is Kind.MINUTES:
        table = contents.table(turn, page)
        name = f"reststop-course-{'units' if _has_units(page) else kind}-{day}.csv"
        return _handed(turn, lambda: ([File(name=name, type="text/csv", body=as_csv(table))], 0))
    made = contents.for_accreditor(turn, page)
    return _handed(turn, lambda: _files(f"reststop-course-{kind}-{day}", made, documents))


def not_now(_turn: Turn) -> Outcome:
    """Take a "not now"."""
    return answer(cards.not_now())


def _make_one(turn: Turn) -> Outcome:
    """Make the file of one learner: for themselves, or for a trainer of their course."""
    found = of_member(turn)
    if found is None:
        return answer(session_cards.left())
    page, member = found
    if not is_trainer(turn, page):
        own = _own(turn)
        if isinstance(own, Outcome):
            return own
    return _of_one(turn, page, member)


def _of_one(turn: Turn, page: Page, member: Member, *, written: str = "", with_time: bool = False) -> Outcome:
    day, documents = contents.today(turn, page).isoformat(), turn.desk.documents
    made = contents.of_one(turn, page, member, written=written, with_time=with_time)
    what = "attendance"
    if _has_units(page):
        what = "completion" if contents.is_complete(page, member) else "record-so-far"
    return _handed(turn, lambda: _files(f"reststop-{what}-{day}", made, documents))


def _own(turn: Turn) -> tuple[Page, Member] | Outcome:
    """Return the course and the learner that a control is about, where that is who acts."""
    found = of_member(turn)
    if found is None:
        return answer(session_cards.left())
    page, member = found
    own = kept.here(turn, page)
    return found if own is not None and own.id == member.id else answer(not_yours())


def _has_units(page: Page) -> bool:
    return bool(cohorts.cohort_of(page).course.units)


def _offered(turn: Turn, kind: Kind, subject: UUID, what: str, *, extra: str = "") -> Outcome:
    """Return what a file is; `extra`: what a learner may add to their own."""
    where = cards.Where(
        hosted=turn.capabilities.hosted,
        taken_back=_is_taken_back(turn),
        pdf=turn.desk.documents.makes_pdf,
    )
    return answer(cards.offer(turn.mint, kind, subject, where, what, extra=extra))


def _handed(turn: Turn, make_files: _Make) -> Outcome:
    """Return what hands files over once they are made; a copy at a platform is noted, where it can be."""
    taken_back, mint = _is_taken_back(turn), turn.mint
    ids = [turn.desk.chance.new_id() if taken_back else None for _ in range(2)]

    def handed() -> Outcome:
        every, unwritten = make_files()
        card = cards.made(mint, taken_back=taken_back, unwritten=unwritten)
        return answer(card, *(Attach(file=file, id=one) for file, one in zip(every, ids, strict=False)))

    return made_after(handed)


def _is_taken_back(turn: Turn) -> bool:
    """Whether a copy that a platform keeps is taken back by itself: that is noted in a notebook."""
    return turn.capabilities.hosted and turn.visitor is not None


def _files(name: str, made: Document, documents: Documents) -> tuple[Sequence[File], int]:
    """Return a document as PDF; as Markdown where there is none, or where it could not write every sign."""
    text = File(name=f"{name}.md", type="text/markdown", body=as_markdown(made).encode())
    if not documents.makes_pdf:
        return [text], 0
    pdf = documents.pdf(made)
    file = File(name=f"{name}.pdf", type="application/pdf", body=pdf.body)
    return ([file, text] if pdf.unwritten else [file]), pdf.unwritten
