"""Sharing in a round: the form, what stands in the channel, and what its writer alone is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from bot.domain.circles import SHARE_MAX, Share
from bot.domain.prompts import Option
from bot.domain.rounds import NOTHING_CHOSEN, Wish
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import ASK_MAX, Block, Button, Card, Reach, aside, say, shared_words
from bot.surface.form import ChoiceField, Form, TextField
from bot.surface.text import shown

FIELD = "text"
WISH = "wish"
NAME_MAX = 40
"""Characters of a name that stand in a channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The words of a round around what is shared: its question, and how it names wishes and presses."""

    share: str
    wishes: Mapping[Wish, str]
    heard: str
    known: str
    answer: str
    starters: Sequence[str]


PLAIN = Texts(
    share="One thing that you would like company with.",
    wishes={
        Wish.HEARD: "only hear me",
        Wish.KNOWN: "tell me if you know it too",
        Wish.IDEA: "one idea please",
    },
    heard="I hear you",
    known="me too",
    answer="Answer",
    starters=("What I hear is", "I know something like it", "I am glad you said it"),
)
"""What stands in where the library has a round no more."""

NOTHING_TYPED = "Nothing is written yet. Leave it if you would rather not."
IS_OVER = "This round is over, so nothing was posted. Your words are still here."
SHARING_IS_OVER = "Sharing is over for this round, so nothing was posted. Your words are still here."
NOT_HERE = "You are not in this circle any more, so nothing was posted. Your words are still here."
IS_NOT_THERE = "That is not there any more, so nothing was posted. Your words are still here."
TOO_MUCH = "That was a lot within ten minutes. Your words are still here: please send them a little later."


def share_button(mint: Mint, opening: UUID) -> Button:
    """Return the press by which somebody shares in the round of an opening."""
    return press(mint, "share.open", "Share something", opening)


def mine_button(mint: Mint, opening: UUID) -> Button:
    """Return the press that shows somebody what they shared in the round of an opening."""
    return press(mint, "share.mine", "My shares", opening)


def form(ref: str, texts: Texts, *, text: str = "", wish: str = "") -> Form:
    """Return the page on which something is shared with a name, filled with what was written before."""
    hint = "No names or details of people we support. Your name stands above it."
    return Form(
        text_id="share.form",
        ref=ref,
        name="share",
        title="Share in this circle",
        intro=texts.share[:ASK_MAX],
        fields=fields(texts, hint, text=text, wish=wish),
        submit="Share",
    )


def fields(texts: Texts, hint: str, *, text: str, wish: str) -> tuple[TextField, ChoiceField]:
    """Return what is filled in to share something: the words, and which answers would be welcome."""
    words = TextField(
        name=FIELD,
        label="What everybody here will read",
        hint=hint,
        value=shown(text),
        long=True,
        limit=SHARE_MAX,
    )
    wishes = ChoiceField(
        name=WISH,
        label="Which answers would you like?",
        options=tuple(Option(name=each.value, label=said) for each, said in texts.wishes.items()),
        value=wish or NOTHING_CHOSEN.value,
    )
    return words, wishes


def too_long(length: int) -> str:
    """Return what stands at the field when there are more characters than fit."""
    return f"That is {length:,} characters; {SHARE_MAX} fit here. Your words are still here."


def name_of(share: Share) -> str:
    """Return the name that stands above somebody's words: one line, and no more than a name."""
    name = " ".join(shown(share.called).split())[:NAME_MAX].strip()
    return name or "Somebody"


def posted(mint: Mint, post: UUID, share: Share, texts: Texts) -> Card:
    """Return a share as it stands in the channel."""
    return Card(
        text_id="share.posted",
        blocks=(
            say(f"{name_of(share)} shares{', without a name' if share.is_unnamed else ''}:"),
            shared_words(share.text),
            aside(wish_said(share, texts)),
            *_echo(share),
            row(
                press(mint, "share.heard", texts.heard, post),
                press(mint, "share.known", texts.known, post),
                press(mint, "answer.open", texts.answer, post),
                press(mint, "share.report", "Report", post),
            ),
        ),
        summary="Somebody shared something in the circle.",
        reach=Reach.OPEN,
    )


def wish_of(share: Share) -> Wish:
    """Return which answers the writer of a share would like: listening, where nothing was chosen."""
    return Wish(wish_in(share.wish))


def wish_in(name: str) -> str:
    """Return the name of a wish as it was sent; of anything else that of nothing chosen."""
    return name if name in set(Wish) else NOTHING_CHOSEN.value


def wish_said(share: Share, texts: Texts) -> str:
    """Return how a wish is said below a share."""
    said = texts.wishes.get(wish_of(share), PLAIN.wishes[wish_of(share)])
    return f"{said[:1].upper()}{said[1:]}."


def _echo(share: Share) -> tuple[Block, ...]:
    """Say once that it was heard, and once that somebody knows it: no name, no number."""
    if share.is_known:
        return (say("Heard, and somebody knows it too."),)
    return (say("Heard."),) if share.is_heard else ()


def hidden() -> Card:
    """Return what stands in the channel in place of what was reported."""
    text = "Somebody asked a facilitator to look at this. It is hidden until then."
    return Card(text_id="share.hidden", blocks=(say(text),), summary=text, reach=Reach.OPEN)


def on_its_way(mint: Mint, post: UUID, *, is_urgent: bool = False) -> Card:
    """Return what is said to who shared something, or answered, and what they may do with it.

    `is_urgent`: its words can mean danger now, and a channel is read when somebody comes by.
    """
    sooner = (say("It may take hours until somebody there reads it. A call is sooner."),) if is_urgent else ()
    return Card(
        text_id="share.on_its_way",
        blocks=(say("On its way to the channel."), *sooner, own_row(mint, post)),
        summary="On its way to the channel.",
        reach=Reach.PERSONAL,
    )


def changed(mint: Mint, post: UUID) -> Card:
    """Return what is said to who changed what stands in the channel."""
    return Card(
        text_id="share.changed",
        blocks=(say("Changed. The channel shows it in a moment."), own_row(mint, post)),
        summary="Changed.",
        reach=Reach.PERSONAL,
    )


def own_row(mint: Mint, post: UUID) -> Block:
    """Return what a writer may do with words of theirs that stand in the channel."""
    return row(
        press(mint, "share.keep", "Keep it in my journal", post),
        press(mint, "share.change", "Change it", post),
        press(mint, "share.back", "Take it back", post),
    )


def too_late(mint: Mint, post: UUID) -> Card:
    """Return what is said to a choice that came when there was nothing to post to any more."""
    return Card(
        text_id="share.too_late",
        blocks=(
            say("That is over by now, so nothing was posted."),
            row(press(mint, "share.keep", "Keep it in my journal", post)),
        ),
        summary="Nothing was posted.",
        reach=Reach.PERSONAL,
    )


KEPT_FROM = "Shared in a circle"
"""What stands above such a page in a journal."""


def kept_in_journal(mint: Mint) -> Card:
    """Return that words are a page of one's own now."""
    return Card(
        text_id="share.kept",
        blocks=(say("Saved privately."), row(press(mint, "command", "My journal", arg="journal"))),
        summary="Saved privately.",
        reach=Reach.PERSONAL,
    )


def taken_back() -> Card:
    """Return the answer to who takes something back."""
    return plain("share.taken_back", "Taken back. It goes from the channel in a moment.")


def dropped() -> Card:
    """Return the answer to who would rather not share it."""
    return plain("share.dropped", "Fine, nothing was posted and nothing was kept.")


def gone() -> Card:
    """Return what is said where somebody's words are not there any more."""
    return plain("share.gone", "That is not here any more.")


def over() -> Card:
    """Return what is said to a press on a card of a round that is over."""
    return plain("share.over", "This round is over. What was said stays in the channel.")


def sharing_over() -> Card:
    """Return what is said to who would share when sharing is over."""
    return plain("share.sharing_over", "Sharing is over for this round. Answers are still welcome.")


def looked_at() -> Card:
    """Return what is said to a press on what is hidden."""
    return plain("share.looked_at", "Somebody asked a facilitator to look at this. Until then it rests.")
