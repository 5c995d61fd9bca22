"""Roles: who holds one, the code by which one is given, and taking one back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.prompts import Option
from bot.domain.roles import GRANTED, Role
from bot.services.cards.admin.menu import back as to_menu
from bot.services.cards.admin.menu import lay_down
from bot.services.cards.plain import plain, press, row
from bot.services.cards.platforms import at_start
from bot.services.desk import Mint
from bot.surface.card import OPTIONS_MAX, Block, Button, Card, Choose, Fields, Reach, aside, say
from bot.surface.form import Form, TextField
from bot.surface.text import shown

NAME = "name"
NAME_MAX = 40
CODE_HOLDS = 24
"""Hours in which a code can be used."""

_A: Mapping[Role, str] = {
    Role.ADMIN: "an admin",
    Role.SUPERVISOR: "a supervisor",
    Role.FACILITATOR: "a facilitator",
    Role.TRAINER: "a trainer",
}
_DOES: Mapping[Role, str] = {
    Role.ADMIN: "sets links, lines and limits, gives roles, signs texts",
    Role.SUPERVISOR: "reads and signs texts at the review desk",
    Role.FACILITATOR: "begins circles, once there are circles",
    Role.TRAINER: "begins courses, once there are courses",
}
SEES = "No role opens anybody's notebook, or tells who has one."
NEEDS_NAME = "A name, so that admins know who holds the role."
OVER = "That code is over. Whoever gave it can make another; the name was not kept."


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a role, by the name that they gave themselves."""

    row: UUID
    role: Role
    name: str = field(repr=False)

    @property
    def label(self) -> str:
        """Their name and role in a few words."""
        return f"{self.shown_name}, {self.role}"

    @property
    def shown_name(self) -> str:
        """Their name as it is shown."""
        return shown(self.name)[:NAME_MAX] or "somebody"


def a(role: Role) -> str:
    """Return a role with its article."""
    return _A[role]


def held(mint: Mint, holders: Sequence[Holder], elsewhere: str) -> Card:
    """Return who holds a role here. `elsewhere`: who is an admin without one."""
    lines: tuple[Block, ...] = (_named(*holders),) if holders else (say("Nobody was given a role yet."),)
    give, back = press(mint, "role.give", "Give a role"), press(mint, "role.whose", "Take one back")
    return Card(
        text_id="admin.roles",
        title="Roles",
        blocks=(
            *lines,
            aside(f"Admins besides: {elsewhere}." if elsewhere else SEES),
            row(give, *((back,) if holders else ()), to_menu(mint)),
        ),
        summary="Roles",
        reach=Reach.PERSONAL,
    )


def _named(*holders: Holder) -> Fields:
    """Return who holds which role. Names stand where no value prints them."""
    return Fields(pairs=tuple((one.shown_name, one.role.value) for one in holders))


def roles_again(mint: Mint) -> Button:
    """Return the way back to who holds a role."""
    return press(mint, "admin.roles", "Roles")


def which(mint: Mint) -> Card:
    """Return the question which role is to be given."""
    options = tuple(Option(name=role, label=f"{role.capitalize()}: {_DOES[role]}") for role in GRANTED)
    return Card(
        text_id="admin.role_give",
        blocks=(
            Choose(ref=mint("role.code"), name="role.code", ask="Which role?", options=options),
            aside(SEES),
            row(roles_again(mint)),
        ),
        summary="Which role?",
        reach=Reach.PERSONAL,
    )


def code(mint: Mint, role: Role, text: str, *, typed: str) -> Card:
    """Return a code to hand on. Whoever brings it holds the role: it stands in no message that stays.

    `typed` is what they type where they are.
    """
    return Card(
        text_id="admin.role_code",
        title=f"A code for {_A[role]}",
        blocks=(
            Fields(pairs=(("Code", text),)),
            say(
                f"Hand it to one person. They type `{typed}` within {CODE_HOLDS} hours, and the name by "
                "which you will see them here. It holds once."
            ),
            row(roles_again(mint)),
        ),
        summary=f"A code for {_A[role]}",
        reach=Reach.SEALED,
    )


def take(ref: str, role: Role) -> Form:
    """Return the form by which somebody takes a role: typing a name is their yes to being seen."""
    return Form(
        text_id="admin.role_take",
        ref=ref,
        name="role.take",
        title="A role here",
        intro=f"{at_start(_A[role])} here {_DOES[role]}. Other admins see the name that you type and what "
        "you change as one, and nothing else of you.",
        fields=(TextField(name=NAME, label="Your name, as colleagues know it", limit=NAME_MAX),),
        submit="Take it",
    )


def taken(mint: Mint, role: Role) -> Card:
    """Return the answer to who took a role; it is shown after the commit, so it is true."""
    opens = role in {Role.ADMIN, Role.SUPERVISOR}
    ways = (row(press(mint, "command", "Have a look", arg="admin")),) if opens else ()
    return Card(
        text_id="admin.role_taken",
        blocks=(say(f"You are {_A[role]} here now."), aside(SEES), *ways),
        summary=f"You are {_A[role]} here now.",
        reach=Reach.PERSONAL,
    )


def wrong() -> Card:
    """Return what is said to a code that is none here."""
    return plain("admin.code_wrong", "I don't know that code here, or its time is over.")


def no_code() -> Card:
    """Return what is said where more than a code was said: there is no command that opens anybody's pages."""
    return plain("admin.no_code", "`admin` stands alone, or with a code. It opens nobody's notebook.")


def tried_often() -> Card:
    """Return what is said to who brought many wrong ones."""
    return plain("admin.tried_often", "Several codes were wrong. Please wait ten minutes before the next.")


def has_it(role: Role) -> Card:
    """Return what is said to who brings a code for a role that they hold."""
    return plain("admin.role_held", f"You are {_A[role]} here already. The code was not used.")


def mine(mint: Mint, roles: Sequence[Holder]) -> Card:
    """Return what somebody is here who looks after no settings."""
    said = f"You are {' and '.join(_A[one.role] for one in roles)} here."
    return Card(
        text_id="admin.mine",
        blocks=(say(said), aside(SEES), row(lay_down(mint))),
        summary=said,
        reach=Reach.PERSONAL,
    )


def whose(mint: Mint, holders: Sequence[Holder], action: str, begin: int = 0) -> Card:
    """Return the question whose role is to end; `action` is what follows the choice.

    As many are offered at once as a list holds; `begin` is how many went before.
    """
    end = begin + OPTIONS_MAX
    options = tuple(Option(name=one.row.hex, label=one.label) for one in holders[begin:end])
    more = (row(press(mint, "role.whose", "More", arg=str(end))),) if len(holders) > end else ()
    return Card(
        text_id="admin.role_whose",
        blocks=(Choose(ref=mint(action), name=action, ask="Which one?", options=options), *more),
        summary="Which one?",
        reach=Reach.PERSONAL,
    )


def ask_back(mint: Mint, one: Holder) -> Card:
    """Return the question before a role ends."""
    said = "Shall this role end?"
    yes, no = press(mint, "role.back", "Yes, end it", one.row), press(mint, "admin.roles", "No")
    return Card(
        text_id="admin.role_ask",
        blocks=(
            say(said),
            _named(one),
            aside("What they set stays. They are not told; a code gives it again."),
            row(yes, no),
        ),
        summary=said,
        reach=Reach.PERSONAL,
    )


def ended(one: Holder, *ways: Button) -> Card:
    """Return the answer when a role ended; it is shown after the commit, so it is true."""
    said = "That role has ended."
    blocks = (say(said), _named(one), *((row(*ways),) if ways else ()))
    return Card(text_id="admin.role_ended", blocks=blocks, summary=said, reach=Reach.PERSONAL)


def gone() -> Card:
    """Return what is said of a role that ended before."""
    return plain("admin.role_gone", "That role had ended already.")
