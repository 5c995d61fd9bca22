"""Makes a round of the entries in its file. What comes here has the form of one."""

from __future__ import annotations

import re
from datetime import timedelta

from adapters.content.build import options_of, review_of
from adapters.content.round_models import HoursEntry, RoundFile
from bot.domain.prompts import Option
from bot.domain.recurrence import DAY_NAMES, parse_at
from bot.domain.round_hours import Hours
from bot.domain.rounds import Arriving, RoundTemplate

_LASTS = re.compile(r"PT([0-9]+)([HM])")


def lasts_of(written: str) -> timedelta:
    """Read `PT4H` or `PT45M`."""
    found = _LASTS.fullmatch(written)
    assert found is not None  # noqa: S101 - the form was checked
    count = int(found[1])
    return timedelta(hours=count) if found[2] == "H" else timedelta(minutes=count)


def hours_of(entry: HoursEntry) -> Hours:
    """Read working hours.

    Raises:
        BadInput: they hold nothing.
    """
    return Hours(
        days=frozenset(map(DAY_NAMES.index, entry.days)),
        start=parse_at(entry.start),
        end=parse_at(entry.end),
    )


def round_of(content: RoundFile) -> RoundTemplate:
    """The round of one file.

    Raises:
        BadInput: its hours hold nothing.
    """
    meta, answer = content.meta, content.answer
    return RoundTemplate(
        id=meta.id,
        version=meta.version,
        locale=meta.locale,
        title=meta.title,
        short_title=meta.short_title,
        about=content.about,
        hours=hours_of(content.hours),
        opens_on=DAY_NAMES.index(content.opens.day),
        opens_at=parse_at(content.opens.at),
        sharing=lasts_of(content.share.lasts),
        answering=int(answer.lasts[1]),
        fewest=content.members.fewest,
        most=content.members.most,
        rules=tuple(content.rules),
        arrive=Arriving(
            ask=content.arrive.ask,
            options=options_of(content.arrive.options),
            told=content.arrive.told,
            few=content.arrive.few,
        ),
        share=content.share.ask,
        wishes=tuple(Option(name=name, label=label) for name, label in content.share.wishes.items()),
        heard=answer.buttons.heard,
        known=answer.buttons.known,
        answer=answer.buttons.form,
        starters=tuple(answer.starters),
        closing=content.close,
        review=review_of(meta.review),
    )
