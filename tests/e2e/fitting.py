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
from bot.surface.card import Card, Reach
from bot.surface.form import Form
from tests.sim.slack.lint import lint_home, lint_message, lint_view


def problems_of_card(card: Card, seen_by: str) -> list[str]:
    """Return what Slack would refuse of a card where it is seen.

    Raises:
        SurfaceError: it does not fit there.
    """
    if seen_by == "home":
        return lint_home(home_of(card))
    if seen_by == "direct" or card.reach is not Reach.SEALED:
        return lint_message(message_of(card))
    return lint_view(modal_of([card]))


@contextmanager
def slack_beside(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Try on Slack, too, whatever the simulated world draws; what it refuses is gathered."""
    found: list[str] = []

    def card_too(card: Card, base: Output) -> Output:
        found.extend(f"{card.text_id}: {problem}" for problem in problems_of_card(card, base.seen_by))
        return draw_card(card, base)

    def form_too(form: Form) -> DrawnForm:
        found.extend(f"{form.text_id}: {problem}" for problem in lint_view(form_of(form)))
        return draw_form(form)

    with monkeypatch.context() as patch:
        patch.setattr(app, "draw_card", card_too)
        patch.setattr(app, "draw_form", form_too)
        yield found
