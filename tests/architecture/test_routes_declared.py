"""Who may come to a use case is said at its route: one that says nothing is closed, or it is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.services.admin import roles
from bot.services.desk import Turn
from bot.services.route import Route
from bot.services.routes import ACTIONS, COMMANDS, TALK, TOLD
from bot.surface.outcome import QUIET, Outcome

FOR_EVERYBODY = frozenset({"admin", "role.take", "role.mine", "role.down"})
"""Of what admins do: the word that says who they are, a code that is brought, and a role laid down."""


def undeclared(routes: Mapping[str, Route]) -> Iterator[str]:
    """Find what looks after an organisation, by its name or its room, and asks for no role.

    What asks for one needs no notebook, since admins have none: it is open besides.
    """
    for name, route in routes.items():
        is_of_admins = name.partition(".")[0] in {"admin", "review", "role"} or ".admin." in _room_of(route)
        if is_of_admins and name not in FOR_EVERYBODY and not route.roles:
            yield name
        if route.roles and not route.open:
            yield name


def _room_of(route: Route) -> str:
    return f"{route.handler.__module__}."


def test_what_looks_after_an_organisation_asks_for_a_role() -> None:
    """Every word, every control, and what is typed or told besides."""
    besides = {kind.__name__: route for kind, route in (*TALK.items(), *TOLD.items())}
    assert list(undeclared({**COMMANDS, **ACTIONS, **besides})) == []


def test_what_is_for_everybody_is_still_there() -> None:
    """A name that is gone would let a later route of that name through."""
    assert {*COMMANDS, *ACTIONS} >= FOR_EVERYBODY


def test_a_route_that_says_nothing_is_closed() -> None:
    """It needs a yes, and of an admin's it is found: by its name, or by the room that it leads to."""

    def planted(_turn: Turn) -> Outcome:
        return QUIET

    route = Route(handler=planted)
    assert (route.open, route.writes, route.roles) == (False, False, frozenset())
    assert list(undeclared({"admin.planted": route, "role.planted": route})) == [
        "admin.planted",
        "role.planted",
    ]
    assert list(undeclared({"hush.all": Route(handler=roles.show, open=True)})) == ["hush.all"]
    assert list(undeclared({"hush.all": replace(ACTIONS["admin.roles"], open=False)})) == ["hush.all"]
