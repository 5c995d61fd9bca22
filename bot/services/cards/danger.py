"""When words can mean danger: who to reach, above any question, for the writer alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.prompts import Option
from bot.domain.regions import LineKind, Region
from bot.services.cards.help import line_text, nearest
from bot.services.cards.plain import plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Block, Buttons, Card, Choose, Reach, aside, say

ABOUT: Mapping[str, str] = {
    "me": "me",
    "supported": "someone I support",
    "other": "someone else (colleague, family)",
    "harm": "I might hurt someone, or have",
    "none": "none of these",
}
"""What a text may be about, by the name of the option."""
SETTLES_THE_DAY = frozenset({"other", "none"})

URGENT = frozenset({"danger.high", "danger.being_hurt", "danger.harm"})
"""The cards below which nothing else is offered."""

_ALONE = "I cannot call anyone and nobody here has been told. You need not say your name or your job."
_STEP_AWAY = "Step away if you can and get someone with you now. Emergency: {emergency}."
_CARE_FIRST = (
    "If someone has been hurt, they need care first. Your duty to report is not met by writing here."
)
_SUPPORTED = (
    "Please use your service's safety procedure and reach a person now: supervisor, on-call, emergency. "
    "Writing here informs no one and meets no duty to report."
)


def high(mint: Mint, region: Region, on_call: str, staff: Sequence[str] = ()) -> Card:
    """Return the line, at once and without a question."""
    return _card("danger.high", (*_lines(region), *nearest(on_call, staff), say(_ALONE), _tap(mint)))


def being_hurt(mint: Mint, region: Region, on_call: str, staff: Sequence[str] = ()) -> Card:
    """Return the line for who is hurt or unsafe; the first thing to know is who else reads this."""
    lines = _lines(region, LineKind.ABUSE)
    safe = say("Is this device safe to read on?")
    return _card("danger.being_hurt", (*lines, *nearest(on_call, staff), safe, aside(_ALONE), _tap(mint)))


def harm(mint: Mint, region: Region) -> Card:
    """Return what comes first where somebody may be hurt by the writer, or was."""
    return _card("danger.harm", (*_harm(region), _tap(mint)))


def low(mint: Mint) -> Card:
    """Return one quiet line, and no question."""
    return _card("danger.low", (say("Rough going. Your people and the lines are one tap away."), _tap(mint)))


def unclear(mint: Mint, region: Region, on_call: str, staff: Sequence[str] = ()) -> Card:
    """Return the line and, below it, one question: nobody has to sort herself before she sees a number."""
    ask = Choose(
        ref=mint("danger.about"),
        name="danger.about",
        ask="Is this about:",
        options=tuple(Option(name=name, label=label) for name, label in ABOUT.items()),
        at_most=len(ABOUT),
    )
    return _card("danger.unclear", (*_lines(region), *nearest(on_call, staff), ask, _tap(mint)))


def said(mint: Mint, ticked: Sequence[str], region: Region, on_call: str, staff: Sequence[str] = ()) -> Card:
    """Return what follows from each tick, on one card."""
    blocks: list[Block] = []
    for name in ticked:
        match name:
            case "me":
                blocks += [*_lines(region), *nearest(on_call, staff), say(_ALONE)]
            case "supported":
                blocks.append(say(_SUPPORTED))
            case "harm":
                blocks += _harm(region)
            case "other":
                blocks.append(say("The lines above are for them too, and for you."))
            case _ if len(ticked) == 1:
                blocks.append(say("Fine."))
            case _:
                pass  # ticked beside something else, which has its answer
    return _card("danger.said", (*blocks, _tap(mint)))


def fine() -> Card:
    """Return the answer where nothing was ticked."""
    return plain("danger.fine", "Fine.")


def _harm(region: Region) -> list[Block]:
    return [say(_STEP_AWAY.format(emergency=region.emergency)), say(_CARE_FIRST)]


def _lines(region: Region, kind: LineKind = LineKind.GENERAL) -> list[Block]:
    """Return the emergency number and the lines of a kind; where the region has none, the general ones."""
    lines = region.of_kind(kind) or region.of_kind(LineKind.GENERAL)
    emergency = say(f"In danger now: {region.emergency}")
    return [emergency, *(say(line_text(line)) for line in lines)]


def _tap(mint: Mint) -> Buttons:
    people = press(mint, "people.show", "Someone on my list")
    return row(people, help_button(mint))


def _card(text_id: str, blocks: tuple[Block, ...]) -> Card:
    return Card(text_id=text_id, blocks=blocks, summary="For you.", reach=Reach.SEALED)
