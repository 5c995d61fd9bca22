"""Writes docs/roles.md from bot/services/routes.py: `python -m tools.make_roles`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.roles import ADMINS, Role
from bot.services.route import Route
from bot.services.routes import ACTIONS, COMMANDS, TALK, TOLD
from tools.venvs import ROOT

PAGE = ROOT / "docs" / "roles.md"


class Comes(StrEnum):
    """How far somebody comes with one word or control."""

    ANSWERED = "yes"
    ASKED = "asks first"
    REFUSED = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who says a word or presses a control: the roles that they hold there, and whether a yes."""

    name: str
    roles: frozenset[Role] = frozenset()
    has_said_yes: bool = False

    def comes(self, route: Route) -> Comes:
        """Return how far they come."""
        if route.roles:
            return Comes.REFUSED if self.roles.isdisjoint(route.roles) else Comes.ANSWERED
        return Comes.ANSWERED if route.open or self.has_said_yes else Comes.ASKED


VISITOR = Actor(name="visitor")
PERSON = Actor(name="person", has_said_yes=True)
SUPERVISOR = Actor(name="supervisor", roles=frozenset({Role.SUPERVISOR}))
FACILITATOR = Actor(name="facilitator", roles=frozenset({Role.FACILITATOR}))
TRAINER = Actor(name="trainer", roles=frozenset({Role.TRAINER}))
ADMIN = Actor(name="admin by code", roles=ADMINS)
OWNER = Actor(name="admin by platform", roles=ADMINS)
ELSEWHERE = Actor(name="admin elsewhere")
OPERATOR = Actor(name="operator", roles=ADMINS)

ACTORS = (VISITOR, PERSON, SUPERVISOR, FACILITATOR, TRAINER, ADMIN, OWNER, ELSEWHERE, OPERATOR)

HEAD = """\
# Who may say and press what

For whoever asks what an admin can do here, and what nobody can.

Made from `bot/services/routes.py` by `python -m tools.make_roles`; a test holds the two together, and another
sends each word and each control as each of these and compares what comes of it
(`tests/unit/admin/test_role_matrix.py`).

- **yes**: it is answered, and with what is their own alone: somebody else's page, plan or draft never is,
  whoever asks. No role opens a notebook.
- **asks first**: it needs a notebook of their own. Reststop asks for their yes, and keeps nothing before it.
- **no**: refused with one sentence, and nothing is written.

A *visitor* said no yes, a *person* did. Whoever holds a role stands here without a notebook; with one, what
stands under *person* is added. *Admin by platform*: who looks after the workspace or server, as Slack or
Discord say at that moment, or as `RESTSTOP_ADMINS` says. *Admin elsewhere*: of another organisation of the
same house. *Operator*: whoever sits at the data folder (`reststop admin`).

What is not on this page is none: a control of an earlier version, or one that was made up, does no more than
`start` does. Nothing shows who has a notebook, or anything that one of them wrote.
"""


def page() -> str:
    """Return the page as it should be."""
    talk = {_spelled(kind.__name__): route for kind, route in TALK.items()}
    told = {_spelled(kind.__name__): route for kind, route in TOLD.items()}
    return "".join(
        (
            HEAD,
            _table("Words", COMMANDS, _one_row),
            _table("Controls and forms", ACTIONS, lambda name: name.partition(".")[0]),
            _table("What is typed beside them", talk, _one_row),
            _table("What a platform tells", told, _one_row),
        )
    )


def _table(title: str, routes: Mapping[str, Route], group: Callable[[str], str]) -> str:
    """Return a section: names of one group to whom the same happens share a row."""
    rows: dict[tuple[str, tuple[Comes, ...]], list[str]] = {}
    for name, route in routes.items():
        rows.setdefault((group(name), tuple(actor.comes(route) for actor in ACTORS)), []).append(name)
    head = _row([title, *(actor.name for actor in ACTORS)]) + _row(["---"] * (1 + len(ACTORS)))
    lines = (_row([", ".join(f"`{name}`" for name in names), *cells]) for (_, cells), names in rows.items())
    return f"\n## {title}\n\n{head}{''.join(lines)}"


def _one_row(name: str) -> str:
    del name
    return ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _spelled(kind: str) -> str:
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind).strip()


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
