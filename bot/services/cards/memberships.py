"""What an account is in, told to whose account it is: circles, courses, what is held there, and their end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.roles import Gathering
from bot.services.cards.help import readers
from bot.services.cards.plain import plain, press, row
from bot.services.cards.platforms import at, platform
from bot.services.desk import Mint
from bot.services.sealing import Body
from bot.surface.card import Block, Button, Card, Reach, aside, own_words, say
from bot.surface.text import shown

_KINDS: Mapping[Gathering, str] = {
    Gathering.TEAM: "a team prompt",
    Gathering.CIRCLE: "a circle",
    Gathering.COURSE: "a course",
}
_NO_AUTHOR = "What came out without a name has no author: nobody can tell whose it is, and it stays."

ON_ITS_WAY = (
    "What you shared with your name, in a round that is open, is on its way out of the channel. Where a "
    "channel takes no change, whoever looks after it hears that it can be deleted by hand."
)
"""What becomes of shares, once it was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One gathering that an account is in, by its channel's name or its title. `learns`: as a learner.

    `in_units`: a course with units, which keeps tests. `shares` are those with their name that are held; of a
    course, the entries that its trainers may read; `asked` are questions to them.
    """

    kind: Gathering
    surface: str
    name: str = field(repr=False)
    keeps: bool
    learns: bool = False
    in_units: bool = False
    shares: Sequence[str] = field(default=(), repr=False)
    asked: int = 0

    @property
    def told(self) -> str:
        """What it is, in the middle of a sentence."""
        name = " ".join(shown(self.name).split())
        where = f"{name} " if name else ""
        keeps = ", which you look after" if self.keeps else ""
        return f"{_KINDS[self.kind]} ({where}{at(platform(self.surface))}{keeps})"

    @property
    def is_spoken_in(self) -> bool:
        """Whether people say something there: a team prompt has nobody in it but who began it."""
        return self.kind is Gathering.CIRCLE

    @property
    def is_course(self) -> bool:
        """Whether it is a course, of which nothing stands in a channel."""
        return self.kind is Gathering.COURSE


def told_of(kept: Sequence[Kept]) -> Iterator[Block]:
    """Yield what is kept of an account in gatherings; nothing where it is in none."""
    if not kept:
        return
    yield say(f"You are in: {'; '.join(each.told for each in kept)}.")
    circles = [each for each in kept if not each.is_course]
    if circles:
        count = sum(len(each.shares) for each in circles)
        shares = {0: "", 1: ", and one thing that you wrote under your name"}.get(
            count, f", and {count} things that you wrote under your name"
        )
        yield say(
            "Sealed with the key of each: your account's id there, how it is called, whatever you set for "
            f"company{shares}. In the clear: a keyed hash of the account."
        )
    yield from _of_courses([each for each in kept if each.is_course])


def _of_courses(kept: Sequence[Kept]) -> Iterator[Block]:
    if not kept:
        return
    yield say(
        "Sealed with the key of each course: your account's id, and how it is called. In the clear: a keyed "
        "hash of the account."
    )
    if any(each.learns for each in kept):
        is_live = any(each.learns and not each.in_units for each in kept)
        ticked = "what you ticked, and when you were there" if is_live else "and what you ticked"
        yield say(
            f"Also sealed there: when you read the disclosures, {ticked}. "
            "A course knows that you answered, and not how; a tap stays until a figure is made of it."
        )
    if any(each.learns and each.in_units for each in kept):
        yield say(
            "In a course with units: your tests with what you chose, when you finished each unit, how long "
            "it took where you said so, and your last step. Nothing else tells when you were in it."
        )
    count = sum(len(each.shares) for each in kept)
    if count:
        pages = "One page is" if count == 1 else f"{count} pages are"
        yield say(f"{pages} shown to trainers. `course` takes each back at any time.")
    asked = sum(each.asked for each in kept)
    if asked:
        questions = "One question" if asked == 1 else f"{asked} questions"
        yield say(
            f"{questions} of yours to trainers, with what they answered. Other learners read that only with "
            "your yes, and without your name."
        )


def held(kept: Sequence[Kept], *, holds_role: bool, operator: str, between: Sequence[str]) -> Card:
    """Return what is kept of who has no notebook and is in something."""
    role = say(
        "Also a role that you hold, under the name that you typed for it: `admin` shows it, and ends it."
    )
    return Card(
        text_id="held.circles",
        title="What is held about you",
        blocks=(
            say("There is no notebook of yours here."),
            *told_of(kept),
            *((role,) if holds_role else ()),
            *readers(operator, between),
            aside("`export` shows all of it. `erase` ends what you are in, for good."),
        ),
        summary="What is held about you",
        reach=Reach.SEALED,
    )


def opened(held: Sequence[tuple[Kept, Body]], *, holds_role: bool) -> Card:
    """Return all of it, to read and to copy: own words, so it is only read."""
    role = say("A role that you hold stands under `admin`, with the name that you typed for it.")
    is_spoken_in = any(kept.is_spoken_in for kept, _ in held)
    return Card(
        text_id="export.circles",
        title="All that is held about you",
        blocks=(
            say("There is no notebook of yours here, so this page is all of it. Copy what you wish to keep."),
            *(block for kept, body in held for block in _opened(kept, body)),
            *((role,) if holds_role else ()),
            *((aside(_NO_AUTHOR),) if is_spoken_in else ()),
        ),
        summary="All that is held about you",
        reach=Reach.SEALED,
    )


def ends_too(kept: Sequence[Kept]) -> Iterator[Block]:
    """Yield what an erasing ends of these; nothing where an account is in none."""
    if not kept:
        return
    yield say(f"You are in: {'; '.join(each.told for each in kept)}. That ends.")
    if any(each.is_course and each.learns for each in kept):
        yield say(
            "Nothing more of a course comes. What it knows of you goes, attendance and tests with it, and "
            "what you asked its trainers or show them. `course` has your evidence, if you wish to keep it."
        )
    is_spoken_in = any(each.is_spoken_in for each in kept)
    if is_spoken_in:
        yield say(
            "What you shared with your name, in a round that is open, is taken out of the channel. What "
            "waits without a name is dropped."
        )
    if any(each.keeps for each in kept):
        yield say("What you look after stays, until somebody takes it over or closes it.")
    if is_spoken_in:
        yield aside(_NO_AUTHOR)


def ask(mint: Mint, kept: Sequence[Kept]) -> Card:
    """Return what would end for who has no notebook, and the way to read it first."""
    return Card(
        text_id="erase.circles",
        title="End it for good",
        blocks=(
            say("There is no notebook of yours here."),
            *ends_too(kept),
            row(
                Button(ref=mint("command", None, "export"), name="erase.export", label="Show it first"),
                press(mint, "erase.circles", "End it for good"),
                press(mint, "erase.keep", "Not now"),
            ),
        ),
        summary="End it for good",
        reach=Reach.PERSONAL,
    )


def ended(*, was_spoken_in: bool, holds_role: bool) -> Card:
    """Return what is said once it has ended; it is shown after the commit, so it is true."""
    shares = f"{ON_ITS_WAY} " if was_spoken_in else ""
    said = f"You are in none of them any more. {shares}A backup that is put back forgets you as well."
    role = " A role that you hold stays: `admin` ends it." if holds_role else ""
    return plain("erased.circles", said + role)


def _opened(kept: Kept, body: Body) -> Iterator[Block]:
    name = " ".join(shown(body["called"]).split())
    called = f" You are called {name} there." if name else ""
    yield say(f"{kept.told[:1].upper()}{kept.told[1:]}.{called}")
    if kept.is_course:
        yield from _course(body)
        return
    yield from _company(body["company"])
    if kept.shares:
        yield aside("Written under your name:")
    yield from (own_words(share) for share in kept.shares)


def _company(company: Body) -> Iterator[Block]:
    if company["offers"]:
        yield say(f"You offer company: up to {company['offers']} in four weeks.")
    if company["given_on"]:
        yield say(f"You gave it on {', '.join(company['given_on'])}.")
    if company["wish"]:
        yield say("A wish of yours for company is kept.")
    if company["never_with"]:
        yield aside("Never matched with:")
        yield own_words(", ".join(company["never_with"]))


def _course(body: Body) -> Iterator[Block]:
    if body["agreed_at"]:
        yield say(f"You ticked the disclosures on {body['agreed_at'][:10]}.")
    for name, words in (("readings_ticked", "Readings ticked"), ("answered", "Answered")):
        if body[name]:
            yield say(f"{words}: {', '.join(body[name])}.")
    for each in body["attended"]:
        yield say(f"Session {each['session']}: {each['minutes']} minutes.")
    for each in body["units_finished"]:
        yield say(f"Unit {each['unit']} finished on {each['at'][:10]}.")
    for test in body["tests"]:
        yield aside(f"Test of unit {test['unit']}, begun on {test['begun_at'][:10]}:")
        yield from (
            own_words(f"{each['question']} {each['chosen'] or 'not answered'}") for each in test["asked"]
        )
    for each in body["asked"]:
        yield aside(f"Asked on {str(each['asked_at'])[:10]}:")
        yield own_words(str(each["text"]))
        if each["answer"]:
            yield own_words(f"The answer: {each['answer']}")
    for page in body["shown_to_trainers"]:
        yield aside(f"Shown to trainers: {shown(str(page.get('question', '')))}".rstrip(": "))
        yield own_words(str(page.get("text", "")))
