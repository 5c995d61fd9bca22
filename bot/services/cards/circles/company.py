"""Company in a circle: what is offered, asked and answered, each to one member alone.

What stands in somebody's conversation names nobody; who it is, and what came of it, is read where no message
remains.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from bot.domain.prompts import Option
from bot.services.cards.plain import plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Choose, Reach, aside, say
from bot.surface.text import shown

NOBODY_ABOVE = "I am nobody's line manager, supervisor or assessor in this team."
_ABOVE = "I lead, supervise or assess somebody here"
ABOVE = "above"
NOBODY = "nobody"
NAME_MAX = 75
_TIMES = {1: "one person in four weeks", 2: "two people in four weeks", 4: "four people in four weeks"}


class Word(StrEnum):
    """What comes to somebody's own conversation."""

    CAN_YOU = "can_you"
    AN_ANSWER = "an_answer"
    REACH_OUT = "reach_out"
    NOT_NEEDED = "not_needed"


def way(mint: Mint, circle: UUID) -> Button:
    """Return the press by which a member finds company."""
    return press(mint, "company.show", "Company", circle)


def about(mint: Mint, circle: UUID, *, offers: bool, asks: bool) -> Card:
    """Return what company is, and what one may do about it."""
    ask = (
        press(mint, "company.look", "What I asked for", circle)
        if asks
        else press(mint, "company.ask", "I'd like a peer to reach out", circle)
    )
    offer = (
        press(mint, "company.stop", "I no longer offer it", circle)
        if offers
        else press(mint, "company.offer", "I can keep somebody company", circle)
    )
    return _sealed(
        "company.about",
        "Company",
        say(
            "Somebody from this circle may reach out to you, and you to somebody. Both say yes before "
            "either is named. Nobody else hears of it, whoever looks after the circle neither."
        ),
        aside("Never a line manager, a supervisor or an assessor."),
        row(ask, offer, press(mint, "company.apart", "Never match me with", circle)),
    )


def offer(mint: Mint, circle: UUID) -> Card:
    """Ask how often somebody would be there, and that they are above nobody here."""
    options = tuple(Option(name=f"m{most}", label=f"Yes, and {said}") for most, said in _TIMES.items())
    return _sealed(
        "company.offer",
        "Keeping somebody company",
        say(
            "When a member would like company, you may be asked, without hearing who it is. You say yes or "
            "not now, each time anew. If both of you say yes, you write first."
        ),
        Choose(
            ref=mint("company.most", circle),
            name="company.most",
            ask=f"{NOBODY_ABOVE} Is that so, and for how many?",
            options=(*options, Option(name=ABOVE, label=_ABOVE)),
        ),
    )


def offered() -> Card:
    """Return that somebody offers company now."""
    return plain(
        "company.offered", "Thank you. You are asked when somebody would like company; *Company* ends it."
    )


def above() -> Card:
    """Return why who leads others here is not asked."""
    return plain(
        "company.above",
        "Then it stays with peers: who leads, supervises or assesses people here is not asked.",
    )


def stopped() -> Card:
    """Return that somebody is not asked any more."""
    return plain("company.stopped", "You are not asked any more.")


def apart(mint: Mint, circle: UUID, others: Sequence[tuple[UUID, str]], held: Sequence[str]) -> Card:
    """Ask whom somebody is never to be matched with; `held` are those that stand there now."""
    stands = f"Now: {', '.join(name(each) for each in held)}." if held else "Nobody stands there now."
    options = tuple(Option(name=one.hex, label=name(called)) for one, called in others)
    return _sealed(
        "company.apart",
        "Never match me with",
        say(f"Only you see this, and nobody is told. It holds both ways. {stands}"),
        Choose(
            ref=mint("company.apart.save", circle),
            name="company.apart.save",
            ask="Whom? What you choose takes the place of what stood there.",
            options=(*options, Option(name=NOBODY, label="Nobody")),
            at_most=len(options) + 1,
        ),
    )


def kept_apart() -> Card:
    """Return that a list is kept."""
    return plain("company.kept_apart", "Kept. Nobody is told.")


def alone() -> Card:
    """Return that there is nobody else in a circle."""
    return plain("company.alone", "Nobody else is in this circle yet.")


def ask(mint: Mint, circle: UUID) -> Card:
    """Say what happens, before somebody asks."""
    return _sealed(
        "company.ask",
        "I'd like a peer to reach out",
        say(
            "Somebody who offered it is asked whether they could, without hearing that it is you. If they "
            "can, you see who it is, and say yes, or somebody else. Only then do they hear who you are."
        ),
        aside("It may take some days. In danger, or when it cannot wait, Help now is quicker."),
        row(
            press(mint, "company.ask.yes", "Yes, ask for me", circle),
            press(mint, "company.not_now", "Not now", circle),
            help_button(mint),
        ),
    )


def is_asked() -> Card:
    """Return that somebody is being asked."""
    return plain(
        "company.is_asked", "Somebody is being asked now. You will hear, in your own conversation with me."
    )


def asked_already() -> Card:
    """Return that it is on its way, and nobody said yes so far."""
    return plain("company.waiting", "Somebody is being asked. Nobody else knows that you did.")


def nobody_free(mint: Mint) -> Card:
    """Return that nobody is free, and what else there is."""
    return Card(
        text_id="company.nobody",
        blocks=(
            say("Nobody is free at the moment. That says nothing about you; ask again whenever you like."),
            row(press(mint, "people.show", "Someone on my list"), help_button(mint)),
        ),
        summary="Nobody is free at the moment.",
        reach=Reach.PERSONAL,
    )


def letter(mint: Mint, circle: UUID, word: Word, wish: str) -> Card:
    """Return what comes to somebody's own conversation; it names nobody."""
    match word:
        case Word.CAN_YOU:
            text = "Somebody in your circle would like company. Could you reach out to them?"
            ways = row(
                press(mint, "company.can", "Yes, I can", circle, arg=wish),
                press(mint, "company.cannot", "Not now", circle, arg=wish),
            )
        case Word.AN_ANSWER:
            text = "There is news about your circle, for you alone."
            ways = row(press(mint, "company.look", "See it", circle, arg=wish))
        case Word.REACH_OUT:
            text = "You said that you could reach out to somebody in your circle. They would like that."
            ways = row(press(mint, "company.look", "See who", circle, arg=wish))
        case Word.NOT_NEEDED:
            text = "You said that you could reach out to somebody. It is not needed any more. Thank you."
            return plain("company.not_needed", text)
    return Card(text_id=f"company.{word}", blocks=(say(text), ways), summary=text, reach=Reach.PERSONAL)


def thanks() -> Card:
    """Return what is said to who could reach out: the other says yes first."""
    return plain("company.thanks", "Thank you. You hear who it is once they have said yes, too.")


def not_now() -> Card:
    """Return what is said to who cannot now."""
    return plain("company.not_now", "That is fine. Nobody is told that you were asked.")


def could(mint: Mint, circle: UUID, called: str, wish: str) -> Card:
    """Return who could reach out, to who asked."""
    return _sealed(
        "company.could",
        "Company",
        say(f"{name(called)} could reach out to you. They do not know yet that it is you."),
        row(
            press(mint, "company.yes", "Yes, please", circle, arg=wish),
            press(mint, "company.other", "Somebody else", circle, arg=wish),
            press(mint, "company.no_more", "Not any more", circle, arg=wish),
        ),
    )


def will_write(called: str) -> Card:
    """Return who will write, to who asked."""
    return _sealed("company.will_write", "Company", say(f"{name(called)} will write to you."))


def write_to(called: str) -> Card:
    """Return to whom somebody may write now."""
    return _sealed(
        "company.write_to",
        "Company",
        say(f"{name(called)} would like company. You write first; one line is enough."),
        aside("What you tell each other is between you two. Listen first; advice only if it is asked for."),
    )


def let_go() -> Card:
    """Return that it was let go."""
    return plain("company.let_go", "Let go. Nobody is told whose it was.")


def over() -> Card:
    """Return that it is over."""
    return plain("company.over", "That is over, and nothing happened by it.")


def name(called: str) -> str:
    """Return how somebody is called: one line, and no more than a name."""
    return " ".join(shown(called).split())[:NAME_MAX].strip() or "Somebody"


def _sealed(text_id: str, title: str, *blocks: Block) -> Card:
    return Card(text_id=text_id, title=title, blocks=blocks, summary="About company", reach=Reach.SEALED)
