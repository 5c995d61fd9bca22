"""A round in its channel: the opening as it stands meanwhile, how people arrived, and the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.rounds import RoundTemplate, Wish
from bot.domain.suppression import Counts, NotShown
from bot.domain.zones import zone_of
from bot.services.cards.circles.sharing import Texts
from bot.services.cards.days import date_phrase
from bot.services.cards.plain import UNREAD, plain, row
from bot.services.desk import Mint
from bot.surface.card import Button, Card, Choose, Reach, aside, say


def words_of(template: RoundTemplate) -> Texts:
    """Return the words of a round that stand around what is shared in it."""
    return Texts(
        share=template.share,
        wishes={Wish(option.name): option.label for option in template.wishes},
        heard=template.heard,
        known=template.known,
        answer=template.answer,
        starters=template.starters,
    )


def until(at: datetime, now: datetime, zone: str) -> str:
    """Return "16:00 (Europe/Berlin)", with the day before it where that is another."""
    there = zone_of(zone)
    local, today = at.astimezone(there), now.astimezone(there).date()
    day = "" if local.date() == today else f"{date_phrase(local.date(), today)}, "
    return f"{day}{local:%H:%M} ({zone})"


def opening(
    mint: Mint,
    post: UUID,
    template: RoundTemplate,
    ends: str,
    ways: Sequence[Button],
    *,
    unread: bool = False,
) -> Card:
    """Return what stands in the channel while people arrive and share; `unread`: nobody there signed it."""
    arrive, title = template.arrive, f"{template.title}, until {ends}"
    return Card(
        text_id="circle.opening",
        title=title,
        blocks=(
            say("\n".join(template.rules)),
            Choose(
                ref=mint("circle.arrive", post), name="circle.arrive", ask=arrive.ask, options=arrive.options
            ),
            say(template.share),
            *((aside(UNREAD),) if unread else ()),
            *((row(*ways),) if ways else ()),
        ),
        summary=f"{title}.",
        reach=Reach.OPEN,
    )


def answering(template: RoundTemplate, ends: str, ways: Sequence[Button]) -> Card:
    """Return what stands there once sharing is over."""
    said = f"Sharing is over. Answers are welcome until {ends}."
    return Card(
        text_id="circle.answering",
        title=template.title,
        blocks=(say(said), *((row(*ways),) if ways else ())),
        summary=f"{template.title}: sharing is over.",
        reach=Reach.OPEN,
    )


def over(title: str) -> Card:
    """Return what stands there once the round is over."""
    said = "This round is over."
    return Card(text_id="circle.round_over", title=title, blocks=(say(said),), summary=said, reach=Reach.OPEN)


def closing(text_id: str, text: str) -> Card:
    """Return how people arrived, or the last line of a round."""
    return Card(text_id=text_id, blocks=(say(text),), summary=text, reach=Reach.OPEN)


def arrived(template: RoundTemplate, figure: Counts | NotShown) -> str:
    """Say how people arrived, roughly; or the plain line that is true of any number."""
    if isinstance(figure, NotShown):
        return template.arrive.few
    labels: Mapping[str, str] = {option.name: option.label for option in template.arrive.options}
    leading = [labels[name] for name in figure.leading]
    how = f"mostly {' or '.join(leading)}" if leading else "a bit of everything"
    return f"{template.arrive.told} ({figure.band}+): {how}."


def noted(ends: str, *, is_counted: bool) -> Card:
    """Return the answer to a way to arrive: never which."""
    more = "" if is_counted else " You joined after it opened, so it stands in no figure this time."
    return plain("circle.noted", f"Noted. Until {ends} another tap changes it.{more}")


def arriving_over() -> Card:
    """Return what is said to a tap that comes after sharing ended."""
    return plain("circle.arriving_over", "This part is over, so nothing was noted.")


def round_over() -> Card:
    """Return what is said to a press on the opening of a round that is over."""
    return plain("circle.was_over", "This round is over. What was said stays in the channel.")


def too_few(fewest: int) -> str:
    """Return what who looks after a circle reads when no round opened."""
    return (
        f"This time your circle's round did not open: it takes {fewest} people or more. "
        "The invitation still stands in the channel. Next time it is tried again."
    )


def no_texts() -> str:
    """Return what who looks after a circle reads when its round is not in the library any more."""
    return (
        "This time your circle's round did not open: its texts are not here any more. "
        "You can choose another round with `circle` in the channel."
    )
