"""How fast messages may leave: computed, not waited for. Whoever asks says what time it is.

Slack lets an app post about one message a second in a channel and several hundred a minute in a workspace,
with generous bursts (https://docs.slack.dev/apis/web-api/rate-limits and the reference of
`chat.postMessage`). Whoever keeps below that is never asked to wait.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from adapters.slack.limits import (
    BURST,
    CHANGES_BURST,
    CHANGES_PER_MINUTE,
    CHANNEL_PAUSE,
    CHANNELS_KNOWN,
    OPENS_BURST,
    OPENS_PER_MINUTE,
    POSTS_PER_MINUTE,
    WORKSPACES_KNOWN,
)
from bot.surface.bounded import Bounded
from bot.surface.pace import NOW, Bucket

CHANGE = "change"
"""What rests where Slack asks to wait with changes."""


@dataclass(slots=True, kw_only=True)
class Pace:
    """The pace of all workspaces: a ceiling for each, one a second for each channel, and rests.

    `per_minute` is a setting of the operator's: what a workspace takes in a minute.
    """

    per_minute: int = POSTS_PER_MINUTE
    burst: int = BURST
    _buckets: Bounded[tuple[str, str], Bucket] = field(default_factory=lambda: Bounded(3 * WORKSPACES_KNOWN))
    _channels: Bounded[tuple[str, str], datetime] = field(default_factory=lambda: Bounded(CHANNELS_KNOWN))
    _rests: Bounded[tuple[str, str], datetime] = field(default_factory=lambda: Bounded(WORKSPACES_KNOWN))

    def wait(self, workspace: str, channel: str, now: datetime) -> timedelta:
        """Return how long it is until a message may be posted in a channel of a workspace."""
        free = self._channels.get((workspace, channel)) or now
        return max(self._posts(workspace, now).wait(now), free - now, self.rest(workspace, "", now))

    def take(self, workspace: str, channel: str, now: datetime) -> None:
        """Count a message that is posted."""
        self._posts(workspace, now).take(now)
        free = self._channels.get((workspace, channel)) or now
        self._channels.put((workspace, channel), max(free, now) + CHANNEL_PAUSE)

    def leave_one(self, workspace: str, now: datetime) -> None:
        """Let one message be left of a burst at most: another process may have posted the others."""
        self._posts(workspace, now).leave_one(now)

    def may_open(self, workspace: str, now: datetime) -> bool:
        """Whether a conversation may be opened now; if so, it is counted."""
        opens = self._bucket(workspace, "open", OPENS_BURST, OPENS_PER_MINUTE, now)
        if self.rest(workspace, "open", now) or opens.wait(now):
            return False
        opens.take(now)
        return True

    def change(self, workspace: str, now: datetime) -> timedelta:
        """Return how long it is until a message may be changed or deleted; if that is now, it is counted."""
        changes = self._bucket(workspace, CHANGE, CHANGES_BURST, CHANGES_PER_MINUTE, now)
        wait = max(changes.wait(now), self.rest(workspace, CHANGE, now))
        if not wait:
            changes.take(now)
        return wait

    def pause(self, workspace: str, what: str, until: datetime) -> None:
        """Let a workspace rest: Slack asked for it. `what` is what rests, "" for posting."""
        self._rests.put((workspace, what), until)

    def rest(self, workspace: str, what: str, now: datetime) -> timedelta:
        """Return how long a workspace still rests."""
        return max(NOW, (self._rests.get((workspace, what)) or now) - now)

    def _posts(self, workspace: str, now: datetime) -> Bucket:
        return self._bucket(workspace, "", self.burst, self.per_minute, now)

    def _bucket(self, workspace: str, what: str, size: int, per_minute: int, now: datetime) -> Bucket:
        bucket = self._buckets.get((workspace, what))
        if bucket is None:
            bucket = Bucket(size=size, every=timedelta(minutes=1) / per_minute, full_at=now)
            self._buckets.put((workspace, what), bucket)
        return bucket
