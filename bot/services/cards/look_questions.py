"""When a look back comes by itself, and what is asked once a month: whether this is worth somebody's time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from bot.domain.looks import FOUR_WEEKS, WEEK, Drop, Worth, span_of
from bot.domain.marks import EFFORT
from bot.domain.prompts import Option
from bot.domain.recurrence import DAY_NAMES, Rule
from bot.services.cards.days import day_phrase, weekday_name
from bot.services.cards.plain import plain
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Choose, Reach, Scale, aside, say
from bot.surface.form import ChoiceField, Form, TimeField

OFTEN = {"week": ("Every week", WEEK), "month": ("Every four weeks", FOUR_WEEKS)}
"""How often a look back may come, by the name of the option, with the days that it spans."""
NOT = "none"
"""The option for none that comes by itself."""
BAD_OFTEN = "Please choose one of these."
BAD_DAY = "Please choose a day."
NOT_NOW = "later"
"""The option that lets the question of the month go by."""

WORTH = "Once a month I ask: is this worth your time?"
DROP = "What would you drop?"
_WORTHS = {Worth.YES: "yes", Worth.PARTLY: "partly", Worth.NO: "no"}
_DROPS = {
    Drop.CHECKINS: "some check-ins: three a week are enough",
    Drop.LENGTH: "the longer questions",
    Drop.TOPIC: "a topic, for a while",
    Drop.LOOK_BACK: "the look back that comes by itself",
    Drop.NOTHING: "nothing",
    Drop.WORDS: "something else, in my own words",
}
_SUMMARY = "Looking back"


def form(ref: str, *, often: str, day: int, at: str) -> Form:
    """Return the form for when a look back comes."""
    return Form(
        text_id="week.form",
        ref=ref,
        name="week",
        title="A look back by itself",
        intro="One line at that hour says that it is here. What it shows stays with you.",
        fields=(
            ChoiceField(
                name="often",
                label="How often",
                options=(
                    *(Option(name=name, label=label) for name, (label, _) in OFTEN.items()),
                    Option(name=NOT, label="Not by itself"),
                ),
                value=often,
            ),
            ChoiceField(
                name="day",
                label="Day",
                options=tuple(
                    Option(name=name, label=weekday_name(place)) for place, name in enumerate(DAY_NAMES)
                ),
                value=DAY_NAMES[day],
            ),
            TimeField(name="at", label="Time", hint="Like 17:00", value=at),
        ),
    )


def comes_fact(rule: Rule) -> str:
    """Return how a look back comes."""
    day = next(iter(rule.days or ()), 0)
    which = "every" if span_of(rule) == WEEK else "every fourth"
    return f"A look back comes {which} {weekday_name(day)} at {rule.at:%H:%M}."


def comes(rule: Rule, at: datetime | None, today: date) -> Card:
    """Return exactly what was chosen, and when the first one comes, on the person's own clock."""
    following = f" Next: {day_phrase(at.date(), today)} at {at:%H:%M}." if at else ""
    return plain("week.comes", comes_fact(rule) + following)


def comes_no_more() -> Card:
    """Return the answer to none that comes by itself."""
    return plain("week.comes_not", "No look back comes by itself now. `look back` is here any time.")


def worth(mint: Mint, on: date) -> Block:
    """Return the question of the month, which stands below a look back; `on` names the sitting."""
    options = tuple(Option(name=worth, label=label) for worth, label in _WORTHS.items())
    return Choose(
        ref=mint("worth.say", arg=on.isoformat()),
        name="worth.say",
        ask=WORTH,
        options=(*options, Option(name=NOT_NOW, label="not now")),
    )


def effort(mint: Mint, on: date) -> Card:
    """Return the mark of who did the work. It may be skipped like any other."""
    mark = Scale(
        ref=mint("worth.effort", arg=on.isoformat()),
        name="worth.effort",
        ask=EFFORT.ask,
        low=1,
        high=len(EFFORT.words),
        words=EFFORT.words,
    )
    aside_ = aside("Only you see it, beside your own earlier ones. Neither end is the better one.")
    return _sealed("worth.effort", say("Noted."), mark, aside_)


def drop(mint: Mint, on: date, here: Collection[Drop]) -> Card:
    """Return the question what somebody would drop, with what there is to drop."""
    options = tuple(Option(name=one, label=label) for one, label in _DROPS.items() if one in here)
    ask = Choose(ref=mint("worth.drop", arg=on.isoformat()), name="worth.drop", ask=DROP, options=options)
    return _sealed("worth.drop", say("Noted."), ask)


def passed() -> Card:
    """Return the answer to "not now", and to nothing that would be dropped."""
    return _sealed("worth.passed", say("Fine."))


def shorter(length: str) -> Card:
    """Return how long a question takes from now on."""
    text = f"A question takes up to {length} from now on. `settings`, then What I ask, changes it back."
    return _sealed("worth.shorter", say(text))


def _sealed(text_id: str, *blocks: Block) -> Card:
    return Card(text_id=text_id, blocks=blocks, summary=_SUMMARY, reach=Reach.SEALED)
