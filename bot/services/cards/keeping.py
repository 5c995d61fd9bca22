"""How long things are kept: the form that says so, what it changed, and the line before pages go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.prompts import Option
from bot.services.cards.days import date_phrase
from bot.services.cards.journal import days
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Button, Card, Reach, aside, say
from bot.surface.form import ChoiceField, Form

PAGES = "pages"
SCENES = "scenes"

CHOICES: dict[str, tuple[str, int | None]] = {
    "month": ("30 days", 30),
    "year": ("12 months", 365),
    "always": ("Until I delete it", None),
}
"""How long pages and marks may be kept, by the name of the option."""
TIMES: dict[str, tuple[str, int | None]] = {
    "none": ("As each person likes", None),
    "month": ("30 days", 30),
    "quarter": ("90 days", 90),
    "half": ("6 months", 182),
    "year": ("12 months", 365),
    "two": ("24 months", 730),
}
"""How long pages may stay at most, by the name of the option."""
SCENE_CHOICES: dict[str, int] = {"day": 1, "week": 7, "month": 30}

LIMITS_SHOWN = 2
"""What holds and what comes next, where organisations set more."""

BAD_CHOICE = "Please choose one of these."


def length(count: int | None) -> str:
    """Return a longest time in words."""
    return next((label.lower() for label, known in TIMES.values() if known == count), days(count or 0))


def form(ref: str, *, keep_days: int | None, scene_days: int, limits: Sequence[str]) -> Form:
    """Return the form with what holds now; `limits` say what organisations set."""
    return Form(
        text_id="keeping.form",
        ref=ref,
        name="keeping",
        title="How long I keep it",
        intro=" ".join(limits[:LIMITS_SHOWN]),
        fields=(
            ChoiceField(
                name=PAGES,
                label="Pages and marks",
                options=tuple(Option(name=name, label=label) for name, (label, _) in CHOICES.items()),
                value=next((name for name, (_, kept) in CHOICES.items() if kept == keep_days), ""),
            ),
            ChoiceField(
                name=SCENES,
                label="A scene goes after",
                options=tuple(Option(name=name, label=days(count)) for name, count in SCENE_CHOICES.items()),
                value=next((name for name, count in SCENE_CHOICES.items() if count == scene_days), ""),
            ),
        ),
    )


def changed(
    mint: Mint, keep_days: int | None, scene_days: int, *, is_shorter: bool, limits: Sequence[str]
) -> Card:
    """Return exactly what was chosen, and what organisations make of it, who allow less.

    A shorter time is said a week before anything goes by it.
    """
    kept = next(label for label, count in CHOICES.values() if count == keep_days)
    stays = "until you delete them" if keep_days is None else kept
    chosen = f"Pages and marks stay {stays}; a new scene goes after {days(scene_days)}."
    has_time = bool(limits) or keep_days is not None
    blocks = (
        say(chosen),
        *((say(" ".join(limits[:LIMITS_SHOWN])),) if limits else ()),
        *((aside("What is in your portfolio stays all the same."),) if has_time else ()),
    )
    if not is_shorter:
        return Card(
            text_id="keeping.changed", blocks=blocks, summary="How long I keep it.", reach=Reach.PERSONAL
        )
    return Card(
        text_id="keeping.shorter",
        blocks=(
            *blocks,
            say("What is older than that goes in a week. `export` takes it along first."),
            row(export_button(mint), _longer(mint), _keep_some(mint)),
        ),
        summary="How long I keep it.",
        reach=Reach.PERSONAL,
    )


def at_most(days_kept: int, since: date, today: date) -> str:
    """Return for how long an organisation keeps pages at most; from which day on, where that is ahead."""
    begins = f", from {date_phrase(since, today)} on" if since > today else ""
    return f"Your organisation keeps new pages {length(days_kept)} at most{begins}."


def ends(mint: Mint, *, is_own: bool) -> Card:
    """Return the one line, a week before the first pages go. Which ones is not said.

    Where it `is_own` choice of the person, they may keep all of them longer; what an organisation set, they
    cannot. Some of them stay where they are chosen for a portfolio, whoever set the time.
    """
    more = "; settings keeps them longer." if is_own else "."
    line = f"Some pages reach the end of their time next week. `export` takes them along{more}"
    return Card(
        text_id="keeping.ends",
        blocks=(
            say(line),
            row(export_button(mint), *((_longer(mint),) if is_own else ()), _keep_some(mint)),
        ),
        summary="Some pages reach the end of their time next week.",
        reach=Reach.PERSONAL,
    )


def export_button(mint: Mint) -> Button:
    """Return the press that takes everything along."""
    return press(mint, "command", "Export", arg="export")


def _longer(mint: Mint) -> Button:
    return press(mint, "settings.keeping", "Keep longer")


def _keep_some(mint: Mint) -> Button:
    return press(mint, "portfolio.going", "Keep some for my portfolio")
