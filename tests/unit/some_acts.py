"""Acts that a core may answer with, for tests of where each goes on a platform; each is known by one word."""

from __future__ import annotations

from uuid import UUID

from bot.domain.people import Account
from bot.surface.audience import Direct, Home, OnlyYou, Otherwise, Reading
from bot.surface.card import Card, Reach, own_words, say
from bot.surface.form import Form, TextField
from bot.surface.outcome import Act, Attach, File, Open, Quiet, Refuse, Replace, Retract, Show


def a_card(words: str, reach: Reach = Reach.PERSONAL) -> Card:
    """Return a card that says this."""
    return Card(text_id="test.card", blocks=(say(words),), summary=words, reach=reach)


ANA, BEN = (Account(surface="somewhere", workspace="9", user=user) for user in "12")
PLAIN, SEALED, CALL = a_card("plain"), a_card("sealed", Reach.SEALED), a_card("call", Reach.SEALED)
OWN = Card(text_id="test.page", blocks=(own_words("own"),), summary="A page", reach=Reach.SEALED)
FORM = Form(
    text_id="test.form", ref="1:form", name="entry", title="form", submit="Save",
    fields=(TextField(name="words", label="Your words", long=True),),
)  # fmt: skip
FILE = Attach(file=File(name="a.md", type="text/markdown", body=b"#"), id=UUID(int=7))

YOU, YOU_SEALED, WHO_TO_CALL, FIRST = (
    Show(card=card, audience=OnlyYou()) for card in (PLAIN, SEALED, CALL, a_card("danger", Reach.OPEN))
)
DROPPED = Show(card=PLAIN, audience=OnlyYou(otherwise=Otherwise.DROP))
DIRECT, HOME = Show(card=PLAIN, audience=Direct()), Show(card=PLAIN, audience=Home())
READING, NOT_TO_BEN = (Show(card=OWN, audience=Reading(to=to, handle="h")) for to in (ANA, BEN))
REPLACE, RETRACT, OPEN, QUIET = Replace(card=PLAIN), Retract(), Open(form=FORM), Quiet()
REFUSE = Refuse(errors={"words": "refused"})

KNOWN = {"plain", "sealed", "call", "own", "danger", "form", "refused", "typed"}
"""The words by which what is shown is known."""
SHOWN: dict[str, tuple[Act, str]] = {
    "you": (YOU, "plain"),
    "danger": (FIRST, "danger"),
    "sealed": (YOU_SEALED, "sealed"),
    "form": (OPEN, "form"),
}
"""Acts that may come together, each with the word of what it shows."""
