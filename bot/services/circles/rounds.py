"""A round as time passes: it opens, sharing ends, somebody looks, what has no name comes, and it is over."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.circles import Post, PostKind, Round, ShareState, Stage
from bot.domain.organisations import NO_RULES, Rules
from bot.domain.round_hours import Hours
from bot.domain.round_plan import RoundPlan, Step, laid_out
from bot.domain.rounds import RoundTemplate
from bot.domain.zones import zone_of
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.cards.circles import rounds as cards
from bot.services.circles import arriving
from bot.services.desk import Desk
from bot.services.gatherings import members, pages, posts, standing, upcoming
from bot.services.gatherings.current import keep_round, round_of
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import setup_of
from bot.services.letters.team import is_off
from bot.services.organisations.rules import opened
from bot.services.shares import aliases, look, release

PART = "rounds"
"""The part of a page that counts its rounds, and knows why the last one did not open, if it was told."""
FORGOTTEN = "forgotten/"
"""Before the number of a round: after all steps, what was said in it is not known here any more."""
FORGOTTEN_AFTER = timedelta(days=7)
"""How long after its end somebody may still ask to hide what was shared, or take it back."""
LOOKED_AT_AGAIN = timedelta(days=1)
"""A page that does not open is tried again so much later."""

_OF_A_ROUND = (PostKind.OPENING, PostKind.SHARE, PostKind.ANSWER, PostKind.CLOSING)
_log = logging.getLogger(__name__)


def fall_due(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Do what is due of a circle's round, and let the next of it come."""
    try:
        page = pages.get(desk, unit, row.ref)
        if page is None or row.due_at is None:
            unit.agenda.remove(row.id)
        elif row.slot == Step.OPENS:
            _open(desk, unit, page, row, now)
        elif row.slot and row.slot.startswith(FORGOTTEN):
            _forget(desk, unit, page, int(row.slot.removeprefix(FORGOTTEN)))
            unit.agenda.remove(row.id)
        else:
            _step(desk, unit, page, row, now)
    except KeyProblem as problem:
        _log.warning("the page of a circle does not open: %s", type(problem).__name__)
        unit.agenda.put(replace(row, due_at=now + LOOKED_AT_AGAIN))


def _open(desk: Desk, unit: Unit, page: Page, row: AgendaRow, now: datetime) -> None:
    """Open a round, unless nothing is to open now; whatever becomes of it, the next one is planned."""
    opens = row.due_at or now
    page = upcoming.plan(desk, unit, page, max(opens, now))
    rules, setup = _rules(desk, unit, page), setup_of(page)
    is_held = rules.is_hushed(now) or (row.slot_on is not None and is_off(desk, rules, row.slot_on))
    if is_held or setup.is_paused or not standing.has_keeper(desk, unit, page):
        return
    template = desk.catalogue.round(setup.template)
    if template is None:
        _tell_keeper(desk, unit, page, "texts", cards.no_texts())
        return
    hours = Hours(days=setup.days, start=setup.start, end=setup.end)
    plan = laid_out(template, opens, hours, zone_of(setup.zone))
    if now >= plan.sharing_ends:  # after a long sleep; the next one comes
        return
    if len(unit.gatherings.members(page.id)) < template.fewest:
        _tell_keeper(desk, unit, page, "few", cards.too_few(template.fewest))
        return
    current = round_of(page)
    if current is not None:
        page = _end(desk, unit, page, current, now)
    _begin(desk, unit, page, template, plan)


def _begin(desk: Desk, unit: Unit, page: Page, template: RoundTemplate, plan: RoundPlan) -> None:
    number = page.part(PART).get("last", 0) + 1
    opening = posts.new(desk, PostKind.OPENING, round=number, template=template.id)
    page = pages.keep(desk, unit, page, **{PART: {"last": number}})
    current = Round(
        number=number,
        opening=opening.id,
        template=template.id,
        version=template.version,
        stage=Stage.SHARING,
        opened=plan.opens,
        sharing_ends=plan.sharing_ends,
        ends=plan.ends,
        present=frozenset(member.id for member in unit.gatherings.members(page.id)),
        steps=tuple(each for each in plan.steps if each[0] is not Step.OPENS),
    )
    page = keep_round(desk, unit, page, current)
    page = aliases.begin(desk, unit, page, current)
    _say(desk, unit, page, opening)
    _await(unit, page, current)


def _step(desk: Desk, unit: Unit, page: Page, row: AgendaRow, now: datetime) -> None:
    """Take the next step of the round that is open. While nothing is to come, it waits."""
    current = round_of(page)
    if current is None or current.opening != row.id or not current.steps:
        unit.agenda.remove(row.id)
        return
    rules = _rules(desk, unit, page)
    if rules.hushed_until is not None and rules.is_hushed(now):
        unit.agenda.put(replace(row, due_at=rules.hushed_until))
        return
    (step, _), *rest = current.steps
    current = replace(current, steps=tuple(rest))
    page = keep_round(desk, unit, page, current)
    match step:
        case Step.CLOSE:
            _close(desk, unit, page, current, rules)
        case Step.LOOK:
            look.unanswered(desk, unit, page, current)
        case Step.RELEASE:
            release.batch(desk, unit, page, now)
        case Step.ENDS:
            _end(desk, unit, page, current, now)
            return
        case Step.OPENS:
            pass
        case _:
            assert_never(step)
    _await(unit, page, current)


def _close(desk: Desk, unit: Unit, page: Page, current: Round, rules: Rules) -> None:
    """Let sharing be over, and say how people arrived."""
    page = keep_round(desk, unit, page, replace(current, stage=Stage.ANSWERING))
    template = desk.catalogue.round(current.template)
    if template is not None and _is_there(desk, unit, page, current):
        page, text = arriving.told_once(desk, unit, page, template, rules.min_group)
        _say(desk, unit, page, _closing(desk, current, "circle.arrived", text))
    _show_opening(desk, unit, page, current)


def _end(desk: Desk, unit: Unit, page: Page, current: Round, now: datetime) -> Page:
    """Let a round be over: nothing of who did what in it is known after this."""
    page = look.unanswered(desk, unit, page, current)  # what came without a name after the first look
    release.drop(desk, unit, page, current)
    page = _anew(desk, unit, page)
    page = keep_round(desk, unit, page, None)
    unit.agenda.remove(current.opening)
    template = desk.catalogue.round(current.template)
    if template is not None and _is_there(desk, unit, page, current):
        _say(desk, unit, page, _closing(desk, current, "circle.closing", template.closing))
    _show_opening(desk, unit, page, current)
    forgets = AgendaRow(
        id=desk.chance.new_id(),
        kind=AgendaKind.ROUND,
        due_at=now + FORGOTTEN_AFTER,
        ref=page.id,
        slot=f"{FORGOTTEN}{current.number}",
    )
    unit.agenda.put(forgets)
    return page


def _forget(desk: Desk, unit: Unit, page: Page, last: int) -> None:
    """Forget what was said in a round, and in those before; what stands in the channel stays there.

    What is hidden is known until somebody has looked at it and a later round is forgotten.
    """
    for post in _readable(desk, unit, page, *_OF_A_ROUND):
        number = post.details.get("round")
        is_hidden = post.details.get("state") == ShareState.HIDDEN
        if isinstance(number, int) and number <= last and not is_hidden:
            posts.remove(unit, post.id)


def _await(unit: Unit, page: Page, current: Round) -> None:
    """Let the next step of a round come; its row goes by the opening."""
    step, at = current.steps[0]
    unit.agenda.put(
        AgendaRow(id=current.opening, kind=AgendaKind.ROUND, due_at=at, ref=page.id, slot=step.value)
    )


def _closing(desk: Desk, current: Round, text_id: str, text: str) -> Post:
    return posts.new(desk, PostKind.CLOSING, round=current.number, text_id=text_id, text=text)


def _say(desk: Desk, unit: Unit, page: Page, post: Post) -> None:
    posts.say(desk, unit, page, post, desk.clock.now())


def _show_opening(desk: Desk, unit: Unit, page: Page, current: Round) -> None:
    """Let the opening in the channel be as the round is now."""
    opening = posts.get(desk, unit, current.opening)
    if opening is not None and opening.message:
        _say(desk, unit, page, opening)


def _is_there(desk: Desk, unit: Unit, page: Page, current: Round) -> bool:
    """Whether the opening stands in the channel: else nothing follows on it.

    Where a platform cannot tell, it does if somebody used it.
    """
    opening = posts.get(desk, unit, current.opening)
    if (opening is not None and opening.message) or current.arrivals:
        return True
    said = _readable(desk, unit, page, PostKind.SHARE, PostKind.CLOSING)
    return any(post.details.get("round") == current.number for post in said)


def _readable(desk: Desk, unit: Unit, page: Page, *kinds: PostKind) -> Iterator[Post]:
    """Yield what was said, of some kinds; one damaged row holds no round up."""
    for row in unit.gatherings.posts(page.id):
        with suppress(KeyProblem):
            post = posts.read(desk, row)
            if post.kind in kinds:
                yield post


def _tell_keeper(desk: Desk, unit: Unit, page: Page, why: str, text: str) -> None:
    """Tell who looks after a circle why no round opened; the same is not told twice in a row."""
    held = page.part(PART)
    keeper = members.keeper(desk, unit, page)
    if keeper is None or held.get("why") == why:
        return
    page = pages.keep(desk, unit, page, **{PART: {"last": held.get("last", 0), "why": why}})
    _say(desk, unit, page, posts.new(desk, PostKind.NOTE, to=keeper.id, text=text))


def _rules(desk: Desk, unit: Unit, page: Page) -> Rules:
    row = unit.organisations.get(page.row.organisation)
    organisation = opened(desk, row) if row else None
    return organisation.rules if organisation else NO_RULES


def _anew(desk: Desk, unit: Unit, page: Page) -> Page:
    """Return a page as others may have written it meanwhile."""
    return pages.get(desk, unit, page.id) or page
