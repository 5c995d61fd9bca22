"""What somebody is asked: marks, how long a question may take, and the topics that rest."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.marks import CHOSEN
from bot.domain.prompts import Depth, Domain, Option
from bot.domain.wishes import Wishes
from bot.services.cards.plain import plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Choose, Fields, Reach, say
from bot.surface.form import ChoiceField, Form

TOPICS = {
    Domain.SENSATIONS: "the body",
    Domain.THOUGHTS: "thoughts",
    Domain.EMOTIONS: "feelings",
    Domain.ACTIONS: "what you did",
    Domain.MENTALIZING: "two minds",
    Domain.BOUNDARIES: "your edges",
    Domain.REST: "rest",
    Domain.PEER_SUPPORT: "people beside you",
    Domain.RUPTURE_REPAIR: "after a strain",
    Domain.ATTUNEMENT: "being with",
    Domain.ALLIANCE: "pulling together",
    Domain.FEEDBACK_FIT: "how the work is going",
    Domain.SELF_COMPASSION: "kindness to yourself",
    Domain.OWN_PATTERNS: "how you tend to be",
    Domain.STANCE: "how you come in",
    Domain.SPACE: "the room around you",
    Domain.UNSPOKEN: "what goes without words",
    Domain.MEANING: "why you do this",
    Domain.EXPOSURE: "what stays with us",
}
"""The topics as people read them, in the order of the library."""

LENGTHS = {Depth.SHORT: "half a minute", Depth.MEDIUM: "two minutes", Depth.LONG: "ten minutes"}

NO_MARK = "none"
"""The option for two marks and no third."""

NO_EFFORT = "no"
EFFORT = "yes"

BAD_MARK = "Please choose one of the marks, or none."
BAD_LENGTH = "Please choose one of the lengths."
BAD_EFFORT = "Please choose one of the two."

_SUMMARY = "What I ask"
_NO_MARK = "none, two are enough"


def shown(mint: Mint, wishes: Wishes) -> Card:
    """Return what a person is asked, with a way to change each of it. What rests says something of them."""
    resting = _resting(wishes)
    pairs = (
        ("Third mark", next((kind.ask for kind in CHOSEN if kind.name == wishes.third_mark), "none")),
        ("A question takes up to", LENGTHS[wishes.longest]),
        *((("Once a month", "who did the work"),) if wishes.asks_effort else ()),
        ("Topics that rest", ", ".join(TOPICS[topic] for topic in resting) or "none"),
    )
    ways = [("questions.change", "Marks and length")]
    if len(resting) < len(TOPICS):
        ways.append(("questions.rest", "Let topics rest"))
    if resting:
        ways.append(("questions.back", "Bring topics back"))
    buttons = tuple(press(mint, name, label) for name, label in ways)
    return _card("questions", Fields(pairs=pairs), row(*buttons))


def which_rest(mint: Mint, wishes: Wishes) -> Card:
    """Return the topics that may be let rest."""
    asked = [topic for topic in TOPICS if topic not in wishes.muted]
    return _choosing(mint, "topics.rest", "Which topics may rest?", asked)


def which_back(mint: Mint, wishes: Wishes) -> Card:
    """Return the topics that may come again."""
    return _choosing(mint, "topics.back", "Which ones may come again?", _resting(wishes))


def which_open(mint: Mint, topics: Collection[Domain]) -> Card:
    """Return the topics of which a question can be opened. Nothing of them is asked yet."""
    options = tuple(Option(name=topic, label=label) for topic, label in TOPICS.items() if topic in topics)
    ask: Block = say("There is none.")
    if options:
        ask = Choose(ref=mint("topic.open"), name="topic.open", ask="A question about what?", options=options)
    return Card(
        text_id="topic.which",
        title="A question on a topic",
        blocks=(ask, row(help_button(mint))),
        summary="A question on a topic",
        reach=Reach.PERSONAL,
    )


def form(ref: str, wishes: Wishes) -> Form:
    """Return the form for the third mark and the longest question."""
    marks = tuple(Option(name=kind.name, label=kind.ask) for kind in CHOSEN)
    return Form(
        text_id="questions.form",
        ref=ref,
        name="questions",
        title="What may I ask?",
        fields=(
            ChoiceField(
                name="third_mark",
                label="A third mark",
                hint="Beside energy and connection",
                options=(Option(name=NO_MARK, label=_NO_MARK), *marks),
                value=wishes.third_mark or NO_MARK,
            ),
            ChoiceField(
                name="longest",
                label="A question takes up to",
                options=tuple(Option(name=depth, label=label) for depth, label in LENGTHS.items()),
                value=wishes.longest,
            ),
            ChoiceField(
                name="effort",
                label="Once a month: who did the work?",
                hint="Below a look back, for you alone",
                options=(Option(name=NO_EFFORT, label="Do not ask"), Option(name=EFFORT, label="Ask")),
                value=EFFORT if wishes.asks_effort else NO_EFFORT,
            ),
        ),
    )


def offer_rest(mint: Mint, topic: Domain) -> Card:
    """Return the one question about a topic that was often passed. It is asked once for each topic."""
    return Card(
        text_id="topic.offer",
        blocks=(
            say(f"Rest this topic for a while? It is the one about {TOPICS[topic]}."),
            row(press(mint, "topic.rest", "Let it rest", arg=topic), press(mint, "topic.keep", "Keep it")),
        ),
        summary="A word about check-ins.",
        reach=Reach.SEALED,
    )


def rests() -> Card:
    """Return the answer to a topic that is let rest, with the way back."""
    return plain("topic.rests", "It rests. `settings`, then What I ask, brings it back.")


def stays() -> Card:
    """Return the answer to a topic that is kept."""
    return plain("topic.kept", "Fine.")


def _resting(wishes: Wishes) -> list[Domain]:
    return [topic for topic in TOPICS if topic in wishes.muted]


def _choosing(mint: Mint, action: str, ask: str, topics: list[Domain]) -> Card:
    options = tuple(Option(name=topic, label=TOPICS[topic]) for topic in topics)
    if not options:
        return _card(action, say("There is none."))
    choose = Choose(ref=mint(action), name=action, ask=ask, options=options, at_most=len(options))
    return _card(action, choose)


def _card(text_id: str, *blocks: Block) -> Card:
    return Card(text_id=text_id, title=_SUMMARY, blocks=blocks, summary=_SUMMARY, reach=Reach.SEALED)
