"""The review desk: what waits for a signature, one text as its people see it, and the forms to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.flows import Flow
from bot.domain.prompts import Depth, Domain, Modality, Option, Prompt, Sensitivity
from bot.domain.reviews import ROLE_MAX, WORDING_MAX, Flaw, Verdict
from bot.services.cards.admin.menu import back
from bot.services.cards.plain import plain, press, row
from bot.services.cards.questions import LENGTHS, TOPICS
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, OPTIONS_MAX, Block, Button, Card, Choose, Fields, Reach, aside, say
from bot.surface.form import Form, TextField
from bot.surface.text import shown

ROLE = "role"
WORDS = "words"
_STEP_MAX = 90
"""Characters of a step in an outline."""

NEEDS_ROLE = "Your role, please, and not your name."
FLAWS: Mapping[Flaw, str] = {
    Flaw.EMPTY: "Some words, please.",
    Flaw.TOO_LONG: f"{WORDING_MAX} characters are the most.",
    Flaw.EXCLAIMS: "Without an exclamation mark, please.",
    Flaw.LEADS_AWAY: "Without a link, an address or a mention, please.",
    Flaw.ASKS_MUCH: "Two question marks are the most.",
    Flaw.LEADS_AWAY: "Without links, addresses or mentions, please.",
}
"""What is said of a wording that cannot be asked."""

_CARE = {
    Sensitivity.SHARED: "fine in a shared channel",
    Sensitivity.PERSONAL: "personal",
    Sensitivity.TENDER: "tender",
    Sensitivity.GUARDED: "guarded: only when a person opens it",
}
_OTHERS = {
    "flows": "Guided flows",
    "readings": "Something to read",
    "rounds": "Rounds of a circle",
    "courses": "Courses",
    "safety": "Help now, lines, danger",
}
ORDER: Sequence[str] = (*TOPICS, *_OTHERS)
"""By what texts may be chosen, in the order of the library."""
_DONE = {Verdict.ACCEPTED: "Signed", Verdict.EDITED: "Signed in other words", Verdict.RETIRED: "Retired"}
_FORMS = {
    Verdict.ACCEPTED: ("Sign this text", "Sign"),
    Verdict.EDITED: ("Sign in other words", "Sign"),
    Verdict.RETIRED: ("Retire this text", "Retire"),
}
_ROLE_HINT = "Your role, not your name. For example: clinical lead"
_MEANS = {
    Verdict.ACCEPTED: "You sign it as it stands, in this version.",
    Verdict.EDITED: "People here are asked it in these words. The answers to choose from stay.",
    Verdict.RETIRED: "It is not asked here any more. You can take that back.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One text on the desk: what it is, where it stands, and what a control carries of it.

    `words` is the question as it is asked here. `pages` is what it says, where it is no question: each page a
    card's worth of parts; `in_outline`: it says more than stands there. `status` is how it stands here,
    `signed` as what somebody decided it, and on which day.
    """

    ref: UUID
    id: str
    of: Prompt | None
    title: str
    words: str = field(repr=False)
    pages: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    in_outline: bool = False
    status: str
    signed: str = field(default="", repr=False)


def desk(mint: Mint, counts: Mapping[str, int], *, for_admin: bool) -> Card:
    """Return how many texts stand where; a text is one prompt, one flow, one course or one safety text.

    `for_admin`: with the way back to the settings, which others have not.
    """
    pairs = tuple((name, str(count)) for name, count in counts.items())
    return Card(
        text_id="admin.review",
        title="Review desk",
        blocks=(
            say("What is decided here holds for everybody in this organisation, and nowhere else."),
            Fields(pairs=pairs),
            aside(
                "Tender questions, and those on how you tend to be or what stays with us, are sent only when "
                "they are signed. People may open them. Flows and help now are never held back."
            ),
            row(
                press(mint, "review.next", "Next one"),
                press(mint, "review.topics", "By topic"),
                *((back(mint),) if for_admin else ()),
            ),
        ),
        summary="Review desk",
        reach=Reach.PERSONAL,
    )


def text(mint: Mint, one: Shown, page: int = 1) -> Card:
    """Return one text as it stands here, or this page of it, with ways to decide of it."""
    signs = [press(mint, "review.sign", "Sign", one.ref)]
    if one.of is not None:
        signs += [
            press(mint, "review.edit", "Edit", one.ref),
            press(mint, "review.retire", "Retire", one.ref),
        ]
    undo = [press(mint, "review.undo", "Take it back", one.ref)] if one.signed else []
    later = press(mint, "review.next", "Later", one.ref)
    on = [press(mint, "review.show", "Read on", one.ref, arg=str(page + 1))] if page < len(one.pages) else []
    return Card(
        text_id="admin.review_text",
        title=one.title,
        blocks=(Fields(pairs=_facts(one, page)), *_as_seen(one, page), row(*on, *signs, *undo, later)),
        summary=one.title,
        reach=Reach.PERSONAL,
    )


def none_left(mint: Mint) -> Card:
    """Return what is said where everything is decided."""
    return Card(
        text_id="admin.review_done",
        blocks=(
            say("Everything is decided."),
            row(press(mint, "review.topics", "By topic"), _desk_button(mint)),
        ),
        summary="Everything is decided.",
        reach=Reach.PERSONAL,
    )


def topics(mint: Mint, there: Sequence[str]) -> Card:
    """Return what may be looked through: the topics of the library, its flows, and the safety texts."""
    options = tuple(Option(name=topic, label=label(topic)) for topic in there)
    return Card(
        text_id="admin.review_topics",
        blocks=(
            Choose(ref=mint("review.topic"), name="review.topic", ask="Texts about what?", options=options),
            row(_desk_button(mint)),
        ),
        summary="Texts about what?",
        reach=Reach.PERSONAL,
    )


def texts(mint: Mint, topic: str, there: Sequence[Shown]) -> Card:
    """Return the texts of a topic to choose from, each with where it stands."""
    options = [Option(name=one.ref.hex, label=_label(one)) for one in there]
    lists = tuple(
        Choose(
            ref=mint("review.text", None, f"{topic}.{n}"),
            name=f"review.text{n or ''}",
            ask="Or one of these?" if n else "Which one?",
            options=tuple(options[n : n + OPTIONS_MAX]),
        )
        for n in range(0, len(options), OPTIONS_MAX)
    )
    return Card(
        text_id="admin.review_texts",
        title=label(topic),
        blocks=(*lists, row(press(mint, "review.topics", "Another topic"), _desk_button(mint))),
        summary=label(topic),
        reach=Reach.PERSONAL,
    )


def form(ref: str, one: Shown, verdict: Verdict, role: str) -> Form:
    """Return the form by which somebody decides of a text; `role` is as what they signed last."""
    title, submit = _FORMS[verdict]
    own = TextField(name=WORDS, label="The question", value=shown(one.words), long=True, limit=WORDING_MAX)
    whose = TextField(name=ROLE, label="You sign as", hint=_ROLE_HINT, value=shown(role), limit=ROLE_MAX)
    return Form(
        text_id="admin.review_form",
        ref=ref,
        name="review.save",
        title=title,
        intro=f"{one.id}. {_MEANS[verdict]}",
        fields=(own, whose) if verdict is Verdict.EDITED else (whose,),
        submit=submit,
    )


def done(mint: Mint, one: Shown, verdict: Verdict, role: str, day: str) -> Card:
    """Return the answer to a decision; it is shown after the commit, so it is true."""
    said = ((_DONE[verdict], one.id), ("As", shown(role)), ("On", day))
    return Card(
        text_id="admin.review_decided",
        blocks=(
            Fields(pairs=said),
            row(
                press(mint, "review.undo", "Take it back", one.ref),
                press(mint, "review.next", "Next one"),
                _desk_button(mint),
            ),
        ),
        summary="It is decided.",
        reach=Reach.PERSONAL,
    )


def taken_back(mint: Mint, one: Shown) -> Card:
    """Return the answer when a text is undecided again."""
    said = f"Taken back: {one.id} is undecided."
    return Card(
        text_id="admin.review_undone",
        blocks=(
            say(said),
            row(
                press(mint, "review.show", "This text", one.ref),
                press(mint, "review.next", "Next one"),
                _desk_button(mint),
            ),
        ),
        summary=said,
        reach=Reach.PERSONAL,
    )


def changed() -> Card:
    """Return what is said of a text that is another one by now."""
    return plain("admin.review_changed", "That text has changed since. `admin` shows the review desk.")


CHANGED = "That text has changed since. Nothing was decided."


def label(topic: str) -> str:
    """Return a topic as reviewers read it."""
    return _OTHERS.get(topic) or TOPICS[Domain(topic)].capitalize()


def outline_of(flow: Flow) -> tuple[str, ...]:
    """Return what a flow says and asks, step by step, each cut short; what it asks only some comes last."""
    others = (words.text for variant in flow.variants for words in variant.texts)
    said = (text for text in (*(step.text for step in flow.steps), *others) if text)
    return tuple(f"{n}. {_short(words)}" for n, words in enumerate(said, start=1))


def answers_of(prompt: Prompt) -> str:
    """Return what a prompt can be answered with, in a line."""
    match prompt.modality:
        case Modality.SCALE:
            return f"0 {prompt.low_label} to 10 {prompt.high_label}"
        case Modality.TEXT | Modality.FLOW:
            return "a few words of one's own"
        case _:
            own = ("my own word",) if prompt.own_words else ()
            return " / ".join((*(option.label for option in prompt.options), *own))


def _facts(one: Shown, page: int) -> tuple[tuple[str, str], ...]:
    pairs = [("Text", one.id)]
    if len(one.pages) > 1:
        pairs.append(("Page", f"{page} of {len(one.pages)}"))
    if one.of is not None:
        care = f"{_CARE[one.of.sensitivity]}, gentle" if one.of.gentle else _CARE[one.of.sensitivity]
        pairs += [("Care", care), ("Takes", LENGTHS[Depth(one.of.depth)])]
    return (*pairs, ("Here", f"{one.status}, {one.signed}" if one.signed else one.status))


def _as_seen(one: Shown, page: int) -> tuple[Block, ...]:
    """Return what its people see of it, and where it was put in other words, what the library says."""
    if one.of is None:
        walk = (aside("In outline. `practise` walks a flow word by word."),) if one.in_outline else ()
        return (*(say(part) for part in one.pages[page - 1]), *walk)
    asked: tuple[Block, ...] = (say(one.of.text),)
    if one.words != one.of.text:  # theirs: among facts, which no value prints
        asked = (Fields(pairs=(("Asked here", shown(one.words)), ("In the library", one.of.text))),)
    return (*asked, aside(f"Answers: {answers_of(one.of)}"))


def _label(one: Shown) -> str:
    words = one.words or one.title
    return _short(f"{one.status}: {shown(words)}", LABEL_MAX)


def _short(words: str, most: int = _STEP_MAX) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}\u2026"


def _desk_button(mint: Mint) -> Button:
    return press(mint, "admin.review", "Review desk")
