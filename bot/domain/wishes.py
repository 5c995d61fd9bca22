"""How somebody wishes to be asked. All of it is sealed: what a person mutes says something of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.domain.journal import SCENE_KEPT_DAYS
from bot.domain.prompts import Depth, Domain


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Wishes:
    """What a person has chosen beyond days and hours; it prints none of it.

    `third_mark` is one of `bot.domain.marks.CHOSEN`. `muted` topics are not asked about. `longest` is how
    much time a question may take. `rest_offered` is the day on which a topic that was often passed was
    offered to rest. `skips_holidays`: no check-in on the public holidays of their region. `home_zone` is the
    zone to go back to while they are in another; None at home. `scene_days` is after how many days the scene
    of an entry goes. `zone_offered` is the zone that check-ins were last offered to move to, while that is
    not answered; `zones_declined` are those to which they shall not. `is_offered_along`: they were told that
    a second account can open their notebook; `ends_noted` are the days at which that was looked at.
    `asks_effort`: once a month they are asked who did most of the work. `worth_asked_on` is the day on which
    they were last asked whether this is worth their time.
    """

    third_mark: str | None = None
    muted: frozenset[Domain] = frozenset()
    longest: Depth = Depth.LONG
    rest_offered: Mapping[Domain, date] = field(default_factory=dict)
    skips_holidays: bool = False
    home_zone: str | None = None
    scene_days: int = SCENE_KEPT_DAYS
    zone_offered: str | None = None
    zones_declined: frozenset[str] = frozenset()
    is_offered_along: bool = False
    ends_noted: tuple[date, ...] = ()
    asks_effort: bool = False
    worth_asked_on: date | None = None
