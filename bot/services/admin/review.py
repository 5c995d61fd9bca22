"""The review desk in chat: what waits, one text after another, and deciding of each by a small form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import assert_never
from uuid import UUID

from bot.domain.courses.course import CourseTemplate
from bot.domain.flows import Flow
from bot.domain.prompts import Prompt
from bot.domain.readings import Reading
from bot.domain.reviews import ROLE_MAX, Decision, Shelf, Verdict, flaw_of
from bot.domain.roles import Role
from bot.domain.rounds import RoundTemplate
from bot.services.admin.deciding import STANDS, decide, decisions_here, signed_last_as, stands, take_back
from bot.services.admin.texts import Text, decided, texts_of
from bot.services.cards.admin import review as cards
from bot.services.cards.admin.whole import course_parts, pages, round_parts
from bot.services.cards.days import day_in_full
from bot.services.cards.safety import SafetyText
from bot.services.desk import Turn
from bot.services.organisations.standing import standing_of
from bot.surface.outcome import Open, Outcome, Refuse, Replace, answer
from bot.surface.text import kept, shown


def show(turn: Turn) -> Outcome:
    """Show the desk: how many texts stand where."""
    decisions = decisions_here(turn)
    counts = Counter(stands(decided(text, decisions)) for text in texts_of(turn.desk))
    told = {name.capitalize(): counts[name] for name in STANDS.values()}
    return answer(cards.desk(turn.mint, told, for_admin=Role.ADMIN in standing_of(turn).roles))


def next_one(turn: Turn) -> Outcome:
    """Show the next undecided text: after the one that a control came from, and round again."""
    decisions, texts = decisions_here(turn), texts_of(turn.desk)
    after = next((n for n, text in enumerate(texts, start=1) if text.ref == turn.ref.subject), 0)
    waiting = (text for text in (*texts[after:], *texts[:after]) if decided(text, decisions) is None)
    found = next(waiting, None)
    return answer(cards.text(turn.mint, _shown(found, decisions)) if found else cards.none_left(turn.mint))


def topics(turn: Turn) -> Outcome:
    """Show by what the texts may be chosen."""
    there = {text.topic for text in texts_of(turn.desk)}
    return answer(cards.topics(turn.mint, [topic for topic in cards.ORDER if topic in there]))


def topic(turn: Turn) -> Outcome:
    """Show the texts of a topic."""
    decisions = decisions_here(turn)
    there = [_shown(text, decisions) for text in texts_of(turn.desk) if text.topic == turn.choice]
    return answer(cards.texts(turn.mint, turn.choice, there)) if there else topics(turn)


def text(turn: Turn) -> Outcome:
    """Show the text that was chosen, or that a control names, from its first page or a later one."""
    found = _found(turn, _id(turn.choice) or turn.ref.subject)
    if found is None:
        return answer(cards.changed())
    one = _shown(found, decisions_here(turn))
    page = int(turn.ref.arg) if turn.ref.arg.isdecimal() else 1
    return answer(cards.text(turn.mint, one, min(max(page, 1), len(one.pages) or 1)))


def ask_sign(turn: Turn) -> Outcome:
    """Open the form to sign a text as it stands."""
    return _ask(turn, Verdict.ACCEPTED)


def ask_edit(turn: Turn) -> Outcome:
    """Open the form to sign a prompt in other words."""
    return _ask(turn, Verdict.EDITED)


def ask_retire(turn: Turn) -> Outcome:
    """Open the form to retire a prompt."""
    return _ask(turn, Verdict.RETIRED)


def save(turn: Turn) -> Outcome:
    """Take a form of these."""
    found, verdict = _found(turn, turn.subject), _verdict(turn.ref.arg)
    if found is None or verdict is None or not _may(found, verdict):
        return Outcome(first=Refuse(errors={cards.ROLE: cards.CHANGED}))
    role, words = _line(turn, cards.ROLE), _line(turn, cards.WORDS) if verdict is Verdict.EDITED else ""
    errors = {}
    if not role or len(role) > ROLE_MAX:
        errors[cards.ROLE] = cards.NEEDS_ROLE
    flaw = flaw_of(words) if verdict is Verdict.EDITED else None
    amiss = turn.desk.catalogue.amiss(words) if verdict is Verdict.EDITED else None
    if flaw is not None:
        errors[cards.WORDS] = cards.FLAWS[flaw]
    elif amiss is not None:
        errors[cards.WORDS] = amiss
    if errors:
        return Outcome(first=Refuse(errors=errors))
    decision = decide(turn, found, verdict, role, words)
    shown_here = _shown(found, {found.id: decision})
    return answer(cards.done(turn.mint, shown_here, decision.verdict, role, day_in_full(decision.on)))


def undo(turn: Turn) -> Outcome:
    """Let a text be undecided again. A second press finds it so, and that is what was asked."""
    found = _found(turn, turn.subject)
    if found is None:
        return Outcome(first=Replace(card=cards.changed()))
    take_back(turn, found)
    return Outcome(first=Replace(card=cards.taken_back(turn.mint, _shown(found, {}))))


def as_read(found: Text) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Return what heads a text, and what it says by pages; a prompt is shown as it is asked."""
    match found.of:
        case Prompt():
            return cards.label(found.topic), ()
        case Flow() as flow:
            return flow.title, (("\n".join(cards.outline_of(flow)),),)
        case CourseTemplate() as course:
            return course.course.title, pages(course_parts(course))
        case RoundTemplate() as kept:
            return kept.title, pages(round_parts(kept))
        case Reading() | SafetyText() as said:
            return said.title, (("\n".join(said.lines),),)
        case _:
            assert_never(found.of)


def _ask(turn: Turn, verdict: Verdict) -> Outcome:
    found, decisions = _found(turn, turn.subject), decisions_here(turn)
    if found is None or not _may(found, verdict):
        return answer(cards.changed())
    ref = turn.mint("review.save", found.ref, verdict)
    role = signed_last_as(turn, decisions)
    return Outcome(first=Open(form=cards.form(ref, _shown(found, decisions), verdict, role)))


def _may(found: Text, verdict: Verdict) -> bool:
    return found.is_prompt or verdict is Verdict.ACCEPTED


def _found(turn: Turn, ref: UUID | None) -> Text | None:
    return next((text for text in texts_of(turn.desk) if text.ref == ref), None)


def _shown(found: Text, decisions: Mapping[str, Decision]) -> cards.Shown:
    of = found.of
    decision = decided(found, decisions)
    title, held = as_read(found)
    return cards.Shown(
        ref=found.ref,
        id=found.id,
        of=of if isinstance(of, Prompt) else None,
        title=title,
        words=found.worded(Shelf(decisions=decisions)),
        pages=held,
        in_outline=isinstance(of, Flow),
        status=stands(decision),
        signed=f"{shown(decision.role)}, {day_in_full(decision.on)}" if decision else "",
    )


def _line(turn: Turn, name: str) -> str:
    """Return what was typed into a field, as one line that a screen may show."""
    return " ".join(shown(kept(turn.typed.get(name, ""))).split())


def _verdict(name: str) -> Verdict | None:
    return next((verdict for verdict in Verdict if verdict == name), None)


def _id(text: str) -> UUID | None:
    try:
        return UUID(hex=text)
    except ValueError:
        return None
