"""Sharing without a name: what is said beforehand, the form, and what its writer alone reads of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.circles import UNNAMED_LEAST, Share, ShareState
from bot.services.cards.circles.sharing import Texts, fields, own_row
from bot.services.cards.holding import HoldControls
from bot.services.cards.plain import plain, press, row
from bot.services.cards.sharing import SUMMARY, ChoiceControls
from bot.services.desk import Mint
from bot.surface.card import ASK_MAX, Block, Button, Card, Reach, aside, own_words, say, shared_words
from bot.surface.form import Form

CHOICE = ChoiceControls(
    masked="unnamed.masked",
    edit="unnamed.change",
    as_it_is="unnamed.as_it_is",
    drop="unnamed.back",
    about="unnamed.about",
)
HELD = HoldControls(
    facilitator_named="unnamed.to_keeper_named",
    facilitator_unnamed="unnamed.to_keeper",
    by_name="unnamed.by_name",
    edit="unnamed.change",
    withdraw="unnamed.back",
    about="unnamed.held_about",
)

OFF = "In this circle shares come with a name. Nothing was posted."
TOO_FEW = (
    f"Without a name takes {UNNAMED_LEAST} people in the circle or more: with fewer it is too easy to guess "
    "who wrote it. Nothing was posted. With your name it works."
)
RESTS = (
    "Whoever looks after this circle let the name that you go by this week rest. They do not know that it is "
    "yours. Nothing more comes without a name from you until next week; with your name it does."
)
NOT_HELD = "It does not wait any more: it came out, or was dropped. Your words are still here."
_WHO_COULD = (
    "What can still tell: your style, the time, a circle this small. And whoever runs this server could, "
    "with some work and the server's keys, until the round closes."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A share of who looks, and where it stands; and why it does not come out, if it waits.

    `is_off`: shares come with a name here by now. `is_small`: too few are in the circle. `rests`: its name
    was let rest for the week.
    """

    post: UUID
    share: Share = field(repr=False)
    is_off: bool = False
    is_small: bool = False
    rests: bool = False


def button(mint: Mint, opening: UUID) -> Button:
    """Return the press by which somebody shares without a name."""
    return press(mint, "unnamed.open", "Share without a name", opening)


def refused(reason: str) -> Card:
    """Return why nothing is taken without a name."""
    return plain("unnamed.refused", reason)


def before(mint: Mint, opening: UUID, comes: str) -> Card:
    """Return what somebody reads before they write; `comes` is when shares come out next."""
    when = _when(comes)
    return Card(
        text_id="unnamed.before",
        blocks=(
            say(
                "Your words stand under two plain words that change each week. Nobody in the circle sees "
                "whose they are, facilitators included, and nothing in here tells anybody."
            ),
            say(
                f"They wait and come out {when}, mixed with others'. If no other person writes one, yours is "
                "never shown and is dropped when the round closes."
            ),
            say(
                "Words that can mean danger are not posted without a name. You read then what else there is."
            ),
            aside(_WHO_COULD),
            row(press(mint, "unnamed.write", "Write it", opening)),
        ),
        summary="Sharing without a name.",
        reach=Reach.PERSONAL,
    )


def _when(comes: str) -> str:
    """Return when shares come out, after a verb: at an hour of today, or on another day."""
    if not comes:
        return "when the next ones do"
    return f"{'at' if comes[0].isdigit() else 'on'} {comes}"


def form(ref: str, texts: Texts, called: str, *, text: str = "", wish: str = "") -> Form:
    """Return the page on which something is shared without a name."""
    hint = f"It stands under “{called}”. No names or details of people we support."
    return Form(
        text_id="unnamed.form",
        ref=ref,
        name="unnamed",
        title="Share without a name",
        intro=texts.share[:ASK_MAX],
        fields=fields(texts, hint, text=text, wish=wish),
        submit="Hand it in",
    )


def enough(most: int) -> str:
    """Return what stands at the field when somebody has handed in so many already."""
    return f"You have {most} without a name in this round already. Your words are still here."


def waits(mint: Mint, post: UUID, called: str, comes: str) -> Card:
    """Return what is said to who handed something in."""
    when = _when(comes)
    text = (
        f"It waits as “{called}” and comes out {when} if another person writes one, too. If not, it is "
        "dropped when the round closes. [My shares] on the opening has it until then."
    )
    return Card(
        text_id="unnamed.waits",
        blocks=(
            say(text),
            row(
                press(mint, "share.keep", "Keep it in my journal", post),
                press(mint, "unnamed.change", "Change it", post),
                press(mint, "unnamed.back", "Withdraw", post),
            ),
        ),
        summary="It waits.",
        reach=Reach.PERSONAL,
    )


def dropped() -> Card:
    """Return the answer to who withdraws what never came out."""
    return plain("unnamed.dropped", "Fine, nothing was posted and nothing was kept.")


def taken_back() -> Card:
    """Return the answer to who takes back what stood in the channel."""
    return plain("unnamed.taken_back", "Taken back. It goes from the channel in a moment.")


def letter(mint: Mint, share: UUID) -> Card:
    """Return what tells who looks after a circle that something was sent to them alone."""
    return Card(
        text_id="aside.letter",
        blocks=(
            say("Somebody in your circle sends you something alone. It does not stand in the channel."),
            row(press(mint, "aside.read", "Read it", share)),
        ),
        summary="About your circle.",
        reach=Reach.PERSONAL,
    )


def mine(mint: Mint, opening: UUID, stands: Sequence[Stand], *, is_keeper: bool) -> Card:
    """Return what who looks shared in this round; for a keeper also the way to all without a name."""
    blocks: list[Block] = [block for each in stands for block in _stand(mint, each)]
    if not stands:
        blocks.append(say("You have shared nothing in this round. That is fine."))
    if is_keeper:
        blocks.append(row(press(mint, "aside.all", "All without a name", opening)))
    return Card(text_id="share.mine", blocks=tuple(blocks), summary=SUMMARY, reach=Reach.SEALED)


def _stand(mint: Mint, each: Stand) -> Sequence[Block]:
    share = each.share
    blocks: list[Block] = [own_words(share.text), aside(_where(each))]
    if not share.is_unnamed and share.state is not ShareState.ASIDE:
        stands = share.state in {ShareState.OUT, ShareState.HIDDEN}
        return (*blocks, own_row(mint, each.post)) if stands else blocks
    blocks += talk(share)
    presses = [
        press(mint, "share.keep", "Keep it in my journal", each.post),
        press(mint, "unnamed.back", "Withdraw", each.post),
    ]
    if share.state in {ShareState.WAITING, ShareState.PENDING}:
        presses.insert(0, press(mint, "unnamed.change", "Change it", each.post))
    if share.aside and share.is_unnamed:
        presses.append(press(mint, "aside.answer", "Answer, without my name", each.post))
        presses.append(press(mint, "aside.answer_named", "Answer, with my name", each.post))
    elif share.aside:
        presses.append(press(mint, "aside.answer_named", "Answer", each.post))
    return (*blocks, row(*presses))


def talk(share: Share) -> Sequence[Block]:
    """Return what a facilitator and a writer said to each other alone."""
    return [block for by, text in share.aside for block in (aside(f"{by}:"), shared_words(text))]


def _where(each: Stand) -> str:
    share = each.share
    name = f"Without a name, as “{share.called}”. " if share.is_unnamed else "With your name. "
    if each.is_off:
        return f"{name}It waits. Shares come with a name in this circle now, so nothing comes out."
    if each.rests:
        return f"{name}It rests: whoever looks after the circle let this name rest for the week."
    if each.is_small:
        return f"{name}It waits. The circle has fewer than {UNNAMED_LEAST} people now, so nothing comes out."
    return name + _STANDS[share.state]


_STANDS = {
    ShareState.WAITING: "Not handed in yet: the choice before it was not made.",
    ShareState.PENDING: "It waits, and comes out with others or not at all.",
    ShareState.ASIDE: "With whoever looks after the circle, and nobody else.",
    ShareState.OUT: "It stands in the channel.",
    ShareState.HIDDEN: "It is hidden until a facilitator has looked.",
    ShareState.GONE: "It is gone.",
}
