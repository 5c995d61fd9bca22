"""Writing an account for a portfolio: a form with the parts of a template, kept as a page like any other."""

from __future__ import annotations

import re
from uuid import uuid5

from bot.domain.dates import day_past
from bot.domain.journal import ENTRY_MAX, Page
from bot.domain.portfolios import SectionKind, Template, account_text
from bot.domain.supervision import MINUTES_MAX
from bot.errors import BadInput
from bot.services.cards import accounts as cards
from bot.services.cards import journal as journal_cards
from bot.services.desk import Turn
from bot.services.journal import drafts
from bot.services.journal.chosen import CHOSEN_MAX, choose
from bot.services.journal.drafts import Held
from bot.services.journal.entries import draft_of
from bot.services.journal.journal import keep_page
from bot.surface.outcome import Open, Outcome, Refuse, answer
from bot.surface.text import kept

_NUMBER = re.compile(r"[0-9]{1,4}")


def which(turn: Turn) -> Outcome:
    """Show the kinds of account."""
    return answer(cards.which(turn.mint, turn.desk.catalogue.templates()))


def open_form(turn: Turn) -> Outcome:
    """Open the form of the kind that was chosen. Its ref names the page: pressing twice writes one."""
    template = template_of(turn, turn.choice)
    if template is None:
        return which(turn)
    ref = turn.mint("portfolio.save", turn.desk.chance.new_id(), template.id)
    return Outcome(first=Open(form=cards.form(ref, template, turn.today.isoformat())))


def save(turn: Turn) -> Outcome:
    """Keep an account as a page, and choose it. What may point at a person is offered to be masked, as ever.

    Where the library lost its template meanwhile, the words are kept all the same, one part below the other.
    """
    template, entry = template_of(turn, turn.ref.arg), uuid5(turn.person.id, turn.subject.hex)
    typed = {name: _words(words) for name, words in turn.typed.items()}
    errors = _faults(turn, template, typed)
    if errors:
        return Outcome(first=Refuse(errors=errors))
    text = account_text(template, typed) if template else "\n\n".join(filter(None, typed.values()))
    title = template.title if template else ""
    if len(text) > ENTRY_MAX:
        held = Held(text=text, question=title, source=title)
        sentence = journal_cards.too_long(len(text), "one account", ENTRY_MAX)
        return drafts.hold_refused(turn, draft_of(entry), held, {next(iter(typed)): sentence})
    before = turn.unit.journal.get(entry)
    drafts.let_go(turn, draft_of(entry))
    page = Page(text=text, at=turn.now, question=title, source=title)
    outcome = keep_page(turn, entry, page, before=before)
    is_chosen = choose(turn, [entry]) is not None
    noted = cards.written() if is_chosen else cards.written_only(CHOSEN_MAX)
    return Outcome(first=answer(noted).first, then=outcome.then)


def template_of(turn: Turn, name: str) -> Template | None:
    """Return the template of a name; None where the library has none such."""
    return next((one for one in turn.desk.catalogue.templates() if one.id == name), None)


def _faults(turn: Turn, template: Template | None, typed: dict[str, str]) -> dict[str, str]:
    """Return a sentence for each field that cannot be taken; a day is written in one way from here on."""
    sections = template.sections if template else ()
    told = [each.name for each in sections if each.kind is not SectionKind.DAY] if template else [*typed]
    if not any(typed.get(name) for name in told):
        first = sections[0].name if sections else next(iter(typed), journal_cards.FIELD)
        return {first: journal_cards.EMPTY}
    faults: dict[str, str] = {}
    for section in sections:
        words = typed.get(section.name, "")
        if not words:
            continue
        if section.kind is SectionKind.DAY:
            try:
                typed[section.name] = day_past(words, turn.today).isoformat()
            except BadInput as problem:
                faults[section.name] = problem.sentence
        elif section.kind is SectionKind.MINUTES and not _is_minutes(words):
            faults[section.name] = cards.NO_MINUTES
        elif section.kind is SectionKind.LINE:
            typed[section.name] = " ".join(words.split())
    return faults


def _is_minutes(words: str) -> bool:
    return bool(_NUMBER.fullmatch(words)) and 0 < int(words) <= MINUTES_MAX


def _words(text: str) -> str:
    return kept(text).strip()
