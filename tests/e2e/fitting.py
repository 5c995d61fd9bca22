"""Whatever a story shows, the platforms could show: every card and form of every story here is tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from math import inf

import pytest

from adapters.discord.drawing import forms as discord_forms
from adapters.discord.drawing import render as discord
from adapters.sim import app
from adapters.sim.forms import DrawnForm, draw_form
from adapters.sim.render import Output, draw_card
from adapters.slack.drawing import forms as slack_forms
from adapters.slack.drawing import render as slack
from bot.surface.card import Card, Reach
from bot.surface.form import Form
from tests.json_types import Json
from tests.sim.discord.interactions import COMMAND, MODAL
from tests.sim.discord.lint import lint_callback, lint_post
from tests.sim.discord.reading import marked_up
from tests.sim.drawn import parts_of
from tests.sim.slack.lint import lint_home, lint_message, lint_view
from tests.sim.slack.reading import texts_in

_taken: set[tuple[str, ...]] = set()
"""What was taken before, by its words: stories show much that other stories showed."""

_tried: Counter[tuple[str, str]] = Counter()

_fits: set[int] = set()
"""Which cards were not refused: by hash, since what was shown to somebody shall not live on."""

A_FEW = 5
"""So many faces of one card, where it is seen, are tried in the short part."""


def on_slack(card: Card, seen_by: str) -> list[str]:
    """Return what Slack would refuse of a card where it is seen.

    Raises:
        SurfaceError: it does not fit there.
    """
    if seen_by == "home":
        return _unless_taken(lint_home, slack.home_of(card), "home")
    if seen_by == "direct" or card.reach is not Reach.SEALED:
        return _unless_taken(lint_message, slack.message_of(card), "message")
    return _unless_taken(lint_view, slack.modal_of([card]), "modal")


def on_discord(card: Card) -> list[str]:
    """Return what Discord would refuse of a card: for one pair of eyes, and posted where it may be.

    Raises:
        SurfaceError: it does not fit.
    """
    bodies = discord.layouts_of([card])
    bodies += [] if card.reach is Reach.SEALED else [discord.post_of(card)]
    return [problem for body in bodies for problem in _unless_taken(_discord_message, body, "discord")]


def forms(form: Form) -> list[str]:
    """Return what either would refuse of a form.

    Raises:
        SurfaceError: it does not fit there.
    """
    return [
        *_unless_taken(lint_view, slack_forms.form_of(form), "modal"),
        *_unless_taken(_discord_form, discord_forms.form_of(form), "discord form"),
    ]


@contextmanager
def platforms_beside(monkeypatch: pytest.MonkeyPatch, *, of_each: float = inf) -> Iterator[list[str]]:
    """Try on each platform, too, whatever the simulated world draws; what one refuses is gathered.

    In one process `of_each` faces of each card are tried where it is seen, not the later ones.
    """
    found: list[str] = []

    def card_too(card: Card, base: Output) -> Output:
        seen = hash((card, base.seen_by))
        kind = (card.text_id, base.seen_by)
        if seen not in _fits and _tried[kind] < of_each:
            _tried[kind] += 1
            refused = [*on_slack(card, base.seen_by), *on_discord(card)]
            found.extend(f"{card.text_id}: {problem}" for problem in refused)
            _fits.update([seen] if not refused else [])
        return draw_card(card, base)

    def form_too(form: Form) -> DrawnForm:
        found.extend(f"{form.text_id}: {problem}" for problem in forms(form))
        return draw_form(form)

    with monkeypatch.context() as patch:
        patch.setattr(app, "draw_card", card_too)
        patch.setattr(app, "draw_form", form_too)
        yield found


def _discord_message(body: Json) -> list[str]:
    return [f"{problem.at}: {problem.message}" for problem in lint_post(body)]


def _discord_form(modal: Json) -> list[str]:
    return [
        f"{problem.at}: {problem.message}"
        for problem in lint_callback({"type": MODAL, "data": modal}, COMMAND)
    ]


def _unless_taken(lint: Callable[[Json], Iterable[str]], drawn: Json, kind: str) -> list[str]:
    """Return what is refused; what has the same words as something that was taken is not looked at again."""
    labels = [str(part["label"]) for part in parts_of(drawn) if "label" in part]
    face = (kind, *texts_in(drawn), *marked_up(drawn), *labels)
    if face in _taken:
        return []
    found = list(lint(drawn))
    if not found:
        _taken.add(face)
    return found
