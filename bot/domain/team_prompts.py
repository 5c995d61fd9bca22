"""Which prompt a team gets next in its channel: none comes again before all have been there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.domain.mix import Draw
from bot.domain.prompts import AudienceKind, Modality, Prompt, Sensitivity
from bot.domain.stock import LOCALE, refers_to


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPrompt:
    """The prompt of a week, and the ids that are used up with it."""

    prompt: Prompt
    used: tuple[str, ...]


def may_go_to_a_channel(prompt: Prompt) -> bool:
    """Whether a whole team may read a prompt in its channel, whatever the day was like for each of them."""
    return (
        prompt.sensitivity is Sensitivity.SHARED
        and AudienceKind.TEAM in prompt.audience
        and prompt.modality is not Modality.FLOW
        and prompt.locale == LOCALE
        and not refers_to(prompt)
    )


def next_team_prompt(
    prompts: Iterable[Prompt], used: Sequence[str], draw: Draw, *, held: Collection[str] = ()
) -> TeamPrompt | None:
    """Draw the next prompt for a channel; None where the library has none for it.

    `used` are the ids that came since all had last been there, in their order. The one that came last does
    not come again at once, unless there is no other. `held` are ids of what is not pushed there (reviews.py).
    """
    found = {each.id: each for each in prompts if may_go_to_a_channel(each) and each.id not in held}
    if not found:
        return None
    seen = tuple(used)
    fresh = sorted(found.keys() - set(seen))
    if not fresh:
        fresh = sorted(found.keys() - set(seen[-1:])) or sorted(found)
        seen = ()
    chosen = fresh[draw(len(fresh))] if len(fresh) > 1 else fresh[0]
    return TeamPrompt(prompt=found[chosen], used=(*seen, chosen))
