"""The check-in card: two marks, one prompt, and a way to leave it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bot.domain.checkins import Run
from bot.domain.marks import FIXED, MarkKind
from bot.domain.prompts import Modality, Option, Prompt, Sensitivity
from bot.services.cards.plain import UNREAD, plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Choose, Reach, Scale, aside, say

OWN_WORDS = "own_words"
"""The option that opens a form instead of being stored."""

_SUMMARY = "Your check-in is here."
_NOTED = "Noted."
_REWORDED = "In your organisation's words."
_REMINDER = "No names or details of people you support, please."
_TENDER = "This one can touch something tender. \u201cNot today\u201d is a full answer."
_FIRST_NOTED = "Noted. That was a whole check-in."


def checkin(
    mint: Mint,
    run: Run,
    prompt: Prompt | None,
    kinds: Sequence[MarkKind] = FIXED,
    *,
    earlier: str = "",
    unread: bool = False,
    reminds: bool = False,
    noted: bool = False,
    is_first: bool = False,
) -> Card:
    """Return a run's card. After a tap it says "Noted", never which: it may be a posted message.

    `earlier` is the question that this one goes on from. `unread`: it says that no practitioner has read it.
    `reminds`: it says once more what stays out. `is_first`: it is the very first, which is its marks alone.
    """
    blocks: list[Block] = [_mark(mint, run, kind) for kind in kinds]
    if is_first:
        blocks += [say(_FIRST_NOTED)] if noted else []
        return _card("checkin.first", blocks)
    if prompt is not None:
        blocks += _heads_up(prompt, unread=unread)
        if earlier:
            blocks.append(aside(f"Earlier I asked: {earlier}"))
        blocks += question(mint("checkin.prompt", run.id), "checkin.prompt", prompt)
    if reminds:
        blocks.append(aside(_REMINDER))
    if noted:
        blocks.append(aside(_NOTED))
    blocks.append(row(*_buttons(mint, run)))
    return _card("checkin", blocks)


def _card(text_id: str, blocks: Sequence[Block]) -> Card:
    return Card(text_id=text_id, blocks=tuple(blocks), summary=_SUMMARY, reach=Reach.PERSONAL)


def passed() -> Card:
    """Return the answer to "Not today". Nothing else, and no second ask."""
    return plain("checkin.passed", "Fine.")


def snoozed(at: str) -> Card:
    """Return the answer to `later`."""
    return plain("checkin.snoozed", f"Later, then: {at}.")


def stays() -> Card:
    """Return the answer to `later` where that falls into quiet hours."""
    return plain("checkin.stays", "That falls into your quiet hours. This one stays here until the next.")


def nothing_open() -> Card:
    """Return the answer to `later` where no question is open."""
    return plain("checkin.none_open", "No question is open. `checkin` asks one now.")


def which_hour() -> Card:
    """Return the answer to `later` with an hour that cannot be read, or that is past."""
    return plain("checkin.which_hour", "Later today, like `later 16:30`, or `later` alone for two hours.")


def earlier(mint: Mint) -> Card:
    """Return the answer to a control of a check-in that has lapsed, with the way to the present one."""
    return Card(
        text_id="checkin.earlier",
        blocks=(
            say("That button belongs to an earlier question."),
            row(press(mint, "checkin.open", "Where I am now")),
        ),
        summary="That button belongs to an earlier question.",
        reach=Reach.PERSONAL,
    )


def no_prompt() -> Card:
    """Return what is said where the library has nothing that may be asked."""
    return plain("checkin.none", "There is no question to ask today. `write` is here any time.")


def question(ref: str, name: str, prompt: Prompt) -> list[Block]:
    """Return a prompt as blocks, with what answers it where a tap does, and whose words it is in."""
    whose = [aside(_REWORDED)] if prompt.is_reworded else []
    return [*_asked(ref, name, prompt), *whose]


def _asked(ref: str, name: str, prompt: Prompt) -> list[Block]:
    match prompt.modality:
        case Modality.TEXT:
            return [say(prompt.text)]
        case Modality.CHOICE | Modality.MULTI:
            own = (Option(name=OWN_WORDS, label="my own word"),) if prompt.own_words else ()
            options = (*prompt.options, *own)
            at_most = len(options) if prompt.modality is Modality.MULTI else 1
            return [Choose(ref=ref, name=name, ask=prompt.text, options=options, at_most=at_most)]
        case Modality.MARK:
            words = tuple(option.label for option in prompt.options)
            return [Scale(ref=ref, name=name, ask=prompt.text, low=1, high=len(words), words=words)]
        case Modality.SCALE:
            ends = (prompt.low_label or "", prompt.high_label or "")
            return [Scale(ref=ref, name=name, ask=prompt.text, low=0, high=10, words=ends)]
        case Modality.FLOW:
            return [say(prompt.text)]
        case _:
            assert_never(prompt.modality)


def _heads_up(prompt: Prompt, *, unread: bool) -> list[Block]:
    """Return what stands before a tender question, and before one that nobody here has read."""
    lines = [_TENDER] if prompt.sensitivity >= Sensitivity.TENDER else []
    return [aside(line) for line in (*lines, *([UNREAD] if unread else []))]


def _mark(mint: Mint, run: Run, kind: MarkKind) -> Scale:
    return Scale(
        ref=mint("checkin.mark", run.id, kind.name),
        name=f"checkin.{kind.name}",
        ask=kind.ask,
        low=1,
        high=len(kind.words),
        words=kind.words,
    )


def _buttons(mint: Mint, run: Run) -> tuple[Button, ...]:
    return (
        press(mint, "checkin.write", "Write", run.id),
        press(mint, "checkin.skip", "Not today", run.id),
        help_button(mint),
    )
