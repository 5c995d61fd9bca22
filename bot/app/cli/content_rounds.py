"""A round as plain text: its texts in the order in which people meet them, and when each comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.prompts import Option
from bot.domain.round_hours import clock, day_name
from bot.domain.round_plan import in_words
from bot.domain.rounds import RoundTemplate


def lines_of_round(kept: RoundTemplate) -> Sequence[str]:
    """Return what people read, from the opening to the end."""
    return [
        kept.title,
        "",
        *(f"- {rule}" for rule in kept.rules),
        "",
        f"{kept.arrive.ask}  {_buttons(kept.arrive.options)}",
        kept.share,
        f"  {_buttons(kept.wishes)}",
        "",
        f"{kept.arrive.told}: ...",
        kept.arrive.few,
        "",
        f"[{kept.heard}] [{kept.known}] [{kept.answer}]",
        *(f"  {starter} ..." for starter in kept.starters),
        "",
        kept.closing,
    ]


def facts_of_round(kept: RoundTemplate) -> Mapping[str, str]:
    """Return what is known about it."""
    days = f"{kept.answering} working day{'' if kept.answering == 1 else 's'}"
    return {
        "id": f"{kept.id}, version {kept.version}, {kept.locale}",
        "forms": kept.short_title,
        "about": kept.about,
        "opens": f"{day_name(kept.opens_on)} {clock(kept.opens_at)}, offered; the facilitator chooses",
        "hours": f"{kept.hours.in_words}; those of the facilitator take their place",
        "sharing": in_words(kept.sharing),
        "answers": f"{days} more, until the same time of day; advice only where it was asked for",
        "for": f"{kept.fewest} to {kept.most} members",
    }


def _buttons(options: Sequence[Option]) -> str:
    return " ".join(f"[{option.label}]" for option in options)
