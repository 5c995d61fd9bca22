"""Modals and App Homes: the stack of each user, and what views.* does with it.

https://docs.slack.dev/surfaces/modals
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.json_types import Json
from tests.sim.common.answers import AppFault
from tests.sim.slack.answers import Refused
from tests.sim.slack.controls import State, controls, first_state, with_ids
from tests.sim.slack.refusals import refuse_bad_view
from tests.sim.slack.screens import Screens
from tests.sim.slack.words import words
from tests.sim.slack.world import Member, Team, World

MOST_VIEWS = 3
"""Views in one stack. https://docs.slack.dev/reference/methods/views.push"""
MOST_BYTES = 250_000
"""Of one view. https://docs.slack.dev/reference/methods/views.open"""


@dataclass(kw_only=True, eq=False)
class View:
    """A modal or an App Home as it stands now."""

    id: str
    team: Team = field(repr=False)
    user: str
    app_id: str
    body: Json
    """What the app gave: title, blocks, callback_id …, with every id filled in."""
    hash: str
    state: State
    root: str
    previous: str | None = None
    is_open: bool = True
    errors: dict[str, str] = field(default_factory=dict)
    """What the app found wrong with the last submission, by block_id."""

    @property
    def blocks(self) -> list[Json]:
        """Its blocks."""
        return list(self.body["blocks"])

    @property
    def title(self) -> str:
        """The words at its top; an App Home has none."""
        return str((self.body.get("title") or {}).get("text", ""))

    @property
    def text(self) -> str:
        """Everything that a person reads on it, what they typed and what was found wrong included."""
        typed = [str(each.get("value") or "") for block in self.state.values() for each in block.values()]
        parts = [*words(self.body), *typed, *self.errors.values()]
        return "\n".join(part for part in parts if part)

    def shape(self) -> Json:
        """Return it as Slack sends it in answers and payloads."""
        shape: Json = {
            "id": self.id,
            "team_id": self.team.id,
            "type": self.body["type"],
            "blocks": self.body["blocks"],
            "private_metadata": self.body.get("private_metadata", ""),
            "callback_id": self.body.get("callback_id", ""),
            "state": {"values": self.state},
            "hash": self.hash,
            "title": self.body.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
            "clear_on_close": self.body.get("clear_on_close", False),
            "notify_on_close": self.body.get("notify_on_close", False),
            "close": self.body.get("close"),
            "submit": self.body.get("submit"),
            "previous_view_id": self.previous,
            "root_view_id": self.root,
            "app_id": self.app_id,
            "external_id": self.body.get("external_id", ""),
            "app_installed_team_id": self.team.id,
            "bot_id": self.team.bot_id,
        }
        copied: Json = json.loads(json.dumps(shape))
        return copied


class Views:
    """All views that were ever opened."""

    def __init__(self, world: World, screens: Screens) -> None:
        """Begin with none."""
        self._world = world
        self._screens = screens
        self._by_id: dict[str, View] = {}
        self._by_external: dict[tuple[str, str], View] = {}

    def stack(self, member: Member) -> list[View]:
        """The open modals of a user, the one on top last."""
        stack: list[View] = self._screens.of(member).modals
        return stack

    def open(self, team: Team, member: Member, body: Json) -> View:
        """Open a modal; where one is open already, on top of it.

        Raises:
            Refused: push_limit_reached, view_too_large, duplicate_external_id or invalid_arguments.
        """
        stack = self.stack(member)
        if len(stack) >= MOST_VIEWS:
            raise Refused("push_limit_reached")
        self._check(team, body, "modal")
        view = self._make(team, member, body)
        if stack:
            view.root, view.previous = stack[0].id, stack[-1].id
        stack.append(view)
        self._screens.see(member, view.text)
        return view

    def push(self, team: Team, member: Member, body: Json) -> View:
        """Open a modal on top of one that is open.

        Raises:
            Refused: not_found if none is, and as `open`.
        """
        if not self.stack(member):
            raise Refused("not_found")
        return self.open(team, member, body)

    def find(self, team_ids: Sequence[str], *, view_id: str | None, external_id: str | None) -> View:
        """Return an open view of one of these workspaces.

        Raises:
            Refused: not_found, if there is none or it was closed.
        """
        view = self._by_id.get(view_id or "")
        if external_id and not view_id:
            named = [self._by_external.get((team_id, external_id)) for team_id in team_ids]
            view = next((each for each in named if each is not None), None)
        if view is None or not view.is_open or view.team.id not in team_ids:
            raise Refused("not_found")
        return view

    def update(self, view: View, body: Json, *, hash_: str | None = None) -> View:
        """Change what a modal shows; what was typed stays where the ids stay.

        Raises:
            Refused: hash_conflict, view_too_large or invalid_arguments.
        """
        self._check(view.team, body, "modal", own=view)
        if hash_ is not None and hash_ != view.hash:
            raise Refused("hash_conflict")
        return self._replace(view, body)

    def publish(self, team: Team, member: Member, body: Json, *, hash_: str | None) -> View:
        """Change what the App Home of a user shows.

        Raises:
            Refused: hash_conflict, view_too_large or invalid_arguments.
        """
        self._check(team, body, "home")
        screen = self._screens.of(member)
        home: View | None = screen.home
        if home is None:
            screen.home = home = self._make(team, member, body)
            self._screens.see(member, home.text)
            return home
        if hash_ is not None and hash_ != home.hash:
            raise Refused("hash_conflict")
        return self._replace(home, body)

    def close(self, member: Member, *, whole: bool) -> list[View]:
        """Close the modal on top, or the whole stack; return what was closed, the top one first."""
        stack = self.stack(member)
        closed = [stack.pop() for _ in range(len(stack) if whole else min(1, len(stack)))]
        for view in closed:
            view.is_open = False
        return closed

    def refuse(self, view: View, errors: object) -> None:
        """Show what is wrong with a submission.

        Raises:
            AppFault: an error is for a block that is no input of this view; Slack shows nothing then.
        """
        inputs = {control.block["block_id"] for control in controls(view.blocks) if control.is_input}
        if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
            raise AppFault("response_action errors has keys that are no block_id of an input of the view")
        view.errors = {block: str(text) for block, text in errors.items()}

    def _make(self, team: Team, member: Member, body: Json) -> View:
        blocks = with_ids(body["blocks"], self._world.ids)
        view_id = self._world.ids.new("V")
        view = View(
            id=view_id,
            team=team,
            user=member.id,
            app_id=self._world.app_id,
            body={**body, "blocks": blocks},
            hash=self._new_hash(),
            state=first_state(blocks),
            root=view_id,
        )
        self._by_id[view.id] = view
        self._name(view)
        return view

    def _name(self, view: View) -> None:
        if view.body.get("external_id"):
            self._by_external[view.team.id, str(view.body["external_id"])] = view

    def _replace(self, view: View, body: Json) -> View:
        blocks = with_ids(body["blocks"], self._world.ids)
        view.body = {**body, "blocks": blocks}
        view.state = first_state(blocks, view.state)
        view.hash = self._new_hash()
        view.errors = {}
        self._name(view)
        self._screens.see(view.team.members[view.user], view.text)
        return view

    def _new_hash(self) -> str:
        return f"{int(self._world.timers.now())}.{self._world.ids.word('hash', 8)}"

    def _check(self, team: Team, body: Json, kind: str, own: View | None = None) -> None:
        if not isinstance(body, dict) or body.get("type") != kind or not isinstance(body.get("blocks"), list):
            raise Refused("invalid_arguments", response_metadata={"messages": [f"[ERROR] not a {kind} view"]})
        if len(json.dumps(body).encode()) > MOST_BYTES:
            raise Refused("view_too_large")
        named = self._by_external.get((team.id, str(body.get("external_id") or "")))
        if named is not None and named.is_open and named is not own:
            raise Refused("duplicate_external_id")
        refuse_bad_view(body)
