"""Whatever a story shows, Slack could show: every card and form of every story in this process is tried."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from adapters.sim import app
from adapters.sim.forms import DrawnForm, draw_form
from adapters.sim.render import Output, draw_card
from adapters.slack.forms import form_of
from adapters.slack.render import home_of, message_of, modal_of
from adapters.slack.text import Payload
from bot.surface.card import Card, Reach
from bot.surface.form import Form
from tests.sim.slack.lint import lint_home, lint_message, lint_view
from tests.sim.slack.reading import texts_in

_taken: set[tuple[str, ...]] = set()
"""What Slack took before, by its words: stories show much that other stories showed."""


def draw(card: Card, seen_by: str) -> Payload:
    """Return a card as Slack shows it where it is seen.

    Raises:
        SurfaceError: it does not fit there.
    """
    if seen_by == "home":
        return home_of(card)
    if seen_by == "direct" or card.reach is not Reach.SEALED:
        return message_of(card)
    return modal_of([card])


def problems(drawn: Payload) -> list[str]:
    """Return what Slack would refuse."""
    kind = drawn.get("type", "message")
    face = (kind, *texts_in(drawn))
    if face in _taken:
        return []
    found = {"message": lint_message, "modal": lint_view, "home": lint_home}[kind](drawn)
    if not found:
        _taken.add(face)
    return found


@contextmanager
def slack_beside(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Try on Slack, too, whatever the simulated world draws; what it refuses is gathered."""
    found: list[str] = []

    def card_too(card: Card, base: Output) -> Output:
        found.extend(f"{card.text_id}: {problem}" for problem in problems(draw(card, base.seen_by)))
        return draw_card(card, base)

    def form_too(form: Form) -> DrawnForm:
        found.extend(f"{form.text_id}: {problem}" for problem in problems(form_of(form)))
        return draw_form(form)

    with monkeypatch.context() as patch:
        patch.setattr(app, "draw_card", card_too)
        patch.setattr(app, "draw_form", form_too)
        yield found
